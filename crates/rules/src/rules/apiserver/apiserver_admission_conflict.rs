//! Lists of admission plugins that contradict each other.

use crate::context::Context;
use crate::finding::{Change, Hit, Plan};
use crate::knowledge::{AdmissionPlugin, Component, SettingId, admission_plugin, kube_apiserver as settings};
use crate::report::{Category, Safety, Severity};
use crate::rule::{Check, Docs, Repair, Rule};

/// The rule.
pub static RULE: Rule = Rule {
    id: "apiserver-admission-conflict",
    title: "The lists of admission plugins contradict each other, so the API server does not start",
    severity: Severity::High,
    components: &[Component::KubeApiserver],
    check: Check::Code(check),
    good: &[],
    repair: Repair::Remove { safety: Safety::Safe, risk: "" },
    docs: Docs {
        what: "The API server exits when a plugin is both enabled and disabled, or when the old list of all plugins \
               stands beside the new ones.",
        why: "The control plane is down until the lists agree. It happens when a script adds a plugin and nobody \
              looks whether the other list holds it.",
        verify: "Run `kubectl get --raw /readyz`: it must print `ok`.",
        side_effects: "The API server starts again, with the plugins that the remaining list names.",
    },
    references: &[],
};

const ALL: SettingId = settings::ADMISSION_CONTROL;
const ENABLE: SettingId = settings::ENABLE_ADMISSION_PLUGINS;
const DISABLE: SettingId = settings::DISABLE_ADMISSION_PLUGINS;

fn check(context: &Context<'_>) -> Vec<Hit> {
    let mut hits = Vec::new();
    if let Some(other) = [ENABLE, DISABLE].into_iter().find(|list| context.is_written(*list)) {
        hits.extend(context.is_written(ALL).then(|| beside_all(context, other)));
    }
    if let (Some(enabled), Some(disabled)) = (context.value(ENABLE), context.value(DISABLE)) {
        let mut both: Vec<&AdmissionPlugin> = Vec::new();
        let in_both = enabled.items().iter().filter(|name| disabled.items().contains(name));
        // Unknown and removed names have rules of their own.
        let known = in_both.filter_map(|name| admission_plugin(name).filter(|row| row.life.covers(context.version)));
        for plugin in known {
            if !both.iter().any(|other| other.name == plugin.name) {
                both.push(plugin);
            }
        }
        hits.extend(both.into_iter().map(|plugin| in_both_lists(context, plugin)));
    }
    hits
}

/// The old flag beside a new one. Which of them is meant, only the writer knows.
fn beside_all(context: &Context<'_>, other: SettingId) -> Hit {
    let other_flag = other.row().flag;
    let message = format!(
        "`--admission-control` and `--{other_flag}` exclude each other, and the API server exits. Keep \
         `--{other_flag}`: it starts from the plugins that are on by default."
    );
    Hit::new(Category::Conflict, context.place(ALL), message)
        .about(ALL)
        .confidence(context.confidence(ALL))
        .related(context.place(other), format!("`--{other_flag}` is set here"))
}

fn in_both_lists(context: &Context<'_>, plugin: &AdmissionPlugin) -> Hit {
    let name = plugin.name;
    let take = |list: SettingId| Change::Take(list, name.to_owned());
    let (from, wanted, changes) = if plugin.on_by_default {
        (DISABLE, format!("Take `{name}` out of both: it runs by default."), vec![take(DISABLE), take(ENABLE)])
    } else if plugin.life.is_deprecated_in(context.version) {
        (ENABLE, format!("Take `{name}` out of the first: nobody needs it."), vec![take(ENABLE)])
    } else if name == "NodeRestriction" {
        (DISABLE, format!("Take `{name}` out of the second: it guards the nodes."), vec![take(DISABLE)])
    } else {
        (DISABLE, format!("Take `{name}` out of one of them."), Vec::new())
    };
    let message = format!(
        "`--enable-admission-plugins` and `--disable-admission-plugins` both name `{name}`, and the API server exits. \
         {wanted}"
    );
    let other = if from == ENABLE { DISABLE } else { ENABLE };
    let hit = Hit::new(Category::Conflict, context.place_of_part(from, name), message)
        .about(from)
        .confidence(context.confidence(from))
        .related(context.place_of_part(other, name), format!("`--{}` names it here", other.row().flag));
    if changes.is_empty() {
        return hit;
    }
    let lists = if changes.len() > 1 { "both lists".to_owned() } else { format!("`--{}`", from.row().flag) };
    let title = format!("Remove `{name}` from {lists}");
    hit.plan(Plan { title, safety: Safety::Safe, changes })
}
