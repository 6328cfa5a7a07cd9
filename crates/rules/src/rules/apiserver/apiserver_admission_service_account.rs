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
        what: "Without it, pods get neither a service account nor a token unless their manifest spells them out, and \
               nothing checks that the account exists.",
        why: "Workloads that call the API fail, and people mount token Secrets by hand instead, which never expire.",
        verify: "Run `kubectl run probe --image=registry.k8s.io/pause:3.10 --dry-run=server -o yaml | grep \
                 serviceAccountName`: it must print `default`.",
        side_effects: "Pods that name a service account that does not exist are refused. The plugin is on by default.",
    },
    references: &[Ref::Cis("1.2.12")],
};

fn check(context: &Context<'_>) -> Vec<Hit> {
    not_running(context, &RULE, "ServiceAccount").into_iter().collect()
}
