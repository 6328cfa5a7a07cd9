//! An EncryptionConfiguration that the API server does not load.

use crate::finding::{Hit, Plan};
use crate::knowledge::Component;
use crate::object::ObjectKind;
use crate::object_context::{ObjectContext, quoted};
use crate::report::{Category, Safety, Severity};
use crate::rule::{Check, Docs, Repair, Rule};
use crate::syntax::mapped::Location;
use crate::syntax::yaml::{NodeId, PlainKind};
use crate::version::Version;

/// The rule.
pub static RULE: Rule = Rule {
    id: "encryption-config-refused",
    title: "The API server refuses the encryption configuration and exits",
    severity: Severity::High,
    components: &[Component::KubeApiserver],
    check: Check::Object(&[ObjectKind::EncryptionConfiguration], check),
    good: &[],
    repair: Repair::None,
    docs: Docs {
        what: "The API server reads the file once at its start and exits when an entry is not complete or names \
               something that does not exist.",
        why: "The control plane is down until it is mended: the kubelet restarts the API server's container again and \
              again.",
        verify: "Run `kubectl get --raw /readyz`: it must print `ok`.",
        side_effects: "None.",
    },
    references: &[],
};

// Source: `encryptionconfig/config.go` and `apis/apiserver/validation/validation_encryption.go` of kubernetes/apiserver.
const PROVIDERS: &[&str] = &["aesgcm", "aescbc", "secretbox", "identity", "kms"];

fn check(context: &ObjectContext<'_>) -> Vec<Hit> {
    let Some(resources) = context.value(&["resources"]) else { return Vec::new() };
    let (mut hits, mut seen, mut plugins) = (Vec::new(), Vec::new(), Vec::new());
    for entry in context.items(resources) {
        hits.extend(empty(context, *entry));
        hits.extend(names(context, *entry));
        hits.extend(masked(context, *entry, &mut seen));
        let providers = context.at(*entry, &["providers"]).map(|list| context.items(list)).unwrap_or_default();
        for provider in providers {
            hits.extend(wrong_provider(context, *provider));
            hits.extend(context.at(*provider, &["kms"]).and_then(|kms| plugin(context, kms, &mut plugins)));
        }
    }
    hits
}

fn empty(context: &ObjectContext<'_>, entry: NodeId) -> Option<Hit> {
    let missing = |key: &&&str| context.at(entry, &[key]).is_none_or(|list| context.items(list).is_empty());
    let key = ["resources", "providers"].iter().find(missing).filter(|_| context.is_whole())?;
    let message = format!("An entry has no `{key}`, so the API server exits. Each entry names both.");
    let other = if *key == "resources" { "providers" } else { "resources" };
    let at = context.place_of(entry, &[if context.at(entry, &[key]).is_some() { key } else { other }]);
    Some(context.hit(Category::Invalid, at, &format!("resources[].{key}"), message))
}

/// The release with wildcards among the resources and with checks of their names.
const WILDCARDS: Version = Version(27);

/// Names of resources that are refused wherever they stand.
fn names(context: &ObjectContext<'_>, entry: NodeId) -> Vec<Hit> {
    let list = context.at(entry, &["resources"]).filter(|_| context.version >= WILDCARDS);
    let items = list.map(|list| context.items(list)).unwrap_or_default();
    let hit = |item: &NodeId| {
        let name = context.scalar(*item)?;
        let (resource, group) = name.split_once('.').unwrap_or((name, ""));
        let why = match (resource, group) {
            _ if name.chars().any(char::is_uppercase) => "has capital letters".to_owned(),
            ("*", "") if name == "*" => "is no wildcard: `*.` takes in the core group and `*.*` everything".to_owned(),
            (_, "events.k8s.io") => "is stored as `events`, which is the name to write".to_owned(),
            (_, "extensions") => "is of a group that is gone".to_owned(),
            (resource, "*") if resource != "*" => "names one resource in all groups, which is not possible".to_owned(),
            ("apiserveripinfo" | "serviceipallocations" | "servicenodeportallocations", "") => {
                "is not served, so it cannot be encrypted".to_owned()
            }
            _ => overlap(context, items, *item, name)?,
        };
        let message = format!("`{name}` {why}, so the API server exits.");
        Some(context.hit(Category::Invalid, context.place(*item), "resources[].resources", message))
    };
    items.iter().filter_map(hit).collect()
}

/// What a later name of the same list has in common with an earlier one.
fn overlap(context: &ObjectContext<'_>, items: &[NodeId], item: NodeId, name: &str) -> Option<String> {
    let earlier = items.iter().take_while(|other| **other != item).filter_map(|other| context.scalar(*other));
    let covers = |wildcard: &str, other: &str| wildcard == "*.*" || wildcard == wildcard_of(other);
    let same = |other: &&str| *other == name || covers(other, name) || covers(name, other);
    let other = earlier.into_iter().find(same)?;
    Some(if other == name { "stands twice".to_owned() } else { format!("overlaps with `{other}` in the same list") })
}

