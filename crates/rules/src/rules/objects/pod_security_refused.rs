//! A PodSecurityConfiguration that the API server does not load.

use crate::finding::{Hit, Plan};
use crate::knowledge::Component;
use crate::object::ObjectKind;
use crate::object_context::ObjectContext;
use crate::report::{Category, Safety, Severity};
use crate::rule::{Check, Docs, Repair, Rule};
use crate::syntax::yaml::NodeId;
use crate::value::{is_dns_label, is_dns_subdomain};

/// The rule.
pub static RULE: Rule = Rule {
    id: "pod-security-refused",
    title: "The API server refuses the pod security configuration and exits",
    severity: Severity::High,
    components: &[Component::KubeApiserver],
    check: Check::Object(&[ObjectKind::PodSecurityConfiguration], check),
    good: &[],
    repair: Repair::None,
    docs: Docs {
        what: "A level is `privileged`, `baseline` or `restricted`, a version `latest` or like `v1.36`, and an exempt \
               name a valid one that stands there once.",
        why: "The control plane is down until it is mended: the kubelet restarts the API server's container again and \
              again.",
        verify: "Run `kubectl get --raw /readyz`: it must print `ok`.",
        side_effects: "None.",
    },
    references: &[],
};

// Source: `admission/api/validation/validation.go` and `api/helpers.go` of kubernetes/pod-security-admission.
const LEVELS: &[&str] = &["privileged", "baseline", "restricted"];

fn check(context: &ObjectContext<'_>) -> Vec<Hit> {
    let mut hits = Vec::new();
    for mode in ["enforce", "audit", "warn"] {
        hits.extend(level(context, mode));
        hits.extend(version(context, &format!("{mode}-version")));
    }
    for key in ["usernames", "namespaces", "runtimeClasses"] {
        hits.extend(names(context, key));
    }
    hits
}

fn level(context: &ObjectContext<'_>, key: &str) -> Option<Hit> {
    let node = context.value(&["defaults", key])?;
    let found = context.scalar(node).filter(|level| !level.is_empty() && !LEVELS.contains(level))?;
    let meant = LEVELS.iter().find(|level| level.eq_ignore_ascii_case(found.trim()));
    let message = format!(
        "`{found}` is no level, so the API server exits. The levels are `privileged`, `baseline` and `restricted`."
    );
    Some(hit(context, node, key, message, meant.map(|level| (*level).to_owned())))
}

fn version(context: &ObjectContext<'_>, key: &str) -> Option<Hit> {
    let node = context.value(&["defaults", key])?;
    let found = context.scalar(node).filter(|version| !version.is_empty() && !is_version(version))?;
    let meant = [format!("v{found}"), found.to_ascii_lowercase()].into_iter().find(|version| is_version(version));
    let message = format!("`{found}` is no version, so the API server exits. Write `latest` or one like `v1.36`.");
    Some(hit(context, node, key, message, meant))
}

fn is_version(text: &str) -> bool {
    let minor = text.strip_prefix("v1.").unwrap_or_default();
    let is_number = !minor.is_empty() && minor.chars().all(|c| c.is_ascii_digit());
    text == "latest" || is_number && (minor == "0" || !minor.starts_with('0'))
}

fn hit(context: &ObjectContext<'_>, node: NodeId, key: &str, message: String, meant: Option<String>) -> Hit {
    let at = context.place_of(context.object.root, &["defaults", key]);
    let hit = context.hit(Category::Invalid, at, &format!("defaults.{key}"), message);
    let plan = meant.and_then(|meant| {
        let change = context.set(node, &meant)?;
        Some(Plan::new(format!("Write `{meant}`"), Safety::Safe, change))
    });
    hit.plans(plan)
}

fn names(context: &ObjectContext<'_>, key: &str) -> Vec<Hit> {
    let Some(list) = context.value(&["exemptions", key]) else { return Vec::new() };
    let items = context.items(list);
    let hit = |(at, item): (usize, &NodeId)| {
        let name = context.scalar(*item)?;
        let mut earlier = items.iter().take(at).filter_map(|item| context.scalar(*item));
        let wrong = match key {
            "usernames" if name.is_empty() => "is no user name",
            "namespaces" if !is_dns_label(name) => "is no name of a namespace; wildcards are not read",
            "runtimeClasses" if !is_dns_subdomain(name) => "is no name of a runtime class",
            _ if earlier.any(|earlier| earlier == name) => "stands twice",
            _ => return None,
        };
        let shown = if name.is_empty() { "An empty text".to_owned() } else { format!("`{name}`") };
        let message = format!("{shown} {wrong}, so the API server exits. Remove it.");
        let path = format!("exemptions.{key}");
        let hit = context.hit(Category::Invalid, context.place(*item), &path, message);
        let change = context.remove_item(list, at).filter(|_| wrong == "stands twice");
        Some(hit.plans(change.map(|change| Plan::new("Remove it", Safety::Safe, change))))
    };
    items.iter().enumerate().filter_map(hit).collect()
}
