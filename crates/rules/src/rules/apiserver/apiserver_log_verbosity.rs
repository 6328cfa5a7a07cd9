//! Logs that hold what is asked and answered.

use crate::context::Context;
use crate::finding::{Change, Hit, Plan};
use crate::knowledge::{Component, SettingId, kube_apiserver as settings};
use crate::report::{Category, Safety, Severity};
use crate::rule::{Check, Docs, Repair, Rule};

/// The rule.
pub static RULE: Rule = Rule {
    id: "apiserver-log-verbosity",
    title: "The API server logs the contents of requests",
    severity: Severity::Medium,
    components: &[Component::KubeApiserver],
    check: Check::Code(check),
    good: &[(crate::knowledge::kube_apiserver::V, "2")],
    repair: Repair::Write { value: "2", safety: Safety::Safe, risk: "" },
    docs: Docs {
        what: "From verbosity 8 on, the component logs the bodies of the requests that it sends and of their answers.",
        why: "Secrets and tokens end up in log files, and from there in every system that collects logs, for readers who \
              have no right to them. The disk fills as well.",
        verify: "Run `kubectl -n kube-system get pod -l component=kube-apiserver -o yaml | grep -- --v=`: the number must \
                 be below 8.",
        side_effects: "Logs are shorter.",
    },
    references: &[],
};

fn check(context: &Context<'_>) -> Vec<Hit> {
    too_much(context, settings::V, RULE.docs.what).into_iter().collect()
}

/// The hit for a verbosity at which bodies are logged. Source: the debugging transport of `k8s.io/client-go`.
pub(in crate::rules) fn too_much(context: &Context<'_>, setting: SettingId, what: &str) -> Option<Hit> {
    context.value(setting)?.as_int().filter(|level| *level >= 8)?;
    let message =
        format!("{}. {what} Set it to `2`; raise it for an hour when you hunt a fault.", context.found(setting));
    let title = format!("Set `{}` to `2`", context.target_spelling(setting));
    let hit = Hit::new(Category::Insecure, context.place(setting), message).about(setting);
    let plan = Plan::new(title, Safety::Safe, Change::Write(setting, "2".to_owned()));
    Some(hit.confidence(context.confidence(setting)).plan(plan))
}
