//! What the kernel ends first when memory runs out.

use crate::context::Context;
use crate::finding::{Change, Hit, Plan};
use crate::knowledge::Component;
use crate::knowledge::kubelet::OOM_SCORE_ADJ as SCORE;
use crate::report::{Category, Safety, Severity};
use crate::rule::{Check, Docs, Repair, Rule};

/// The rule.
pub static RULE: Rule = Rule {
    id: "kubelet-oom-score-adj",
    title: "When memory runs out, the kernel ends the kubelet before pods",
    severity: Severity::Low,
    components: &[Component::Kubelet],
    check: Check::Code(check),
    good: &[(crate::knowledge::kubelet::OOM_SCORE_ADJ, "-999")],
    repair: Repair::Write { value: "-999", safety: Safety::Safe, risk: "" },
    docs: Docs {
        what: "Pods with guaranteed resources have -997. A kubelet above that is ended before them.",
        why: "A pod that takes all memory rids the node of what would have ended it: without the kubelet nothing evicts, \
              and the node is lost to the cluster.",
        verify: "Run `cat /proc/$(pidof kubelet)/oom_score_adj` on the node: it must print `-999`.",
        side_effects: "Pods are ended first, as on any other node.",
    },
    references: &[],
};

/// Source: `pkg/kubelet/qos/policy.go`: guaranteed pods have -997, others more.
const GUARANTEED: i64 = -997;

fn check(context: &Context<'_>) -> Vec<Hit> {
    if context.value(SCORE).and_then(|value| value.as_int()).is_none_or(|score| score <= GUARANTEED) {
        return Vec::new();
    }
    let message = format!("{}. {} Set it to `-999`.", context.found(SCORE), RULE.docs.what);
    let title = format!("Set `{}` to `-999`", context.target_spelling(SCORE));
    let plan = Plan::new(title, Safety::Safe, Change::Write(SCORE, "-999".to_owned()));
    let hit = Hit::new(Category::Insecure, context.place(SCORE), message).about(SCORE);
    vec![hit.confidence(context.confidence(SCORE)).plan(plan)]
}
