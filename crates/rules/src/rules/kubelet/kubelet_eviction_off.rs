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
    let dropped =
        value.iter().flat_map(|value| value.pairs()).filter(|(_, least)| matches!(least.as_str(), "0%" | "100%"));
    let hit = |(signal, least): &(String, String)| {
        let built_in = usual.iter().flat_map(|usual| usual.pairs()).find(|(name, _)| name == signal);
        let advice = built_in.map(|(_, usual)| format!(" The built-in threshold is `{usual}`.")).unwrap_or_default();
        let message =
            format!("In `{}`, `{signal}` is `{least}`. {}{advice}", context.target_spelling(HARD), RULE.docs.what);
        let at = context.place_of_part(HARD, signal);
        Hit::new(Category::Insecure, at, message).about(HARD).confidence(context.confidence(HARD))
    };
    dropped.map(hit).collect()
}
