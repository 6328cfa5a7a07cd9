//! Versions of files that the API server reads, and does not know.

use crate::finding::{Hit, Plan};
use crate::knowledge::Component;
use crate::object::ObjectKind;
use crate::object_context::ObjectContext;
use crate::report::{Category, Safety, Severity};
use crate::rule::{Check, Docs, Repair, Rule};
use crate::version::Version;

/// The rule.
pub static RULE: Rule = Rule {
    id: "object-api-version",
    title: "The API server does not know this version of the file and exits",
    severity: Severity::High,
    components: &[Component::KubeApiserver],
    check: Check::Object(KINDS, check),
    good: &[],
    repair: Repair::None,
    docs: Docs {
        what: "Each release of the API server reads certain versions of a file and refuses all others.",
        why: "The control plane is down until it is mended: the kubelet restarts the API server's container again and \
              again.",
        verify: "Run `kubectl get --raw /readyz`: it must print `ok`.",
        side_effects: "None: the fields mean the same in all versions of these files.",
    },
    references: &[],
};

const KINDS: &[ObjectKind] = &[
    ObjectKind::AuditPolicy,
    ObjectKind::AuthenticationConfiguration,
    ObjectKind::AuthorizationConfiguration,
    ObjectKind::EncryptionConfiguration,
    ObjectKind::PodSecurityConfiguration,
];

/// The versions of a kind: name, first release and first release without it; the newest first.
///
/// Source: the `register.go` files below `pkg/apis/apiserver` and `pkg/apis/audit` of kubernetes/apiserver and below
/// `admission/api` of kubernetes/pod-security-admission, at each release.
type Versions = &'static [(&'static str, u8, Option<u8>)];

const fn versions(kind: ObjectKind) -> Versions {
    match kind {
        ObjectKind::AuditPolicy => &[("v1", 0, None), ("v1beta1", 0, Some(24)), ("v1alpha1", 0, Some(24))],
        ObjectKind::AuthenticationConfiguration => &[("v1", 34, None), ("v1beta1", 30, None), ("v1alpha1", 29, None)],
        ObjectKind::AuthorizationConfiguration => &[("v1", 32, None), ("v1beta1", 30, None), ("v1alpha1", 29, None)],
        ObjectKind::PodSecurityConfiguration => &[("v1", 25, None), ("v1beta1", 0, None), ("v1alpha1", 0, None)],
        _ => &[("v1", 0, None)],
    }
}

fn check(context: &ObjectContext<'_>) -> Vec<Hit> {
    hit(context).into_iter().collect()
}

fn hit(context: &ObjectContext<'_>) -> Option<Hit> {
    let node = context.value(&["apiVersion"])?;
    let written = context.scalar(node)?;
    let (group, name) = written.rsplit_once('/').unwrap_or(("", written));
    let release = context.version;
    let all = versions(context.object.kind);
    let covers = |(_, since, until): &&(&str, u8, Option<u8>)| {
        Version(*since) <= release && until.is_none_or(|until| release < Version(until))
    };
    let known = all.iter().find(|(version, _, _)| *version == name);
    if known.as_ref().is_some_and(covers) {
        return None;
    }
    let when = match known {
        Some((_, _, Some(until))) if Version(*until) <= release => format!("went away in {}", Version(*until)),
        Some((_, since, _)) => format!("comes with {}", Version(*since)),
        None => "does not exist".to_owned(),
    };
    let newest = all.iter().find(covers);
    let advice = match (newest, all.last()) {
        (Some((version, ..)), _) => format!("Write `{}`.", joined(group, version)),
        (None, Some((_, first, _))) => format!("No version of this file is read before {}.", Version(*first)),
        _ => String::new(),
    };
    let message = format!("`{written}` {when}. A kube-apiserver {release} refuses the file and exits. {advice}");
    let category = if when.starts_with("went") { Category::Removed } else { Category::Unknown };
    let at = context.place_of(context.object.root, &["apiVersion"]);
    let hit = context.hit(category, at, "apiVersion", message);
    let Some((version, ..)) = newest else { return Some(hit) };
    let wanted = joined(group, version);
    let change = context.set(node, &wanted);
    Some(hit.plans(change.map(|change| Plan::new(format!("Write `{wanted}`"), Safety::Safe, change))))
}

fn joined(group: &str, version: &str) -> String {
    if group.is_empty() { version.to_owned() } else { format!("{group}/{version}") }
}
