//! What an audit policy does with requests that no rule is about.

use super::audit_policy_secret_values::rules;
use crate::finding::Hit;
use crate::knowledge::Component;
use crate::object::ObjectKind;
use crate::object_context::ObjectContext;
use crate::report::{Category, Severity};
use crate::rule::{Check, Docs, Ref, Repair, Rule};

/// The rule.
pub static RULE: Rule = Rule {
    id: "audit-policy-catch-all",
    title: "Requests that no rule of the audit policy is about are not logged",
    severity: Severity::Low,
    components: &[Component::KubeApiserver],
    check: Check::Object(&[ObjectKind::AuditPolicy], check),
    good: &[],
    repair: Repair::None,
    docs: Docs {
        what: "A request that no rule matches is not logged, and neither is one that meets a last rule `level: None`.",
        why: "A policy that lists what to log misses every resource that is added later. An intruder's steps are then \
              missing in the log when they are needed.",
        verify: "Run `kubectl get nodes` and look for `\"resource\":\"nodes\"` in the audit log: there must be a line.",
        side_effects: "The log grows by the metadata of all other requests. Drop the noisiest with rules of their own \
                       before the last one.",
    },
    references: &[Ref::Cis("3.2.2")],
};

fn check(context: &ObjectContext<'_>) -> Vec<Hit> {
    let Some(rules) = rules(context).filter(|rules| !rules.is_empty()) else { return Vec::new() };
    let known = rules.iter().all(|rule| matches!(rule.level, "None" | "Metadata" | "Request" | "RequestResponse"));
    if !known {
        return Vec::new();
    }
    let end = rules.iter().position(|rule| rule.is_catch_all());
    let until = end.map_or(rules.as_slice(), |end| rules.get(..=end).unwrap_or_default());
    if until.iter().all(|rule| rule.level == "None") {
        let message = "Every rule has `level: None`, so nothing is logged. End the policy with a rule `level: \
                       Metadata`.";
        let at = context.place_of(context.object.root, &["rules"]);
        return vec![context.hit(Category::Insecure, at, "rules", message).severity(Severity::High)];
    }
    match end.and_then(|end| rules.get(end)) {
        Some(rule) if rule.level == "None" => {
            let message = "The last rule that is read has `level: None`, so whatever no rule before it matches is not \
                           logged. Write `level: Metadata`.";
            let at = context.place_of(rule.node, &["level"]);
            vec![context.hit(Category::Insecure, at, "rules[].level", message)]
        }
        Some(_) => Vec::new(),
        None => {
            let message = "No rule matches every request, so what none of them is about is not logged. End the policy \
                           with a rule `level: Metadata`.";
            let at = context.place_of(context.object.root, &["rules"]);
            vec![context.hit(Category::Missing, at, "rules", message)]
        }
    }
}
