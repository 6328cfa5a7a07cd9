//! Settings that need another one beside them.

use crate::context::Context;
use crate::finding::Hit;
use crate::knowledge::kubelet::{
    CGROUP_ROOT, ENABLE_SYSTEM_LOG_HANDLER, ENABLE_SYSTEM_LOG_QUERY, EXIT_ON_LOCK_CONTENTION, LOCK_FILE, SYSTEM_CGROUPS,
};
use crate::knowledge::{Component, SettingId};
use crate::refusal::refusal;
use crate::report::Severity;
use crate::rule::{Check, Docs, Repair, Rule};
use crate::value::Value;

/// The rule.
pub static RULE: Rule = Rule {
    id: "kubelet-companion-missing",
    title: "A setting lacks the one that it needs, so the kubelet exits",
    severity: Severity::High,
    components: &[Component::Kubelet],
    check: Check::Code(check),
    good: &[],
    repair: Repair::None,
    docs: Docs {
        what: "Some settings are only accepted together with another one.",
        why: "The node is down until it is mended: systemd restarts the kubelet again and again, and the last \
              good state is all that the control plane sees.",
        verify: "Run `systemctl is-active kubelet` a minute after a restart: it must print `active`.",
        side_effects: "The kubelet starts again, with the values that you write.",
    },
    references: &[],
};

/// A setting that is on or set, the one it needs, and what to do. Sources: `pkg/kubelet/apis/config/validation` and
/// `cmd/kubelet/app/server.go`.
const NEEDS: [(SettingId, SettingId, &str); 3] = [
    (SYSTEM_CGROUPS, CGROUP_ROOT, "Name the root, `/` as a rule."),
    (EXIT_ON_LOCK_CONTENTION, LOCK_FILE, "Name the lock file, or remove the flag."),
    (ENABLE_SYSTEM_LOG_QUERY, ENABLE_SYSTEM_LOG_HANDLER, "Turn both off, unless somebody reads logs that way."),
];

fn check(context: &Context<'_>) -> Vec<Hit> {
    let used = |setting| match context.value(setting) {
        Some(Value::Bool(on)) => on,
        _ => context.is_present(setting) == Some(true),
    };
    let absent = |setting| match context.value(setting) {
        Some(Value::Bool(on)) => !on,
        _ => context.is_present(setting) == Some(false),
    };
    let broken = NEEDS.iter().filter(|(setting, needed, _)| used(*setting) && absent(*needed));
    let hit = |(setting, needed, advice): &(SettingId, SettingId, &str)| {
        let message = format!(
            "{}, but {}. The first needs the second, so the kubelet exits. {advice}",
            context.found(*setting),
            context.found(*needed)
        );
        refusal(context, &[*setting, *needed], message)
    };
    broken.map(hit).collect()
}
