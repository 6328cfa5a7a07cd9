//! What the page and its worker say to each other, in the binary form that [`to_bytes`] writes: code that reads
//! JSON would weigh more than the page's own components.
//!
//! Positions are UTF-16 units of the document's text, as the editor counts them: the worker translates, so the
//! page never sees a byte offset. The one exception is [`Answer::Json`], which is the public report.

use plimsoll_export::{Format, Masking};
use plimsoll_rules::report::{Edit, Report, Safety};
use plimsoll_rules::{
    Acceptance, Coverage, Document, Drill, DrillFile, Judgement, Kind, Options, Pack, PackError, Profile, ProfileError,
    RulePage, Upgrade,
};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

use crate::diff::FileDiff;

/// A message in its binary form.
pub fn to_bytes<T: Serialize>(message: &T) -> Vec<u8> {
    postcard::to_allocvec(message).unwrap_or_default()
}

/// A message from its binary form; `None` for bytes that hold none.
pub fn from_bytes<T: DeserializeOwned>(bytes: &[u8]) -> Option<T> {
    postcard::from_bytes(bytes).ok()
}

/// A question of the page.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Request {
    /// Rises by one with each request of one page; the answer carries it back.
    pub seq: u32,
    /// What is asked.
    pub body: Body,
}

/// What is asked.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Body {
    /// The pages of all rules, in the order of the handbook.
    Pages,
    /// The report on a bundle.
    Lint(Bundle),
    /// The bundle with every safe fix applied, and what that changes.
    FixAll {
        /// The texts now.
        bundle: Bundle,
        /// The texts to compare the result with, one per document.
        originals: Vec<String>,
    },
    /// What each of some fixes would change; nothing is applied.
    Preview {
        /// The texts now.
        bundle: Bundle,
        /// The edits of each fix, in UTF-16 units.
        fixes: Vec<Vec<Edit>>,
    },
    /// What each setting is.
    Descriptions,
    /// The examples of the rule of this id.
    Examples(String),
    /// What changes for a bundle from one release to another.
    Upgrade {
        /// The texts now.
        bundle: Bundle,
        /// The release now, such as `1.33`.
        from: String,
        /// The release after the upgrade.
        to: String,
    },
    /// The profiles that come with the project.
    Profiles,
    /// What a user's own profile says, from its YAML.
    ReadProfile(String),
    /// Every control of the profile with what is known about it.
    Coverage(Bundle),
    /// Where a comment goes that suppresses a finding.
    Accept {
        /// The texts now.
        bundle: Bundle,
        /// Index of the finding in the report.
        finding: usize,
        /// Why it is accepted.
        reason: String,
    },
    /// The report on a bundle as the command line prints it.
    Json(Bundle),
    /// The report, or the safe fixes, as a text to take away.
    Export {
        /// The texts now.
        bundle: Bundle,
        /// What is written.
        format: Format,
        /// Whether secrets are masked.
        masking: Masking,
    },
    /// The texts without their secrets.
    Mask(Bundle),
    /// A text for a bug report.
    Bug {
        /// The texts now.
        bundle: Bundle,
        /// Index of the finding in the report that it is about; absent where something was not found.
        finding: Option<usize>,
        /// Whether secrets are masked.
        masking: Masking,
    },
    /// The packs of drills that come with the project.
    Packs,
    /// A pack of drills, from its YAML.
    ReadPack(String),
    /// Whether a drill is solved.
    Judge {
        /// The drill.
        drill: Box<Drill>,
        /// The texts now.
        bundle: Bundle,
    },
    /// How the texts would become others.
    Compare {
        /// The texts now.
        bundle: Bundle,
        /// The others, by the names of their files.
        files: Vec<DrillFile>,
    },
}

/// All documents that are judged together.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Bundle {
    /// The documents, in the order of the tabs.
    pub documents: Vec<Input>,
    /// The Kubernetes release, such as `1.36`; empty when the documents are to tell.
    pub kubernetes: String,
    /// The profile that judges.
    pub profile: Chosen,
}

/// The profile that judges.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Chosen {
    /// Every rule.
    #[default]
    Everything,
    /// One that comes with the project, by its name.
    Standard(String),
    /// A user's own, by its YAML.
    Own(String),
}

/// What a list says about a profile.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ProfileEntry {
    /// Its name.
    pub name: String,
    /// The name for people of the project's profile that it is or begins with.
    pub title: String,
    /// How many rules judge.
    pub rules: usize,
}

/// One document.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Input {
    /// File name.
    pub name: String,
    /// The text.
    pub text: String,
    /// Name of the kind chosen by hand; detected when absent.
    pub kind: Option<String>,
}

/// An answer of the worker.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Response {
    /// The request's number; 0 when it could not be read.
    pub seq: u32,
    /// What is answered.
    pub body: Answer,
}

