//! The plugin that gives pods their service account.

use super::apiserver_disabled_admission_plugins::not_running;
use crate::context::Context;
use crate::finding::Hit;
use crate::knowledge::Component;
use crate::report::{Safety, Severity};
use crate::rule::{Check, Docs, Ref, Repair, Rule};

/// The rule.
pub static RULE: Rule = Rule {
    id: "apiserver-admission-service-account",
    title: "The admission plugin ServiceAccount is off",
    severity: Severity::High,
    components: &[Component::KubeApiserver],
    check: Check::Code(check),
    good: &[],
    repair: Repair::Remove { safety: Safety::Safe, risk: "" },
    docs: Docs {
        what: "Without it nothing checks that a pod's service account exists, may use its Secrets, or gives it a \
               short-lived token.",
        why: "Pods come without a token or with credentials of their own making, and the limits of \
              `enforce-mountable-secrets` have no effect.",
        verify: "Run `kubectl run probe --image=registry.k8s.io/pause:3.10`, then `kubectl get pod probe -o yaml`: \
                 it must show `serviceAccountName: default`.",
        side_effects: "Pods that name a service account that does not exist are refused. It is on by default.",
    },
    references: &[Ref::Cis("1.2.12")],
};

fn check(context: &Context<'_>) -> Vec<Hit> {
    not_running(context, &RULE, "ServiceAccount").into_iter().collect()
}
