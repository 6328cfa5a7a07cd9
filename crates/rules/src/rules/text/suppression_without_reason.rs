//! Suppressions without a reason.

use crate::knowledge::Component;
use crate::report::Severity;
use crate::rule::{Check, Docs, Repair, Rule};

/// The rule.
pub static RULE: Rule = Rule {
    id: "suppression-without-reason",
    title: "A suppression in the file gives no reason",
    severity: Severity::Low,
    components: &[Component::Kubelet, Component::KubeApiserver],
    check: Check::Comments,
    good: &[],
    repair: Repair::None,
    docs: Docs {
        what: "A suppression counts only with a reason behind the rule's id.",
        why: "Nobody can tell later whether the risk was accepted or the finding was in the way.",
        verify: "Run `plimsoll check` again: it must list the finding as suppressed.",
        side_effects: "None.",
    },
    references: &[],
};
