//! Admission plugins that are enabled although they run anyway.

use crate::context::Context;
use crate::finding::{Change, Hit, Plan};
use crate::knowledge::{Component, SettingId, admission_plugin, kube_apiserver as settings};
use crate::report::{Category, Safety, Severity};
use crate::rule::{Check, Docs, Repair, Rule};

/// The rule.
pub static RULE: Rule = Rule {
    id: "apiserver-admission-needless",
    title: "Admission plugins are enabled that run anyway",
    severity: Severity::Info,
    components: &[Component::KubeApiserver],
    check: Check::Code(check),
    good: &[],
    repair: Repair::Remove { safety: Safety::Safe, risk: "" },
    docs: Docs {
        what: "`--enable-admission-plugins` adds to the plugins that are on by default, so naming one of those changes \
               nothing.",
        why: "A long list hides the few plugins that were added on purpose, and a name in it that a later release \
              drops keeps the API server from starting.",
        verify: "Run `kubectl -n kube-system logs kube-apiserver-NODE | grep admission`: the plugins that are loaded \
                 must be the same before and after.",
        side_effects: "None: the plugins run as before.",
    },
    references: &[],
};

const ENABLE: SettingId = settings::ENABLE_ADMISSION_PLUGINS;

fn check(context: &Context<'_>) -> Vec<Hit> {
    // The old list of all plugins, and a plugin in both lists, have a rule of their own.
    if context.is_written(settings::ADMISSION_CONTROL) {
        return Vec::new();
    }
    let Some(enabled) = context.value(ENABLE) else { return Vec::new() };
    let disabled = context.value(settings::DISABLE_ADMISSION_PLUGINS);
    let is_disabled = |name: &String| disabled.as_ref().is_some_and(|list| list.items().contains(name));
    let mut needless: Vec<String> = Vec::new();
    for name in enabled.items() {
        let runs = admission_plugin(name).is_some_and(|row| row.on_by_default && row.life.covers(context.version));
        if runs && !is_disabled(name) && !needless.contains(name) {
            needless.push(name.clone());
        }
    }
    hit(context, needless).into_iter().collect()
}

fn hit(context: &Context<'_>, needless: Vec<String>) -> Option<Hit> {
    let names: Vec<String> = needless.iter().map(|name| format!("`{name}`")).collect();
    let (at, found, title) = match (needless.as_slice(), names.as_slice()) {
        ([plugin], [name]) => {
            (context.place_of_part(ENABLE, plugin), format!("{name}, which is"), format!("Remove {name}"))
        }
        (_, [rest @ .., last]) => {
            let all = format!("{} and {last}", rest.join(", "));
            (context.place(ENABLE), format!("{all}, which are"), "Remove the plugins that run anyway".to_owned())
        }
        _ => return None,
    };
    let wanted = if needless.len() == 1 { "Take it out." } else { "Take them out." };
    let message = format!("`--enable-admission-plugins` names {found} on by default. {wanted}");
    let plan = Plan::new(
        format!("{title} from `--enable-admission-plugins`"),
        Safety::Safe,
        Change::TakeAll(ENABLE, needless),
    );
    let hit = Hit::new(Category::Deprecated, at, message).about(ENABLE).confidence(context.confidence(ENABLE));
    Some(hit.plan(plan))
}
