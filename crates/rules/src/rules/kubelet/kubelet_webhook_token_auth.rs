//! Bearer tokens on the kubelet's port.

use crate::context::Context;
use crate::finding::{Change, Hit, Plan, with_risk};
use crate::knowledge::Component;
use crate::knowledge::kubelet::{
    AUTHENTICATION_ANONYMOUS_ENABLED, AUTHENTICATION_WEBHOOK_ENABLED as WEBHOOK, AUTHORIZATION_MODE, KUBECONFIG,
};
use crate::report::{Category, Safety, Severity};
use crate::rule::{Check, Docs, Repair, Rule};
use crate::value::Value;

/// The rule.
pub static RULE: Rule = Rule {
    id: "kubelet-webhook-token-auth",
    title: "The kubelet cannot check bearer tokens",
    severity: Severity::Medium,
    components: &[Component::Kubelet],
    check: Check::Code(check),
    good: &[(crate::knowledge::kubelet::AUTHENTICATION_WEBHOOK_ENABLED, "true")],
    repair: Repair::Write { value: "true", safety: Safety::Safe, risk: "" },
    docs: Docs {
        what: "The kubelet then does not ask the API server whose token a request carries: clients with a service \
               account token are refused, or let in as `system:anonymous` where that is allowed.",
        why: "Monitoring that cannot use its token is the usual reason why anonymous access or the read-only port is \
              opened instead. Without tokens, only holders of client certificates can be told apart.",
        verify: "Run `curl -sk -H \"Authorization: Bearer $(kubectl create token default)\" \
                 https://NODE:10250/metrics`: it must print a line that begins with `Forbidden`, not `Unauthorized`.",
        side_effects: "Every service account token is accepted as its account; what it may do there is decided by \
                       `authorization.mode`.",
    },
    references: &[],
};

fn check(context: &Context<'_>) -> Vec<Hit> {
    if context.is_true(WEBHOOK) != Some(false) {
        return Vec::new();
    }
    let category = if context.is_written(WEBHOOK) { Category::Insecure } else { Category::Missing };
    // Token authentication asks the API server: a kubelet that has none exits.
    let standalone = context.is_present(KUBECONFIG) == Some(false);
    let wanted =
        if standalone { "Give the kubelet a `--kubeconfig`, then set it to `true`." } else { "Set it to `true`." };
    let message = format!("{}. {} {wanted}", context.found(WEBHOOK), RULE.docs.what);
    let hit =
        Hit::new(category, context.place(WEBHOOK), message).about(WEBHOOK).confidence(context.confidence(WEBHOOK));
    vec![if standalone { hit } else { hit.plan(plan(context)) }]
}

fn plan(context: &Context<'_>) -> Plan {
    let title = format!("Set `{}` to `true`", context.target_spelling(WEBHOOK));
    let change = Change::Write(WEBHOOK, "true".to_owned());
    let allows_all = context.value(AUTHORIZATION_MODE) == Some(Value::Text("AlwaysAllow".to_owned()));
    // Where anonymous requests are let in anyway, tokens open nothing more.
    if !allows_all || context.is_true(AUTHENTICATION_ANONYMOUS_ENABLED) == Some(true) {
        return Plan::new(title, Safety::Safe, change);
    }
    let risk = "let every service account do anything on the node while `authorization.mode` is `AlwaysAllow`";
    Plan::new(with_risk(title, risk), Safety::Unsafe, change)
}
