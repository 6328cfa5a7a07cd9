//! Keys of a file that the API server reads, and does not know.

use crate::finding::{Hit, Plan};
use crate::knowledge::{Component, ObjectField, fields_below, object_fields};
use crate::nearest::nearest;
use crate::object::ObjectKind;
use crate::object_context::ObjectContext;
use crate::report::{Category, Safety, Severity};
use crate::rule::{Check, Docs, Repair, Rule};
use crate::syntax::yaml::NodeId;
use crate::version::Version;

/// The rule.
pub static RULE: Rule = Rule {
    id: "object-unknown-field",
    title: "The API server does not know a field of a file that it reads",
    severity: Severity::High,
    components: &[Component::KubeApiserver],
    check: Check::Object(KINDS, check),
    good: &[],
    repair: Repair::None,
    docs: Docs {
        what: "Files of authentication, authorisation, encryption and pod security are refused when they hold a field \
               that does not exist. In an audit policy and an AdmissionConfiguration it is passed over.",
        why: "A refused file keeps the API server down. A field that is passed over is worse: the condition or the \
              limit that it was to set does not exist, and nobody is told.",
        verify: "Run `kubectl -n kube-system logs -l component=kube-apiserver --tail=-1 | grep 'unknown field'`: it \
                 must print nothing.",
        side_effects: "The field takes effect.",
    },
    references: &[],
};

const KINDS: &[ObjectKind] = &[
    ObjectKind::AdmissionConfiguration,
    ObjectKind::AuditPolicy,
    ObjectKind::AuthenticationConfiguration,
    ObjectKind::AuthorizationConfiguration,
    ObjectKind::EncryptionConfiguration,
    ObjectKind::PodSecurityConfiguration,
];

/// Deepest nesting of mappings looked at; the deepest field has five names before it.
const MAX_DEPTH: usize = 8;

/// Most hits on one object: a text that is no such object at all is not listed key by key.
const MOST: usize = 20;

fn check(context: &ObjectContext<'_>) -> Vec<Hit> {
    let Some(fields) = object_fields(context.object.kind.name()) else { return Vec::new() };
    // Where the release has no such object at all, its version says so.
    if fields.iter().all(|(_, since)| Version(*since) > context.version) {
        return Vec::new();
    }
    let mut found = Vec::new();
    let search = Search { context, fields };
    search.mapping(context.object.root, "", MAX_DEPTH, &mut found);
    found
}

struct Search<'a> {
    context: &'a ObjectContext<'a>,
    fields: &'static [ObjectField],
}

impl Search<'_> {
    /// Looks at a mapping, or at each mapping of a list.
    fn mapping(&self, node: NodeId, path: &str, depth: usize, found: &mut Vec<Hit>) {
        let known = fields_below(self.fields, path);
        if depth == 0 || known.is_empty() || found.len() >= MOST {
            return;
        }
        for item in self.context.items(node) {
            self.mapping(*item, path, depth - 1, found);
        }
        for (name, value) in self.context.entries(node) {
            let inner = if path.is_empty() { name.to_owned() } else { format!("{path}.{name}") };
            match known.iter().find(|(field, _)| *field == name) {
                Some((_, since)) if *since > self.context.version => found.push(self.newer(node, name, *since, &inner)),
                Some(_) => self.mapping(value, &inner, depth - 1, found),
                None if path.is_empty() && matches!(name, "apiVersion" | "kind") => {}
                None => found.push(self.unknown(node, name, &known, &inner)),
            }
        }
    }

    fn newer(&self, mapping: NodeId, name: &str, since: Version, path: &str) -> Hit {
        let message =
            format!("`{name}` comes with {since}. A kube-apiserver {} {}", self.context.version, outcome(self.context));
        self.hit(mapping, name, path, message)
    }

    fn unknown(&self, mapping: NodeId, name: &str, known: &[(&'static str, Version)], path: &str) -> Hit {
        let names: Vec<&str> =
            known.iter().filter(|(_, since)| *since <= self.context.version).map(|(name, _)| *name).collect();
        let taken = |field: &str| self.context.at(mapping, &[field]).is_some();
        let near = nearest(name, names.iter().copied()).filter(|near| !taken(near.name));
        let advice = match near {
            Some(near) if near.sure => format!("Write `{}`.", near.name),
            Some(near) => format!("Did you mean `{}`?", near.name),
            None => format!("The fields here are `{}`.", names.join("`, `")),
        };
        let message = format!("`{name}` is no field here. The API server {} {advice}", outcome(self.context));
        let hit = self.hit(mapping, name, path, message);
        let Some(near) = near.filter(|near| near.sure) else { return hit };
        let change = self.context.rename(mapping, name, near.name);
        hit.plans(change.map(|change| Plan::new(format!("Write `{}`", near.name), Safety::Safe, change)))
    }

    fn hit(&self, mapping: NodeId, name: &str, path: &str, message: String) -> Hit {
        let severity = if is_strict(self.context) { Severity::High } else { Severity::Medium };
        let at = self.context.place_of(mapping, &[name]);
        self.context.hit(Category::Unknown, at, path, message).severity(severity)
    }
}

const fn outcome(context: &ObjectContext<'_>) -> &'static str {
    if is_strict(context) { "refuses the file and exits." } else { "passes over it." }
}

/// Whether the reader of this kind refuses what it does not know.
///
/// Source: `encryptionconfig/config.go` (from 1.31, pull request 124912), `audit/policy/reader.go` (falls back to a
/// lenient reader) and `admission/config.go` of kubernetes/apiserver; `admission/api/load` of
/// kubernetes/pod-security-admission.
const fn is_strict(context: &ObjectContext<'_>) -> bool {
    match context.object.kind {
        ObjectKind::AuditPolicy | ObjectKind::AdmissionConfiguration => false,
        ObjectKind::EncryptionConfiguration => context.version.0 >= 31,
        _ => true,
    }
}
