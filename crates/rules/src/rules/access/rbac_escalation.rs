//! Roles that give themselves more.

use crate::access::roles::{RBAC, Role, RoleRule, listed};
use crate::finding::Hit;
use crate::knowledge::Component;
use crate::object::ObjectKind;
use crate::object_context::ObjectContext;
use crate::order::sort_by;
use crate::report::{Category, Severity};
use crate::rule::{Check, Docs, Ref, Repair, Rule};

/// The rule.
pub static RULE: Rule = Rule {
    id: "rbac-escalation",
    title: "A role lets its subjects take any right",
    severity: Severity::High,
    components: &[Component::KubeApiserver],
    check: Check::Object(&[ObjectKind::Role], check),
    good: &[],
    repair: Repair::None,
    docs: Docs {
        what: "`escalate` and `bind` lift the rule that nobody gives more rights than they have, and `impersonate` \
               acts as another.",
        why: "A subject with one of them makes itself `cluster-admin`, or acts as one, with a single request.",
        verify: "Run `kubectl auth can-i bind clusterroles --as SUBJECT`, and the same with `escalate` and with \
                 `impersonate users`: each must print `no`.",
        side_effects: "Controllers that hand out roles need the rights that they hand out, or `bind` limited by \
                       `resourceNames`.",
    },
    references: &[Ref::Cis("5.1.8")],
};

/// Verb, group and resource that each give any right.
const WAYS: &[(&str, &str, &str)] = &[
    ("escalate", RBAC, "clusterroles"),
    ("escalate", RBAC, "roles"),
    ("bind", RBAC, "clusterroles"),
    ("bind", RBAC, "roles"),
    ("impersonate", "", "users"),
    ("impersonate", "", "groups"),
    ("impersonate", "", "serviceaccounts"),
];

fn check(context: &ObjectContext<'_>) -> Vec<Hit> {
    let rules = Role::own_rules(context);
    rules.iter().filter_map(|(role, rule)| hit(context, role, rule)).collect()
}

fn hit(context: &ObjectContext<'_>, role: &Role<'_>, rule: &RoleRule<'_>) -> Option<Hit> {
    let reached = |(verb, group, resource): &&(&str, &str, &str)| reaches(role, rule, (verb, group, resource));
    let ways: Vec<_> = WAYS.iter().filter(reached).collect();
    let (_, _, first) = ways.first()?;
    let of = |part: fn(&(&'static str, &'static str, &'static str)) -> &'static str| {
        let mut all: Vec<&str> = ways.iter().map(|way| part(way)).collect();
        sort_by(&mut all, Ord::cmp);
        all.dedup();
        listed(&all)
    };
    let message = format!(
        "With {} on {} its subjects take any right {}. Take it away, or limit it by `resourceNames`.",
        of(|way| way.0),
        of(|way| way.2),
        if role.is_cluster { "of the cluster" } else { "in the namespace" }
    );
    let severity = if role.is_cluster { Severity::High } else { Severity::Medium };
    let at = if rule.written(first).is_some() {
        rule.place_of(context, first)
    } else {
        rule.place(context, "resources", "*")
    };
    Some(context.hit(Category::Insecure, at, "rules[].verbs", message).severity(severity))
}

fn reaches(role: &Role<'_>, rule: &RoleRule<'_>, (verb, group, resource): (&str, &str, &str)) -> bool {
    // Everything of every group is another rule's subject, and so is everything of the core group.
    let named = rule.written(resource).is_some()
        || group == RBAC && rule.groups.contains(&RBAC) && rule.resources.contains(&"*");
    // Users, groups and accounts that are acted as stand in no namespace.
    let in_reach = role.is_cluster || verb != "impersonate" && resource != "clusterroles";
    let limited =
        !rule.names.is_empty() && !rule.names.iter().any(|name| matches!(*name, "cluster-admin" | "system:masters"));
    named && in_reach && !limited && rule.has_group(group) && rule.has_verb(verb)
}
