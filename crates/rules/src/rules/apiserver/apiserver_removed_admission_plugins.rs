//! Admission plugins that the release no longer has.

use crate::context::Context;
use crate::finding::{Change, Hit, Plan};
use crate::knowledge::{Component, SettingId, admission_plugin, kube_apiserver as settings};
use crate::report::{Category, Safety, Severity};
use crate::rule::{Check, Docs, Repair, Rule};

/// The rule.
pub static RULE: Rule = Rule {
    id: "apiserver-removed-admission-plugins",
    title: "A named admission plugin no longer exists, so the API server does not start",
    severity: Severity::High,
    components: &[Component::KubeApiserver],
    check: Check::Code(check),
    good: &[],
    repair: Repair::Remove { safety: Safety::Safe, risk: "" },
    docs: Docs {
        what: "The API server exits when a list names an admission plugin that it does not have.",
        why: "The control plane is down until the name is gone. Old hardening guides still ask for \
              `PodSecurityPolicy` and `SecurityContextDeny`.",
        verify: "Run `kubectl get --raw /readyz`: it must print `ok`.",
        side_effects: "None: with the name the API server does not start. What the plugin did is gone until you set up \
                       a replacement.",
    },
    references: &[],
};

/// The settings that name admission plugins.
const LISTS: [SettingId; 3] =
    [settings::ENABLE_ADMISSION_PLUGINS, settings::DISABLE_ADMISSION_PLUGINS, settings::ADMISSION_CONTROL];

fn check(context: &Context<'_>) -> Vec<Hit> {
    let judged = |list: &SettingId| judge(context, *list);
    LISTS.iter().flat_map(judged).collect()
}

fn judge(context: &Context<'_>, list: SettingId) -> Vec<Hit> {
    let Some(value) = context.value(list) else { return Vec::new() };
    let removed = value.items().iter().filter_map(|name| {
        let row = admission_plugin(name).filter(|row| row.life.is_removed_in(context.version))?;
        Some((name, row.life.removed_words()?, row.replacement))
    });
    removed.map(|(name, since, replacement)| hit(context, list, name, &since, replacement)).collect()
}

fn hit(context: &Context<'_>, list: SettingId, name: &str, since: &str, replacement: &str) -> Hit {
    let flag = list.row().flag;
    let instead = if replacement.is_empty() { String::new() } else { format!(" `{replacement}` takes its place.") };
    let message = format!(
        "`--{flag}` names `{name}`, which was removed in {since}. A kube-apiserver {} does not know it and exits. Take \
         it out of the list.{instead}",
        context.version
    );
    let title = format!("Remove `{name}` from `--{flag}`");
    let plan = Plan::new(title, Safety::Safe, Change::Take(list, name.to_owned()));
    Hit::new(Category::Removed, context.place_of_part(list, name), message).about(list).plan(plan)
}
