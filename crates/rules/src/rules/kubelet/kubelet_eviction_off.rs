//! Eviction thresholds that never trigger.

use crate::context::Context;
use crate::finding::Hit;
use crate::knowledge::Component;
use crate::knowledge::kubelet::EVICTION_HARD as HARD;
use crate::report::{Category, Severity};
use crate::rule::{Check, Docs, Repair, Rule};

/// The rule.
pub static RULE: Rule = Rule {
    id: "kubelet-eviction-off",
    title: "Eviction is switched off for a signal",
    severity: Severity::Low,
    components: &[Component::Kubelet],
    check: Check::Code(check),
    good: &[(
        crate::knowledge::kubelet::EVICTION_HARD,
        "memory.available<100Mi,nodefs.available<10%,nodefs.inodesFree<5%,imagefs.available<15%,imagefs.inodesFree<5%",
    )],
    repair: Repair::None,
    docs: Docs {
        what: "The kubelet drops a threshold of `0%` or `100%`, so it never evicts for that signal.",
        why: "One pod that fills the disk or the memory takes the node with it: the kernel kills at random, or the \
              kubelet and the runtime can no longer write.",
        verify: "Run `kubectl get --raw /api/v1/nodes/NODE/proxy/configz`: no value of `evictionHard` may be `0%` or \
                 `100%`.",
        side_effects: "Pods are evicted when the node runs short.",
    },
    references: &[],
};

fn check(context: &Context<'_>) -> Vec<Hit> {
    if !context.is_written(HARD) {
        return Vec::new();
    }
    let value = context.value(HARD);
    let usual = context.default_value(HARD);
    let dropped: Vec<&(String, String)> = value
        .iter()
        .flat_map(|value| value.pairs())
        .filter(|(_, least)| matches!(least.as_str(), "0%" | "100%"))
        .collect();
    let Some((first, _)) = dropped.first() else { return Vec::new() };
    let one = |(signal, least): &&(String, String)| {
        let built_in = usual.iter().flat_map(|usual| usual.pairs()).find(|(name, _)| name == signal);
        let advice = built_in.map(|(_, usual)| format!(" (built in: `{usual}`)")).unwrap_or_default();
        format!("`{signal}` is `{least}`{advice}")
    };
    let found: Vec<String> = dropped.iter().map(one).collect();
    let message = format!("In `{}`, {}. {}", context.target_spelling(HARD), found.join(", "), RULE.docs.what);
    let hit = Hit::new(Category::Insecure, context.place_of_part(HARD, first), message).about(HARD);
    vec![hit.confidence(context.confidence(HARD))]
}
