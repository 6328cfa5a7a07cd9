//! An AuthorizationConfiguration that the API server does not load.

use crate::finding::{Hit, Plan};
use crate::knowledge::Component;
use crate::object::ObjectKind;
use crate::object_context::{ObjectContext, quoted};
use crate::report::{Category, Safety, Severity};
use crate::rule::{Check, Docs, Repair, Rule};
use crate::syntax::mapped::Location;
use crate::syntax::yaml::NodeId;
use crate::value::{duration_of, is_dns_subdomain};

/// The rule.
pub static RULE: Rule = Rule {
    id: "authorization-config-refused",
    title: "The API server refuses the authorisation configuration and exits",
    severity: Severity::High,
    components: &[Component::KubeApiserver],
    check: Check::Object(&[ObjectKind::AuthorizationConfiguration], check),
    good: &[],
    repair: Repair::None,
    docs: Docs {
        what: "An authorizer has a known type that stands there once, the name that goes with it, and, for a webhook, \
               times, a failure policy and a connection.",
        why: "The control plane is down until it is mended: the kubelet restarts the API server's container again and \
              again.",
        verify: "Run `kubectl get --raw /readyz`: it must print `ok`.",
        side_effects: "None.",
    },
    references: &[],
};

// Source: `apis/apiserver/validation/validation.go` of kubernetes/apiserver and
// `pkg/kubeapiserver/options/authorization.go` of kubernetes/kubernetes.
const TYPES: &[&str] = &["AlwaysAllow", "AlwaysDeny", "ABAC", "Webhook", "RBAC", "Node"];

/// One authorizer of the file.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Authorizer<'a> {
    /// The entry of `authorizers`.
    pub node: NodeId,
    /// Its type.
    pub kind: &'a str,
}

/// The authorizers of a file in their order; nothing when one of them cannot be known.
pub(crate) fn authorizers<'a>(context: &ObjectContext<'a>) -> Option<Vec<Authorizer<'a>>> {
    let list = context.value(&["authorizers"]);
    if !context.is_whole() || list.is_some_and(|list| context.is_cut(list)) {
        return None;
    }
    let list = list.map(|list| context.items(list)).unwrap_or_default();
    list.iter().map(|node| Some(Authorizer { node: *node, kind: context.text_at(*node, &["type"])? })).collect()
}

fn check(context: &ObjectContext<'_>) -> Vec<Hit> {
    let list = context.value(&["authorizers"]).map(|list| context.items(list)).unwrap_or_default();
    if list.is_empty() {
        let message = "No authorizer is named, so the API server exits. Name `Node` and `RBAC`.";
        let at = context.place_of(context.object.root, &["authorizers"]);
        let hit = context.is_whole().then(|| context.hit(Category::Invalid, at, "authorizers", message));
        return hit.into_iter().collect();
    }
    let (mut hits, mut kinds, mut names) = (Vec::new(), Vec::new(), Vec::new());
    for authorizer in list {
        let kind = context.text_at(*authorizer, &["type"]);
        hits.extend(of_type(context, *authorizer, kind, &kinds));
        hits.extend(kind.and_then(|kind| of_name(context, *authorizer, kind, &names)));
        kinds.extend(kind);
        names.extend(context.text_at(*authorizer, &["name"]));
        hits.extend(kind.map(|kind| of_webhook(context, *authorizer, kind)).unwrap_or_default());
    }
    hits
}

/// Where a key of an authorizer stands, else the authorizer.
fn place(context: &ObjectContext<'_>, node: NodeId, path: &[&str]) -> Location {
    let there = (1..=path.len()).rev().filter_map(|end| path.get(..end)).find(|path| context.at(node, path).is_some());
    there.map_or_else(|| context.place(node), |path| context.place_of(node, path))
}

