//! Static pods on a worker.

use crate::context::Context;
use crate::finding::{Change, Hit, Plan, with_risk};
use crate::knowledge::Component;
use crate::knowledge::kubelet::{NODE_LABELS, STATIC_POD_PATH as PATH};
use crate::report::{Category, Safety, Severity};
use crate::rule::{Check, Docs, Ref, Repair, Rule};

/// The rule.
pub static RULE: Rule = Rule {
    id: "kubelet-static-pod-path",
    title: "A worker runs static pods",
    severity: Severity::Low,
    components: &[Component::Kubelet],
    check: Check::Code(check),
    good: &[],
    repair: Repair::Remove { safety: Safety::Unsafe, risk: RISK },
    docs: Docs {
        what: "The kubelet runs every pod that it finds there, without admission. A control-plane node needs that, a \
               worker does not.",
        why: "Whoever may write one file there keeps a privileged pod on the node that no policy sees and `kubectl \
              delete` does not end.",
        verify: "Run `kubectl get --raw /api/v1/nodes/NODE/proxy/configz`: it must not show `staticPodPath`.",
        side_effects: "Static pods of the node end, such as a local load balancer for the API server.",
    },
    references: &[Ref::Stig("V-242397")],
};

const RISK: &str = "end static pods of the node, such as a local load balancer";

/// Speaks only where the node's own labels say that it is a worker: kubeadm writes the path on every node.
fn check(context: &Context<'_>) -> Vec<Hit> {
    let labels = context.value(NODE_LABELS);
    let worker = labels.iter().flat_map(|labels| labels.pairs()).find(|(key, value)| is_worker(key, value));
    let Some((label, _)) = worker.filter(|_| context.is_present(PATH) == Some(true)) else { return Vec::new() };
    let message = format!(
        "{}, and the label `{label}` says that the node is a worker. {} Remove it.",
        context.found(PATH),
        RULE.docs.what
    );
    let title = with_risk(format!("Remove `{}`", context.target_spelling(PATH)), RISK);
    let hit = Hit::new(Category::Insecure, context.place(PATH), message).about(PATH);
    let hit = hit.confidence(context.confidence(PATH)).related(context.place(NODE_LABELS), "the node's labels");
    vec![hit.plan(Plan::new(title, Safety::Unsafe, Change::Unset(PATH)))]
}

fn is_worker(key: &str, value: &str) -> bool {
    let name = key.rsplit('/').next().unwrap_or(key);
    name == "worker" && value != "false" || name.ends_with("role") && value == "worker"
}
