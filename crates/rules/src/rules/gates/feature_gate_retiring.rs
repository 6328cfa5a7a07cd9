//! Feature gates at the end of their life that are set against their default.

use crate::context::Context;
use crate::finding::Hit;
use crate::gates::{Gates, Told};
use crate::knowledge::{Component, FeatureGate, GateState, Stage};
use crate::report::{Category, Safety, Severity};
use crate::rule::{Check, Docs, Repair, Rule};
use crate::rules::gates::feature_gate_security;
use crate::version::Version;

const RISK: &str = "change how workloads run that rely on the old behaviour";

/// The rule.
pub static RULE: Rule = Rule {
    id: "feature-gate-retiring",
    title: "A feature gate that will soon be gone is set against its default",
    severity: Severity::Low,
    components: &[Component::Kubelet, Component::KubeApiserver],
    check: Check::Code(check),
    good: &[],
    repair: Repair::Remove { safety: Safety::Unsafe, risk: RISK },
    docs: Docs {
        what: "It holds back a finished feature, or brings back what was given up, for as long as the gate exists.",
        why: "Such a gate is first locked and then removed, and in both cases a component that is still told it exits. \
              The upgrade then fails on every node at once.",
        verify: "Run `kubectl get --raw /metrics | grep kubernetes_feature_enabled`, or the same below \
                 `/api/v1/nodes/NODE/proxy` for a kubelet: the line of the gate must end in its default.",
        side_effects: "The component behaves as the release does by default; whatever needed the old way must be \
                       mended first.",
    },
    references: &[],
};

/// Gates that are on by default although off is the safer value.
const SAFER_OFF: &[&str] = &["AllowServiceExternalIPs", "KMSv1"];

fn check(context: &Context<'_>) -> Vec<Hit> {
    let Some(gates) = Gates::of(context) else { return Vec::new() };
    let retiring = gates.told_and_known().filter(|(told, gate, state)| {
        let going = matches!(state.stage, Stage::Stable | Stage::Deprecated) && !state.locked;
        let safer = !told.on && SAFER_OFF.contains(&gate.name);
        let against = told.on != state.on_by_default && !safer;
        going && against && !feature_gate_security::speaks_of(context, told, *state)
    });
    retiring.map(|(told, gate, state)| hit(context, &gates, told, gate, state)).collect()
}

fn hit(context: &Context<'_>, gates: &Gates, told: &Told, gate: &FeatureGate, state: GateState) -> Hit {
    let what = match state.stage {
        Stage::Stable => "though the feature is finished and on by default",
        _ => "against its default: the gate only puts off a change",
    };
    let component = context.target.component.name();
    let end = (gates.release.0..=Version::PREVIEW.0).map(Version).find(|release| {
        let locked = gate.at(*release).is_some_and(|state| state.locked);
        locked || gate.life.is_removed_in(*release)
    });
    let end = match end {
        Some(release) => format!("From {release} on a {component} that is told so exits."),
        None => format!("A release to come will lock or drop the gate, and a {component} that is told so will exit."),
    };
    let message = format!("{}, {what}. {end} Take it out in good time.", told.found());
    gates.hit(context, told, Category::Deprecated, message).plans(gates.take_out(told, Safety::Unsafe, RISK))
}
