//! Images that are never removed.

use crate::context::Context;
use crate::finding::{Change, Hit, Plan};
use crate::knowledge::Component;
use crate::knowledge::kubelet::IMAGE_GC_HIGH_THRESHOLD_PERCENT as HIGH;
use crate::report::{Category, Safety, Severity};
use crate::rule::{Check, Docs, Repair, Rule};

/// The rule.
pub static RULE: Rule = Rule {
    id: "kubelet-image-gc-off",
    title: "Unused images are never removed",
    severity: Severity::Low,
    components: &[Component::Kubelet],
    check: Check::Code(check),
    good: &[(crate::knowledge::kubelet::IMAGE_GC_HIGH_THRESHOLD_PERCENT, "85")],
    repair: Repair::Write { value: "85", safety: Safety::Safe, risk: "" },
    docs: Docs {
        what: "At `100` no image is removed for want of disk space.",
        why: "Images pile up until the disk is full, and pods are evicted for it. Old images with published faults stay \
              on the node, ready to be started again.",
        verify: "Run `kubectl get --raw /api/v1/nodes/NODE/proxy/configz`: `imageGCHighThresholdPercent` must be below \
                 100.",
        side_effects: "Images that no container uses are removed when the disk fills, and pulled again when needed.",
    },
    references: &[],
};

/// Source: `pkg/kubelet/images/image_gc_manager.go`, which starts no removal by disk use at 100.
fn check(context: &Context<'_>) -> Vec<Hit> {
    if context.is_choice_of_kind(HIGH) || context.value(HIGH).and_then(|value| value.as_int()) != Some(100) {
        return Vec::new();
    }
    let message = format!("{}. {} Set it to `85`.", context.found(HIGH), RULE.docs.what);
    let title = format!("Set `{}` to `85`", context.target_spelling(HIGH));
    let hit = Hit::new(Category::Insecure, context.place(HIGH), message).about(HIGH);
    let plan = Plan::new(title, Safety::Safe, Change::Write(HIGH, "85".to_owned()));
    vec![hit.confidence(context.confidence(HIGH)).plan(plan)]
}
