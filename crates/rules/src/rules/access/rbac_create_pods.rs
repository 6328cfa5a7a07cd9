//! Roles that start pods anywhere.

use crate::access::roles::{Role, listed};
use crate::finding::Hit;
use crate::knowledge::Component;
use crate::object::ObjectKind;
use crate::object_context::ObjectContext;
use crate::report::{Category, Severity};
use crate::rule::{Check, Docs, Ref, Repair, Rule};

/// The rule.
pub static RULE: Rule = Rule {
    id: "rbac-create-pods",
    title: "A role starts pods in every namespace",
    severity: Severity::Low,
    components: &[Component::KubeApiserver],
    check: Check::Object(&[ObjectKind::Role], check),
    good: &[],
    repair: Repair::None,
    docs: Docs {
        what: "Who creates pods, or what makes them, chooses the service account, the Secrets and the node of each.",
        why: "The subject starts a pod as the strongest service account of a namespace and reads its token. Without \
              Pod Security it also mounts the node's disk.",
        verify: "Run `kubectl auth can-i create pods -n kube-system --as SUBJECT`: it must print `no`.",
        side_effects: "Operators that run workloads need it where those workloads are, by a Role in each namespace.",
    },
    references: &[Ref::Cis("5.1.4")],
};

const KINDS: &[(&str, &str)] = &[
    ("", "pods"),
    ("", "replicationcontrollers"),
    ("apps", "daemonsets"),
    ("apps", "deployments"),
    ("apps", "replicasets"),
    ("apps", "statefulsets"),
    ("batch", "cronjobs"),
    ("batch", "jobs"),
];

fn check(context: &ObjectContext<'_>) -> Vec<Hit> {
    let rules = Role::own_rules(context).into_iter().filter(|(role, _)| role.is_wide());
    let found = rules.filter_map(|(role, rule)| {
        let reached = KINDS.iter().filter(|(group, kind)| !rule.granted(group, kind, &["create"]).is_empty());
        let reached: Vec<&str> = reached.map(|(_, kind)| *kind).collect();
        let first = reached.first()?;
        let reach = if role.is_cluster { "every namespace it is bound in" } else { "`kube-system`" };
        let message = format!(
            "With `create` on {} its subjects run pods as any service account of {reach}. Use a Role where the \
             workloads are.",
            listed(&reached)
        );
        Some(context.hit(Category::Insecure, rule.place_of(context, first), "rules[].resources", message))
    });
    found.collect()
}
