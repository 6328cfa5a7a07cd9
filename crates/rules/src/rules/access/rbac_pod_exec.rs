//! Roles that enter running pods.

use crate::access::roles::{Role, listed};
use crate::finding::Hit;
use crate::knowledge;
use crate::knowledge::Component;
use crate::object::ObjectKind;
use crate::object_context::ObjectContext;
use crate::report::{Category, Severity};
use crate::rule::{Check, Docs, Repair, Rule};

/// The rule.
pub static RULE: Rule = Rule {
    id: "rbac-pod-exec",
    title: "A role runs commands in pods",
    severity: Severity::Medium,
    components: &[Component::KubeApiserver],
    check: Check::Object(&[ObjectKind::Role], check),
    good: &[],
    repair: Repair::None,
    docs: Docs {
        what: "`pods/exec`, `pods/attach` and `pods/ephemeralcontainers` let the subject act inside a running pod.",
        why: "The subject takes the token, the Secrets and the mounts of every pod that it reaches, those of the \
              control plane and of node agents included.",
        verify: "Run `kubectl auth can-i create pods --subresource=exec -A --as SUBJECT`: it must print `no`.",
        side_effects: "People who debug need a Role in the namespaces of their own workloads.",
    },
    references: &[],
};

fn check(context: &ObjectContext<'_>) -> Vec<Hit> {
    let gate = "AuthorizePodWebsocketUpgradeCreatePermission";
    let checked = knowledge::feature_gate(gate).and_then(|gate| gate.at(context.version));
    // A websocket begins with a GET, for which a `get` was enough.
    let is_checked = checked.is_some_and(|state| state.on_by_default);
    let start: &[&str] = if is_checked { &["create"] } else { &["create", "get"] };
    let ways = [("pods/exec", start), ("pods/attach", start), ("pods/ephemeralcontainers", &["update", "patch"])];
    let rules = Role::own_rules(context).into_iter().filter(|(role, rule)| role.is_wide() && rule.names.is_empty());
    let found = rules.filter_map(|(role, rule)| {
        let reached = ways.iter().filter(|(resource, verbs)| !rule.granted("", resource, verbs).is_empty());
        let reached: Vec<&str> = reached.map(|(resource, _)| *resource).collect();
        let first = reached.first()?;
        let reach = if role.is_cluster { "every namespace it is bound in" } else { "`kube-system`" };
        let how = if rule.granted("", first, &["create", "update", "patch"]).is_empty() {
            ", for which `get` is enough over a websocket before 1.35"
        } else {
            ""
        };
        let message = format!(
            "With {} its subjects run commands in all pods of {reach}{how}. Use a Role where their own pods are.",
            listed(&reached)
        );
        Some(context.hit(Category::Insecure, rule.place_of(context, first), "rules[].resources", message))
    });
    found.collect()
}
