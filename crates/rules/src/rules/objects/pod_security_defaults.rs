//! What pods may do in namespaces without labels of their own.

use crate::finding::{Hit, Plan, with_risk};
use crate::knowledge::Component;
use crate::object::ObjectKind;
use crate::object_context::ObjectContext;
use crate::report::{Category, Safety, Severity};
use crate::rule::{Check, Docs, Ref, Repair, Rule};

/// The rule.
pub static RULE: Rule = Rule {
    id: "pod-security-defaults",
    title: "Namespaces without labels admit privileged pods",
    severity: Severity::Medium,
    components: &[Component::KubeApiserver],
    check: Check::Object(&[ObjectKind::PodSecurityConfiguration], check),
    good: &[],
    repair: Repair::Write { value: "baseline", safety: Safety::Unsafe, risk: RISK },
    docs: Docs {
        what: "`defaults.enforce` is the pod security level of every namespace without a label, and without it the \
               level is `privileged`.",
        why: "Whoever may create a pod in such a namespace mounts the root of the node's disk or joins its network and \
              processes, and takes over the node.",
        verify: "Run `kubectl create namespace probe && kubectl -n probe run x --image=x --privileged --dry-run=server`: \
                 it must print `violates PodSecurity`.",
        side_effects: "Pods that need more are refused once they are made anew. Label their namespaces first: `kubectl \
                       label --dry-run=server --overwrite ns --all pod-security.kubernetes.io/enforce=baseline` lists \
                       them.",
    },
    references: &[Ref::Stig("V-254800")],
};

const RISK: &str = "refuse pods with host access in namespaces without labels";

fn check(context: &ObjectContext<'_>) -> Vec<Hit> {
    hit(context).into_iter().collect()
}

fn hit(context: &ObjectContext<'_>) -> Option<Hit> {
    let root = context.object.root;
    let written = context.value(&["defaults", "enforce"]);
    let level = written.map(|node| context.scalar(node));
    let found = match level {
        None if context.is_whole() => "`defaults.enforce` is not set, so the level is `privileged`",
        Some(Some("")) => "`defaults.enforce` is empty, so the level is `privileged`",
        Some(Some("privileged")) => "`defaults.enforce` is `privileged`",
        _ => return None,
    };
    let message = format!("{found}: namespaces without a label admit any pod. Write `baseline`.");
    let category = if written.is_some() { Category::Insecure } else { Category::Missing };
    let at = ["defaults.enforce", "defaults"].iter().map(|path| path.split('.').collect::<Vec<_>>());
    let at = at.into_iter().find(|path| context.value(path).is_some()).unwrap_or_default();
    let hit = context.hit(category, context.place_of(root, &at), "defaults.enforce", message);
    let change = match written {
        Some(node) => context.set(node, "baseline"),
        None => context.insert(root, &["defaults", "enforce"], "baseline"),
    };
    let title = with_risk("Set `defaults.enforce` to `baseline`".to_owned(), RISK);
    Some(hit.plans(change.map(|change| Plan::new(title, Safety::Unsafe, change))))
}
