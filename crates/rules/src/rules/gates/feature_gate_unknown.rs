//! Feature gates that the release does not know.

use crate::context::Context;
use crate::finding::{Change, Hit, Plan};
use crate::gates::{Gates, Told};
use crate::knowledge::{Component, FEATURE_GATES, feature_gate};
use crate::nearest::{Near, nearest};
use crate::report::{Category, Safety, Severity};
use crate::rule::{Check, Docs, Repair, Rule};

/// The rule.
pub static RULE: Rule = Rule {
    id: "feature-gate-unknown",
    title: "A feature gate is unknown, so the component does not start",
    severity: Severity::High,
    components: &[Component::Kubelet, Component::KubeApiserver],
    check: Check::Code(check),
    good: &[],
    repair: Repair::None,
    docs: Docs {
        what: "The component exits when it is told a feature gate that its release does not have.",
        why: "The node or the control plane is down until the name is mended. Case matters, and gates of kubeadm or of \
              a newer release are unknown too.",
        verify: "Run `journalctl -u kubelet -n 20`, or read the API server container's log: no line may say \
                 \"unrecognized feature gate\".",
        side_effects: "The component starts again, with the gate that was meant.",
    },
    references: &[],
};

/// Gates that other programs know and these two refuse, with where they belong. Sources:
/// `cmd/kubeadm/app/features` and `cmd/kube-controller-manager/app/controllermanager.go`, releases 1.24 to 1.36.
const FOREIGN: &[(&str, &str)] = &[
    ("ControlPlaneKubeletLocalMode", KUBEADM),
    ("ControllerManagerReleaseLeaderElectionLockOnExit", "It is a gate of the kube-controller-manager"),
    ("EtcdLearnerMode", KUBEADM),
    ("NodeLocalCRISocket", KUBEADM),
    ("PublicKeysECDSA", KUBEADM),
    ("RootlessControlPlane", KUBEADM),
    ("UpgradeAddonsBeforeControlPlane", KUBEADM),
    ("WaitForAllControlPlaneComponents", KUBEADM),
];
const KUBEADM: &str = "It is a gate of kubeadm, for `featureGates` of its ClusterConfiguration";

fn check(context: &Context<'_>) -> Vec<Hit> {
    let Some(gates) = Gates::of(context) else { return Vec::new() };
    let unknown = gates.told.iter().filter(|told| told.prefix.is_none() || told.prefix.as_deref() == Some("kube"));
    let unknown = unknown.filter(|told| match feature_gate(&told.name) {
        // Removed ones have a rule of their own.
        Some(gate) => !gate.life.is_removed_in(gates.built) && gates.known(&told.name).is_none(),
        None => true,
    });
    unknown.map(|told| hit(context, &gates, told)).collect()
}

fn hit(context: &Context<'_>, gates: &Gates, told: &Told) -> Hit {
    let (name, component) = (&told.name, context.target.component.name());
    let hit = |message| {
        let hit = gates.hit(context, told, Category::Unknown, message);
        hit.confidence(gates.confidence_of_names(context))
    };
    if let Some(gate) = feature_gate(name) {
        let emulating = if gates.release == gates.built { "" } else { "that emulates " };
        let message = format!(
            "The feature gate `{name}` comes with {}. A {component} {emulating}{} does not know it and exits. Take it \
             out until then.",
            gate.life.since, gates.release
        );
        return hit(message).plans(gates.take_out(told, Safety::Safe, ""));
    }
    let start = format!("A {component} {} knows no feature gate `{name}` and exits.", gates.built);
    if let Some((_, belongs)) = FOREIGN.iter().find(|(foreign, _)| foreign == name) {
        let hit = hit(format!("{start} {belongs}: take it out here."));
        return hit.plans(gates.take_out(told, Safety::Safe, ""));
    }
    match nearest(name, candidates(gates)) {
        Some(Near { name: meant, .. }) if gates.named(meant).is_some() => {
            hit(format!("{start} `{meant}` is set as well, so take this one out."))
        }
        Some(Near { name: meant, .. }) if is_refused(gates, told, meant) => {
            hit(format!("{start} If `{meant}` was meant, take it out: that is locked to `{}`.", !told.on))
        }
        Some(Near { name: meant, sure: true }) => {
            hit(format!("{start} Write `{meant}`.")).plan(rename(gates, told, meant))
        }
        Some(Near { name: meant, .. }) => hit(format!("{start} Did you mean `{meant}`?")),
        None => hit(format!("{start} Check its spelling, or take it out.")),
    }
}

fn candidates(gates: &Gates) -> impl Iterator<Item = &'static str> + '_ {
    FEATURE_GATES.iter().map(|gate| gate.name).filter(|name| gates.known(name).is_some())
}

/// Whether the component would refuse the right name as well.
fn is_refused(gates: &Gates, told: &Told, meant: &str) -> bool {
    gates.known(meant).is_some_and(|(_, state)| state.locked && state.on_by_default != told.on)
}

fn rename(gates: &Gates, told: &Told, meant: &str) -> Plan {
    let key = match &told.prefix {
        Some(prefix) => format!("{prefix}:{meant}"),
        None => meant.to_owned(),
    };
    let change = Change::RenameKeys(gates.setting, vec![(told.key.clone(), key)]);
    Plan::new(format!("Write `{meant}` for `{}`", told.name), Safety::Safe, change)
}
