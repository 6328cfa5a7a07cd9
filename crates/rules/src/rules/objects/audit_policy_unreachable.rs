//! Rules of an audit policy that are never read.

use super::audit_policy_secret_values::rules;
use crate::finding::Hit;
use crate::knowledge::Component;
use crate::object::ObjectKind;
use crate::object_context::ObjectContext;
use crate::report::{Category, Severity};
use crate::rule::{Check, Docs, Repair, Rule};

/// The rule.
pub static RULE: Rule = Rule {
    id: "audit-policy-unreachable",
    title: "Rules of the audit policy stand behind one that matches everything",
    severity: Severity::Medium,
    components: &[Component::KubeApiserver],
    check: Check::Object(&[ObjectKind::AuditPolicy], check),
    good: &[],
    repair: Repair::None,
    docs: Docs {
        what: "The first rule that matches a request decides; those behind a rule without conditions are never read.",
        why: "What they were to log in more detail, or to keep out of the log, is treated as the earlier rule says, \
              and nobody is told.",
        verify: "Make a request that one of them is about and compare `level` in its line of the audit log with the \
                 rule.",
        side_effects: "The log changes as the rules say that were not read so far.",
    },
    references: &[],
};

fn check(context: &ObjectContext<'_>) -> Vec<Hit> {
    let Some(rules) = rules(context) else { return Vec::new() };
    let Some(end) = rules.iter().position(|rule| rule.is_catch_all()) else { return Vec::new() };
    let (Some(all), Some(dead)) = (rules.get(end), rules.get(end + 1)) else { return Vec::new() };
    let count = rules.len() - end - 1;
    let message = format!(
        "{} never read, for a rule before matches every request. Put the rule without conditions last.",
        if count == 1 {
            "This rule is".to_owned()
        } else {
            format!("This rule and those after it, {count} in all, are")
        }
    );
    let at = context.place_of(dead.node, &["level"]);
    let hit = context.hit(Category::Conflict, at, "rules", message);
    vec![hit.related(context.place_of(all.node, &["level"]), "matches every request")]
}
