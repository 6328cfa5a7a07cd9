//! Labels that Pod Security does not understand.

use crate::access::namespace::{LABELS, LEVELS, Label, PodSecurity, minor};
use crate::finding::{Hit, Plan, with_risk};
use crate::knowledge::Component;
use crate::nearest::nearest;
use crate::object::ObjectKind;
use crate::object_context::ObjectContext;
use crate::report::{Category, Safety, Severity};
use crate::rule::{Check, Docs, Ref, Repair, Rule};
use crate::syntax::yaml::NodeId;

/// The rule.
pub static RULE: Rule = Rule {
    id: "namespace-pod-security-label",
    title: "A pod security label is not one",
    severity: Severity::Medium,
    components: &[Component::KubeApiserver],
    check: Check::Object(&[ObjectKind::Namespace], check),
    good: &[],
    repair: Repair::Add { safety: Safety::Unsafe, risk: RISK },
    docs: Docs {
        what: "Pod Security knows six labels, three levels and versions such as `v1.30` or `latest`. It passes over a \
               label of another name and refuses another value.",
        why: "A label with a slip in its name refuses no pod, and the namespace looks as if it did. With a slip in its \
              value the namespace cannot be created, and one that has it already refuses all but `restricted` pods.",
        verify: "Run `kubectl label --dry-run=server --overwrite namespace NAME LABEL=VALUE`: it must print no error.",
        side_effects: "The mended label refuses pods that were taken before.",
    },
    references: &[Ref::Cis("5.2.1")],
};

// Source: `policy/api/helpers.go` and `admission/admission.go` of kubernetes/pod-security-admission.

const RISK: &str = "refuse pods that break the level";

fn check(context: &ObjectContext<'_>) -> Vec<Hit> {
    let labels = PodSecurity::of(context);
    let entries = labels.entries(context).into_iter();
    entries.filter_map(|label| key(context, &labels, &label).or_else(|| value(context, &label))).collect()
}

fn key(context: &ObjectContext<'_>, labels: &PodSecurity<'_>, label: &Label<'_>) -> Option<Hit> {
    if LABELS.contains(&label.name) {
        return None;
    }
    let near = nearest(label.name, LABELS.iter().copied());
    let meant = near.map(|near| format!(" Did you mean `{}`?", near.name)).unwrap_or_default();
    let message = format!("`{}` is no label of Pod Security, so it does nothing.{meant}", label.name);
    let hit = context.hit(Category::Unknown, label.at, &format!("metadata.labels.{}", label.name), message);
    let sure = near.filter(|near| near.sure && is_taken(context, near.name, label.value));
    let plan = sure.zip(labels.mapping).and_then(|(near, mapping)| {
        let title = with_risk(format!("Rename the label to `{}`", near.name), RISK);
        Some(Plan::new(title, Safety::Unsafe, context.rename(mapping, label.name, near.name)?))
    });
    Some(hit.plans(plan))
}

fn value(context: &ObjectContext<'_>, label: &Label<'_>) -> Option<Hit> {
    let (name, found) = (label.name, context.scalar(label.value)?);
    let (right, wanted, names) = if name.ends_with("-version") {
        (minor(found).is_some() || found == "latest", "`latest` or a release such as `v1.30`", &["latest"][..])
    } else {
        (LEVELS.contains(&found), "`privileged`, `baseline` or `restricted`", LEVELS)
    };
    if right {
        return None;
    }
    let message = format!("`{name}` is `{found}`, so the API server refuses the namespace. It must be {wanted}.");
    let hit = context.hit(Category::Invalid, label.at, &format!("metadata.labels.{name}"), message);
    let meant = match found.strip_prefix("1.") {
        Some(_) if name.ends_with("-version") => Some(format!("v{found}")).filter(|meant| minor(meant).is_some()),
        _ => nearest(found, names.iter().copied()).filter(|near| near.sure).map(|near| near.name.to_owned()),
    };
    let plan = meant.filter(|meant| says_nothing_new(context, meant)).and_then(|meant| {
        let title = with_risk(format!("Set `{name}` to `{meant}`"), RISK);
        Some(Plan::new(title, Safety::Unsafe, context.set(label.value, &meant)?))
    });
    Some(hit.plans(plan))
}

/// Whether a value fits a label and no other rule has anything to say about it.
fn is_taken(context: &ObjectContext<'_>, label: &str, node: NodeId) -> bool {
    let fits = |value: &str| label.ends_with("-version") != LEVELS.contains(&value);
    context.scalar(node).is_some_and(|value| fits(value) && says_nothing_new(context, value))
}

/// Whether a level refuses something, or a version is that of the release.
fn says_nothing_new(context: &ObjectContext<'_>, value: &str) -> bool {
    match value {
        "baseline" | "restricted" | "latest" => true,
        _ => minor(value) == Some(u32::from(context.version.0)),
    }
}
