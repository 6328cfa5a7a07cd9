//! Profiling of lock contention.

use crate::context::Context;
use crate::knowledge::{Component, kube_apiserver as settings};
use crate::report::{Safety, Severity};
use crate::rule::{Check, Docs, Expect, Repair, Rule, When};

/// The rule.
pub static RULE: Rule = Rule {
    id: "apiserver-contention-profiling",
    title: "The API server profiles lock contention all the time",
    severity: Severity::Low,
    components: &[Component::KubeApiserver],
    check: Check::Setting {
        setting: settings::CONTENTION_PROFILING,
        expect: Expect::Is("false"),
        when: When::If(is_profiling),
    },
    good: &[],
    repair: Repair::Write { value: "false", safety: Safety::Safe, risk: "" },
    docs: Docs {
        what: "Every wait for a lock is timed and recorded, and `/debug/pprof` shows where the API server waits.",
        why: "The recording slows every request a little, and whoever may read profiles learns more about the server's \
              internals.",
        verify: "Run `kubectl get --raw '/debug/pprof/block?debug=1'`: it must show no samples, or fail with \
                 \"NotFound\".",
        side_effects: "Block profiles are empty until it is switched on again. Nothing else uses them.",
    },
    references: &[],
};

/// Contention is only profiled where profiling as such is on.
fn is_profiling(context: &Context<'_>) -> bool {
    context.is_true(settings::PROFILING) == Some(true)
}
