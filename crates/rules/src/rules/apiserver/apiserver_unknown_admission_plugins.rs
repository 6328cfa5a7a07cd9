//! Admission plugins that the release does not know.

use crate::context::Context;
use crate::finding::{Change, Hit, Plan};
use crate::knowledge::{ADMISSION_PLUGINS, Component, SettingId, admission_plugin, kube_apiserver as settings};
use crate::nearest::{Near, nearest};
use crate::report::{Category, Safety, Severity};
use crate::rule::{Check, Docs, Repair, Rule};

/// The rule.
pub static RULE: Rule = Rule {
    id: "apiserver-unknown-admission-plugins",
    title: "A named admission plugin is unknown, so the API server does not start",
    severity: Severity::High,
    components: &[Component::KubeApiserver],
    check: Check::Code(check),
    good: &[],
    repair: Repair::None,
    docs: Docs {
        what: "The API server exits when a list names an admission plugin that it does not have.",
        why: "The control plane is down until the name is mended. Case matters, and a space after a comma belongs to \
              the name.",
        verify: "Run `kubectl get --raw /readyz`: it must print `ok`.",
        side_effects: "The API server starts again, with the plugin that was meant.",
    },
    references: &[],
};

/// Names of one list that are spoken of; a text of nothing but unknown names must not cost more.
const MOST: usize = 100;

const ENABLE: SettingId = settings::ENABLE_ADMISSION_PLUGINS;
const DISABLE: SettingId = settings::DISABLE_ADMISSION_PLUGINS;
const LISTS: [SettingId; 3] = [ENABLE, DISABLE, settings::ADMISSION_CONTROL];

fn check(context: &Context<'_>) -> Vec<Hit> {
    let judged = |list: &SettingId| judge(context, *list);
    LISTS.iter().flat_map(judged).collect()
}

fn judge(context: &Context<'_>, list: SettingId) -> Vec<Hit> {
    let Some(value) = context.value(list) else { return Vec::new() };
    value.items().iter().filter_map(|name| hit(context, list, name)).take(MOST).collect()
}

fn hit(context: &Context<'_>, list: SettingId, name: &str) -> Option<Hit> {
    let flag = list.row().flag;
    let (version, known) = (context.version, admission_plugin(name));
    let (what, meant) = match known {
        // Removed ones have a rule of their own.
        Some(row) if row.life.covers(version) || row.life.is_removed_in(version) => return None,
        Some(row) => (format!("which comes with {}", row.life.since), None),
        None => ("which no release has".to_owned(), meant(context, name)),
    };
    let wanted = match meant {
        Some(Near { name: meant, .. }) if list == ENABLE && is_disabled(context, meant) => {
            format!("`{meant}` may be meant, but `--disable-admission-plugins` names it.")
        }
        Some(Near { name: meant, .. }) if list == DISABLE => {
            format!("`{meant}` may be meant; take this out if that plugin is to run.")
        }
        Some(Near { name: meant, sure: true }) if is_deprecated(context, meant) => {
            format!("`{meant}` is meant, which is deprecated: take this out.")
        }
        Some(Near { name: meant, sure: true }) if list == ENABLE && is_default(meant) => {
            format!("`{meant}` is meant, and it runs by default: take this out.")
        }
        Some(Near { name: meant, sure: true }) => format!("Write `{meant}`."),
        Some(Near { name: meant, .. }) => format!("Did you mean `{meant}`?"),
        None => "Check its spelling, or take it out.".to_owned(),
    };
    let message =
        format!("`--{flag}` names `{name}`, {what}. A kube-apiserver {version} does not know it and exits. {wanted}");
    let hit = Hit::new(Category::Unknown, context.place_of_part(list, name), message).about(list);
    let sure = meant.filter(|near| near.sure).map(|near| near.name);
    Some(hit.plans(sure.and_then(|meant| plan(context, list, name, meant))))
}

/// A plan that mends the name; nothing where what is meant stops the server for another reason or weakens it.
fn plan(context: &Context<'_>, list: SettingId, name: &str, meant: &str) -> Option<Plan> {
    // The right name among the disabled ones would switch a plugin off that runs now; its writer is to decide.
    let takes_file = matches!(meant, "EventRateLimit" | "ImagePolicyWebhook");
    if list == DISABLE || takes_file || (list == ENABLE && is_disabled(context, meant)) {
        return None;
    }
    if is_deprecated(context, meant) || (list == ENABLE && is_default(meant)) {
        let title = format!("Remove `{name}` from `--{}`", list.row().flag);
        return Some(Plan::new(title, Safety::Safe, Change::Take(list, name.to_owned())));
    }
    let mut mended: Vec<&str> = Vec::new();
    let value = context.value(list)?;
    for item in value.items() {
        let item = if item == name { meant } else { item.as_str() };
        if !mended.contains(&item) {
            mended.push(item);
        }
    }
    let title = format!("Write `{meant}` for `{name}`");
    Some(Plan::new(title, Safety::Safe, Change::Write(list, mended.join(","))))
}

fn is_deprecated(context: &Context<'_>, plugin: &str) -> bool {
    admission_plugin(plugin).is_some_and(|row| row.life.is_deprecated_in(context.version))
}

fn is_default(plugin: &str) -> bool {
    admission_plugin(plugin).is_some_and(|row| row.on_by_default)
}

/// The plugin whose name differs only in case or in blanks around it, or in a few letters.
fn meant(context: &Context<'_>, name: &str) -> Option<Near<'static>> {
    let name = name.trim();
    let plugins = || ADMISSION_PLUGINS.iter().filter(|row| row.life.covers(context.version)).map(|row| row.name);
    let alike = plugins().find(|plugin| plugin.eq_ignore_ascii_case(name));
    alike.map(|name| Near { name, sure: true }).or_else(|| nearest(name, plugins()))
}

/// Whether the plugin is disabled, so that enabling it as well would be refused.
fn is_disabled(context: &Context<'_>, plugin: &str) -> bool {
    context.value(DISABLE).is_some_and(|value| value.items().iter().any(|item| item == plugin))
}
