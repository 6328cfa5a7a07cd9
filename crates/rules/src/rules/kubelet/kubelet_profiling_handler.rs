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
        what: "Clients with access to `nodes/proxy` read CPU and memory profiles of the kubelet from `/debug/pprof`. \
               The setting exists in the configuration file only.",
        why: "A profile costs CPU time while it is taken and shows how the process works inside. Nobody needs it \
              outside of a hunt for a fault.",
        verify: "Run `kubectl get --raw /api/v1/nodes/NODE/proxy/debug/pprof/cmdline`. It must fail.",
        side_effects: "Profiles must be switched on again before they can be taken.",
    },
    references: &[],
};

/// Without the debugging handlers this one is not served either.
fn handlers_are_on(context: &Context<'_>) -> bool {
    context.is_true(ENABLE_DEBUGGING_HANDLERS) != Some(false)
}
