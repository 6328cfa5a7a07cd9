//! The endpoint that serves log files of the node.

use crate::context::Context;
use crate::knowledge::{Component, kube_apiserver as settings};
use crate::report::{Safety, Severity};
use crate::rule::{Check, Docs, Expect, Repair, Rule, When};

/// The rule.
pub static RULE: Rule = Rule {
    id: "apiserver-logs-handler",
    title: "The API server serves log files of its node",
    severity: Severity::Low,
    components: &[Component::KubeApiserver],
    check: Check::Setting {
        setting: settings::ENABLE_LOGS_HANDLER,
        expect: Expect::Is("false"),
        when: When::If(is_written),
    },
    good: &[],
    repair: Repair::Write { value: "false", safety: Safety::Safe, risk: "" },
    docs: Docs {
        what: "Whoever is authorised for `/logs` reads every file below `/var/log` that the API server can see.",
        why: "Log files hold names, addresses and sometimes tokens; an audit log there holds the requests of everyone.",
        verify: "Run `kubectl get --raw /logs/`: it must fail with \"NotFound\".",
        side_effects: "Tools that read `/logs` must collect logs on the node instead. From 1.31 the default is \
                       `false`.",
    },
    references: &[],
};

/// The default changed to the good value; only who asks for the endpoint is told.
fn is_written(context: &Context<'_>) -> bool {
    context.is_written(settings::ENABLE_LOGS_HANDLER)
}
