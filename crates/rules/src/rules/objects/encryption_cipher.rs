//! Ciphers with known weaknesses at rest.

use crate::finding::Hit;
use crate::knowledge::Component;
use crate::object::ObjectKind;
use crate::object_context::ObjectContext;
use crate::report::{Category, Severity};
use crate::rule::{Check, Docs, Ref, Repair, Rule};
use crate::syntax::yaml::NodeId;

/// The rule.
pub static RULE: Rule = Rule {
    id: "encryption-cipher",
    title: "Objects are encrypted by a cipher that asks for care",
    severity: Severity::Low,
    components: &[Component::KubeApiserver],
    check: Check::Object(&[ObjectKind::EncryptionConfiguration], check),
    good: &[],
    repair: Repair::None,
    docs: Docs {
        what: "`aesgcm` draws a random nonce for every write, and `aescbc` does not tell whether the stored bytes were \
               changed.",
        why: "When one `aesgcm` key writes too often, a nonce comes twice and the texts and the key's protection are \
              lost. Bytes under `aescbc` can be changed by whoever writes to etcd, and an error on reading tells about \
              the padding.",
        verify: "Write a Secret and read it with `etcdctl get /registry/secrets/default/NAME`: the value must begin \
                 with `k8s:enc:kms:` or `k8s:enc:secretbox:`.",
        side_effects: "Keep the old provider below the new one until all objects are written again. `secretbox` is not \
                       approved by FIPS.",
    },
    references: &[Ref::Cis("1.2.28")],
};

fn check(context: &ObjectContext<'_>) -> Vec<Hit> {
    let Some(resources) = context.value(&["resources"]) else { return Vec::new() };
    let lists = context.items(resources).iter().filter_map(|entry| context.at(*entry, &["providers"]));
    // `identity` in first place is a finding of its own; what it stands before is judged as well.
    let encrypts = |provider: &&NodeId| context.at(**provider, &["identity"]).is_none();
    lists.filter_map(|list| hit(context, *context.items(list).iter().find(encrypts)?)).collect()
}

fn hit(context: &ObjectContext<'_>, provider: NodeId) -> Option<Hit> {
    let (name, _) = context.entries(provider).into_iter().next()?;
    let (severity, message) = match name {
        "aesgcm" => (
            Severity::Low,
            "`aesgcm` is the first provider that encrypts. It is safe only when the key is replaced before it has \
             written 200,000 times. Put a `kms` provider of version 2 or `secretbox` before it.",
        ),
        "aescbc" => (
            Severity::Info,
            "`aescbc` is the first provider that encrypts. It hides the text and does not protect it from changes. \
             `kms` of version 2 and `secretbox` do both.",
        ),
        _ => return None,
    };
    let at = context.place_of(provider, &[name]);
    let hit = Hit::new(Category::Insecure, at, message).severity(severity);
    Some(hit.about_name("EncryptionConfiguration.resources[].providers"))
}
