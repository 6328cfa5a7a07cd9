//! Node ports that collide with ports of the node itself.

use crate::context::Context;
use crate::finding::Hit;
use crate::knowledge::{Component, kube_apiserver as settings};
use crate::report::{Category, Severity};
use crate::rule::{Check, Docs, Repair, Rule};
use crate::value::Value;

/// The rule.
pub static RULE: Rule = Rule {
    id: "apiserver-node-port-range",
    title: "Services may take over ports of the node itself",
    severity: Severity::Medium,
    components: &[Component::KubeApiserver],
    check: Check::Code(check),
    good: &[(crate::knowledge::kube_apiserver::SERVICE_NODE_PORT_RANGE, "30000-32767")],
    repair: Repair::None,
    docs: Docs {
        what: "Whoever may create a Service of type NodePort chooses a port of the range on every node, and traffic to \
               that port goes to their pods.",
        why: "With the port of SSH, etcd, the kubelet or the API server in the range, a user of one namespace diverts \
              administrators and nodes to a pod of theirs, or just cuts them off.",
        verify: "Run `kubectl get svc -A -o jsonpath='{..nodePort}'`: no number below 30000 may be printed.",
        side_effects: "Services that use a port outside the new range keep it until they are changed, and then need \
                       another.",
    },
    references: &[],
};

/// Ports that a node listens on, and who does.
const TAKEN: [(u16, &str); 8] = [
    (22, "SSH"),
    (53, "DNS"),
    (2379, "etcd"),
    (2380, "the peers of etcd"),
    (6443, "the API server"),
    (10250, "the kubelet"),
    (10257, "the controller manager"),
    (10259, "the scheduler"),
];

fn check(context: &Context<'_>) -> Vec<Hit> {
    let setting = settings::SERVICE_NODE_PORT_RANGE;
    let Some(Value::Text(text)) = context.value(setting) else { return Vec::new() };
    let Some((first, last)) = range(&text) else { return Vec::new() };
    let inside: Vec<String> = TAKEN
        .iter()
        .filter(|(port, _)| (first..=last).contains(port))
        .map(|(port, owner)| format!("{port} ({owner})"))
        .collect();
    if inside.is_empty() {
        return Vec::new();
    }
    let message = format!(
        "{}, which holds {}. {} Keep to a range such as `30000-32767`.",
        context.found(setting),
        inside.join(", "),
        RULE.docs.what
    );
    let hit = Hit::new(Category::Insecure, context.place(setting), message).about(setting);
    vec![hit.confidence(context.confidence(setting))]
}

/// `first-last`, or `first+count`. Source: `PortRange.Set` of `k8s.io/apimachinery`.
fn range(text: &str) -> Option<(u16, u16)> {
    let text = text.trim();
    if let Some((first, last)) = text.split_once('-') {
        return Some((first.parse().ok()?, last.parse().ok()?));
    }
    let (first, more) = text.split_once('+')?;
    let (first, more): (u16, u16) = (first.parse().ok()?, more.parse().ok()?);
    Some((first, first.saturating_add(more)))
}
