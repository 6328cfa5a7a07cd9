//! An EncryptionConfiguration that the API server does not load.

use crate::finding::Hit;
use crate::knowledge::Component;
use crate::object::ObjectKind;
use crate::object_context::{ObjectContext, quoted};
use crate::report::{Category, Severity};
use crate::rule::{Check, Docs, Repair, Rule};
use crate::syntax::yaml::NodeId;
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
    let mut hits = unknown_fields(context, context.object.root, &["apiVersion", "kind", "resources"], "");
    let Some(resources) = context.value(&["resources"]) else { return hits };
    let mut seen = Vec::new();
    for entry in context.items(resources) {
        hits.extend(unknown_fields(context, *entry, &["resources", "providers"], "resources[]."));
        hits.extend(empty(context, *entry));
        hits.extend(masked(context, *entry, &mut seen));
        let providers = context.at(*entry, &["providers"]).map(|list| context.items(list)).unwrap_or_default();
        hits.extend(providers.iter().filter_map(|provider| wrong_provider(context, *provider)));
    }
    hits
}

fn unknown_fields(context: &ObjectContext<'_>, node: NodeId, known: &[&str], path: &str) -> Vec<Hit> {
    // Before 1.31 the decoder passed over names it did not know. Source: kubernetes pull request 124912.
    if context.version < Version(31) {
        return Vec::new();
    }
    let strange = context.entries(node).into_iter().filter(|(name, _)| !known.contains(name));
    let hit = |(name, _): (&str, NodeId)| {
        let message = format!("`{name}` is no field here, so the API server exits. The fields are {}.", quoted(known));
        context.hit(Category::Unknown, context.place_of(node, &[name]), &format!("{path}{name}"), message)
    };
    strange.map(hit).collect()
}

fn empty(context: &ObjectContext<'_>, entry: NodeId) -> Option<Hit> {
    let missing = |key: &&&str| context.at(entry, &[key]).is_none_or(|list| context.items(list).is_empty());
    let key = ["resources", "providers"].iter().find(missing).filter(|_| context.is_whole())?;
    let message = format!("An entry has no `{key}`, so the API server exits. Each entry names both.");
    let other = if *key == "resources" { "providers" } else { "resources" };
    let at = context.place_of(entry, &[if context.at(entry, &[key]).is_some() { key } else { other }]);
    Some(context.hit(Category::Invalid, at, &format!("resources[].{key}"), message))
}

/// A resource that stands behind a wildcard which takes it in already: refused since wildcards exist.
fn masked<'a>(context: &ObjectContext<'a>, entry: NodeId, seen: &mut Vec<&'a str>) -> Vec<Hit> {
    let Some(list) = context.at(entry, &["resources"]) else { return Vec::new() };
    let mut hits = Vec::new();
    for item in context.items(list) {
        let Some(name) = context.scalar(*item) else { continue };
        let wildcard = name.split_once('.').map_or("*.".to_owned(), |(_, group)| format!("*.{group}"));
        if let Some(earlier) = seen.iter().find(|earlier| **earlier == "*.*" || **earlier == wildcard) {
            let message = format!(
                "`{name}` stands behind `{earlier}`, which takes it in already, so the API server exits. Put `{name}` \
                 before it."
            );
            hits.push(context.hit(Category::Conflict, context.place(*item), "resources[].resources", message));
        }
        seen.push(name);
    }
    hits
}

fn wrong_provider(context: &ObjectContext<'_>, provider: NodeId) -> Option<Hit> {
    let names: Vec<&str> = context.entries(provider).into_iter().map(|(name, _)| name).collect();
    let message = match names.as_slice() {
        [] => return None,
        [name] if PROVIDERS.contains(name) => return None,
        [name] => format!("`{name}` is no provider, so the API server exits. The providers are {}.", quoted(PROVIDERS)),
        several => format!(
            "One item of `providers` names {}, so the API server exits. Begin an item with `-` for each provider.",
            quoted(several)
        ),
    };
    let name = names.last()?;
    Some(context.hit(Category::Invalid, context.place_of(provider, &[name]), "resources[].providers", message))
}
