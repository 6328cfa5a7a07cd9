//! Keys that somebody typed.

use super::encryption_key_invalid::keys;
use crate::base64;
use crate::finding::Hit;
use crate::knowledge::Component;
use crate::object::ObjectKind;
use crate::object_context::ObjectContext;
use crate::report::{Category, Severity};
use crate::rule::{Check, Docs, Repair, Rule};

/// The rule.
pub static RULE: Rule = Rule {
    id: "encryption-key-readable",
    title: "An encryption key is a typed text, not random bytes",
    severity: Severity::Medium,
    components: &[Component::KubeApiserver],
    check: Check::Object(&[ObjectKind::EncryptionConfiguration], check),
    good: &[],
    repair: Repair::None,
    docs: Docs {
        what: "A key whose every byte is a letter, a digit or a sign was typed or copied, not drawn at random.",
        why: "Whoever has a backup of etcd tries words and the keys of examples first. A key from the documentation \
              protects nothing.",
        verify: "Run `head -c 32 /dev/urandom | base64` for the key, and read a Secret with `etcdctl get \
                 /registry/secrets/default/NAME`: the name of the new key must stand in the prefix.",
        side_effects: "Put the new key first and keep the old one until all objects are written again.",
    },
    references: &[],
};

/// Keys of the documentation and of the tests of Kubernetes, decoded. Source: `encrypt-data.md` of
/// kubernetes/website and `encryptionconfig/testdata` of kubernetes/apiserver.
const PUBLISHED: &[&[u8]] = &[b"secret is secure", b"this is password", b"abcdefghijklmnopqrstuvwxyz123456"];

fn check(context: &ObjectContext<'_>) -> Vec<Hit> {
    let mut hits = Vec::new();
    for key in keys(context) {
        let Some(secret) = context.at(key.node, &["secret"]) else { continue };
        let Some(bytes) = context.scalar(secret).and_then(base64::decode).filter(|bytes| bytes.len() >= 16) else {
            continue;
        };
        // Sixteen random bytes are all printable once in seven million keys.
        if !bytes.iter().all(|byte| (0x20..0x7f).contains(byte)) {
            continue;
        }
        let published = PUBLISHED.contains(&bytes.as_slice());
        let found = if published { "is published in the Kubernetes documentation" } else { "is a readable text" };
        let message = format!(
            "A key of `{}` {found}. Make one with `head -c 32 /dev/urandom | base64` and put it first.",
            key.provider
        );
        let severity = if published { Severity::High } else { Severity::Medium };
        let path = "resources[].providers[].keys[].secret";
        hits.push(context.hit(Category::Insecure, context.place(secret), path, message).severity(severity));
    }
    hits
}
