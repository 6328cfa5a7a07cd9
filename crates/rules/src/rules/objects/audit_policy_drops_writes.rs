//! Rules of an audit policy that keep changes out of the log.

use super::audit_policy_secret_values::{AuditRule, Extent, rules};
use crate::finding::Hit;
use crate::knowledge::Component;
use crate::object::ObjectKind;
use crate::object_context::{ObjectContext, quoted};
use crate::report::{Category, Severity};
use crate::rule::{Check, Docs, Ref, Repair, Rule};

/// The rule.
pub static RULE: Rule = Rule {
    id: "audit-policy-drops-writes",
    title: "Changes that matter are kept out of the audit log",
    severity: Severity::Medium,
    components: &[Component::KubeApiserver],
    check: Check::Object(&[ObjectKind::AuditPolicy], check),
    good: &[],
    repair: Repair::None,
    docs: Docs {
        what: "A rule of level `None` without a list of reading verbs keeps every write that it matches out of the \
               audit log.",
        why: "Whoever acts as one of these users, or changes one of these resources, leaves no trace: a stolen node \
              certificate or a controller's token is used without a line in the log.",
        verify: "Make such a change and look for it in the audit log: there must be a line with its `verb`.",
        side_effects: "The log grows. Limit the rule to `get`, `list` and `watch` to drop what makes the most noise.",
    },
    references: &[Ref::Cis("3.2.2")],
};

/// Group and resource of what nobody should change or use without a line in the log.
const WATCHED: &[(&str, &str)] = &[
    ("", "secrets"),
    ("", "serviceaccounts/token"),
    ("", "pods"),
    ("", "pods/exec"),
    ("", "pods/attach"),
    ("", "pods/portforward"),
    ("", "pods/proxy"),
    ("", "services/proxy"),
    ("", "nodes/proxy"),
    ("apps", "deployments"),
    ("apps", "daemonsets"),
    ("rbac.authorization.k8s.io", "roles"),
    ("rbac.authorization.k8s.io", "rolebindings"),
    ("rbac.authorization.k8s.io", "clusterroles"),
    ("rbac.authorization.k8s.io", "clusterrolebindings"),
];

const WRITES: &[&str] = &["create", "update", "patch", "delete", "deletecollection"];

fn check(context: &ObjectContext<'_>) -> Vec<Hit> {
    let Some(rules) = rules(context) else { return Vec::new() };
    let dropping = rules.iter().take_while(|rule| !rule.is_catch_all()).filter(|rule| rule.level == "None");
    dropping.filter_map(|rule| hit(context, rule)).collect()
}

fn hit(context: &ObjectContext<'_>, rule: &AuditRule<'_>) -> Option<Hit> {
    if !WRITES.iter().any(|verb| rule.has_verb(verb)) {
        return None;
    }
    let reached = WATCHED.iter().filter(|(group, resource)| rule.reaches(group, resource, Extent::All));
    let reached: Vec<&str> = reached.map(|(_, resource)| *resource).collect();
    if reached.is_empty() {
        return None;
    }
    let who: Vec<&str> = rule.users.iter().chain(&rule.groups).copied().collect();
    let what = if reached.len() == WATCHED.len() { "everything".to_owned() } else { quoted(&reached) };
    let by = if who.is_empty() { String::new() } else { format!(" by {}", quoted(&who)) };
    let message = format!(
        "`level: None` keeps writes to {what}{by} out of the log. Limit it to `verbs: [get, list, watch]`, or log at \
         `Metadata`."
    );
    let at = context.place_of(rule.node, &["level"]);
    Some(context.hit(Category::Insecure, at, "rules[].level", message))
}
