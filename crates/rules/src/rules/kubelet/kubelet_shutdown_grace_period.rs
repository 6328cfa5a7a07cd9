//! How long pods may take to end when the node shuts down.

use crate::context::Context;
use crate::finding::Hit;
use crate::knowledge::kubelet::{
    SHUTDOWN_GRACE_PERIOD as ALL, SHUTDOWN_GRACE_PERIOD_BY_POD_PRIORITY as BY_PRIORITY,
    SHUTDOWN_GRACE_PERIOD_CRITICAL_PODS as CRITICAL,
};
use crate::knowledge::{Component, SettingId};
use crate::refusal::{gate_is_on, refusal, stands};
use crate::report::Severity;
use crate::rule::{Check, Docs, Repair, Rule};

/// The rule.
pub static RULE: Rule = Rule {
    id: "kubelet-shutdown-grace-period",
    title: "The shutdown grace periods contradict each other, so the kubelet exits",
    severity: Severity::High,
    components: &[Component::Kubelet],
    check: Check::Code(check),
    good: &[],
    repair: Repair::None,
    docs: Docs {
        what: "The period of the critical pods is a part of the whole one, a period is zero or at least one \
              second, and periods by priority replace both.",
        why: "The node is down until it is mended: systemd restarts the kubelet again and again, and the last \
              good state is all that the control plane sees.",
        verify: "Run `systemctl is-active kubelet` a minute after a restart: it must print `active`.",
        side_effects: "Pods get that much time to end when the node shuts down, and the shutdown takes that much \
              longer.",
    },
    references: &[],
};

const SECOND: i64 = 1_000_000_000;

fn check(context: &Context<'_>) -> Vec<Hit> {
    // With the gates off any value is refused, which is for another rule to say.
    if gate_is_on(context, "GracefulNodeShutdown") != Some(true) {
        return Vec::new();
    }
    let period = |setting: SettingId| context.value(setting)?.as_nanos();
    let mut hits = Vec::new();
    for setting in [ALL, CRITICAL] {
        if let Some(period) = period(setting)
            && (1..SECOND).contains(&period)
        {
            let message =
                format!("{}. It must be zero or at least `1s`, so the kubelet exits.", stands(context, setting));
            hits.push(refusal(context, &[setting], message));
        }
    }
    if let (Some(all), Some(critical)) = (period(ALL), period(CRITICAL))
        && critical > all
    {
        let message = format!(
            "{}, but {}. The first is a part of the second and may not be longer, so the kubelet exits.",
            stands(context, CRITICAL),
            stands(context, ALL)
        );
        hits.push(refusal(context, &[CRITICAL, ALL], message));
    }
    let any = [ALL, CRITICAL].into_iter().find(|setting| period(*setting).is_some_and(|period| period > 0));
    if let Some(other) = any
        && context.is_present(BY_PRIORITY) == Some(true)
    {
        let message = format!(
            "`{}` is given as well as `{}`. The two exclude each other, so the kubelet exits. Keep one.",
            BY_PRIORITY.row().name(),
            other.row().name()
        );
        hits.push(refusal(context, &[BY_PRIORITY, other], message));
    }
    hits
}
