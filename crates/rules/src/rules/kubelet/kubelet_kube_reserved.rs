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
        what: "The scheduler may then promise to pods the CPU and memory that the kubelet and the runtime need. \
               Reserve some, such as `cpu=100m,memory=500Mi`.",
        why: "One workload that uses what it was promised starves the kubelet: the node turns NotReady, and its pods \
              move to the next node, where the same happens.",
        verify: "Run `kubectl get --raw /api/v1/nodes/NODE/proxy/configz`: it must show `kubeReserved` with the \
                 amounts that you set.",
        side_effects: "The node offers less to pods; on a full node some may be stopped when the kubelet restarts.",
    },
    references: &[],
};
