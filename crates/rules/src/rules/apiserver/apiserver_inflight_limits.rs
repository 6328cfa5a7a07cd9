//! Any number of requests at the same time.

use crate::context::Context;
use crate::finding::Hit;
use crate::knowledge::{Component, SettingId, kube_apiserver as settings};
use crate::report::{Category, Severity};
use crate::rule::{Check, Docs, Repair, Rule};

/// The rule.
pub static RULE: Rule = Rule {
    id: "apiserver-inflight-limits",
    title: "The API server takes on any number of requests at the same time",
    severity: Severity::Medium,
    components: &[Component::KubeApiserver],
    check: Check::Code(check),
    good: &[
        (crate::knowledge::kube_apiserver::MAX_REQUESTS_INFLIGHT, "400"),
        (crate::knowledge::kube_apiserver::MAX_MUTATING_REQUESTS_INFLIGHT, "200"),
    ],
    repair: Repair::None,
    docs: Docs {
        what: "Without priority and fairness, `0` is no limit at all.",
        why: "One client, or one controller gone wild, fills the memory of the API server until the kernel ends it, and \
              the control plane with it.",
        verify: "Run `kubectl get --raw /metrics | grep apiserver_flowcontrol_current_executing_requests`: it must print \
                 counts.",
        side_effects: "Requests above the limit get 429 and are tried again by their clients.",
    },
    references: &[],
};

const LIMITS: [SettingId; 2] = [settings::MAX_REQUESTS_INFLIGHT, settings::MAX_MUTATING_REQUESTS_INFLIGHT];

fn check(context: &Context<'_>) -> Vec<Hit> {
    if context.is_true(settings::ENABLE_PRIORITY_AND_FAIRNESS) != Some(false) {
        return Vec::new();
    }
    let open = LIMITS.into_iter().filter(|limit| context.value(*limit).and_then(|value| value.as_int()) == Some(0));
    let hit = |limit: SettingId| {
        let usual = context.default_value(limit).map_or_else(String::new, |usual| format!(" `{usual}` is usual."));
        let message = format!(
            "{}, and `--enable-priority-and-fairness` is `false`. {}{usual}",
            context.found(limit),
            RULE.docs.what
        );
        let hit = Hit::new(Category::Conflict, context.place(limit), message).about(limit);
        hit.confidence(context.confidence(limit))
            .related(context.place(settings::ENABLE_PRIORITY_AND_FAIRNESS), "nothing else limits requests")
    };
    open.map(hit).collect()
}
