//! Stars in an audit policy where none has a meaning.

use crate::finding::{Hit, Plan};
use crate::knowledge::Component;
use crate::object::ObjectKind;
use crate::object_context::{ObjectContext, quoted};
use crate::report::{Category, Safety, Severity};
use crate::rule::{Check, Docs, Repair, Rule};
use crate::syntax::yaml::NodeId;

/// The rule.
pub static RULE: Rule = Rule {
    id: "audit-policy-wildcard",
    title: "A rule of the audit policy has a wildcard where none is read",
    severity: Severity::Medium,
    components: &[Component::KubeApiserver],
    check: Check::Object(&[ObjectKind::AuditPolicy], check),
    good: &[],
    repair: Repair::None,
    docs: Docs {
        what: "Users, groups, verbs, namespaces and API groups are compared letter by letter. A `*` has a meaning only \
               among the resources of a group and at the end of a URL.",
        why: "The rule matches no request. What it was to log is treated as a later rule says, or not logged at all, \
              and nobody is told.",
        verify: "Make a request that the rule is about and look for its line in the audit log: `level` must be that of \
                 the rule.",
        side_effects: "The rule takes effect, and those behind it for fewer requests.",
    },
    references: &[],
};

/// Lists that are compared letter by letter.
///
/// Source: `ruleMatches` and `ruleMatchesResource` in `audit/policy/checker.go` of kubernetes/apiserver.
const LISTS: &[&str] = &["users", "userGroups", "verbs", "namespaces"];

fn check(context: &ObjectContext<'_>) -> Vec<Hit> {
    let rules = context.value(&["rules"]).map(|rules| context.items(rules)).unwrap_or_default();
    let mut hits = Vec::new();
    for rule in rules {
        hits.extend(LISTS.iter().filter_map(|key| list(context, *rule, key)));
        let groups = context.at(*rule, &["resources"]).map(|list| context.items(list)).unwrap_or_default();
        hits.extend(groups.iter().filter_map(|group| of_group(context, *group)));
    }
    hits
}

fn list(context: &ObjectContext<'_>, rule: NodeId, key: &str) -> Option<Hit> {
    let items = context.at(rule, &[key])?;
    let stars: Vec<&str> = context.texts(items).into_iter().filter(|text| text.contains('*')).collect();
    if stars.is_empty() {
        return None;
    }
    let all = stars.iter().all(|text| *text == "*") && context.items(items).len() == stars.len();
    let advice = if all { format!("Leave out `{key}`: that means all.") } else { "Write each name.".to_owned() };
    let message = format!("`{key}` holds {}, which matches nothing. {advice}", quoted(&stars));
    let hit = context.hit(Category::Insecure, context.place_of(rule, &[key]), &format!("rules[].{key}"), message);
    let change = context.remove_entry(rule, key).filter(|_| all);
    Some(hit.plans(change.map(|change| {
        let title = format!("Remove `{key}` (may change what is logged: the rule takes effect)");
        Plan::new(title, Safety::Unsafe, change)
    })))
}

fn of_group(context: &ObjectContext<'_>, group: NodeId) -> Option<Hit> {
    let name = context.text_at(group, &["group"]).filter(|name| name.contains('*'))?;
    let message = format!("`group` is `{name}`, which matches nothing. Write an entry for each API group.");
    let at = context.place_of(group, &["group"]);
    Some(context.hit(Category::Insecure, at, "rules[].resources[].group", message))
}
