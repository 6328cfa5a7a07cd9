//! The RBAC authorizer.

use super::apiserver_authz_not_always_allow::lacking;
use crate::context::Context;
use crate::finding::Hit;
use crate::knowledge::Component;
use crate::report::{Safety, Severity};
use crate::rule::{Check, Docs, Ref, Repair, Rule};

/// The rule.
pub static RULE: Rule = Rule {
    id: "apiserver-authz-rbac",
    title: "The RBAC authorizer is not in use",
    severity: Severity::High,
    components: &[Component::KubeApiserver],
    check: Check::Code(check),
    good: &[(crate::knowledge::kube_apiserver::AUTHORIZATION_MODE, "Node,RBAC")],
    repair: Repair::Add { safety: Safety::Safe, risk: "" },
    docs: Docs {
        what: "Without mode `RBAC` the API server ignores all roles and role bindings.",
        why: "Rights then come from a file or a webhook that nobody sees in the cluster, or from `AlwaysAllow`; roles \
              that look strict withhold nothing.",
        verify: "Run `kubectl -n kube-system get pod -l component=kube-apiserver -o yaml | grep authorization-mode`: \
                 it must print a list with `RBAC`.",
        side_effects: "Role bindings that already exist take effect. Read them first: `kubectl get \
                       clusterrolebindings,rolebindings -A -o wide`.",
    },
    references: &[Ref::Cis("1.2.8"), Ref::Stig("V-242382")],
};

fn check(context: &Context<'_>) -> Vec<Hit> {
    lacking(context, "RBAC", RULE.docs.what)
}
