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
    title: "Pods may use private images that others pulled",
    severity: Severity::Low,
    components: &[Component::KubeApiserver],
    check: Check::Code(check),
    good: &[(crate::knowledge::kube_apiserver::ENABLE_ADMISSION_PLUGINS, "NodeRestriction,AlwaysPullImages")],
    repair: Repair::Add {
        safety: Safety::Unsafe,
        risk: "keep pods from starting while their registry cannot be reached",
    },
    docs: Docs {
        what: "Without `AlwaysPullImages` a pod on the same node starts from a cached private image without having \
               its pull secret.",
        why: "In a cluster shared by several parties one of them runs, and reads, the private images of another by \
              naming them.",
        verify: "Run `kubectl run probe --image=registry.k8s.io/pause:3.10 --image-pull-policy=IfNotPresent`, then \
                 `kubectl get pod probe -o yaml`: it must show `imagePullPolicy: Always`.",
        side_effects: "Each start of a container asks the registry. While the registry cannot be reached, pods do \
                       not start; images loaded by hand stop working.",
    },
    references: &[Ref::Cis("1.2.11")],
};

fn check(context: &Context<'_>) -> Vec<Hit> {
    not_running(context, &RULE, "AlwaysPullImages").into_iter().collect()
}