fn of_type(context: &ObjectContext<'_>, authorizer: NodeId, kind: Option<&str>, seen: &[&str]) -> Option<Hit> {
    let node = context.at(authorizer, &["type"]);
    let message = match (node, kind) {
        (None, _) if context.is_whole() => "An authorizer has no `type`".to_owned(),
        (_, Some(kind)) if !TYPES.contains(&kind) => {
            format!("`{kind}` is no type of authorizer; the types are {}", quoted(TYPES))
        }
        (_, Some(kind)) if kind != "Webhook" && seen.contains(&kind) => format!("`{kind}` stands twice"),
        _ => return None,
    };
    let at = place(context, authorizer, &["type"]);
    let hit = context.hit(Category::Invalid, at, "authorizers[].type", format!("{message}, so the API server exits."));
    let found = kind.unwrap_or_default();
    let meant = TYPES.iter().find(|known| **known != found && known.eq_ignore_ascii_case(found));
    let change = node.zip(meant).and_then(|(node, meant)| Some((meant, context.set(node, meant)?)));
    Some(hit.plans(change.map(|(meant, change)| Plan::new(format!("Write `{meant}`"), Safety::Safe, change))))
}

/// The name is the type in lower case, except that of a webhook.
fn of_name(context: &ObjectContext<'_>, authorizer: NodeId, kind: &str, seen: &[&str]) -> Option<Hit> {
    let written = context.at(authorizer, &["name"]);
    let name = match written {
        Some(node) => context.scalar(node)?,
        None if context.is_whole() => "",
        None => return None,
    };
    let wanted = (kind != "Webhook" && TYPES.contains(&kind)).then(|| kind.to_ascii_lowercase());
    let why = match &wanted {
        Some(wanted) if name != wanted => format!("the name of `{kind}` is `{wanted}`"),
        Some(_) => return None,
        None if name.is_empty() => "an authorizer needs a name".to_owned(),
        None if seen.contains(&name) => "each name stands once".to_owned(),
        None if !is_dns_subdomain(name) => "a name has small letters, digits, `-` and `.`".to_owned(),
        None => return None,
    };
    let found = if name.is_empty() { "`name` is not set".to_owned() } else { format!("`name` is `{name}`") };
    let message = format!("{found}, but {why}, so the API server exits.");
    let hit = context.hit(Category::Invalid, place(context, authorizer, &["name"]), "authorizers[].name", message);
    let plan = wanted.and_then(|wanted| {
        let change = match written {
            Some(node) => context.set(node, &wanted),
            None => context.insert(authorizer, &["name"], &wanted),
        };
        Some(Plan::new(format!("Write `name: {wanted}`"), Safety::Safe, change?))
    });
    Some(hit.plans(plan))
}

fn of_webhook(context: &ObjectContext<'_>, authorizer: NodeId, kind: &str) -> Vec<Hit> {
    let webhook = context.at(authorizer, &["webhook"]);
    let one = |path: &[&str], message: String| {
        let at = place(context, authorizer, path);
        let name = format!("authorizers[].{}", path.join("."));
        vec![context.hit(Category::Invalid, at, &name, format!("{message}, so the API server exits."))]
    };
    match (kind, webhook) {
        ("Webhook", None) if context.is_whole() => one(&["webhook"], "A webhook has no `webhook` section".to_owned()),
        ("Webhook", Some(webhook)) => {
            let wrong = |field: &Field| Some((field.path, wrong(context, webhook, field)?));
            let found = FIELDS.iter().filter_map(wrong).chain(match_version(context, webhook));
            let with_section = |path: &[&'static str]| [&["webhook"], path].concat();
            found.flat_map(|(path, message)| one(&with_section(path), message)).collect()
        }
        (kind, Some(_)) if TYPES.contains(&kind) => {
            one(&["webhook"], format!("`{kind}` is no webhook and has a `webhook` section"))
        }
        _ => Vec::new(),
    }
}

/// A field of a webhook and what it takes.
struct Field {
    path: &'static [&'static str],
    takes: Takes,
}

