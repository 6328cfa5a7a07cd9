//! The way through a node's own API.

use crate::access::roles::{Role, RoleRule, listed};
use crate::finding::{Hit, Plan, with_risk};
use crate::knowledge;
use crate::knowledge::Component;
use crate::object::ObjectKind;
use crate::object_context::ObjectContext;
use crate::report::{Category, Safety, Severity};
use crate::rule::{Check, Docs, Ref, Repair, Rule};

/// The rule.
pub static RULE: Rule = Rule {
    id: "rbac-node-proxy",
    title: "A role gives the kubelet's whole API",
    severity: Severity::High,
    components: &[Component::KubeApiserver],
    check: Check::Object(&[ObjectKind::Role], check),
    good: &[],
    repair: Repair::Remove { safety: Safety::Unsafe, risk: RISK },
    docs: Docs {
        what: "`nodes/proxy` lets its subjects call every part of the kubelet's API on any node, directly or through \
               the API server.",
        why: "The kubelet starts a command in any of its pods on such a request, and takes one over a websocket for a \
              `get`, so even a role for monitoring runs commands in every pod. Neither admission nor the audit log of \
              the API server sees a direct call.",
        verify: "Run `kubectl auth can-i get nodes --subresource=proxy --as SUBJECT`: it must print `no`.",
        side_effects: "Monitoring needs `nodes/metrics` and `nodes/stats` instead and must call the kubelets directly.",
    },
    references: &[Ref::Cis("5.1.10")],
};

const RISK: &str = "stop clients that reach the kubelets through the API server";

const VERBS: &[&str] = &["get", "create", "update", "patch", "delete"];

fn check(context: &ObjectContext<'_>) -> Vec<Hit> {
    let rules = Role::own_rules(context).into_iter().filter(|(role, _)| role.is_cluster);
    rules.filter_map(|(_, rule)| hit(context, &rule)).collect()
}

fn hit(context: &ObjectContext<'_>, rule: &RoleRule<'_>) -> Option<Hit> {
    let verbs = rule.granted("", "nodes/proxy", VERBS);
    if verbs.is_empty() {
        return None;
    }
    let how = if verbs.contains(&"create") { "" } else { ": over a websocket the kubelet asks for no more than `get`" };
    let nodes = if rule.names.is_empty() { "any node" } else { "the named nodes" };
    let parts = if is_finer(context) {
        "`nodes/metrics`, `nodes/stats`, `nodes/log`, `nodes/pods`, `nodes/healthz` and `nodes/configz`"
    } else {
        "`nodes/metrics`, `nodes/stats` and `nodes/log`"
    };
    let message = format!(
        "With {} on `nodes/proxy` its subjects run commands in any pod of {nodes}{how}. Grant what is needed instead: \
         {parts}.",
        listed(&verbs)
    );
    let severity = if rule.names.is_empty() { Severity::High } else { Severity::Medium };
    let at = rule.place_of(context, "nodes/proxy");
    let hit = context.hit(Category::Insecure, at, "rules[].resources", message).severity(severity);
    let list = context.at(rule.node, &["resources"])?;
    let order = rule.resources.iter().position(|resource| *resource == "nodes/proxy");
    // The last resource of a rule has to be replaced, by what its user knows.
    let order = order.filter(|_| rule.resources.len() > 1 && rule.resources.len() == context.items(list).len());
    let change = order.and_then(|order| context.remove_item(list, order));
    let title = with_risk("Remove `nodes/proxy`".to_owned(), RISK);
    Some(hit.plans(change.map(|change| Plan::new(title, Safety::Unsafe, change))))
}

/// Whether the kubelet asks for parts of its API by names of their own.
fn is_finer(context: &ObjectContext<'_>) -> bool {
    let gate = knowledge::feature_gate("KubeletFineGrainedAuthz").and_then(|gate| gate.at(context.version));
    gate.is_some_and(|state| state.on_by_default)
}
