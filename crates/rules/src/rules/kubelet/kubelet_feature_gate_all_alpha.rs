//! All unfinished features at once.

use crate::context::Context;
use crate::finding::{Change, Hit, Plan, with_risk};
use crate::knowledge::Component;
use crate::knowledge::kubelet::FEATURE_GATES as GATES;
use crate::report::{Category, Safety, Severity};
use crate::rule::{Check, Docs, Ref, Repair, Rule};
use crate::value::bool_of;

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
    ("AllAlpha", Severity::Medium, ALPHA),
    ("AllBeta", Severity::Info, "It switches on the beta features that are off by default."),
];

fn check(context: &Context<'_>) -> Vec<Hit> {
    let Some(gates) = context.value(GATES) else { return Vec::new() };
    let is_on = |group: &str| gates.pairs().iter().any(|(name, value)| name == group && bool_of(value) == Some(true));
    let on = GROUPS.iter().filter(|(group, ..)| is_on(group));
    on.map(|(group, severity, what)| hit(context, group, what).severity(*severity)).collect()
}

fn hit(context: &Context<'_>, group: &str, what: &str) -> Hit {
    let message = format!("`featureGates.{group}` is `true`. {what} Remove it and name the features that you need.");
    let title = with_risk(format!("Remove `{group}` from the feature gates"), RISK);
    Hit::new(Category::Insecure, context.place_of_part(GATES, group), message)
        .about_name(format!("featureGates.{group}"))
        .confidence(context.confidence(GATES))
        .plan(Plan::new(title, Safety::Unsafe, Change::Take(GATES, group.to_owned())))
}
