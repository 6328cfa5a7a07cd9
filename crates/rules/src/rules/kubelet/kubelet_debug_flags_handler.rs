//! Log verbosity that can be changed over the network.

use crate::context::Context;
use crate::knowledge::Component;
use crate::knowledge::kubelet::{ENABLE_DEBUG_FLAGS_HANDLER, ENABLE_DEBUGGING_HANDLERS};
use crate::report::{Safety, Severity};
use crate::rule::{Check, Docs, Expect, Repair, Rule, When};

/// The rule.
pub static RULE: Rule = Rule {
    id: "kubelet-debug-flags-handler",
    title: "The kubelet's log verbosity can be changed over the network",
    severity: Severity::Info,
    components: &[Component::Kubelet],
    check: Check::Setting {
        setting: ENABLE_DEBUG_FLAGS_HANDLER,
        expect: Expect::Is("false"),
        when: When::If(handlers_are_on),
    },
    good: &[],
    repair: Repair::Write { value: "false", safety: Safety::Safe, risk: "" },
    docs: Docs {
        what: "Clients that may write to `nodes/proxy` change the verbosity at `/debug/flags/v`. Only the \
               configuration file has this setting.",
        why: "At a high verbosity the log fills the disk and may hold what requests carry; at a low one it hides what \
              the attacker does next.",
        verify: "Run `kubectl get --raw /api/v1/nodes/NODE/proxy/configz`: it must show \
                 `\"enableDebugFlagsHandler\":false`.",
        side_effects: "The verbosity can only be changed by `logging.verbosity` or `--v` and a restart.",
    },
    references: &[],
};

/// Without the debugging handlers this one is not served either.
fn handlers_are_on(context: &Context<'_>) -> bool {
    context.is_true(ENABLE_DEBUGGING_HANDLERS) != Some(false)
}
