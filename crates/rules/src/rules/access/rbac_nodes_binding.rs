//! Rights of all nodes.

use crate::access::subjects::{Binding, Power, Subject, Words};
use crate::finding::Hit;
use crate::knowledge::Component;
use crate::object::ObjectKind;
use crate::object_context::ObjectContext;
use crate::report::{Safety, Severity};
use crate::rule::{Check, Docs, Repair, Rule};

/// The rule.
pub static RULE: Rule = Rule {
    id: "rbac-nodes-binding",
    title: "Nodes are given more than the Node authorizer allows",
    severity: Severity::High,
    components: &[Component::KubeApiserver],
    check: Check::Object(&[ObjectKind::RoleBinding], check),
    good: &[],
    repair: Repair::Remove { safety: Safety::Unsafe, risk: RISK },
    docs: Docs {
        what: "The Node authorizer lets a node read what its own pods need. A role bound to nodes is added to that and \
               knows no such limit.",
        why: "Whoever is root on one node, by way of one container, has the role for the whole cluster. With \
              `system:node` that is every Secret.",
        verify: "Run `kubectl auth can-i list secrets -A --as system:node:x --as-group system:nodes`: it must print \
                 `no`.",
        side_effects: "None where `--authorization-mode` holds `Node` and nodes have certificates as \
                       `system:node:NAME`.",
    },
    references: &[],
};

const RISK: &str = "stop nodes where the API server has no Node authorizer";

fn check(context: &ObjectContext<'_>) -> Vec<Hit> {
    let binding = Binding::of(context);
    let severity = match (binding.power(), binding.is_cluster) {
        (Power::Everything, true) => Severity::Critical,
        (Power::Broad, true) => Severity::High,
        (Power::Everything | Power::Broad, false) => Severity::Medium,
        (Power::View, _) => Severity::Low,
        (Power::Harmless | Power::Unknown, _) => return Vec::new(),
    };
    let subjects = binding.subjects.iter().filter(|subject| {
        // One user for all nodes, as before they had names of their own.
        let shared = binding.role_name() == "system:node" && subject.kind == "User" && !subject.is_anonymous();
        shared || subject.is_node()
    });
    let hit = |subject: &Subject<'_>| {
        let role = binding.role_name();
        let who = match subject.kind {
            "User" if subject.name.starts_with("system:node:") => "that node",
            "User" => "a node with this user",
            _ if subject.name == "system:nodes" => "any node",
            _ => "a bootstrap token",
        };
        let more =
            if role == "system:node" { ", every Secret included, as before there was a Node authorizer" } else { "" };
        let message = format!(
            "`{}` has the role `{role}` {}: who holds {who} has it{more}. Remove the subject.",
            subject.name,
            binding.reach()
        );
        binding.hit(context, subject, severity, Words { message, risk: RISK })
    };
    subjects.map(hit).collect()
}
