//! Drills for study groups: a configuration with something wrong, a task, hints, and an answer. What counts as solved
//! is what the rules say of the reader's text; a drill brings no judgement of its own.

mod check;
mod file;
mod judge;
mod likely;
mod standard;
#[cfg(test)]
mod tests;

#[cfg(feature = "serde")]
use serde::{Deserialize, Serialize};

use crate::Options;
use crate::document::Document;
use crate::own_yaml::FileError;
use crate::profile::Profile;
use crate::version::Version;

pub use check::faults;
pub use judge::{Judgement, Kept, RuleVerdict, Spot, Standing, judge};
pub use likely::is_likely_pack;
pub use standard::packs;

/// Largest text of a pack that is read, in bytes.
pub const MAX_PACK_BYTES: usize = 512 * 1024;

/// What is wrong with a drill pack, and where.
pub type PackError = FileError;

/// Drills that belong together.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(Serialize, Deserialize))]
pub struct Pack {
    /// Its id: small letters, digits and hyphens.
    pub id: String,
    /// Its name.
    pub title: String,
    /// What it is about, in a sentence.
    pub about: String,
    /// The drills, in the order of the file; their ids differ.
    pub drills: Vec<Drill>,
}

/// One drill. Its texts for people are plain text in which only `code` between backticks stands out.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(Serialize, Deserialize))]
pub struct Drill {
    /// Its id, of the same form as a pack's.
    pub id: String,
    /// Its name.
    pub title: String,
    /// The part of the exam that it belongs to.
    pub domain: Domain,
    /// What is to be done.
    pub task: String,
    /// The release that it is judged for, such as `1.33`.
    pub kubernetes: String,
    /// Minutes that it should take.
    pub minutes: u32,
    /// The files to begin with.
    pub files: Vec<DrillFile>,
    /// Ids of the rules that find something in them and must find nothing in the end.
    pub rules: Vec<String>,
    /// Settings, named as in a report, that must be as they were.
    pub keep: Vec<String>,
    /// Keys, values or entries of lists that must stand somewhere in the end.
    pub contain: Vec<String>,
    /// Hints, from vague to exact.
    pub hints: Vec<String>,
    /// The files as they may be in the end; those that are not named stay as they were.
    pub answer: Vec<DrillFile>,
    /// Why the answer is right.
    pub explanation: String,
}

/// One file of a drill.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(Serialize, Deserialize))]
pub struct DrillFile {
    /// Its name.
    pub name: String,
    /// Its text.
    pub text: String,
}

/// A domain of the CKS exam, as CNCF's curriculum names them since October 2024.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[cfg_attr(feature = "serde", derive(Serialize, Deserialize), serde(rename_all = "kebab-case"))]
pub enum Domain {
    /// Cluster Setup.
    ClusterSetup,
    /// Cluster Hardening.
    ClusterHardening,
    /// System Hardening.
    SystemHardening,
    /// Minimize Microservice Vulnerabilities.
    Microservices,
    /// Supply Chain Security.
    SupplyChain,
    /// Monitoring, Logging and Runtime Security.
    Monitoring,
}

impl Domain {
    /// All of them, in the order of the curriculum.
    pub const ALL: [Self; 6] = [
        Self::ClusterSetup,
        Self::ClusterHardening,
        Self::SystemHardening,
        Self::Microservices,
        Self::SupplyChain,
        Self::Monitoring,
    ];

    /// The name in the curriculum and in packs.
    pub const fn title(self) -> &'static str {
        match self {
            Self::ClusterSetup => "Cluster Setup",
            Self::ClusterHardening => "Cluster Hardening",
            Self::SystemHardening => "System Hardening",
            Self::Microservices => "Minimize Microservice Vulnerabilities",
            Self::SupplyChain => "Supply Chain Security",
            Self::Monitoring => "Monitoring, Logging and Runtime Security",
        }
    }
}

impl Pack {
    /// A pack from its YAML.
    ///
    /// # Errors
    /// [`PackError`] with the place of the first thing that is not understood.
    pub fn read(text: &str) -> Result<Self, PackError> {
        file::read(text)
    }
}

impl Drill {
    /// The documents to begin with.
    pub fn documents(&self) -> Vec<Document> {
        self.files.iter().map(|file| Document::new(&*file.name, &*file.text)).collect()
    }

    /// The documents of the reference answer.
    pub fn answered(&self) -> Vec<Document> {
        let text = |file: &DrillFile| {
            let own = self.answer.iter().find(|answer| answer.name == file.name);
            own.unwrap_or(file).text.clone()
        };
        self.files.iter().map(|file| Document::new(&*file.name, text(file))).collect()
    }

    /// How it is judged: by every rule, for its release.
    pub fn options(&self) -> Options {
        Options { version: self.kubernetes.parse().ok().or(Some(Version::NEWEST)), profile: Profile::default() }
    }
}