/// What is answered.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Answer {
    /// To [`Body::Pages`].
    Pages(Vec<RulePage>),
    /// To [`Body::Lint`], with every `start` and `end` in UTF-16 units.
    Lint(Report),
    /// To [`Body::FixAll`].
    FixAll(FixedAll),
    /// To [`Body::Preview`]: for each fix, the documents it changes.
    Preview(Vec<Vec<FileDiff>>),
    /// To [`Body::Descriptions`]: by component and setting.
    Descriptions(Vec<Description>),
    /// To [`Body::Examples`].
    Examples(Examples),
    /// To [`Body::Upgrade`], with places in UTF-16 units.
    Upgrade(Upgrade),
    /// To [`Body::Profiles`].
    Profiles(Vec<ProfileEntry>),
    /// To [`Body::ReadProfile`].
    Profile(Result<ProfileEntry, ProfileError>),
    /// To [`Body::Coverage`], with places in UTF-16 units.
    Coverage(Coverage),
    /// To [`Body::Accept`], with places in UTF-16 units, or why there is no such comment.
    Accept(Result<Acceptance, String>),
    /// To [`Body::Json`], with byte offsets and a line end.
    Json(String),
    /// To [`Body::Export`].
    Export(Exported),
    /// To [`Body::Mask`].
    Masked(Masked),
    /// To [`Body::Bug`].
    Bug(String),
    /// To [`Body::Packs`].
    Packs(Vec<Pack>),
    /// To [`Body::ReadPack`].
    Pack(Result<Pack, PackError>),
    /// To [`Body::Judge`].
    Judged(Judgement),
    /// To [`Body::Compare`]: the names of the files that differ, and how.
    Compared(Vec<(String, FileDiff)>),
    /// The request could not be read. A defect, not a property of the user's text.
    Refused(String),
}

/// A text to take away. Places in it are those of its own format.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Exported {
    /// What was written.
    pub format: Format,
    /// The text.
    pub text: String,
    /// What was done about secrets, as a sentence; absent where there was nothing to do.
    pub note: Option<String>,
}

/// The texts without their secrets.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Masked {
    /// Name and text of each document.
    pub files: Vec<(String, String)>,
    /// Title and message of each finding.
    pub findings: Vec<(String, String)>,
    /// How many secrets were masked of each kind, by the name of the kind.
    pub secrets: Vec<(String, usize)>,
}

/// What a setting is, whatever the release and the value. The app asks once, so that the tables stay in the worker.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Description {
    /// Name of the component.
    pub component: String,
    /// Name of the setting, as in the report.
    pub setting: String,
    /// The flag with its dashes, where that is not the setting's own name; else empty.
    pub flag: String,
    /// What it does, as a phrase without a full stop.
    pub about: String,
}

/// The examples of one rule. They are judged when they are asked for, as any text is.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Examples {
    /// Id of the rule.
    pub rule: String,
    /// The examples by the place where they are written.
    pub groups: Vec<ExampleGroup>,
    /// What the fixes of the rule may do; absent when it has none.
    pub safety: Option<Safety>,
}

/// Examples that are written in one place.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ExampleGroup {
    /// The place, such as `KubeletConfiguration`.
    pub place: String,
    /// The bad ones, then the good ones.
    pub examples: Vec<Example>,
}

/// One example.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Example {
    /// `Bad` or `Good`, with the release where that is not the newest.
    pub title: String,
    /// Whether the rule has nothing to say about it.
    pub is_good: bool,
    /// Its files.
    pub files: Vec<Listing>,
    /// What the fix does: its title, what it may do, and the files it changes.
    pub fix: Option<(String, Safety, Vec<FileDiff>)>,
}

/// One file of an example.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Listing {
    /// Its name; empty where it is the only file.
    pub name: String,
    /// Its text in pieces, each with whether the rule points at it.
    pub pieces: Vec<(String, bool)>,
}

/// The bundle after every safe fix.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct FixedAll {
    /// The new texts, one per document.
    pub texts: Vec<String>,
    /// Titles of the fixes that were applied, in order.
    pub applied: Vec<String>,
    /// The documents whose new text differs from the original, and how.
    pub diffs: Vec<FileDiff>,
}

impl Bundle {
    /// The documents as the rules take them.
    pub fn to_documents(&self) -> Vec<Document> {
        let document = |input: &Input| Document {
            name: input.name.clone(),
            text: input.text.clone(),
            kind: input.kind.as_deref().and_then(Kind::from_name),
        };
        self.documents.iter().map(document).collect()
    }

    /// The options as the rules take them; an empty release is guessed from the documents, and a profile that cannot
    /// be read, which the page does not send, is that of every rule.
    pub fn options(&self) -> Options {
        let profile = match &self.profile {
            Chosen::Everything => None,
            Chosen::Standard(name) => Profile::named(name).ok(),
            Chosen::Own(text) => Profile::read(text).ok(),
        };
        Options { version: self.kubernetes.parse().ok(), profile: profile.unwrap_or_default() }
    }
}
