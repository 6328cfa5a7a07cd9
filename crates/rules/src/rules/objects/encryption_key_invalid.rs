//! Keys that the API server refuses.

use crate::base64;
use crate::finding::Hit;
use crate::knowledge::Component;
use crate::object::ObjectKind;
use crate::object_context::ObjectContext;
use crate::report::{Category, Severity};
use crate::rule::{Check, Docs, Repair, Rule};
use crate::syntax::yaml::NodeId;

/// The rule.
pub static RULE: Rule = Rule {
    id: "encryption-key-invalid",
    title: "The API server refuses an encryption key and exits",
    severity: Severity::High,
    components: &[Component::KubeApiserver],
    check: Check::Object(&[ObjectKind::EncryptionConfiguration], check),
    good: &[],
    repair: Repair::None,
    docs: Docs {
        what: "A key is base64 of 32 bytes for `secretbox` and of 16, 24 or 32 bytes for `aescbc` and `aesgcm`; the \
               API server exits on any other.",
        why: "The control plane is down until it is mended: the kubelet restarts the API server's container again and \
              again.",
        verify: "Run `kubectl get --raw /readyz`: it must print `ok`.",
        side_effects: "None while the file has never been in use. Objects written with an earlier key need that key \
                       below the new one.",
    },
    references: &[],
};

const SECRET: &str = "resources[].providers[].keys[].secret";

fn check(context: &ObjectContext<'_>) -> Vec<Hit> {
    keys(context).into_iter().filter_map(|key| hit(context, key)).collect()
}

/// One key of a provider that holds keys.
#[derive(Clone, Copy, Debug)]
pub(super) struct Key<'a> {
    /// The provider's name.
    pub provider: &'a str,
    /// The entry of `keys`.
    pub node: NodeId,
}

/// Every key of the file, in the order of the text.
pub(super) fn keys<'a>(context: &ObjectContext<'a>) -> Vec<Key<'a>> {
    let Some(resources) = context.value(&["resources"]) else { return Vec::new() };
    let lists = context.items(resources).iter().filter_map(|entry| context.at(*entry, &["providers"]));
    let mut found = Vec::new();
    for provider in lists.flat_map(|list| context.items(list)) {
        for (name, node) in context.entries(*provider) {
            let keys = context.at(node, &["keys"]).filter(|_| matches!(name, "aescbc" | "aesgcm" | "secretbox"));
            let items = keys.map(|keys| context.items(keys)).unwrap_or_default();
            found.extend(items.iter().map(|item| Key { provider: name, node: *item }));
        }
    }
    found
}

fn hit(context: &ObjectContext<'_>, key: Key<'_>) -> Option<Hit> {
    let Some(secret) = context.at(key.node, &["secret"]) else {
        let message = format!("A key of `{}` has no `secret`, so the API server exits.", key.provider);
        let at = context.place_of(key.node, &["name"]);
        return context.is_whole().then(|| context.hit(Category::Invalid, at, SECRET, message));
    };
    let wanted: &[usize] = if key.provider == "secretbox" { &[32] } else { &[16, 24, 32] };
    let advice = "Make one with `head -c 32 /dev/urandom | base64`";
    // The key itself stays out of the report.
    let message = match base64::decode(context.scalar(secret)?) {
        None => format!("A key of `{}` is no base64, so the API server exits. {advice}.", key.provider),
        Some(bytes) if !wanted.contains(&bytes.len()) => {
            let lengths = if wanted.len() == 1 { "32" } else { "16, 24 or 32" };
            let name = key.provider;
            format!("A key of `{name}` has {} bytes, not {lengths}, so the API server exits. {advice}.", bytes.len())
        }
        Some(_) => return None,
    };
    Some(context.hit(Category::Invalid, context.place(secret), SECRET, message))
}
