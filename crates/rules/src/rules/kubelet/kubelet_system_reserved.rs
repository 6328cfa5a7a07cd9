//! Resources kept for the operating system.

use crate::knowledge::Component;
use crate::knowledge::kubelet::SYSTEM_RESERVED;
use crate::report::Severity;
use crate::rule::{Check, Docs, Expect, Repair, Rule, When};

/// The rule.
pub static RULE: Rule = Rule {
    id: "kubelet-system-reserved",
    title: "Nothing is reserved for the operating system",
    severity: Severity::Low,
    components: &[Component::Kubelet],
    check: Check::Setting { setting: SYSTEM_RESERVED, expect: Expect::Present, when: When::Always },
    good: &[],
    repair: Repair::Ask { placeholder: "memory=REPLACE-ME" },
    docs: Docs {
        what: "The scheduler may then promise to pods the CPU and memory that the system's own services need. Reserve \
               some, such as `cpu=100m,memory=500Mi`.",
        why: "When pods use what they were promised, sshd, journald and the audit daemon are starved or killed: the \
              node cannot be reached and leaves no trail.",
        verify: "Run `kubectl get --raw /api/v1/nodes/NODE/proxy/configz`: it must show `systemReserved` with the \
                 amounts that you set.",
        side_effects: "The node offers less to pods; on a full node some may be stopped when the kubelet restarts.",
    },
    references: &[],
};
