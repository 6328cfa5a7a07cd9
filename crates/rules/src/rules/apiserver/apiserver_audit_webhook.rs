//! Audit events that stay where an intruder can remove them.

use crate::context::Context;
use crate::knowledge::{Component, kube_apiserver as settings};
use crate::report::Severity;
use crate::rule::{Check, Docs, Expect, Repair, Rule, When};
use crate::value::Value;

/// The rule.
pub static RULE: Rule = Rule {
    id: "apiserver-audit-webhook",
    title: "Audit events are written to the node alone",
    severity: Severity::Info,
    components: &[Component::KubeApiserver],
    check: Check::Setting {
        setting: settings::AUDIT_WEBHOOK_CONFIG_FILE,
        expect: Expect::Present,
        when: When::If(only_on_disk),
    },
    good: &[],
    repair: Repair::None,
    docs: Docs {
        what: "Audit events go to a file on the control plane node. Send them off the node too, with a webhook or with \
               an agent that ships the file.",
        why: "Whoever takes over the node deletes the file first, and with it the trace of how they came in.",
        verify: "Look for the newest request in the system that collects the events: it must be there within a minute.",
        side_effects: "The collector must keep up. Events that it cannot take are dropped once the buffer is full.",
    },
    references: &[],
};

/// Whether events are logged to a file; standard output is collected with the logs of the container.
fn only_on_disk(context: &Context<'_>) -> bool {
    let to_file = context.value(settings::AUDIT_LOG_PATH).is_some_and(|path| path != Value::Text("-".to_owned()));
    to_file
        && context.is_present(settings::AUDIT_LOG_PATH) == Some(true)
        && context.is_present(settings::AUDIT_POLICY_FILE) == Some(true)
}
