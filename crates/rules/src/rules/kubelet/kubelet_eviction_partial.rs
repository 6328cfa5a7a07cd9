//! Hard eviction thresholds that are lost because some others are written.

use crate::context::Context;
use crate::finding::Hit;
use crate::knowledge::Component;
use crate::knowledge::kubelet::{EVICTION_HARD as HARD, MERGE_DEFAULT_EVICTION_SETTINGS as MERGE};
use crate::report::{Category, Severity};
use crate::rule::{Check, Docs, Repair, Rule};
use crate::version::Version;

/// The rule.
pub static RULE: Rule = Rule {
    id: "kubelet-eviction-partial",
    title: "Built-in eviction thresholds are lost",
    severity: Severity::Low,
    components: &[Component::Kubelet],
    check: Check::Code(check),
    good: &[(
        crate::knowledge::kubelet::EVICTION_HARD,
        "memory.available<100Mi,nodefs.available<10%,nodefs.inodesFree<5%,imagefs.available<15%,imagefs.inodesFree<5%",
    )],
    repair: Repair::None,
    docs: Docs {
        what: "A map that names some signals replaces the whole built-in one: for the signals it leaves out, nothing is \
               evicted.",
        why: "One pod that fills the disk or the memory takes the node with it: the kernel kills at random, or the \
              kubelet and the runtime can no longer write.",
        verify: "Run `kubectl get --raw /api/v1/nodes/NODE/proxy/configz`: `evictionHard` must hold each signal that \
                 you rely on.",
        side_effects: "Pods are evicted when the node runs short of what the added signals measure.",
    },
    references: &[],
};

fn check(context: &Context<'_>) -> Vec<Hit> {
    if !context.is_written(HARD) || !context.is_known(MERGE) || context.is_true(MERGE) == Some(true) {
        return Vec::new();
    }
    let (Some(value), Some(usual)) = (context.value(HARD), context.default_value(HARD)) else { return Vec::new() };
    let named = |signal: &str| value.pairs().iter().any(|(name, _)| name == signal);
    let lost: Vec<String> = usual
        .pairs()
        .iter()
        .filter(|(signal, _)| !named(signal))
        .map(|(signal, least)| format!("`{signal}` (`{least}`)"))
        .collect();
    // An empty map in a file stands for the built-in one.
    if lost.is_empty() || value.is_blank() {
        return Vec::new();
    }
    // The field merges what a file says; a command line without a file has no way to ask for it.
    let can_merge = context.version >= Version(33) && !context.target.configs.is_empty();
    let other_way = if can_merge { ", or set `mergeDefaultEvictionSettings` to `true`" } else { "" };
    let message = format!(
        "`{}` leaves out {}. A map that is written replaces the whole built-in one, so what is left out never \
         leads to an eviction. Add it{other_way}.",
        context.target_spelling(HARD),
        lost.join(", ")
    );
    let hit = Hit::new(Category::Missing, context.place(HARD), message).about(HARD);
    // Most nodes keep images on the disk of everything else, which the first two then watch over.
    let watched = ["memory.available", "nodefs.available"].iter().all(|signal| named(signal));
    let severity = if watched { Severity::Info } else { Severity::Low };
    vec![hit.severity(severity).confidence(context.confidence(HARD))]
}
