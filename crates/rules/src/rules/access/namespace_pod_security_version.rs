//! Checks of another release.

use crate::access::namespace::{ENFORCE, PodSecurity, minor};
use crate::finding::Hit;
use crate::knowledge::Component;
use crate::object::ObjectKind;
use crate::object_context::ObjectContext;
use crate::report::{Category, Severity};
use crate::rule::{Check, Docs, Repair, Rule};

/// The rule.
pub static RULE: Rule = Rule {
    id: "namespace-pod-security-version",
    title: "The namespace checks pods by the rules of another release",
    severity: Severity::Info,
    components: &[Component::KubeApiserver],
    check: Check::Object(&[ObjectKind::Namespace], check),
    good: &[],
    repair: Repair::None,
    docs: Docs {
        what: "A pinned version keeps the rules of that release; one that the API server does not know yet is read as \
               `latest`.",
        why: "Rules that were added since do not hold, and fields that pods have gained since are not looked at.",
        verify: "Run `kubectl get namespace NAME -o jsonpath='{.metadata.labels}'`: the version must be `latest` or \
                 that of the API server.",
        side_effects: "Pods that the newer rules refuse are refused when they are created next. That is why a version \
                       is pinned during an upgrade.",
    },
    references: &[],
};

fn check(context: &ObjectContext<'_>) -> Vec<Hit> {
    let labels = PodSecurity::of(context);
    let label = "pod-security.kubernetes.io/enforce-version";
    let Some(found) = labels.node(label).and_then(|node| context.scalar(node)) else { return Vec::new() };
    let Some(minor) = minor(found) else { return Vec::new() };
    let newest = u32::from(context.version.0);
    // Nothing is checked at this level, in any version.
    let level = labels.node(ENFORCE).map(|node| context.scalar(node));
    if minor == newest || matches!(level, None | Some(None | Some("privileged"))) {
        return Vec::new();
    }
    let (category, message) = if minor > newest {
        (
            Category::Unknown,
            format!("`{label}` is `{found}`, which {} does not know and reads as `latest`.", context.version),
        )
    } else {
        (
            Category::Insecure,
            format!(
                "`{label}` is `{found}`, so pods are checked by the rules of that release and not of {}. Set it to \
                 `latest`, or raise it after each upgrade.",
                context.version
            ),
        )
    };
    let hit = context.hit(category, labels.place(context, label), &format!("metadata.labels.{label}"), message);
    let outdated = minor + 3 < newest;
    vec![hit.severity(if outdated { Severity::Low } else { Severity::Info })]
}
