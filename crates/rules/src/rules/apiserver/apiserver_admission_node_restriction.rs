//! What a kubelet may change.

use super::apiserver_disabled_admission_plugins::not_running;
use crate::context::Context;
use crate::finding::Hit;
use crate::knowledge::Component;
use crate::report::{Safety, Severity};
use crate::rule::{Check, Docs, Ref, Repair, Rule};

/// The rule.
pub static RULE: Rule = Rule {
    id: "apiserver-admission-node-restriction",
    title: "Kubelets may change other nodes and their pods",
    severity: Severity::High,
    components: &[Component::KubeApiserver],
    check: Check::Code(check),
    good: &[(crate::knowledge::kube_apiserver::ENABLE_ADMISSION_PLUGINS, "NodeRestriction")],
    repair: Repair::Add { safety: Safety::Safe, risk: "" },
    docs: Docs {
        what: "Without `NodeRestriction` a kubelet may change any Node object and the status of any pod.",
        why: "Whoever takes over one node labels it so that pods with valuable secrets are scheduled there, or taints \
              all other nodes.",
        verify: "Run `kubectl --kubeconfig /etc/kubernetes/kubelet.conf label node OTHER-NODE x=y` on a node: it must \
                 be refused.",
        side_effects: "Kubelets may no longer set labels under `node-restriction.kubernetes.io/`. Clusters set up by \
                       kubeadm run the plugin already.",
    },
    references: &[Ref::Cis("1.2.14")],
};

fn check(context: &Context<'_>) -> Vec<Hit> {
    not_running(context, &RULE, "NodeRestriction").into_iter().collect()
}
