//! Suppressions that have no effect.

use crate::knowledge::Component;
use crate::report::Severity;
use crate::rule::{Check, Docs, Repair, Rule};

/// The rule.
pub static RULE: Rule = Rule {
    id: "suppression-unused",
    title: "A suppression in the file has no effect",
    severity: Severity::Info,
    components: &[Component::Kubelet, Component::KubeApiserver],
    check: Check::Comments,
    good: &[],
    repair: Repair::None,
    docs: Docs {
        what: "The comment names a rule that does not exist or finds nothing there.",
        why: "A suppression that outlives its finding hides the next one in the same place, and readers take the risk for an accepted one.",
        verify: "Run `plimsoll check` again: it must not list this comment any more.",
        side_effects: "None.",
    },
    references: &[],
};
