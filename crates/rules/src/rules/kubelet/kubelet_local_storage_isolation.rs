//! Disk space that pods may fill.

use crate::knowledge::Component;
use crate::knowledge::kubelet::LOCAL_STORAGE_CAPACITY_ISOLATION;
use crate::report::{Safety, Severity};
use crate::rule::{Check, Docs, Expect, Repair, Rule, When};

/// The rule.
pub static RULE: Rule = Rule {
    id: "kubelet-local-storage-isolation",
    title: "Limits of ephemeral storage are ignored",
    severity: Severity::Medium,
    components: &[Component::Kubelet],
    check: Check::Setting { setting: LOCAL_STORAGE_CAPACITY_ISOLATION, expect: Expect::Is("true"), when: When::Always },
    good: &[],
    repair: Repair::Write {
        value: "true",
        safety: Safety::Unsafe,
        risk: "keep the kubelet from starting where the root file system cannot be measured, and evict pods over their limits",
    },
    docs: Docs {
        what: "The kubelet neither counts nor limits what pods write to their own disk, to `emptyDir` volumes and to logs.",
        why: "One pod fills the disk of the node, and every other pod is evicted or fails to write, however strict the \
              limits in their manifests are.",
        verify: "Run `kubectl get node NODE -o jsonpath='{.status.allocatable}'`: it must hold `ephemeral-storage`.",
        side_effects: "Pods that write more than their limit are evicted. Rootless nodes may need `false`.",
    },
    references: &[],
};
