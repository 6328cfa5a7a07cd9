//! Feature gates that are set to what they are anyway.

use crate::context::Context;
use crate::finding::Hit;
use crate::gates::{Gates, Told};
use crate::knowledge::{Component, FeatureGate, GateState, Stage};
use crate::report::{Category, Safety, Severity};
use crate::rule::{Check, Docs, Repair, Rule};
use crate::version::Version;

/// The rule.
pub static RULE: Rule = Rule {
    id: "feature-gate-needless",
    title: "A feature gate is set to what it is anyway",
    severity: Severity::Info,
    components: &[Component::Kubelet, Component::KubeApiserver],
    check: Check::Code(check),
    good: &[],
    repair: Repair::Remove { safety: Safety::Safe, risk: "" },
    docs: Docs {
        what: "The gate changes nothing: without it the feature is just as it is now.",
        why: "Gates of finished features are removed, and a component that is told a removed gate exits, so a list \
              that nobody tends breaks an upgrade.",
        verify: "Run `kubectl get --raw /metrics | grep kubernetes_feature_enabled`, or the same below \
                 `/api/v1/nodes/NODE/proxy` for a kubelet: the line of the gate must read the same before and after.",
        side_effects: "None in this release. A gate that pinned a default follows the default of the next one.",
    },
    references: &[],
};

fn check(context: &Context<'_>) -> Vec<Hit> {
    let Some(gates) = Gates::of(context) else { return Vec::new() };
    let needless = gates.told_and_known().filter(|(told, ..)| gates.is_needless(told));
    needless.map(|(told, gate, state)| hit(context, &gates, told, gate, state)).collect()
}

fn hit(context: &Context<'_>, gates: &Gates, told: &Told, gate: &FeatureGate, state: GateState) -> Hit {
    let what = match (state.stage, state.locked) {
        (Stage::Stable, true) => "and locked to that: the feature is finished".to_owned(),
        (Stage::Stable, false) => "which is its default: the feature is finished".to_owned(),
        (Stage::Deprecated, true) => "and locked to that: what it switched is gone".to_owned(),
        (Stage::Deprecated, false) => "which is its default: the gate is about to go".to_owned(),
        (Stage::Alpha | Stage::Beta, _) => format!("which is its default in {}", gates.release),
    };
    let component = context.target.component.name();
    let gone = gate.life.removed.filter(|removed| *removed <= Version::PREVIEW);
    let end = match gone {
        Some(removed) => {
            format!("From {removed} on nobody knows it and a {component} that is told it exits. Take it out.")
        }
        None => "Take it out.".to_owned(),
    };
    let message = format!("{}, {what}. {end}", told.found());
    let hit = gates.hit(context, told, Category::Deprecated, message);
    let hit = if gone.is_some() { hit.severity(Severity::Low) } else { hit };
    hit.plans(gates.take_out(told, Safety::Safe, ""))
}
