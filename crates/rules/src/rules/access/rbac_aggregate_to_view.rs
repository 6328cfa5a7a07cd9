//! Roles that are added to view.

use crate::access::roles::{Role, RoleRule};
use crate::finding::Hit;
use crate::knowledge::Component;
use crate::object::ObjectKind;
use crate::object_context::ObjectContext;
use crate::report::{Category, Severity};
use crate::rule::{Check, Docs, Repair, Rule};

/// The rule.
pub static RULE: Rule = Rule {
    id: "rbac-aggregate-to-view",
    title: "A role adds more than reading to view",
    severity: Severity::Medium,
    components: &[Component::KubeApiserver],
    check: Check::Object(&[ObjectKind::Role], check),
    good: &[],
    repair: Repair::None,
    docs: Docs {
        what: "A ClusterRole with the label `rbac.authorization.k8s.io/aggregate-to-view` becomes a part of the role \
               `view`.",
        why: "Everyone who was given `view`, because it shows no Secrets and changes nothing, has these rights as \
              well.",
        verify: "Run `kubectl get clusterrole view -o yaml`: it must hold no verb but `get`, `list` and `watch`, and \
                 no `secrets`.",
        side_effects: "Those who need the right get it by `aggregate-to-edit`, `aggregate-to-admin` or a role of its \
                       own.",
    },
    references: &[],
};

const LABEL: &str = "rbac.authorization.k8s.io/aggregate-to-view";

fn check(context: &ObjectContext<'_>) -> Vec<Hit> {
    let label = context.value(&["metadata", "labels", LABEL]).and_then(|node| context.scalar(node));
    if label != Some("true") {
        return Vec::new();
    }
    let rules = Role::own_rules(context).into_iter().filter(|(role, _)| role.is_cluster);
    rules.filter_map(|(_, rule)| hit(context, &rule)).collect()
}

fn hit(context: &ObjectContext<'_>, rule: &RoleRule<'_>) -> Option<Hit> {
    let writes = rule.verbs.iter().copied().find(|verb| !matches!(*verb, "get" | "list" | "watch"));
    let secrets = ["secrets", "nodes/proxy", "*"].into_iter().find(|name| rule.resources.contains(name));
    let (list, found, what) = match (writes, secrets.filter(|_| rule.has_group(""))) {
        (Some(verb), _) => ("verbs", verb, "which changes things or does more than read"),
        (None, Some(resource)) => ("resources", resource, "which shows what `view` leaves out"),
        (None, None) => return None,
    };
    let message = format!(
        "The label `{LABEL}` adds `{found}` to `view`, {what}. Use `aggregate-to-edit` or `aggregate-to-admin`, or a \
         role of its own."
    );
    Some(context.hit(Category::Insecure, rule.place(context, list, found), &format!("rules[].{list}"), message))
}
