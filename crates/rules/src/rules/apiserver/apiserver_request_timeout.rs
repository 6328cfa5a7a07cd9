//! How long a request may take.

use crate::context::Context;
use crate::finding::{Change, Hit, Plan};
use crate::knowledge::{Component, SettingId, kube_apiserver as settings};
use crate::report::{Category, Safety, Severity};
use crate::rule::{Check, Docs, Ref, Repair, Rule};

/// The rule.
pub static RULE: Rule = Rule {
    id: "apiserver-request-timeout",
    title: "Requests may hold a connection for too long",
    severity: Severity::Low,
    components: &[Component::KubeApiserver],
    check: Check::Code(check),
    good: &[(crate::knowledge::kube_apiserver::REQUEST_TIMEOUT, "1m0s")],
    repair: Repair::Write { value: "5m0s", safety: Safety::Safe, risk: "" },
    docs: Docs {
        what: "A request keeps its place among the requests in flight for that long.",
        why: "Slow clients, by accident or on purpose, hold all places, and the API server stops answering the \
              others.",
        verify: "Run `ps -o args= -C kube-apiserver | tr \" \" \"\\n\" | grep -e --request-timeout` on a \
                 control-plane node: it must print nothing or at most `5m0s`.",
        side_effects: "Requests that take longer fail with a timeout. Watches, logs and `exec` are not limited by \
                       it. The default is `1m0s`.",
    },
    references: &[Ref::Cis("1.2.20"), Ref::Stig("V-242438")],
};

const SETTING: SettingId = settings::REQUEST_TIMEOUT;
const SECOND: i64 = 1_000_000_000;

fn check(context: &Context<'_>) -> Vec<Hit> {
    let (what, value) = match context.value(SETTING).and_then(|value| value.as_nanos()) {
        Some(0) => ("Requests have no time limit at all: slow clients can hold every place.", "1m0s"),
        Some(nanos) if nanos > 300 * SECOND => (RULE.docs.what, "5m0s"),
        _ => return Vec::new(),
    };
    let message = format!("{}. {what} Set it to `{value}` or less.", context.found(SETTING));
    let plan = Plan::new(
        format!("Set `--request-timeout` to `{value}`"),
        Safety::Safe,
        Change::Write(SETTING, value.to_owned()),
    );
    let hit = Hit::new(Category::Insecure, context.place(SETTING), message).about(SETTING);
    vec![hit.confidence(context.confidence(SETTING)).plan(plan)]
}
