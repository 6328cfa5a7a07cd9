//! A configuration of the image policy webhook that the API server does not load.

use crate::finding::Hit;
use crate::knowledge::Component;
use crate::object::ObjectKind;
use crate::object_context::ObjectContext;
use crate::report::{Category, Severity};
use crate::rule::{Check, Docs, Repair, Rule};
use crate::syntax::yaml::NodeId;
use crate::value::whole;

use super::admission_plugins_config::configuration;

/// The rule.
pub static RULE: Rule = Rule {
    id: "admission-image-policy-refused",
    title: "The API server refuses the configuration of the image policy webhook and exits",
    severity: Severity::High,
    components: &[Component::KubeApiserver],
    check: Check::Object(&[ObjectKind::AdmissionConfiguration], check),
    good: &[],
    repair: Repair::None,
    docs: Docs {
        what: "`ImagePolicyWebhook` needs `imagePolicy` with a `kubeConfigFile` that names the webhook, and whole \
               numbers for its times.",
        why: "The control plane is down until it is mended: the kubelet restarts the API server's container again and \
              again.",
        verify: "Run `kubectl get --raw /readyz`: it must print `ok`.",
        side_effects: "Pods are checked by the webhook from then on.",
    },
    references: &[],
};

/// A duration in the file: its key, its unit, the smallest and the largest number of units.
///
/// Source: `plugin/pkg/admission/imagepolicy/config.go` of kubernetes/kubernetes.
const DURATIONS: &[(&str, &str, i64, i64)] = &[
    ("allowTTL", "seconds", 1, 30 * 60),
    ("denyTTL", "seconds", 1, 30 * 60),
    ("retryBackoff", "milliseconds", 1, 5 * 60 * 1000),
];

fn check(context: &ObjectContext<'_>) -> Vec<Hit> {
    let Some(configuration) = configuration(context, "ImagePolicyWebhook") else { return Vec::new() };
    let Some(policy) = context.at(configuration, &["imagePolicy"]) else {
        let message = "`ImagePolicyWebhook` has no `imagePolicy`, so it knows no webhook and the API server exits.";
        let hit = context.hit(Category::Invalid, context.place(configuration), PATH, message);
        return if context.is_whole() { vec![hit] } else { Vec::new() };
    };
    let mut hits: Vec<Hit> = no_kubeconfig(context, policy).into_iter().collect();
    hits.extend(DURATIONS.iter().filter_map(|duration| out_of_range(context, policy, duration)));
    hits
}

const PATH: &str = "plugins[].configuration.imagePolicy";

fn no_kubeconfig(context: &ObjectContext<'_>, policy: NodeId) -> Option<Hit> {
    let written = context.at(policy, &["kubeConfigFile"]);
    if written.map_or(!context.is_whole(), |node| context.scalar(node) != Some("")) {
        return None;
    }
    let message = "`kubeConfigFile` is not set, so the plugin knows no webhook and the API server exits.";
    let at = context.place(policy);
    let path = format!("{PATH}.kubeConfigFile");
    Some(context.hit(Category::Invalid, at, &path, message))
}

fn out_of_range(
    context: &ObjectContext<'_>,
    policy: NodeId,
    (key, unit, least, most): &(&str, &str, i64, i64),
) -> Option<Hit> {
    let text = context.text_at(policy, &[key])?;
    // -1 switches it off and 0 stands for the default.
    if whole(text).is_some_and(|number| matches!(number, -1 | 0) || (*least..=*most).contains(&number)) {
        return None;
    }
    let message = format!(
        "`{key}` is `{text}`, so the API server exits. It is a whole number of {unit} from {least} to {most}, or -1."
    );
    let at = context.place_of(policy, &[key]);
    Some(context.hit(Category::Invalid, at, &format!("{PATH}.{key}"), message))
}
