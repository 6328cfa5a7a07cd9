//! Roles that change nodes.

use crate::access::roles::{Role, listed};
use crate::finding::Hit;
use crate::knowledge::Component;
use crate::object::ObjectKind;
use crate::object_context::ObjectContext;
use crate::report::{Category, Severity};
use crate::rule::{Check, Docs, Repair, Rule};

/// The rule.
pub static RULE: Rule = Rule {
    id: "rbac-node-status",
    title: "A role changes any node",
    severity: Severity::Low,
    components: &[Component::KubeApiserver],
    check: Check::Object(&[ObjectKind::Role], check),
    good: &[],
    repair: Repair::None,
    docs: Docs {
        what: "Labels, taints and addresses of a node decide which pods run there and where the API server finds its \
               kubelet.",
        why: "The subject draws the pods of others to a node that it holds, or gives a node its own address and \
              receives what the API server sends to the kubelet.",
        verify: "Run `kubectl auth can-i patch nodes --subresource=status --as SUBJECT`: it must print `no`.",
        side_effects: "Network agents that write conditions or annotations of their node need it, unless the kubelet's \
                       own right is enough.",
    },
    references: &[],
};

fn check(context: &ObjectContext<'_>) -> Vec<Hit> {
    let rules = Role::own_rules(context).into_iter().filter(|(role, rule)| role.is_cluster && rule.names.is_empty());
    let found = rules.filter_map(|(_, rule)| {
        let verbs = |resource: &str| rule.granted("", resource, &["update", "patch"]);
        let reached: Vec<&str> = ["nodes", "nodes/status"].into_iter().filter(|name| !verbs(name).is_empty()).collect();
        let first = reached.first()?;
        let message = format!(
            "With {} on {} its subjects change labels, taints or addresses of every node. Keep it to agents that run \
             on each node anyway.",
            listed(&verbs(first)),
            listed(&reached)
        );
        Some(context.hit(Category::Insecure, rule.place_of(context, first), "rules[].resources", message))
    });
    found.collect()
}
