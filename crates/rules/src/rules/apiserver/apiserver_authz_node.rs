//! The Node authorizer.

use super::apiserver_authz_not_always_allow::lacking;
use crate::context::Context;
use crate::finding::Hit;
use crate::knowledge::Component;
use crate::report::{Safety, Severity};
use crate::rule::{Check, Docs, Ref, Repair, Rule};

/// The rule.
pub static RULE: Rule = Rule {
    id: "apiserver-authz-node",
    title: "The Node authorizer is not in use",
    severity: Severity::High,
    components: &[Component::KubeApiserver],
    check: Check::Code(check),
    good: &[(crate::knowledge::kube_apiserver::AUTHORIZATION_MODE, "Node,RBAC")],
    repair: Repair::Add { safety: Safety::Safe, risk: "" },
    docs: Docs {
        what: "Without mode `Node` no authorizer limits a kubelet to the pods, secrets and volumes of its own node.",
        why: "Kubelets then need roles that cover all nodes. Whoever takes over one node reads the secrets of every \
              pod in the cluster.",
        verify: "Run `kubectl -n kube-system get pod -l component=kube-apiserver -o yaml | grep authorization-mode`: \
                 it must print a list with `Node`.",
        side_effects: "Kubelets are allowed what their own pods need. A leftover binding of the role `system:node` \
                       still grants more; remove it.",
    },
    references: &[Ref::Cis("1.2.7"), Ref::Stig("V-242382")],
};

fn check(context: &Context<'_>) -> Vec<Hit> {
    lacking(context, "Node", RULE.docs.what)
}
