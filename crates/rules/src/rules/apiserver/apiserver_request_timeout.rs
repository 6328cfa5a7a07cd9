//! How long a request may take.

use crate::context::Context;
use crate::finding::{Change, Hit, Plan};
use crate::knowledge::{Component, SettingId, kube_apiserver as settings};
use crate::report::{Category, Safety, Severity};
use crate::rule::{Check, Docs, Ref, Repair, Rule};

/// The rule.
pub static RULE: Rule = Rule {
    id: "apiserver-request-timeout",
    title: "The time limit of requests is above five minutes, or 0",
    severity: Severity::Low,
    components: &[Component::KubeApiserver],
    check: Check::Code(check),
    good: &[(crate::knowledge::kube_apiserver::REQUEST_TIMEOUT, "1m0s")],
    repair: Repair::Write { value: "5m0s", safety: Safety::Safe, risk: "" },
    docs: Docs {
        what: "A request may hold its place among the requests in flight for that long.",
        why: "Slow clients, by accident or on purpose, take all places, and the API server answers nobody else. With \
              `0` it answers no ordinary request at all.",
        verify: "Run `kubectl -n kube-system get pod -l component=kube-apiserver -o yaml | grep request-timeout`: it \
                 must print nothing, or at most `5m0s`.",
        side_effects: "Requests that take longer fail with a timeout. Watches, logs and `exec` have no such limit. The \
                       default is `1m0s`.",
    },
    references: &[Ref::Cis("1.2.20"), Ref::Stig("V-242438")],
};

const SETTING: SettingId = settings::REQUEST_TIMEOUT;
const SECOND: i64 = 1_000_000_000;

fn check(context: &Context<'_>) -> Vec<Hit> {
    let (what, value, wanted, severity) = match context.value(SETTING).and_then(|value| value.as_nanos()) {
        // The deadline has passed before the request is looked at.
        Some(0) => (
            "Every ordinary request is over its time limit at once, so the API server answers none.",
            "1m0s",
            "Set it to `1m0s`.",
            Severity::High,
        ),
        Some(nanos) if nanos > 300 * SECOND => (RULE.docs.what, "5m0s", "Set it to `5m0s` or less.", Severity::Low),
        _ => return Vec::new(),
    };
    let message = format!("{}. {what} {wanted}", context.found(SETTING));
    let plan = Plan::new(
        format!("Set `--request-timeout` to `{value}`"),
        Safety::Safe,
        Change::Write(SETTING, value.to_owned()),
    );
    let hit = Hit::new(Category::Insecure, context.place(SETTING), message).about(SETTING).severity(severity);
    vec![hit.confidence(context.confidence(SETTING)).plan(plan)]
}
