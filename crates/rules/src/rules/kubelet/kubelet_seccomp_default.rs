//! The system calls of pods that ask for nothing.

use crate::context::Context;
use crate::knowledge::Component;
use crate::knowledge::kubelet::SECCOMP_DEFAULT;
use crate::report::{Safety, Severity};
use crate::rule::{Check, Docs, Expect, Ref, Repair, Rule, When};
use crate::version::Version;

/// First release whose feature gate SeccompDefault is on; before, the kubelet refuses the setting.
const GATE_ON: Version = Version(25);

/// The rule.
pub static RULE: Rule = Rule {
    id: "kubelet-seccomp-default",
    title: "Pods run without a seccomp profile unless they ask for one",
    severity: Severity::Medium,
    components: &[Component::Kubelet],
    check: Check::Setting { setting: SECCOMP_DEFAULT, expect: Expect::Is("true"), when: When::If(gate_is_on) },
    good: &[],
    repair: Repair::Write {
        value: "true",
        safety: Safety::Unsafe,
        risk: "break containers that use system calls outside the runtime's default profile",
    },
    docs: Docs {
        what: "A pod without `seccompProfile` may use every system call of the kernel.",
        why: "Most ways out of a container go through rarely used system calls. The runtime's own profile blocks these \
              and leaves ordinary programs alone.",
        verify: "Run `kubectl exec POD -- grep Seccomp: /proc/1/status` for a pod started afterwards: it must print 2.",
        side_effects: "Containers that create user namespaces or trace other programs may fail; such pods can ask for \
                       `Unconfined`. Running pods change only when they are started again.",
    },
    references: &[Ref::Cis("4.2.14")],
};

fn gate_is_on(context: &Context<'_>) -> bool {
    context.version >= GATE_ON
}
