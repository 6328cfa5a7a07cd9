//! A kubelet without an API server that is told to ask one.

use crate::command::Extent;
use crate::context::Context;
use crate::finding::Hit;
use crate::knowledge::Component;
use crate::knowledge::kubelet::{AUTHENTICATION_WEBHOOK_ENABLED as WEBHOOK, AUTHORIZATION_MODE as MODE, KUBECONFIG};
use crate::refusal::{refusal, stands};
use crate::report::Severity;
use crate::rule::{Check, Docs, Repair, Rule};
use crate::value::Value;

/// The rule.
pub static RULE: Rule = Rule {
    id: "kubelet-standalone-webhook",
    title: "A kubelet without an API server is told to ask one, so it exits",
    severity: Severity::High,
    components: &[Component::Kubelet],
    check: Check::Code(check),
    good: &[],
    repair: Repair::None,
    docs: Docs {
        what: "Token authentication and mode `Webhook` ask the API server about each request. Without \
              `--kubeconfig` there is none, so the kubelet exits.",
        why: "A node that is meant to run its static pods alone runs nothing. With `--config` both are the \
              default, so a standalone kubelet has to turn them off by name.",
        verify: "Run `systemctl is-active kubelet` a minute after a restart: it must print `active`.",
        side_effects: "Without the API server nobody checks rights: whoever passes authentication may do everything on \
              port 10250. Keep anonymous access off and name a client CA, or turn the port off with \
              `enableServer: false`.",
    },
    references: &[],
};

fn check(context: &Context<'_>) -> Vec<Hit> {
    // A unit that starts the bare program gets its flags from drop-ins that were not given.
    let known = context.target.command.as_ref().is_some_and(|command| {
        command.extent == Extent::Whole && !command.arguments.is_empty() && command.unresolved.is_empty()
    });
    if !known || context.is_present(KUBECONFIG) != Some(false) {
        return Vec::new();
    }
    let by_token = context.is_true(WEBHOOK) == Some(true);
    let by_mode = context.value(MODE) == Some(Value::Text("Webhook".to_owned()));
    let (asked, settings): (&[_], _) = match (by_token, by_mode) {
        (true, true) => (&[WEBHOOK, MODE], "set the first to `false` and the second to `AlwaysAllow`"),
        (true, false) => (&[WEBHOOK], "set it to `false`"),
        (false, true) => (&[MODE], "set it to `AlwaysAllow`"),
        (false, false) => return Vec::new(),
    };
    let found: Vec<String> = asked.iter().map(|setting| stands(context, *setting)).collect();
    let message = format!(
        "No `--kubeconfig` is given, but {}. There is no API server to ask, so the kubelet exits. Give it a \
         `--kubeconfig`. Or, if it is meant to run alone: {settings}, and keep anonymous access off.",
        found.join(" and ")
    );
    vec![refusal(context, asked, message)]
}
