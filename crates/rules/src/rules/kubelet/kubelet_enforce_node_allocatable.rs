//! Which reservations the kubelet enforces, and what that needs.

use crate::context::Context;
use crate::finding::Hit;
use crate::knowledge::kubelet::{
    CGROUPS_PER_QOS, ENFORCE_NODE_ALLOCATABLE as ENFORCE, KUBE_RESERVED_CGROUP, SYSTEM_RESERVED_CGROUP,
};
use crate::knowledge::{Component, SettingId};
use crate::refusal::{refusal, stands};
use crate::report::Severity;
use crate::rule::{Check, Docs, Repair, Rule};
use crate::version::Version;

/// The rule.
pub static RULE: Rule = Rule {
    id: "kubelet-enforce-node-allocatable",
    title: "The enforced reservations contradict each other, so the kubelet exits",
    severity: Severity::High,
    components: &[Component::Kubelet],
    check: Check::Code(check),
    good: &[],
    repair: Repair::None,
    docs: Docs {
        what: "`none` must stand alone, `system-reserved` and `kube-reserved` need the cgroup they limit, and \
              all but `none` needs `cgroupsPerQOS`.",
        why: "The node is down until it is mended: systemd restarts the kubelet again and again, and the last \
              good state is all that the control plane sees.",
        verify: "Run `systemctl is-active kubelet` a minute after a restart: it must print `active`.",
        side_effects: "Limits that are enforced from then on also hold for the system daemons or the kubelet itself. \
              Too small a reservation starves them.",
    },
    references: &[],
};

/// First release that refuses an entry written twice. Source: `pkg/kubelet/apis/config/validation`, as for the rest.
const NO_TWINS: Version = Version(31);

/// An entry, and the setting that must name its cgroup.
const CGROUPS: [(&str, SettingId); 4] = [
    ("system-reserved", SYSTEM_RESERVED_CGROUP),
    ("system-reserved-compressible", SYSTEM_RESERVED_CGROUP),
    ("kube-reserved", KUBE_RESERVED_CGROUP),
    ("kube-reserved-compressible", KUBE_RESERVED_CGROUP),
];

fn check(context: &Context<'_>) -> Vec<Hit> {
    let Some(value) = context.value(ENFORCE) else { return Vec::new() };
    let entries = value.items();
    let list = [among_themselves(context, entries), without_qos(context, entries)];
    list.into_iter().flatten().chain(without_cgroup(context, entries)).collect()
}

fn among_themselves(context: &Context<'_>, entries: &[String]) -> Option<Hit> {
    let has = |name: &str| entries.iter().any(|entry| entry == name);
    let pair = |name: &'static str| has(name) && has(&format!("{name}-compressible"));
    let twin = entries.iter().enumerate().find(|(at, entry)| entries.iter().take(*at).any(|other| other == *entry));
    let name = ENFORCE.row().name();
    let message = if has("none") && entries.len() > 1 {
        format!(
            "`{name}` holds `none` and other entries. `none` must stand alone, so the kubelet exits. Keep one of the two."
        )
    } else if let Some(plain) = ["system-reserved", "kube-reserved"].into_iter().find(|name| pair(name)) {
        format!(
            "`{name}` holds `{plain}` and `{plain}-compressible`, which exclude each other, so the kubelet exits. Keep one."
        )
    } else if let Some((_, twin)) = twin.filter(|_| context.version >= NO_TWINS) {
        format!("`{name}` holds `{twin}` twice. From {NO_TWINS} the kubelet exits over that. Keep one.")
    } else {
        return None;
    };
    Some(refusal(context, &[ENFORCE], message))
}

/// Where nothing is set, `[pods]` is the default.
fn without_qos(context: &Context<'_>, entries: &[String]) -> Option<Hit> {
    let entry = entries.iter().find(|entry| *entry != "none")?;
    if context.is_true(CGROUPS_PER_QOS) != Some(false) {
        return None;
    }
    let message = format!(
        "{}, but {} and `{entry}` needs it, so the kubelet exits. Leave `{}` on, or empty the list.",
        stands(context, CGROUPS_PER_QOS),
        stands(context, ENFORCE),
        CGROUPS_PER_QOS.row().name(),
    );
    Some(refusal(context, &[CGROUPS_PER_QOS, ENFORCE], message))
}

fn without_cgroup(context: &Context<'_>, entries: &[String]) -> Vec<Hit> {
    let lacking = CGROUPS.iter().filter(|(name, cgroup)| {
        entries.iter().any(|entry| entry == name) && context.is_present(*cgroup) == Some(false)
    });
    let hit = |(name, cgroup): &(&str, SettingId)| {
        let message = format!(
            "`{}` holds `{name}`, but `{}` is not set, so the kubelet exits. Name the cgroup to limit, or remove \
             `{name}`.",
            ENFORCE.row().name(),
            cgroup.row().name(),
        );
        refusal(context, &[ENFORCE, *cgroup], message)
    };
    lacking.map(hit).collect()
}
