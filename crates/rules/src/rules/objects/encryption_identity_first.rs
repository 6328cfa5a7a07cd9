//! Encryption at rest that writes in clear.

use crate::finding::{Hit, Plan};
use crate::knowledge::Component;
use crate::object::ObjectKind;
use crate::object_context::ObjectContext;
use crate::report::{Category, Safety, Severity};
use crate::rule::{Check, Docs, Ref, Repair, Rule};
use crate::syntax::yaml::NodeId;
use crate::version::Version;

/// The rule.
pub static RULE: Rule = Rule {
    id: "encryption-identity-first",
    title: "New objects are stored unencrypted",
    severity: Severity::High,
    components: &[Component::KubeApiserver],
    check: Check::Object(&[ObjectKind::EncryptionConfiguration], check),
    good: &[],
    repair: Repair::Remove { safety: Safety::Unsafe, risk: RISK },
    docs: Docs {
        what: "The API server writes with the first provider of a list and reads with all of them; `identity` stores \
               the plain text.",
        why: "Whoever reads the etcd files, a backup of them or the network to an unprotected etcd has every Secret. \
              The file looks as if encryption were on.",
        verify: "Write a Secret and read it with `etcdctl get /registry/secrets/default/NAME`: the value must begin \
                 with `k8s:enc:`.",
        side_effects: "Objects stored before stay as they are until they are written again, so keep `identity` as the \
                       last provider until `kubectl get secrets -A -o json | kubectl replace -f -` has run.",
    },
    references: &[Ref::Cis("1.2.28")],
};

const RISK: &str = "make objects that are stored in clear unreadable";

fn check(context: &ObjectContext<'_>) -> Vec<Hit> {
    let Some(resources) = context.value(&["resources"]) else { return Vec::new() };
    context.items(resources).iter().filter_map(|item| hit(context, *item)).collect()
}

fn hit(context: &ObjectContext<'_>, item: NodeId) -> Option<Hit> {
    let providers = context.at(item, &["providers"])?;
    let kinds: Vec<(&str, NodeId)> =
        context.items(providers).iter().filter_map(|provider| context.entries(*provider).into_iter().next()).collect();
    let (first, _) = kinds.first()?;
    if *first != "identity" {
        return None;
    }
    let covered = context.at(item, &["resources"]).map(|resources| context.texts(resources)).unwrap_or_default();
    let provider = context.items(providers).first()?;
    let names = if covered.is_empty() { "these resources".to_owned() } else { format!("`{}`", covered.join("`, `")) };
    let secret = covered.iter().any(|name| is_secret(context, name));
    if kinds.len() < 2 && !secret {
        // Without another provider this is how resources are left out of a wider rule on purpose.
        let message = format!(
            "`identity` is the only provider for {names}, so they are stored in clear. Leave it if that is meant."
        );
        let hit = Hit::new(Category::Insecure, context.place(*provider), message).severity(Severity::Info);
        return Some(hit.about_name("EncryptionConfiguration.resources[].providers"));
    }
    let message = format!(
        "`identity` is the first provider for {names}, so new objects are stored in clear. Put the provider that \
         encrypts first and `identity` last."
    );
    let severity = if secret || covered.is_empty() { Severity::High } else { Severity::Medium };
    let hit = Hit::new(Category::Insecure, context.place(*provider), message)
        .about_name("EncryptionConfiguration.resources[].providers")
        .severity(severity);
    if kinds.len() < 2 {
        // Without another provider there is nothing to put first: a key is for the user to make.
        return Some(hit);
    }
    let Some(change) = context.remove_item(providers, 0) else { return Some(hit) };
    Some(hit.plan(Plan::new(format!("Remove `identity` (may {RISK})"), Safety::Unsafe, change)))
}

/// Whether an entry of `resources` takes in the Secrets. Wildcards came with 1.27.
pub(super) fn is_secret(context: &ObjectContext<'_>, resource: &str) -> bool {
    resource == "secrets" || context.version >= Version(27) && matches!(resource, "*." | "*.*")
}
