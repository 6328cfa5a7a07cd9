//! How many processes one pod may have.

use crate::knowledge::Component;
use crate::knowledge::kubelet::POD_PIDS_LIMIT;
use crate::report::{Safety, Severity};
use crate::rule::{Check, Docs, Expect, Ref, Repair, Rule, When};

/// The rule.
pub static RULE: Rule = Rule {
    id: "kubelet-pod-pids-limit",
    title: "A pod may start any number of processes",
    severity: Severity::Medium,
    components: &[Component::Kubelet],
    check: Check::Setting {
        setting: POD_PIDS_LIMIT,
        expect: Expect::PositiveUpTo(|thresholds| thresholds.pod_pids_limit),
        when: When::Always,
    },
    good: &[],
    repair: Repair::Write {
        value: "4096",
        safety: Safety::Unsafe,
        risk: "break pods that need more than 4096 processes and threads",
    },
    docs: Docs {
        what: "Only the node's own limit then stops a pod that keeps forking. Set a number, such as `4096`.",
        why: "A fork bomb in one container takes all process ids of the node: the kubelet, the runtime and sshd can \
              start nothing any more, and every pod there fails.",
        verify: "Run `kubectl get --raw /api/v1/nodes/NODE/proxy/configz`: it must show `\"podPidsLimit\":4096`.",
        side_effects: "Threads count as well. Large Java or database pods may need a higher number.",
    },
    references: &[Ref::Cis("4.2.13")],
};
