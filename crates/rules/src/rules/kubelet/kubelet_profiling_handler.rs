//! Profiles of the running kubelet.

use crate::context::Context;
use crate::knowledge::Component;
use crate::knowledge::kubelet::{ENABLE_DEBUGGING_HANDLERS, ENABLE_PROFILING_HANDLER};
use crate::report::{Safety, Severity};
use crate::rule::{Check, Docs, Expect, Repair, Rule, When};

/// The rule.
pub static RULE: Rule = Rule {
    id: "kubelet-profiling-handler",
    title: "The kubelet serves profiles of itself",
    severity: Severity::Low,
    components: &[Component::Kubelet],
    check: Check::Setting {
        setting: ENABLE_PROFILING_HANDLER,
        expect: Expect::Is("false"),
        when: When::If(handlers_are_on),
    },
    good: &[],
    repair: Repair::Write { value: "false", safety: Safety::Safe, risk: "" },
    docs: Docs {
        what: "Clients that may read `nodes/proxy` get CPU and memory profiles of the kubelet from `/debug/pprof`. \
               Only the configuration file has this setting.",
        why: "A profile shows how the process works inside and costs CPU time while it is taken. Nobody needs it \
              outside of a hunt for a fault.",
        verify: "Run `kubectl get --raw /api/v1/nodes/NODE/proxy/debug/pprof/cmdline`: it must fail.",
        side_effects: "Profiling must be switched on again before profiles can be taken.",
    },
    references: &[],
};

/// Without the debugging handlers this one is not served either.
fn handlers_are_on(context: &Context<'_>) -> bool {
    context.is_true(ENABLE_DEBUGGING_HANDLERS) != Some(false)
}
