//! The limits at which pods are driven off the node.

use crate::context::Context;
use crate::finding::Hit;
use crate::knowledge::kubelet::{
    EVICTION_HARD, EVICTION_MINIMUM_RECLAIM, EVICTION_SOFT, EVICTION_SOFT_GRACE_PERIOD as GRACE,
};
use crate::knowledge::{Component, SettingId};
use crate::refusal::refusal;
use crate::report::{Category, Severity};
use crate::rule::{Check, Docs, Repair, Rule};
use crate::value::{duration_of, float_of, is_quantity};

/// The rule.
pub static RULE: Rule = Rule {
    id: "kubelet-eviction-thresholds",
    title: "An eviction threshold cannot be used, so the kubelet exits",
    severity: Severity::High,
    components: &[Component::Kubelet],
    check: Check::Code(check),
    good: &[],
    repair: Repair::None,
    docs: Docs {
        what: "Each threshold is a signal with a quantity or a percentage, and each soft one needs a grace \
              period.",
        why: "The node is down until it is mended: systemd restarts the kubelet again and again, and the last \
              good state is all that the control plane sees.",
        verify: "Run `systemctl is-active kubelet` a minute after a restart: it must print `active`.",
        side_effects: "The thresholds take effect: pods are evicted when the node runs short. A threshold that is too \
              high evicts them early.",
    },
    references: &[],
};

/// Source: `pkg/kubelet/eviction/helpers.go` and `api/types.go`. The signals of `containerfs` came with 1.29; older
/// releases are not held against them.
const SIGNALS: [&str; 9] = [
    "memory.available",
    "allocatableMemory.available",
    "nodefs.available",
    "nodefs.inodesFree",
    "imagefs.available",
    "imagefs.inodesFree",
    "containerfs.available",
    "containerfs.inodesFree",
    "pid.available",
];

fn check(context: &Context<'_>) -> Vec<Hit> {
    let all = [EVICTION_HARD, EVICTION_SOFT, EVICTION_MINIMUM_RECLAIM, GRACE];
    let written = all.into_iter().filter(|setting| context.is_written(*setting));
    let refused = written.flat_map(|setting| unreadable(context, setting)).collect::<Vec<_>>();
    refused.into_iter().chain(without_grace(context)).collect()
}

fn unreadable(context: &Context<'_>, setting: SettingId) -> Vec<Hit> {
    let value = context.value(setting);
    let pairs = value.iter().flat_map(|value| value.pairs());
    let hit = |(signal, text): &(String, String)| {
        let what = if !SIGNALS.contains(&signal.as_str()) {
            format!("`{signal}` is no eviction signal")
        } else {
            format!("`{signal}` is `{text}`, but it must be {}", wanted(setting, text)?)
        };
        let message = format!("In `{}`, {what}. The kubelet exits.", setting.row().name());
        let at = context.place_of_part(setting, signal);
        let hit = Hit::new(Category::Invalid, at, message).about(setting);
        Some(hit.confidence(context.confidence(setting)))
    };
    pairs.filter_map(hit).collect()
}

/// What the text should have been; nothing when it is good.
fn wanted(setting: SettingId, text: &str) -> Option<&'static str> {
    if setting == GRACE {
        let good = duration_of(text).is_some_and(|nanos| nanos >= 0);
        return (!good).then_some("a duration with a unit, such as `1m30s`");
    }
    let good = match text.strip_suffix('%') {
        Some(number) => float_of(number).is_some_and(|number| (0.0..=100.0).contains(&number)),
        // The least to reclaim may be nothing; a threshold of nothing is refused.
        None => is_quantity(text) && !text.starts_with('-') && (setting == EVICTION_MINIMUM_RECLAIM || !is_zero(text)),
    };
    (!good).then_some("a quantity above zero, such as `100Mi`, or a percentage, such as `10%`")
}

fn is_zero(quantity: &str) -> bool {
    let number = quantity.split(['e', 'E']).next().unwrap_or(quantity);
    !number.chars().any(|c| c.is_ascii_digit() && c != '0')
}

fn without_grace(context: &Context<'_>) -> Vec<Hit> {
    if !context.is_known(GRACE) {
        return Vec::new();
    }
    let (soft, grace) = (context.value(EVICTION_SOFT), context.value(GRACE));
    let periods = grace.as_ref().map_or(&[][..], |grace| grace.pairs());
    let thresholds = soft.iter().flat_map(|soft| soft.pairs());
    // The kubelet drops these two before it looks for a period.
    let counts = |text: &str| !matches!(text, "0%" | "100%");
    let lacking = thresholds.filter(|(signal, text)| counts(text) && !periods.iter().any(|(other, _)| other == signal));
    let hit = |(signal, _): &(String, String)| {
        let (soft, grace) = (EVICTION_SOFT.row().name(), GRACE.row().name());
        let message = format!(
            "`{soft}` holds `{signal}`, but `{grace}` does not, so the kubelet exits. Add a period for it, such as \
             `1m30s`."
        );
        let mut hit = refusal(context, &[EVICTION_SOFT, GRACE], message);
        hit.at = context.place_of_part(EVICTION_SOFT, signal);
        hit
    };
    lacking.map(hit).collect()
}
