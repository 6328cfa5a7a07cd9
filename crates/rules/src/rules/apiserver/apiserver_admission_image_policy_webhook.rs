//! The image policy webhook without its address.

use super::apiserver_disabled_admission_plugins::{Standing, standing};
use crate::context::{Context, text_holds_placeholder};
use crate::finding::{Change, Hit, Plan};
use crate::knowledge::{Component, SettingId, kube_apiserver as settings};
use crate::report::{Category, Safety, Severity};
use crate::rule::{Check, Docs, Repair, Rule};

/// The rule.
pub static RULE: Rule = Rule {
    id: "apiserver-admission-image-policy-webhook",
    title: "The image policy webhook has no configuration, so the API server exits",
    severity: Severity::High,
    components: &[Component::KubeApiserver],
    check: Check::Code(check),
    good: &[(crate::knowledge::kube_apiserver::ADMISSION_CONTROL_CONFIG_FILE, "/etc/kubernetes/admission.yaml")],
    repair: Repair::Ask { placeholder: "/etc/kubernetes/REPLACE-ME.yaml" },
    docs: Docs {
        what: "`ImagePolicyWebhook` reads the address of its backend, and what happens when that does not answer, from \
               that file; without it the API server does not start.",
        why: "The control plane is down until the file is named: the kubelet restarts the API server's container again \
              and again.",
        verify: "Run `kubectl get --raw /readyz`: it must print `ok`.",
        side_effects: "Images that the backend refuses no longer start. With `defaultAllow: false` none starts while the \
                       backend is away.",
    },
    references: &[],
};

const CONFIG: SettingId = settings::ADMISSION_CONTROL_CONFIG_FILE;
const PLUGIN: &str = "ImagePolicyWebhook";

fn check(context: &Context<'_>) -> Vec<Hit> {
    if standing(context, PLUGIN) != Standing::Runs || context.is_present(CONFIG) != Some(false) {
        return Vec::new();
    }
    let message = format!("{}, but `{PLUGIN}` is enabled. {} Name the file.", context.found(CONFIG), RULE.docs.what);
    let hit = Hit::new(Category::Invalid, context.place(CONFIG), message)
        .about(CONFIG)
        .confidence(context.confidence(CONFIG));
    if context.value(CONFIG).as_ref().is_some_and(text_holds_placeholder) {
        return vec![hit];
    }
    let title = "Insert `--admission-control-config-file` with a placeholder for you to replace";
    vec![hit.plan(Plan::new(
        title,
        Safety::Manual,
        Change::Write(CONFIG, "/etc/kubernetes/REPLACE-ME.yaml".to_owned()),
    ))]
}
