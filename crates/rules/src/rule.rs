//! What a rule is: a `static` that names a setting, what is expected of it, how to mend it, and the words.
//!
//! Rules name settings by their row in the knowledge tables, never flags, paths or text. The engine derives
//! from the row how each spelling is read, which default holds, where the value came from and which bytes a fix
//! changes.

use crate::context::Context;
use crate::finding::Hit;
use crate::knowledge::{Component, SettingId};
use crate::object::ObjectKind;
use crate::object_context::ObjectContext;
use crate::report::{Safety, Severity};
use crate::thresholds::Thresholds;

/// One rule.
#[derive(Debug)]
pub struct Rule {
    /// Kebab-case id, equal to the file name with `-` for `_`.
    pub id: &'static str,
    /// One line that states the bad state, without a full stop.
    pub title: &'static str,
    /// How bad the usual case is; a hit may carry its own.
    pub severity: Severity,
    /// The components that it judges.
    pub components: &'static [Component],
    /// What is looked at.
    pub check: Check,
    /// For a [`Check::Code`]: the settings it judges, each with a value that passes, as a flag would spell it.
    /// The value is empty where none fits every cluster.
    pub good: &'static [(SettingId, &'static str)],
    /// How a failed [`Check::Setting`] is mended.
    pub repair: Repair,
    /// Texts for people.
    pub docs: Docs,
    /// Benchmark controls that ask for the same.
    pub references: &'static [Ref],
}

impl Rule {
    /// The settings that the rule judges.
    pub fn judges(&self) -> impl Iterator<Item = SettingId> {
        let one = match self.check {
            Check::Setting { setting, .. } => Some(setting),
            Check::Code(_) | Check::Object(..) | Check::Comments => None,
        };
        one.into_iter().chain(self.good.iter().map(|(setting, _)| *setting))
    }
}

/// Texts of a rule. Each is one to three plain sentences ending in a full stop; `verify` may hold a command.
#[derive(Debug)]
pub struct Docs {
    /// What the setting does in the bad state. Follows "`x` is `y`." in the message of a finding.
    pub what: &'static str,
    /// Why it matters: how it is abused, or what breaks.
    pub why: &'static str,
    /// How to see on a running node or cluster that it is mended.
    pub verify: &'static str,
    /// What else changes when it is mended; who may notice.
    pub side_effects: &'static str,
}

/// A control of a published benchmark.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ref {
    /// CIS Kubernetes Benchmark 1.12.
    Cis(&'static str),
    /// DISA Kubernetes STIG.
    Stig(&'static str),
}

/// What a rule looks at.
#[derive(Clone, Copy, Debug)]
pub enum Check {
    /// The effective value of one setting.
    Setting {
        /// The setting.
        setting: SettingId,
        /// What it must be.
        expect: Expect,
        /// When the rule has something to say at all.
        when: When,
    },
    /// Anything that one comparison cannot say.
    Code(fn(&Context<'_>) -> Vec<Hit>),
    /// Objects of these kinds, one at a time.
    Object(&'static [ObjectKind], fn(&ObjectContext<'_>) -> Vec<Hit>),
    /// Comments that suppress findings, once all other rules have spoken.
    Comments,
}

/// When a [`Check::Setting`] applies.
#[derive(Clone, Copy, Debug)]
pub enum When {
    /// Always.
    Always,
    /// Only when it is set to something; else its default passes.
    Set,
    /// Only when this holds. A function that cannot know must say `false`.
    If(fn(&Context<'_>) -> bool),
}

/// What the effective value must be. Texts are read as the setting's type before they are compared.
#[derive(Clone, Copy, Debug)]
pub enum Expect {
    /// Equal to this.
    Is(&'static str),
    /// Equal to one of these; the first is what a fix writes.
    OneOf(&'static [&'static str]),
    /// A number or duration (in nanoseconds) not below this.
    AtLeast(i64),
    /// Greater than zero.
    Positive,
    /// Greater than zero, and not above this where a profile says so.
    PositiveUpTo(fn(&Thresholds) -> Option<i64>),
    /// A list without this element.
    Lacks(&'static str),
    /// Set to something that is not empty.
    Present,
    /// Not set, or set to nothing.
    Absent,
}

/// How a failed [`Check::Setting`] is mended.
#[derive(Clone, Copy, Debug)]
pub enum Repair {
    /// Nothing can be proposed that fits every case.
    None,
    /// Writes this value where the effective value comes from.
    Write {
        /// The value as a flag would spell it.
        value: &'static str,
        /// What applying it may do.
        safety: Safety,
        /// For an unsafe one: whom it may lock out, as the end of "may ...". Empty otherwise.
        risk: &'static str,
    },
    /// Writes a placeholder that stays a finding until it is replaced. It must contain [`PLACEHOLDER`].
    Ask {
        /// The placeholder.
        placeholder: &'static str,
    },
    /// Adds an element to a list. Only code rules do, and plan it themselves; this states what it may do.
    Add {
        /// What applying it may do.
        safety: Safety,
        /// As in [`Repair::Write`].
        risk: &'static str,
    },
    /// Removes the element of [`Expect::Lacks`] from the list, or what sets an [`Expect::Absent`] setting.
    Remove {
        /// What applying it may do.
        safety: Safety,
        /// As in [`Repair::Write`].
        risk: &'static str,
    },
}

/// Part of every placeholder that a manual fix writes. A value that contains it counts as not set.
pub const PLACEHOLDER: &str = "REPLACE-ME";
