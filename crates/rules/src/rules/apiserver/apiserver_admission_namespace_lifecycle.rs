//! The plugin that guards namespaces.

use super::apiserver_disabled_admission_plugins::not_running;
use crate::context::Context;
use crate::finding::Hit;
use crate::knowledge::Component;
use crate::report::{Safety, Severity};
use crate::rule::{Check, Docs, Ref, Repair, Rule};

/// The rule.
pub static RULE: Rule = Rule {
    id: "apiserver-admission-namespace-lifecycle",
    title: "The admission plugin NamespaceLifecycle is off",
    severity: Severity::Medium,
    components: &[Component::KubeApiserver],
    check: Check::Code(check),
    good: &[],
    repair: Repair::Remove { safety: Safety::Safe, risk: "" },
    docs: Docs {
        what: "Without it, objects are created in namespaces that do not exist or are being deleted, and `default`, \
               `kube-system` and `kube-public` can be deleted.",
        why: "Objects in a namespace that does not exist escape its quotas and policies, and `kubectl delete namespace \
              kube-system` takes the cluster down.",
        verify: "Run `kubectl create configmap probe -n no-such-namespace`: it must fail with \"not found\".",
        side_effects: "Requests for namespaces that do not exist are refused. The plugin is on by default.",
    },
    references: &[Ref::Cis("1.2.13")],
};

fn check(context: &Context<'_>) -> Vec<Hit> {
    not_running(context, &RULE, "NamespaceLifecycle").into_iter().collect()
}
