//! The first version of the KMS protocol.

use crate::finding::Hit;
use crate::knowledge::Component;
use crate::object::ObjectKind;
use crate::object_context::ObjectContext;
use crate::report::{Category, Confidence, Severity};
use crate::rule::{Check, Docs, Repair, Rule};
use crate::syntax::yaml::NodeId;
use crate::version::Version;

/// The rule.
pub static RULE: Rule = Rule {
    id: "encryption-kms-v1",
    title: "A KMS provider speaks the deprecated version 1",
    severity: Severity::Medium,
    components: &[Component::KubeApiserver],
    check: Check::Object(&[ObjectKind::EncryptionConfiguration], check),
    good: &[],
    repair: Repair::None,
    docs: Docs {
        what: "A `kms` provider without `apiVersion: v2` uses version 1 of the protocol, which needs the feature gate \
               `KMSv1` from 1.29.",
        why: "Without the gate the API server exits. With it every object costs a call to the plugin, and the protocol \
              gets no more than security fixes.",
        verify: "Write a Secret and read it with `etcdctl get /registry/secrets/default/NAME`: the value must begin \
                 with `k8s:enc:kms:v2:`.",
        side_effects: "The plugin must serve version 2. Keep the old provider below the new one until all Secrets are \
                       written again.",
    },
    references: &[],
};

fn check(context: &ObjectContext<'_>) -> Vec<Hit> {
    let Some(resources) = context.value(&["resources"]).filter(|_| context.version >= Version(28)) else {
        return Vec::new();
    };
    let lists = context.items(resources).iter().filter_map(|entry| context.at(*entry, &["providers"]));
    let kms = lists.flat_map(|list| context.items(list)).filter_map(|provider| context.at(*provider, &["kms"]));
    kms.filter_map(|kms| hit(context, kms)).collect()
}

fn hit(context: &ObjectContext<'_>, kms: NodeId) -> Option<Hit> {
    let written = context.at(kms, &["apiVersion"]);
    let found = match written {
        Some(node) if context.scalar(node)? == "v1" => "`apiVersion` of the `kms` provider is `v1`",
        Some(_) => return None,
        None => "The `kms` provider has no `apiVersion`, which means `v1`",
    };
    let outcome = if context.version >= Version(29) {
        "The API server exits unless `--feature-gates` has `KMSv1=true`"
    } else {
        "It is deprecated"
    };
    let at = match written {
        Some(_) => context.place_of(kms, &["apiVersion"]),
        None if context.at(kms, &["name"]).is_some() => context.place_of(kms, &["name"]),
        None => context.anchor(),
    };
    let message = format!("{found}. {outcome}. Let the plugin serve version 2 and write `apiVersion: v2`.");
    let hit =
        Hit::new(Category::Deprecated, at, message).about_name("EncryptionConfiguration.resources[].providers[].kms");
    Some(hit.confidence(if context.version >= Version(29) { Confidence::Likely } else { Confidence::Certain }))
}