/// The wildcard that takes in all resources of a resource's group.
fn wildcard_of(name: &str) -> String {
    name.split_once('.').map_or("*.".to_owned(), |(_, group)| format!("*.{group}"))
}

/// A resource behind a wildcard of an earlier entry that takes it in already.
fn masked<'a>(context: &ObjectContext<'a>, entry: NodeId, seen: &mut Vec<&'a str>) -> Vec<Hit> {
    let list = context.at(entry, &["resources"]).filter(|_| context.version >= WILDCARDS);
    let Some(list) = list else { return Vec::new() };
    let mut hits = Vec::new();
    for item in context.items(list) {
        let Some(name) = context.scalar(*item) else { continue };
        let wildcard = wildcard_of(name);
        if let Some(earlier) = seen.iter().find(|earlier| **earlier == "*.*" || **earlier == wildcard) {
            let message = format!(
                "`{name}` stands behind `{earlier}`, which takes it in already, so the API server exits. Put its entry \
                 first."
            );
            hits.push(context.hit(Category::Conflict, context.place(*item), "resources[].resources", message));
        }
    }
    seen.extend(context.texts(list));
    hits
}

fn wrong_provider(context: &ObjectContext<'_>, provider: NodeId) -> Option<Hit> {
    let entries = context.entries(provider);
    let names: Vec<&str> = entries.iter().map(|(name, _)| *name).collect();
    let name = names.last()?;
    let at = context.place_of(provider, &[name]);
    let message = match entries.as_slice() {
        [] => return None,
        [(name, value)] if PROVIDERS.contains(name) => return no_value(context, name, *value, at),
        [(name, _)] => {
            format!("`{name}` is no provider, so the API server exits. The providers are {}.", quoted(PROVIDERS))
        }
        _ => format!(
            "One item of `providers` names {}, so the API server exits. Begin an item with `-` for each provider.",
            quoted(&names)
        ),
    };
    Some(context.hit(Category::Invalid, at, PROVIDER, message))
}

const PROVIDER: &str = "resources[].providers";

/// A provider whose value is null counts as no provider at all.
fn no_value(context: &ObjectContext<'_>, name: &str, value: NodeId, at: Location) -> Option<Hit> {
    if context.tree.plain_kind(value) != Some(PlainKind::Null) || !context.is_whole() {
        return None;
    }
    let message = format!("`{name}` has no value, so the item holds no provider and the API server exits.");
    let hit = context.hit(Category::Invalid, at, PROVIDER, message);
    let change = context.replace(value, "{}").filter(|_| name == "identity");
    Some(hit.plans(change.map(|change| Plan::new("Write `identity: {}`", Safety::Safe, change))))
}

/// What the API server refuses of a `kms` provider.
fn plugin<'a>(context: &ObjectContext<'a>, kms: NodeId, seen: &mut Vec<&'a str>) -> Option<Hit> {
    let is_second = context.text_at(kms, &["apiVersion"]) == Some("v2");
    let name = context.text_at(kms, &["name"]);
    let known = name.is_some_and(|name| seen.contains(&name));
    seen.extend(name);
    let written = |key: &str| context.at(kms, &[key]).is_some();
    let (key, what) = match (context.text_at(kms, &["endpoint"]), context.text_at(kms, &["apiVersion"])) {
        _ if !written("name") && context.is_whole() => ("name", "it has no `name`".to_owned()),
        _ if !written("endpoint") && context.is_whole() => ("endpoint", "it has no `endpoint`".to_owned()),
        (Some(endpoint), _) if !endpoint.starts_with("unix:") => {
            ("endpoint", "its `endpoint` is no socket: it must begin with `unix://`".to_owned())
        }
        (_, Some(version)) if !matches!(version, "v1" | "v2") => {
            ("apiVersion", format!("`apiVersion` is `{version}`; only `v1` and `v2` exist"))
        }
        _ if is_second && written("cachesize") => ("cachesize", "version 2 has no `cachesize`".to_owned()),
        _ if is_second && name.is_some_and(|name| name.contains(':')) => {
            ("name", "the `name` of a plugin of version 2 has no `:`".to_owned())
        }
        _ if is_second && known => ("name", "another `kms` provider has the same `name`".to_owned()),
        _ => return None,
    };
    let at = if written(key) { key } else { "apiVersion" };
    let at = if written(at) { context.place_of(kms, &[at]) } else { context.place(kms) };
    let message = format!("The API server refuses this `kms` provider and exits: {what}.");
    Some(context.hit(Category::Invalid, at, &format!("{PROVIDER}[].kms.{key}"), message))
}
