//! Alpha features that are switched on by name.

use crate::context::Context;
use crate::finding::Hit;
use crate::gates::{ALL_ALPHA, Gates, Told};
use crate::knowledge::{Component, Stage};
use crate::report::{Category, Safety, Severity};
use crate::rule::{Check, Docs, Ref, Repair, Rule};
use crate::rules::gates::feature_gate_security;

const RISK: &str = "stop workloads that use the feature";

/// The rule.
pub static RULE: Rule = Rule {
    id: "feature-gate-alpha",
    title: "An alpha feature is switched on",
    severity: Severity::Low,
    components: &[Component::Kubelet, Component::KubeApiserver],
    check: Check::Code(check),
    good: &[],
    repair: Repair::Remove { safety: Safety::Unsafe, risk: RISK },
    docs: Docs {
        what: "It switches on a feature that is still being tried out.",
        why: "An alpha feature may be faulty, may lose data, and may change or vanish with any release. Security fixes \
              for it are not promised.",
        verify: "Run `kubectl get --raw /metrics | grep 'kubernetes_feature_enabled.*ALPHA'`, or the same below \
                 `/api/v1/nodes/NODE/proxy` for a kubelet: the line of the gate must end in 0.",
        side_effects: "Workloads that use the feature lose it, and fields that belong to it are dropped.",
    },
    references: &[Ref::Stig("V-242400")],
};

fn check(context: &Context<'_>) -> Vec<Hit> {
    let Some(gates) = Gates::of(context) else { return Vec::new() };
    let alpha = gates.told_and_known().filter(|(told, gate, state)| {
        let tried_out = state.stage == Stage::Alpha && !state.on_by_default && gate.name != ALL_ALPHA;
        let ours =
            !feature_gate_security::speaks_of(context, told, *state) && !feature_gate_security::protects(context, told);
        tried_out && told.on && ours
    });
    let hit = |told: &Told| {
        let message = format!(
            "`{}` is alpha in {} and switched on. It may be faulty and may vanish. Take it out unless you test it.",
            told.name, gates.release
        );
        gates.hit(context, told, Category::Insecure, message).plans(gates.take_out(told, Safety::Unsafe, RISK))
    };
    alpha.map(|(told, ..)| hit(told)).collect()
}