enum Takes {
    /// One of these texts.
    OneOf(&'static [&'static str]),
    /// A duration above zero and up to 30 seconds.
    Timeout,
    /// A duration, or nothing.
    Life,
}

/// The longest timeout, in nanoseconds.
const LONGEST: i64 = 30_000_000_000;

const FIELDS: &[Field] = &[
    Field { path: &["timeout"], takes: Takes::Timeout },
    Field { path: &["authorizedTTL"], takes: Takes::Life },
    Field { path: &["unauthorizedTTL"], takes: Takes::Life },
    Field { path: &["subjectAccessReviewVersion"], takes: Takes::OneOf(&["v1", "v1beta1"]) },
    Field { path: &["failurePolicy"], takes: Takes::OneOf(&["NoOpinion", "Deny"]) },
    Field { path: &["connectionInfo", "type"], takes: Takes::OneOf(&["InClusterConfig", "KubeConfigFile"]) },
];

/// What is wrong with a field; nothing when it is right or cannot be known.
fn wrong(context: &ObjectContext<'_>, webhook: NodeId, Field { path, takes }: &Field) -> Option<String> {
    let name = path.join(".");
    let node = context.at(webhook, path);
    let text = match node {
        Some(node) => context.scalar(node)?,
        None if context.is_whole() => "",
        None => return None,
    };
    match takes {
        // Nothing and zero stand for the defaults of the two times, 5m and 30s.
        Takes::Life if text.is_empty() || duration_of(text).is_some_and(|nanos| nanos >= 0) => None,
        Takes::Life => Some(format!("`{name}` is `{text}`; it is a duration above `0s`")),
        _ if text.is_empty() => Some(format!("`{name}` is not set")),
        Takes::OneOf(known) if known.contains(&text) => None,
        Takes::OneOf(known) => Some(format!("`{name}` is `{text}`; it is one of {}", quoted(known))),
        Takes::Timeout if duration_of(text).is_some_and(|nanos| nanos > 0 && nanos <= LONGEST) => None,
        Takes::Timeout => Some(format!("`{name}` is `{text}`; it is a duration above `0s` and up to `30s`")),
    }
}

/// What depends on two fields: a version for match conditions, a path for a file.
fn match_version(context: &ObjectContext<'_>, webhook: NodeId) -> Option<(&'static [&'static str], String)> {
    const VERSION: &[&str] = &["matchConditionSubjectAccessReviewVersion"];
    const FILE: &[&str] = &["connectionInfo", "kubeConfigFile"];
    let text = |path| context.at(webhook, path).map(|node| context.scalar(node));
    let conditions = context.at(webhook, &["matchConditions"]).map_or(0, |list| context.items(list).len());
    match text(VERSION) {
        None | Some(Some("")) if conditions > 0 && context.is_whole() => {
            return Some((VERSION, format!("`{}` is not set and `matchConditions` is", VERSION.join("."))));
        }
        Some(Some(version)) if !matches!(version, "" | "v1") => {
            return Some((VERSION, format!("`{}` is `{version}`; only `v1` exists", VERSION.join("."))));
        }
        _ => {}
    }
    match (text(&["connectionInfo", "type"]), text(FILE)) {
        (Some(Some("KubeConfigFile")), None | Some(Some(""))) => {
            Some((FILE, "`connectionInfo.kubeConfigFile` is not set".to_owned()))
        }
        (Some(Some("KubeConfigFile")), Some(Some(path))) if !path.starts_with('/') => {
            Some((FILE, format!("`connectionInfo.kubeConfigFile` is `{path}`; it is a whole path from `/`")))
        }
        (Some(Some("InClusterConfig")), Some(_)) => {
            Some((FILE, "`connectionInfo.kubeConfigFile` does not go with `InClusterConfig`".to_owned()))
        }
        _ => None,
    }
}
