//! CPUs kept for the system, and what does not go with them.

use crate::context::Context;
use crate::finding::Hit;
use crate::knowledge::kubelet::{
    CPU_MANAGER_POLICY, KUBE_RESERVED, KUBE_RESERVED_CGROUP, RESERVED_SYSTEM_CPUS as CPUS, SYSTEM_RESERVED,
    SYSTEM_RESERVED_CGROUP,
};
use crate::knowledge::{Component, SettingId};
use crate::refusal::refusal;
use crate::report::Severity;
use crate::rule::{Check, Docs, Repair, Rule};
use crate::value::Value;

/// The rule.
pub static RULE: Rule = Rule {
    id: "kubelet-cpu-reservation",
    title: "The reservation of CPUs cannot be used, so the kubelet exits",
    severity: Severity::High,
    components: &[Component::Kubelet],
    check: Check::Code(check),
    good: &[],
    repair: Repair::None,
    docs: Docs {
        what: "The static CPU policy needs CPUs that are reserved for the system, and a list of reserved CPUs \
              excludes the cgroups of reservations.",
        why: "The node is down until it is mended: systemd restarts the kubelet again and again, and the last \
              good state is all that the control plane sees.",
        verify: "Run `systemctl is-active kubelet` a minute after a restart: it must print `active`.",
        side_effects: "The reserved CPUs are no longer for pods. A change of the policy needs the state file \
              `cpu_manager_state` removed first.",
    },
    references: &[],
};

fn check(context: &Context<'_>) -> Vec<Hit> {
    [without_reservation(context), with_cgroup(context)].into_iter().flatten().collect()
}

fn without_reservation(context: &Context<'_>) -> Option<Hit> {
    let is_static = context.value(CPU_MANAGER_POLICY) == Some(Value::Text("static".to_owned()));
    let reserved = [SYSTEM_RESERVED, KUBE_RESERVED].map(|setting| reserves_cpu(context, setting));
    if !is_static || context.is_present(CPUS) != Some(false) || reserved != [Some(false); 2] {
        return None;
    }
    let message = format!(
        "{}, but no CPU is reserved, so the kubelet exits. Set `cpu` in `kubeReserved` or `systemReserved`, or name \
         the CPUs in `reservedSystemCPUs`.",
        context.found(CPU_MANAGER_POLICY)
    );
    Some(refusal(context, &[CPU_MANAGER_POLICY, SYSTEM_RESERVED, KUBE_RESERVED], message))
}

fn reserves_cpu(context: &Context<'_>, setting: SettingId) -> Option<bool> {
    let value = context.value(setting);
    if value.is_none() && !context.is_known(setting) {
        return None;
    }
    let mut pairs = value.iter().flat_map(|value| value.pairs());
    let above_zero = |text: &str| text.chars().any(|c| c.is_ascii_digit() && c != '0');
    Some(pairs.any(|(name, amount)| name == "cpu" && above_zero(amount)))
}

fn with_cgroup(context: &Context<'_>) -> Option<Hit> {
    let cgroups = [SYSTEM_RESERVED_CGROUP, KUBE_RESERVED_CGROUP];
    let cgroup = cgroups.into_iter().find(|setting| context.is_present(*setting) == Some(true))?;
    if context.is_present(CPUS) != Some(true) {
        return None;
    }
    let message = format!(
        "{}, and {}. The two exclude each other, so the kubelet exits. Remove one.",
        context.found(CPUS),
        context.found(cgroup)
    );
    Some(refusal(context, &[CPUS, cgroup], message))
}
