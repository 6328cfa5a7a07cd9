//! Controls of published benchmarks: what each profile is made of, and where a benchmark's own audit says something
//! else than Plimsoll. The rows live in `data/controls.tsv` and `data/benchmark_verdicts.tsv`.

mod audit;
mod generated;

pub use generated::{AUDITS, CONTROLS};

use crate::knowledge::{Component, SettingId};
use crate::rule::{Ref, Rule};

/// Who publishes a control.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Benchmark {
    /// CIS Kubernetes Benchmark 1.12.
    Cis,
    /// DISA Kubernetes STIG.
    Stig,
    /// Kubernetes Hardening Guidance of NSA and CISA.
    NsaCisa,
    /// The exam for Certified Kubernetes Security Specialist.
    Cks,
}

impl Benchmark {
    /// The name in reports.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Cis => "cis",
            Self::Stig => "stig",
            Self::NsaCisa => "nsa-cisa",
            Self::Cks => "cks",
        }
    }
}

/// One control.
#[derive(Debug)]
pub struct Control {
    /// Who publishes it.
    pub benchmark: Benchmark,
    /// Its id there.
    pub id: &'static str,
    /// For CIS its level, where a source tells it.
    pub level: Option<u8>,
    /// What it is about.
    pub scope: Scope,
    /// What tells whether it is met.
    pub how: How,
    /// A setting without which it asks for nothing.
    pub needs: Option<SettingId>,
    /// A setting with which a file decides that no rule reads.
    pub defers: Option<SettingId>,
    /// The good state in one phrase.
    pub title: &'static str,
    /// A command and what it must show; empty where rules are enough.
    pub by_hand: &'static str,
}

/// What a control is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scope {
    /// The kubelet.
    Kubelet,
    /// The kube-apiserver.
    KubeApiserver,
    /// Each of them.
    Both,
    /// Something that Plimsoll does not read.
    Other(&'static str),
}

impl Scope {
    /// The components that it is about.
    pub const fn components(self) -> &'static [Component] {
        match self {
            Self::Kubelet => &[Component::Kubelet],
            Self::KubeApiserver => &[Component::KubeApiserver],
            Self::Both => &[Component::Kubelet, Component::KubeApiserver],
            Self::Other(_) => &[],
        }
    }

    /// The name in reports.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Kubelet => Component::Kubelet.name(),
            Self::KubeApiserver => Component::KubeApiserver.name(),
            Self::Both => "kubelet, kube-apiserver",
            Self::Other(name) => name,
        }
    }
}

/// What tells whether a control is met.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum How {
    /// The rules that name it in their references.
    References,
    /// These rules, each with the name that a finding must be about, or an empty one for any.
    Rules(&'static [(&'static str, &'static str)]),
    /// Nothing that the components' texts say.
    ByHand,
}

/// What a benchmark's own audit reads and accepts, where that is not what Plimsoll finds.
#[derive(Debug)]
pub struct Audit {
    /// Who publishes the control.
    pub benchmark: Benchmark,
    /// Its id there.
    pub id: &'static str,
    /// The setting that the audit reads.
    pub setting: SettingId,
    /// What it accepts when the setting is written.
    pub wants: Wants,
    /// What it says when nothing is written.
    pub absent: Absent,
    /// A setting with a value with which the audit does not apply.
    pub unless: Option<(SettingId, &'static str)>,
    /// What Plimsoll advises.
    pub advice: &'static str,
}

/// What an audit accepts. Values are spelled as a flag would.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wants {
    /// This value.
    Is(&'static str),
    /// Any other value.
    Not(&'static str),
    /// A number or duration not below this.
    Least(&'static str),
    /// A list with this item, or a map with this `key=value`.
    Has(&'static str),
    /// A list without this item.
    Lacks(&'static str),
    /// Anything but empty text.
    Set,
    /// Nothing.
    Unset,
    /// The same as Plimsoll.
    NoMore,
}

/// What an audit says when nothing is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Absent {
    /// It is content.
    Pass,
    /// It is not.
    Fail,
}

impl Control {
    /// Whether `rule` may speak about it at all.
    pub fn concerns(&self, rule: &Rule) -> bool {
        let listed = matches!(self.how, How::Rules(rules) if rules.iter().any(|(id, _)| *id == rule.id));
        listed || self.is_named_by(rule)
    }

    /// Whether `rule` names it in its references.
    fn is_named_by(&self, rule: &Rule) -> bool {
        rule.references.iter().any(|reference| match reference {
            Ref::Cis(id) => self.benchmark == Benchmark::Cis && *id == self.id,
            Ref::Stig(id) => self.benchmark == Benchmark::Stig && *id == self.id,
        })
    }
}
