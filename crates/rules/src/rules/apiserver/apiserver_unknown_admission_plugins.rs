//! Admission plugins that the release does not know.

use crate::context::Context;
use crate::finding::{Change, Hit, Plan};
use crate::knowledge::{ADMISSION_PLUGINS, Component, SettingId, admission_plugin, kube_apiserver as settings};
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

const LISTS: [SettingId; 3] =
    [settings::ENABLE_ADMISSION_PLUGINS, settings::DISABLE_ADMISSION_PLUGINS, settings::ADMISSION_CONTROL];

fn check(context: &Context<'_>) -> Vec<Hit> {
    let judged = |list: &SettingId| judge(context, *list);
    LISTS.iter().flat_map(judged).collect()
}

fn judge(context: &Context<'_>, list: SettingId) -> Vec<Hit> {
    let Some(value) = context.value(list) else { return Vec::new() };
    let names = value.items();
    names.iter().filter_map(|name| hit(context, list, names, name)).collect()
}

fn hit(context: &Context<'_>, list: SettingId, names: &[String], name: &str) -> Option<Hit> {
    let flag = list.row().flag;
    let (version, known) = (context.version, admission_plugin(name));
    let (what, meant) = match known {
        // Removed ones have a rule of their own.
        Some(row) if row.life.covers(version) || row.life.is_removed_in(version) => return None,
        Some(row) => (format!("which comes with {}", row.life.since), None),
        None => ("which no release has".to_owned(), meant(context, name)),
    };
    let wanted = match meant {
        Some(meant) => format!("Write `{meant}`."),
        None => "Check its spelling, or take it out.".to_owned(),
    };
    let message =
        format!("`--{flag}` names `{name}`, {what}. A kube-apiserver {version} does not know it and exits. {wanted}");
    let hit = Hit::new(Category::Unknown, context.place_of_part(list, name), message).about(list);
    let Some(meant) = meant else { return Some(hit) };
    let mut mended: Vec<&str> = Vec::new();
    for item in names {
        let item = if item == name { meant } else { item.as_str() };
        if !mended.contains(&item) {
            mended.push(item);
        }
    }
    let title = format!("Write `{meant}` for `{name}`");
    Some(hit.plan(Plan::new(title, Safety::Safe, Change::Write(list, mended.join(",")))))
}

/// The plugin whose name differs only in case or in blanks around it.
fn meant(context: &Context<'_>, name: &str) -> Option<&'static str> {
    let name = name.trim();
    let alike = ADMISSION_PLUGINS.iter().find(|row| row.name.eq_ignore_ascii_case(name))?;
    alike.life.covers(context.version).then_some(alike.name)
}
