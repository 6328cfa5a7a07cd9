//! Admission plugins and their parts of the AdmissionConfiguration.

use super::apiserver_disabled_admission_plugins::{Standing, standing};
use crate::context::Context;
use crate::finding::Hit;
use crate::knowledge::{Component, SettingId, kube_apiserver as settings};
use crate::object::ObjectKind;
use crate::object_context::ObjectContext;
use crate::report::{Category, Severity};
use crate::rule::{Check, Docs, Repair, Rule};
use crate::rules::objects::admission_plugins_config::plugins;

/// The rule.
pub static RULE: Rule = Rule {
    id: "apiserver-admission-config-missing",
    title: "An admission plugin and its configuration do not go together",
    severity: Severity::High,
    components: &[Component::KubeApiserver],
    check: Check::Code(check),
    good: &[],
    repair: Repair::None,
    docs: Docs {
        what: "`EventRateLimit` and `ImagePolicyWebhook` run only when they are enabled, and then need an entry in the \
               file of `--admission-control-config-file`.",
        why: "Without the entry the API server exits. Without the plugin the entry has no effect: images run that \
              nobody checked, and nobody is told.",
        verify: "Run `kubectl get --raw /readyz`: it must print `ok`. Then try what the plugin forbids.",
        side_effects: "The plugin refuses what its configuration forbids.",
    },
    references: &[],
};

const CONFIG: SettingId = settings::ADMISSION_CONTROL_CONFIG_FILE;
const PLUGINS: [&str; 2] = ["EventRateLimit", "ImagePolicyWebhook"];

fn check(context: &Context<'_>) -> Vec<Hit> {
    let Some(file) = context.file(CONFIG, ObjectKind::AdmissionConfiguration) else { return Vec::new() };
    PLUGINS.iter().filter_map(|plugin| hit(context, file, plugin)).collect()
}

fn hit(context: &Context<'_>, file: &ObjectContext<'_>, plugin: &str) -> Option<Hit> {
    let entry = plugins(file).into_iter().find(|entry| entry.name == Some(plugin));
    match (standing(context, plugin), entry) {
        (Standing::Runs, None) if file.is_whole() => {
            let message = format!(
                "`{plugin}` is enabled and has no entry in `plugins`, so the API server exits. Add its configuration."
            );
            let at = file.place_of(file.object.root, &["plugins"]);
            Some(file.hit(Category::Missing, at, "plugins", message))
        }
        (Standing::NotNamed(_) | Standing::Disabled, Some(entry)) => {
            let message = format!(
                "`{plugin}` is not enabled, so its configuration has no effect. Add it to `--enable-admission-plugins`."
            );
            let at = file.place_of(entry.node, &["name"]);
            let hit = file.hit(Category::Conflict, at, "plugins[].name", message).severity(Severity::Medium);
            Some(hit.related(context.place(settings::ENABLE_ADMISSION_PLUGINS), "the plugins that are enabled"))
        }
        _ => None,
    }
}
