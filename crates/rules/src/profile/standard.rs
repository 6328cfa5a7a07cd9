//! The profiles that come with the project.

use crate::catalog::READING;
use crate::controls;
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
        [Self::CisLevel1, Self::CisLevel2, Self::Stig, Self::NsaCisa, Self::Cks, Self::Everything];

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
            || controls::asks_for(self, rule)
    }
}
