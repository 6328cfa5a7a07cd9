//! Labels that a node may not give itself.

use crate::context::Context;
use crate::finding::{Change, Hit, Plan};
use crate::knowledge::Component;
use crate::knowledge::kubelet::NODE_LABELS;
use crate::report::{Category, Safety, Severity};
use crate::rule::{Check, Docs, Repair, Rule};

/// The rule.
pub static RULE: Rule = Rule {
    id: "kubelet-node-labels",
    title: "The node gives itself a reserved label, so the kubelet exits",
    severity: Severity::High,
    components: &[Component::Kubelet],
    check: Check::Code(check),
    good: &[],
    repair: Repair::None,
    docs: Docs {
        what: "Labels below `kubernetes.io` and `k8s.io` belong to Kubernetes; a node may give itself only a \
              few of them.",
        why: "The node is down until it is mended. A node that could name its own role would draw the pods, \
              and the secrets, of the control plane to itself; that is why the kubelet refuses.",
        verify: "Run `systemctl is-active kubelet` a minute after a restart: it must print `active`.",
        side_effects: "The label is no longer set when a node registers; set it with `kubectl label node`, from an \
              account that may.",
    },
    references: &[],
};

/// Labels with a reserved name that a node may set. Source: `pkg/apis/well_known_labels.go` of kubernetes/kubelet and
/// `cmd/kubelet/app/options/options.go`.
const ALLOWED: [&str; 11] = [
    "beta.kubernetes.io/arch",
    "beta.kubernetes.io/instance-type",
    "beta.kubernetes.io/os",
    "failure-domain.beta.kubernetes.io/region",
    "failure-domain.beta.kubernetes.io/zone",
    "kubernetes.io/arch",
    "kubernetes.io/hostname",
    "kubernetes.io/os",
    "node.kubernetes.io/instance-type",
    "topology.kubernetes.io/region",
    "topology.kubernetes.io/zone",
];

fn check(context: &Context<'_>) -> Vec<Hit> {
    let Some(value) = context.value(NODE_LABELS) else { return Vec::new() };
    let refused = value.pairs().iter().filter(|(label, _)| is_refused(label));
    let hit = |(label, _): &(String, String)| {
        let message = format!(
            "`--node-labels` holds `{label}`. Labels below `kubernetes.io` and `k8s.io` must begin with \
             `node.kubernetes.io/` or `kubelet.kubernetes.io/` or be one of the well-known ones, so the kubelet exits. \
             Remove it, and set it with `kubectl label node` instead."
        );
        let plan = Plan::new(
            format!("Remove `{label}` from `--node-labels`"),
            Safety::Safe,
            Change::Take(NODE_LABELS, label.clone()),
        );
        let hit = Hit::new(Category::Invalid, context.place_of_part(NODE_LABELS, label), message).about(NODE_LABELS);
        hit.confidence(context.confidence(NODE_LABELS)).plan(plan)
    };
    refused.map(hit).collect()
}

fn is_refused(label: &str) -> bool {
    let Some((namespace, _)) = label.split_once('/') else { return false };
    let below =
        |domain: &str| namespace.strip_suffix(domain).is_some_and(|before| before.is_empty() || before.ends_with('.'));
    let reserved = below("kubernetes.io") || below("k8s.io");
    reserved && !below("node.kubernetes.io") && !below("kubelet.kubernetes.io") && !ALLOWED.contains(&label)
}
