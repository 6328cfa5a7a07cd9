//! The profiles that come with the project.

#[cfg(feature = "serde")]
use serde::{Deserialize, Serialize};

use super::Profile;
use crate::catalog::READING;
use crate::controls::{Benchmark, CONTROLS, Control};
use crate::rule::Rule;

/// A profile that comes with the project.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standard {
    /// CIS Kubernetes Benchmark 1.12, level 1.
    CisLevel1,
    /// CIS Kubernetes Benchmark 1.12, levels 1 and 2.
    CisLevel2,
    /// DISA Kubernetes STIG.
    Stig,
    /// Kubernetes Hardening Guidance of NSA and CISA, 1.2.
    NsaCisa,
    /// What the exam for Certified Kubernetes Security Specialist asks about these components.
    Cks,
    /// Every rule.
    Everything,
}

impl Standard {
    /// All of them.
    pub const ALL: [Self; 6] =
        [Self::Everything, Self::CisLevel1, Self::CisLevel2, Self::Stig, Self::NsaCisa, Self::Cks];

    /// The name on the command line.
    pub const fn name(self) -> &'static str {
        match self {
            Self::CisLevel1 => "cis-level-1",
            Self::CisLevel2 => "cis-level-2",
            Self::Stig => "stig",
            Self::NsaCisa => "nsa-cisa",
            Self::Cks => "cks",
            Self::Everything => "everything",
        }
    }

    /// The name for people.
    pub const fn title(self) -> &'static str {
        match self {
            Self::CisLevel1 => "CIS Kubernetes Benchmark 1.12, level 1",
            Self::CisLevel2 => "CIS Kubernetes Benchmark 1.12, levels 1 and 2",
            Self::Stig => "DISA Kubernetes STIG",
            Self::NsaCisa => "NSA/CISA Kubernetes Hardening Guidance 1.2",
            Self::Cks => "Topics of the CKS exam",
            Self::Everything => "Every rule",
        }
    }

    /// The profile with this [`Self::name`].
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|standard| standard.name() == name)
    }

    /// Whether a rule belongs to it. Rules about text that is not read as written belong to all: without them a pass
    /// would mean nothing.
    pub(crate) fn includes(self, rule: &Rule) -> bool {
        self == Self::Everything
            || READING.iter().any(|reading| reading.id == rule.id)
            || rule.id == "kubelet-config-file-not-given"
            || self.controls().any(|control| control.concerns(rule))
    }

    /// The controls that it is made of, in the order of reports; none for [`Self::Everything`].
    pub(crate) fn controls(self) -> impl Iterator<Item = &'static Control> {
        CONTROLS.iter().filter(move |control| match (self, control.benchmark) {
            // A control whose level no source tells counts as level 1.
            (Self::CisLevel1, Benchmark::Cis) => control.level != Some(2),
            (Self::CisLevel2, Benchmark::Cis)
            | (Self::Stig, Benchmark::Stig)
            | (Self::NsaCisa, Benchmark::NsaCisa)
            | (Self::Cks, Benchmark::Cks) => true,
            _ => false,
        })
    }
}

/// A profile that comes with the project, for lists.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(Serialize, Deserialize))]
pub struct ProfilePage {
    /// The name on the command line.
    pub name: String,
    /// The name for people.
    pub title: String,
    /// How many controls its coverage report lists.
    pub controls: usize,
    /// Ids of the rules that judge, in catalogue order.
    pub rules: Vec<String>,
}

impl Profile {
    /// What a list says about it. A user's own has the title of what it begins with.
    pub fn page(&self) -> ProfilePage {
        let (rules, standard) = (self.rules(), self.base());
        let controls = standard.controls().count();
        ProfilePage {
            name: self.name().to_owned(),
            title: standard.title().to_owned(),
            // Without a benchmark each rule is a control.
            controls: if standard == Standard::Everything { rules.len() } else { controls },
            rules: rules.iter().map(|rule| rule.id.to_owned()).collect(),
        }
    }
}

/// The profiles that come with the project.
pub fn profiles() -> Vec<ProfilePage> {
    Standard::ALL.into_iter().map(|standard| Profile::standard(standard).page()).collect()
}
