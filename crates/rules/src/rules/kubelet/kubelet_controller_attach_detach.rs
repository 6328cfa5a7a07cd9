//! Who attaches volumes to the node.

use crate::knowledge::Component;
use crate::knowledge::kubelet::ENABLE_CONTROLLER_ATTACH_DETACH;
use crate::report::{Safety, Severity};
use crate::rule::{Check, Docs, Expect, Repair, Rule, When};

/// The rule.
pub static RULE: Rule = Rule {
    id: "kubelet-controller-attach-detach",
    title: "The kubelet attaches volumes itself",
    severity: Severity::Low,
    components: &[Component::Kubelet],
    check: Check::Setting { setting: ENABLE_CONTROLLER_ATTACH_DETACH, expect: Expect::Is("true"), when: When::Always },
    good: &[],
    repair: Repair::Write {
        value: "true",
        safety: Safety::Unsafe,
        risk: "leave volumes that are attached now in an unclear state: drain the node first",
    },
    docs: Docs {
        what: "The kubelet then needs the rights of the storage system that the controller manager has otherwise, and no \
               volume driver of CSI works.",
        why: "Whoever takes over one node has rights over the disks of all. When the node is lost, its volumes stay \
              attached and the pods cannot start elsewhere.",
        verify: "Run `kubectl get node NODE -o yaml | grep controller-managed-attach-detach`: it must print `\"true\"`.",
        side_effects: "The attach-detach controller takes the volumes of the node over.",
    },
    references: &[],
};
