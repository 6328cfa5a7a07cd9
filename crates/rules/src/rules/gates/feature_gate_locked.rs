//! Locked feature gates that are set to the other value.

use crate::context::Context;
use crate::finding::Hit;
use crate::gates::{Gates, Told};
use crate::knowledge::{Component, FeatureGate};
use crate::report::{Category, Safety, Severity};
use crate::rule::{Check, Docs, Repair, Rule};
use crate::version::Version;

/// The rule.
pub static RULE: Rule = Rule {
    id: "feature-gate-locked",
    title: "A locked feature gate is set to another value, so the component does not start",
    severity: Severity::High,
    components: &[Component::Kubelet, Component::KubeApiserver],
    check: Check::Code(check),
    good: &[],
    repair: Repair::Remove { safety: Safety::Safe, risk: "" },
    docs: Docs {
        what: "The component exits when a feature gate that is locked to its default is set to anything else.",
        why: "The node or the control plane is down until the gate is taken out. A gate is locked once its feature can \
              no longer be switched, usually a few releases before the name goes too.",
        verify: "Run `journalctl -u kubelet -n 20`, or read the API server container's log: no line may say \
                 \"feature is locked\".",
        side_effects: "None: with the gate the component does not start, and the feature is as the release has it.",
    },
    references: &[],
};

fn check(context: &Context<'_>) -> Vec<Hit> {
    let Some(gates) = Gates::of(context) else { return Vec::new() };
    let refused = gates.told_and_known().filter(|(told, _, state)| state.locked && told.on != state.on_by_default);
    refused.map(|(told, gate, _)| hit(context, &gates, told, gate)).collect()
}

fn hit(context: &Context<'_>, gates: &Gates, told: &Told, gate: &FeatureGate) -> Hit {
    let since = (Version::OLDEST.0..=gates.release.0)
        .map(Version)
        .find(|release| gate.at(*release).is_some_and(|state| state.locked));
    let since = match since {
        Some(Version::OLDEST) | None => String::new(),
        Some(release) => format!(" since {release}"),
    };
    let message = format!(
        "{}, but it is locked to `{}`{since}. The {} refuses any other value and exits. Take it out.",
        told.found(),
        !told.on,
        context.target.component.name()
    );
    gates.hit(context, told, Category::Invalid, message).plans(gates.take_out(told, Safety::Safe, ""))
}
