//! Resources kept for the kubelet and the container runtime.

use crate::knowledge::Component;
use crate::knowledge::kubelet::KUBE_RESERVED;
use crate::report::Severity;
use crate::rule::{Check, Docs, Expect, Repair, Rule, When};

/// The rule.
pub static RULE: Rule = Rule {
    id: "kubelet-kube-reserved",
    title: "Nothing is reserved for the kubelet and the container runtime",
    severity: Severity::Low,
    components: &[Component::Kubelet],
    check: Check::Setting { setting: KUBE_RESERVED, expect: Expect::Present, when: When::Always },
    good: &[],
    repair: Repair::Ask { placeholder: "memory=REPLACE-ME" },
    docs: Docs {
        what: "The scheduler may then give all CPU and memory of the node to pods. Reserve what the kubelet and the \
               runtime need, such as `cpu=100m,memory=500Mi`.",
        why: "One workload that uses what it was promised starves the kubelet: the node turns NotReady, and its pods \
              are moved to the next node, where the same happens.",
        verify: "Run `kubectl describe node NODE`. Under Allocatable, cpu and memory must be less than under Capacity.",
        side_effects: "The node offers less to pods; on a full node some may be evicted when the kubelet restarts.",
    },
    references: &[],
};
