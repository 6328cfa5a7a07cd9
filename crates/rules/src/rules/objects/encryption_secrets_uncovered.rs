//! Encryption at rest that leaves the Secrets out.

use super::encryption_identity_first::is_secret;
use crate::finding::Hit;
use crate::knowledge::Component;
use crate::object::ObjectKind;
use crate::object_context::{ObjectContext, quoted};
use crate::report::{Category, Severity};
use crate::rule::{Check, Docs, Ref, Repair, Rule};

/// The rule.
pub static RULE: Rule = Rule {
    id: "encryption-secrets-uncovered",
    title: "Secrets are not among the resources that are encrypted",
    severity: Severity::High,
    components: &[Component::KubeApiserver],
    check: Check::Object(&[ObjectKind::EncryptionConfiguration], check),
    good: &[],
    repair: Repair::None,
    docs: Docs {
        what: "A resource that no entry names is stored as plain text.",
        why: "Whoever reads the etcd files or a backup of them has every Secret: service account tokens, passwords, \
              private keys.",
        verify: "Write a Secret and read it with `etcdctl get /registry/secrets/default/NAME`: the value must begin \
                 with `k8s:enc:`.",
        side_effects: "Secrets stored before stay in clear until they are written again with `kubectl get secrets -A \
                       -o json | kubectl replace -f -`.",
    },
    references: &[Ref::Cis("1.2.28")],
};

fn check(context: &ObjectContext<'_>) -> Vec<Hit> {
    let Some(resources) = context.value(&["resources"]) else { return Vec::new() };
    let entries = context.items(resources);
    let lists: Option<Vec<_>> = entries.iter().map(|entry| context.at(*entry, &["resources"])).collect();
    // A file whose entries name nothing is refused, which another rule tells.
    let Some(lists) = lists.filter(|lists| !lists.is_empty()) else { return Vec::new() };
    if context.is_cut(resources) || lists.iter().any(|list| context.is_cut(*list)) {
        return Vec::new();
    }
    let mut names = Vec::new();
    for item in lists.iter().flat_map(|list| context.items(*list)) {
        let Some(name) = context.scalar(*item) else { return Vec::new() };
        names.push(name);
    }
    if names.is_empty() || !context.is_whole() || names.iter().any(|name| is_secret(context, name)) {
        return Vec::new();
    }
    let message = format!(
        "The entries name {}, and none of them `secrets`, so Secrets are stored in clear. Add `secrets` to an entry \
         whose first provider encrypts.",
        quoted(&names)
    );
    let at = context.place_of(context.object.root, &["resources"]);
    vec![Hit::new(Category::Missing, at, message).about_name("EncryptionConfiguration.resources[].resources")]
}
