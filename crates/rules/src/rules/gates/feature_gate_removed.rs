//! Feature gates that the release no longer has.

use crate::context::Context;
use crate::finding::Hit;
use crate::gates::{Gates, Told};
use crate::knowledge::{Component, FeatureGate, GateState, Stage, feature_gate};
use crate::report::{Category, Safety, Severity};
use crate::rule::{Check, Docs, Repair, Rule};
use crate::version::Version;

/// The rule.
pub static RULE: Rule = Rule {
    id: "feature-gate-removed",
    title: "A feature gate no longer exists, so the component does not start",
    severity: Severity::High,
    components: &[Component::Kubelet, Component::KubeApiserver],
    check: Check::Code(check),
    good: &[],
    repair: Repair::Remove { safety: Safety::Safe, risk: "" },
    docs: Docs {
        what: "The component exits when it is told a feature gate that its release no longer has.",
        why: "The node or the control plane is down until the name is gone. A gate goes a few releases after its \
              feature was finished or given up, so an old list breaks an upgrade.",
        verify: "Run `journalctl -u kubelet -n 20`, or read the API server container's log: no line may say \
                 \"unrecognized feature gate\".",
        side_effects: "None: with the name the component does not start, and the feature is as the release has it.",
    },
    references: &[],
};

fn check(context: &Context<'_>) -> Vec<Hit> {
    let Some(gates) = Gates::of(context) else { return Vec::new() };
    gates.told.iter().filter_map(|told| hit(context, &gates, told)).collect()
}

fn hit(context: &Context<'_>, gates: &Gates, told: &Told) -> Option<Hit> {
    let gate = feature_gate(&told.name).filter(|gate| gate.life.is_removed_in(gates.built))?;
    let component = context.target.component.name();
    let message = format!(
        "The feature gate `{}` was removed in {}. A {component} {} does not know it and exits.{} Take it out.",
        gate.name,
        gate.life.removed_words()?,
        gates.built,
        fate(gate, told.on)
    );
    let hit = gates.hit(context, told, Category::Removed, message).confidence(gates.confidence_of_names(context));
    Some(hit.plans(gates.take_out(told, Safety::Safe, "")))
}

/// What became of the feature, as a sentence behind a blank; empty where that is not known.
fn fate(gate: &FeatureGate, wanted: bool) -> &'static str {
    match (last_state(gate), wanted) {
        (Some(GateState { stage: Stage::Stable, on_by_default: true, .. }), true) => {
            " Since then the feature is always on."
        }
        (Some(GateState { stage: Stage::Stable, on_by_default: true, .. }), false) => {
            " Since then the feature is always on and cannot be switched off."
        }
        (Some(GateState { stage: Stage::Alpha | Stage::Deprecated, on_by_default: false, .. }), _) => {
            " What it switched on went with it."
        }
        _ => "",
    }
}

/// Its state in the last release that had it; nothing when that is older than the tables.
fn last_state(gate: &FeatureGate) -> Option<GateState> {
    let last = gate.life.removed?.0.checked_sub(1)?;
    gate.at(Version(last))
}
