//! Audit events that are written later than the request is answered.

use crate::context::Context;
use crate::knowledge::{Component, kube_apiserver as settings};
use crate::report::{Safety, Severity};
use crate::rule::{Check, Docs, Expect, Repair, Rule, When};

/// The rule.
pub static RULE: Rule = Rule {
    id: "apiserver-audit-log-mode",
    title: "Audit events wait in memory before they are written",
    severity: Severity::Low,
    components: &[Component::KubeApiserver],
    check: Check::Setting {
        setting: settings::AUDIT_LOG_MODE,
        expect: Expect::OneOf(&["blocking", "blocking-strict"]),
        when: When::If(writes_log),
    },
    good: &[],
    repair: Repair::Write {
        value: "blocking",
        safety: Safety::Unsafe,
        risk: "slow requests down where the disk is slow",
    },
    docs: Docs {
        what: "Events are collected in memory and written in batches; those that do not fit into the buffer are dropped.",
        why: "The last seconds before a crash are missing, and a flood of requests pushes the one that matters out of the \
              log.",
        verify: "Run `kubectl get --raw /metrics | grep apiserver_audit_error_total`: the count must not grow.",
        side_effects: "Each request waits until its event is on disk. With `blocking-strict` it fails when that fails.",
    },
    references: &[],
};

fn writes_log(context: &Context<'_>) -> bool {
    context.is_present(settings::AUDIT_LOG_PATH) == Some(true)
}
