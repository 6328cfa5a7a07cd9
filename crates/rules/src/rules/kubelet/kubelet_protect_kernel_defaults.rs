//! Kernel parameters that the kubelet expects.

use crate::knowledge::Component;
use crate::knowledge::kubelet::PROTECT_KERNEL_DEFAULTS;
use crate::report::{Safety, Severity};
use crate::rule::{Check, Docs, Expect, Ref, Repair, Rule, When};

/// The rule.
pub static RULE: Rule = Rule {
    id: "kubelet-protect-kernel-defaults",
    title: "The kubelet changes kernel parameters of the node",
    severity: Severity::Medium,
    components: &[Component::Kubelet],
    check: Check::Setting { setting: PROTECT_KERNEL_DEFAULTS, expect: Expect::Is("true"), when: When::Always },
    good: &[],
    repair: Repair::Write {
        value: "true",
        safety: Safety::Unsafe,
        risk: "stop the kubelet on a node whose kernel parameters differ from what it expects",
    },
    docs: Docs {
        what: "Where `vm.overcommit_memory`, `vm.panic_on_oom`, `kernel.panic`, `kernel.panic_on_oops` or the key \
               quotas differ from what the kubelet expects, it overwrites them.",
        why: "What the node was hardened to is silently replaced each time the kubelet starts, and nobody learns that \
              the two disagree.",
        verify: "Run `systemctl is-active kubelet` a minute after the restart: it must print `active`.",
        side_effects: "The kubelet exits where a parameter differs. Put vm.overcommit_memory=1, vm.panic_on_oom=0, \
                       kernel.panic=10, kernel.panic_on_oops=1, kernel.keys.root_maxkeys=1000000 and \
                       kernel.keys.root_maxbytes=25000000 into /etc/sysctl.d first.",
    },
    references: &[Ref::Stig("V-242434")],
};
