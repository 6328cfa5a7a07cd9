//! Roles that read Secrets everywhere.

use crate::access::roles::{Role, listed};
use crate::finding::Hit;
use crate::knowledge::Component;
use crate::object::ObjectKind;
use crate::object_context::ObjectContext;
use crate::report::{Category, Severity};
use crate::rule::{Check, Docs, Ref, Repair, Rule};

/// The rule.
pub static RULE: Rule = Rule {
    id: "rbac-secrets",
    title: "A role reads every Secret",
    severity: Severity::Medium,
    components: &[Component::KubeApiserver],
    check: Check::Object(&[ObjectKind::Role], check),
    good: &[],
    repair: Repair::None,
    docs: Docs {
        what: "`get`, `list` or `watch` on `secrets` returns their values; a ClusterRole bound for the cluster reaches \
               those of every namespace.",
        why: "The Secrets of `kube-system` and of operators hold tokens and passwords with more rights than the \
              subject has. One stolen pod token then is the whole cluster.",
        verify: "Run `kubectl auth can-i list secrets -A --as SUBJECT`: it must print `no`.",
        side_effects: "What needs some Secrets gets a Role in their namespace, or `resourceNames` with `get`.",
    },
    references: &[Ref::Cis("5.1.2")],
};

fn check(context: &ObjectContext<'_>) -> Vec<Hit> {
    let rules = Role::own_rules(context).into_iter().filter(|(role, rule)| role.is_wide() && rule.names.is_empty());
    let found = rules.filter_map(|(role, rule)| {
        let verbs = rule.granted("", "secrets", &["get", "list", "watch"]);
        if verbs.is_empty() {
            return None;
        }
        let reach = if role.is_cluster { "every namespace it is bound in" } else { "`kube-system`" };
        let message = format!(
            "With {} on `secrets` its subjects read the values of all Secrets of {reach}. Name the Secrets in \
             `resourceNames`, or use a Role where they are.",
            listed(&verbs)
        );
        Some(context.hit(Category::Insecure, rule.place_of(context, "secrets"), "rules[].resources", message))
    });
    found.collect()
}
