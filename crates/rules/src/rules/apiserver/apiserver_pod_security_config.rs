//! The pod security level of namespaces without a label.

use crate::context::Context;
use crate::finding::Hit;
use crate::knowledge::{Component, SettingId, kube_apiserver as settings};
use crate::object::ObjectKind;
use crate::report::{Category, Severity};
use crate::rule::{Check, Docs, Ref, Repair, Rule};
use crate::rules::objects::admission_plugins_config::plugins;

/// The rule.
pub static RULE: Rule = Rule {
    id: "apiserver-pod-security-config",
    title: "No pod security level holds for namespaces without a label",
    severity: Severity::Low,
    components: &[Component::KubeApiserver],
    check: Check::Code(check),
    good: &[],
    repair: Repair::None,
    docs: Docs {
        what: "Without a PodSecurityConfiguration in the file of `--admission-control-config-file` a namespace without \
               a label admits privileged pods.",
        why: "Whoever may create a pod in such a namespace mounts the root of the node's disk or joins its network and \
              processes, and takes over the node.",
        verify: "Run `kubectl create namespace probe && kubectl -n probe run x --image=x --privileged --dry-run=server`: \
                 it must print `violates PodSecurity`.",
        side_effects: "Pods that need more are refused once they are made anew, unless their namespace has a label or \
                       is exempt.",
    },
    references: &[Ref::Stig("V-254800")],
};

const CONFIG: SettingId = settings::ADMISSION_CONTROL_CONFIG_FILE;

fn check(context: &Context<'_>) -> Vec<Hit> {
    let advice = "Name an AdmissionConfiguration with the plugin `PodSecurity` and `defaults.enforce: baseline`.";
    match (context.is_present(CONFIG), context.file(CONFIG, ObjectKind::AdmissionConfiguration)) {
        (Some(false), _) => {
            let message =
                format!("{}, so namespaces without a label admit privileged pods. {advice}", context.found(CONFIG));
            let category = if context.is_written(CONFIG) { Category::Insecure } else { Category::Missing };
            let hit = Hit::new(category, context.place(CONFIG), message).about(CONFIG);
            vec![hit.confidence(context.confidence(CONFIG))]
        }
        (Some(true), Some(file)) if file.is_whole() => {
            if plugins(file).iter().any(|plugin| plugin.name.is_none_or(|name| name == "PodSecurity")) {
                return Vec::new();
            }
            let message = "`PodSecurity` has no entry in `plugins`, so namespaces without a label admit privileged \
                           pods. Add it with `defaults.enforce: baseline`.";
            vec![file.hit(Category::Missing, file.place_of(file.object.root, &["plugins"]), "plugins", message)]
        }
        _ => Vec::new(),
    }
}
