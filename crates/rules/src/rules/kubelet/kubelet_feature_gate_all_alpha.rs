//! All unfinished features at once.

use crate::context::Context;
use crate::finding::Hit;
use crate::gates::{ALL_ALPHA, ALL_BETA, Gates, Told};
use crate::knowledge::Component;
use crate::report::{Category, Safety, Severity};
use crate::rule::{Check, Docs, Ref, Repair, Rule};

const ALPHA: &str = "It switches on every feature that is still being tried out, and new ones with each release.";
const RISK: &str = "stop pods that use a feature that nothing else switches on";

/// The rule.
pub static RULE: Rule = Rule {
    id: "kubelet-feature-gate-all-alpha",
    title: "All alpha or all beta features are switched on",
    severity: Severity::Medium,
    components: &[Component::Kubelet],
    check: Check::Code(check),
    good: &[],
    repair: Repair::Remove { safety: Safety::Unsafe, risk: RISK },
    docs: Docs {
        what: ALPHA,
        why: "Alpha features may be faulty, lose data and vanish without notice, and may open ways in that nobody on \
              your team has looked at.",
        verify: "Run `kubectl get --raw /api/v1/nodes/NODE/proxy/metrics | grep \
                 'kubernetes_feature_enabled.*stage=\"ALPHA\"'`: every line but those of features you chose must end \
                 in 0.",
        side_effects: "Pods that use one of these features lose it. Name the features that you need one by one.",
    },
    references: &[Ref::Stig("V-242400")],
};

/// The gates, how bad each is, and what is said of it.
const GROUPS: [(&str, Severity, &str); 2] = [
    (ALL_ALPHA, Severity::Medium, ALPHA),
    (ALL_BETA, Severity::Info, "It switches on the beta features that are off by default."),
];

fn check(context: &Context<'_>) -> Vec<Hit> {
    let Some(gates) = Gates::of(context) else { return Vec::new() };
    let on = GROUPS.iter().filter_map(|(group, severity, what)| {
        let told = gates.named(group).filter(|told| told.on)?;
        Some(hit(context, &gates, told, what).severity(*severity))
    });
    on.collect()
}

fn hit(context: &Context<'_>, gates: &Gates, told: &Told, what: &str) -> Hit {
    let message =
        format!("`featureGates.{}` is `true`. {what} Remove it and name the features that you need.", told.name);
    let hit = gates.hit(context, told, Category::Insecure, message);
    hit.plans(gates.take_out(told, Safety::Unsafe, RISK))
}
