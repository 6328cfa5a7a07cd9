//! Namespaces that take privileged pods on purpose.

use crate::access::namespace::{ENFORCE, PodSecurity};
use crate::finding::{Hit, Plan, with_risk};
use crate::knowledge::Component;
use crate::object::ObjectKind;
use crate::object_context::ObjectContext;
use crate::report::{Category, Safety, Severity};
use crate::rule::{Check, Docs, Ref, Repair, Rule};

/// The rule.
pub static RULE: Rule = Rule {
    id: "namespace-pod-security-privileged",
    title: "The namespace takes privileged pods",
    severity: Severity::Medium,
    components: &[Component::KubeApiserver],
    check: Check::Object(&[ObjectKind::Namespace], check),
    good: &[],
    repair: Repair::Write { value: "baseline", safety: Safety::Unsafe, risk: RISK },
    docs: Docs {
        what: "`enforce: privileged` refuses no pod, whatever the cluster's default says.",
        why: "Whoever may create a pod there takes the node: a privileged container, or one that mounts its disk, \
              leaves the container at once.",
        verify: "Run `kubectl get namespace NAME -o jsonpath='{.metadata.labels}'`: \
                 `pod-security.kubernetes.io/enforce` must be `baseline` or `restricted`.",
        side_effects: "Agents that need the node, such as network and storage drivers, are refused. Keep them in a \
                       namespace of their own, where nobody else creates pods.",
    },
    references: &[Ref::Cis("5.2.2")],
};

const RISK: &str = "refuse agents that need the node";

fn check(context: &ObjectContext<'_>) -> Vec<Hit> {
    let labels = PodSecurity::of(context);
    let Some(node) = labels.node(ENFORCE).filter(|node| context.scalar(*node) == Some("privileged")) else {
        return Vec::new();
    };
    if labels.is_of_cluster() {
        return Vec::new();
    }
    let message = format!(
        "`{ENFORCE}` is `privileged`, so the namespace takes pods that own their node. Use `baseline`, unless only \
         agents that need the node run here."
    );
    let (at, path) = (labels.place(context, ENFORCE), format!("metadata.labels.{ENFORCE}"));
    let hit = context.hit(Category::Insecure, at, &path, message);
    let title = with_risk(format!("Set `{ENFORCE}` to `baseline`"), RISK);
    vec![hit.plans(context.set(node, "baseline").map(|change| Plan::new(title, Safety::Unsafe, change)))]
}
