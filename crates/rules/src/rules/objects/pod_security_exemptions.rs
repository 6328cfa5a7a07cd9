//! Pods that no pod security level is checked for.

use crate::finding::Hit;
use crate::knowledge::Component;
use crate::object::ObjectKind;
use crate::object_context::{ObjectContext, quoted};
use crate::report::{Category, Severity};
use crate::rule::{Check, Docs, Repair, Rule};
use crate::value::is_dns_subdomain;

/// The rule.
pub static RULE: Rule = Rule {
    id: "pod-security-exemptions",
    title: "Exemptions from pod security are wider than they look",
    severity: Severity::Medium,
    components: &[Component::KubeApiserver],
    check: Check::Object(&[ObjectKind::PodSecurityConfiguration], check),
    good: &[],
    repair: Repair::None,
    docs: Docs {
        what: "An exempt user, namespace or runtime class is checked for nothing, whatever labels a namespace has.",
        why: "Pods of a Deployment are made by a controller, so to exempt its account exempts everybody who may create \
              a Deployment. A runtime class is chosen by whoever writes the pod.",
        verify: "Run `kubectl -n NAMESPACE create -f PRIVILEGED-DEPLOYMENT.yaml` where a level is enforced and read \
                 `kubectl -n NAMESPACE get events`: it must print `violates PodSecurity`.",
        side_effects: "Workloads that lived on the exemption are refused once their pods are made anew. Give them a \
                       namespace of their own with the label that they need.",
    },
    references: &[],
};

fn check(context: &ObjectContext<'_>) -> Vec<Hit> {
    let checks: [(&str, Judge); 3] =
        [("usernames", of_usernames), ("namespaces", of_namespaces), ("runtimeClasses", of_runtime_classes)];
    let mut hits = Vec::new();
    for (key, judge) in checks {
        let Some(list) = context.value(&["exemptions", key]) else { continue };
        for item in context.items(list) {
            let Some((severity, message)) = context.scalar(*item).and_then(judge) else { continue };
            let path = format!("exemptions.{key}");
            hits.push(context.hit(Category::Insecure, context.place(*item), &path, message).severity(severity));
        }
    }
    hits
}

/// What is wrong with one exempt name, and how bad that is.
type Judge = fn(&str) -> Option<(Severity, String)>;

/// Controllers that make pods for whoever creates a workload. Source: `cmd/kube-controller-manager/names`.
const CONTROLLERS: &[&str] = &[
    "cronjob-controller",
    "daemon-set-controller",
    "deployment-controller",
    "job-controller",
    "replicaset-controller",
    "replication-controller",
    "statefulset-controller",
];

fn of_usernames(name: &str) -> Option<(Severity, String)> {
    if name.is_empty() {
        return None;
    }
    let controller = name.strip_prefix("system:serviceaccount:kube-system:").filter(|name| CONTROLLERS.contains(name));
    Some(match controller {
        Some(_) => (
            Severity::High,
            format!(
                "`{name}` makes the pods of everybody's workloads, so they are all exempt. Remove it and exempt a \
                 namespace."
            ),
        ),
        None if name == "system:kube-controller-manager" => (
            Severity::High,
            format!(
                "{} may make the pods of everybody's workloads. Remove it and exempt a namespace.",
                quoted(&[name])
            ),
        ),
        None if name.contains('*') => {
            (Severity::Low, format!("`{name}` exempts nobody: names are compared letter by letter. Remove it."))
        }
        None => (
            Severity::Low,
            format!(
                "Pods that `{name}` makes are not checked in any namespace. Exempt a namespace rather than a user."
            ),
        ),
    })
}

fn of_namespaces(name: &str) -> Option<(Severity, String)> {
    let message = "`default` is exempt. Pods land there when nobody names a namespace, and everybody may know it. \
                   Remove it.";
    (name == "default").then(|| (Severity::Medium, message.to_owned()))
}

fn of_runtime_classes(name: &str) -> Option<(Severity, String)> {
    let message = format!(
        "Whoever writes `runtimeClassName: {name}` into a pod is checked for nothing. Keep it only when that runtime \
         isolates the pod from the node."
    );
    is_dns_subdomain(name).then_some((Severity::Low, message))
}
