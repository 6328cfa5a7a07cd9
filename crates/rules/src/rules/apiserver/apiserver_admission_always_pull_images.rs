//! Whether a pod may use an image that another one pulled.

use super::apiserver_disabled_admission_plugins::not_running;
use crate::context::Context;
use crate::finding::Hit;
use crate::knowledge::Component;
use crate::report::{Safety, Severity};
use crate::rule::{Check, Docs, Ref, Repair, Rule};

/// The rule.
pub static RULE: Rule = Rule {
    id: "apiserver-admission-always-pull-images",
    title: "Pods may start from private images that other pods pulled",
    severity: Severity::Low,
    components: &[Component::KubeApiserver],
    check: Check::Code(check),
    good: &[(crate::knowledge::kube_apiserver::ENABLE_ADMISSION_PLUGINS, "NodeRestriction,AlwaysPullImages")],
    repair: Repair::Add {
        safety: Safety::Unsafe,
        risk: "keep pods from starting while their registry cannot be reached",
    },
    docs: Docs {
        what: "Without `AlwaysPullImages` a pod needs no pull secret for a private image that is cached on its node. \
               From 1.35 the kubelet checks this itself unless told otherwise.",
        why: "In a shared cluster one party names the private image of another and runs it, with the code and the keys \
              inside.",
        verify: "Run `kubectl run probe --image=registry.k8s.io/pause:3.10 --image-pull-policy=IfNotPresent \
                 --dry-run=server -o yaml | grep imagePullPolicy`: it must print `Always`.",
        side_effects: "Each start of a container asks the registry: while it cannot be reached, pods do not start. \
                       Images loaded by hand stop working.",
    },
    references: &[Ref::Cis("1.2.11")],
};

fn check(context: &Context<'_>) -> Vec<Hit> {
    not_running(context, &RULE, "AlwaysPullImages").into_iter().collect()
}
