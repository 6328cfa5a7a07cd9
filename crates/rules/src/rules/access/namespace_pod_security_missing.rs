//! Namespaces that refuse no pod.

use crate::access::namespace::{AUDIT, ENFORCE, PodSecurity, WARN};
use crate::access::roles::listed;
use crate::finding::{Hit, Plan, with_risk};
use crate::knowledge::Component;
use crate::object::ObjectKind;
use crate::object_context::ObjectContext;
use crate::report::{Category, Safety, Severity};
use crate::rule::{Check, Docs, Ref, Repair, Rule};

/// The rule.
pub static RULE: Rule = Rule {
    id: "namespace-pod-security-missing",
    title: "The namespace does not say which pods it refuses",
    severity: Severity::Low,
    components: &[Component::KubeApiserver],
    check: Check::Object(&[ObjectKind::Namespace], check),
    good: &[],
    repair: Repair::Add { safety: Safety::Unsafe, risk: RISK },
    docs: Docs {
        what: "Without the label `pod-security.kubernetes.io/enforce` the cluster's default holds, which refuses \
               nothing unless it is configured.",
        why: "Whoever may create a pod there takes the node: a privileged container, or one that mounts its disk, \
              leaves the container at once.",
        verify: "Run `kubectl get namespace NAME -o jsonpath='{.metadata.labels}'`: it must name \
                 `pod-security.kubernetes.io/enforce`.",
        side_effects: "Pods that break the level are refused when they are created next. Run `kubectl label \
                       --dry-run=server --overwrite namespace NAME pod-security.kubernetes.io/enforce=baseline` first: \
                       it warns about those that run.",
    },
    references: &[Ref::Cis("5.2.1")],
};

const RISK: &str = "refuse pods that break the baseline";

fn check(context: &ObjectContext<'_>) -> Vec<Hit> {
    let labels = PodSecurity::of(context);
    let configured = context.around.has(ObjectKind::PodSecurityConfiguration);
    if labels.is_set(ENFORCE) || !labels.are_known || labels.is_of_cluster() || configured {
        return Vec::new();
    }
    let told = [("warn", labels.is_set(WARN)), ("audit", labels.is_set(AUDIT))];
    let told: Vec<&str> = told.into_iter().filter(|(_, is_set)| *is_set).map(|(mode, _)| mode).collect();
    let found = if told.is_empty() {
        "Nothing says which pods the namespace refuses, so it takes privileged ones unless the cluster's default \
         forbids them."
            .to_owned()
    } else {
        format!("{} only tells about pods, and none is refused.", listed(&told))
    };
    let message = format!("{found} Add the label `{ENFORCE}: baseline`, or `restricted`.");
    let at = labels.anchor(context);
    let hit = context.hit(Category::Missing, at, &format!("metadata.labels.{ENFORCE}"), message);
    let change = context.insert(context.object.root, &["metadata", "labels", ENFORCE], &labels.value("baseline"));
    let title = with_risk(format!("Add the label `{ENFORCE}: baseline`"), RISK);
    vec![hit.plans(change.map(|change| Plan::new(title, Safety::Unsafe, change)))]
}
