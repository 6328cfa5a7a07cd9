//! The limits between which images are removed.

use crate::context::Context;
use crate::finding::Hit;
use crate::knowledge::kubelet::{
    IMAGE_GC_HIGH_THRESHOLD_PERCENT as HIGH, IMAGE_GC_LOW_THRESHOLD_PERCENT as LOW, IMAGE_MAXIMUM_GC_AGE as MOST,
    IMAGE_MINIMUM_GC_AGE as LEAST,
};
use crate::knowledge::{Component, SettingId};
use crate::refusal::{refusal, stands};
use crate::report::Severity;
use crate::rule::{Check, Docs, Repair, Rule};

/// The rule.
pub static RULE: Rule = Rule {
    id: "kubelet-image-gc",
    title: "The limits of image removal cross, so the kubelet exits",
    severity: Severity::High,
    components: &[Component::Kubelet],
    check: Check::Code(check),
    good: &[],
    repair: Repair::None,
    docs: Docs {
        what: "The upper limit of image removal must lie above the lower one, and so must the greatest age \
              above the least.",
        why: "The node is down until it is mended: systemd restarts the kubelet again and again, and the last \
              good state is all that the control plane sees.",
        verify: "Run `systemctl is-active kubelet` a minute after a restart: it must print `active`.",
        side_effects: "The kubelet starts again, with the values that you write.",
    },
    references: &[],
};

fn check(context: &Context<'_>) -> Vec<Hit> {
    let number = |setting: SettingId| {
        let value = context.value(setting)?;
        value.as_int().or_else(|| value.as_nanos())
    };
    let crossed = |high: SettingId, low: SettingId| {
        let (most, least) = (number(high)?, number(low)?);
        let off = high == MOST && most <= 0;
        (!off && most <= least).then(|| {
            let message = format!(
                "{}, but {}. The first must be greater than the second, so the kubelet exits. Raise `{}` or lower \
                 `{}`.",
                stands(context, high),
                stands(context, low),
                high.row().name(),
                low.row().name(),
            );
            refusal(context, &[high, low], message)
        })
    };
    [crossed(HIGH, LOW), crossed(MOST, LEAST)].into_iter().flatten().collect()
}
