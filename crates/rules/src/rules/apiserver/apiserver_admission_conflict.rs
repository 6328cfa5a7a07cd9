//! Admission plugins that are turned on and off at once.

use crate::context::Context;
use crate::finding::{Change, Hit, Plan, with_risk};
use crate::knowledge::{Component, SettingId, kube_apiserver as settings};
use crate::refusal::refusal;
use crate::report::{Safety, Severity};
use crate::rule::{Check, Docs, Repair, Rule};

/// The rule.
pub static RULE: Rule = Rule {
    id: "apiserver-admission-conflict",
    title: "The lists of admission plugins contradict each other, so the API server exits",
    severity: Severity::High,
    components: &[Component::KubeApiserver],
    check: Check::Code(check),
    good: &[],
    repair: Repair::None,
    docs: Docs {
        what: "No plugin may stand in both lists, and the old `--admission-control` excludes both.",
        why: "The control plane is down until it is mended: the kubelet restarts the API server's container \
              again and again.",
        verify: "Run `kubectl get --raw /readyz`: it must print `ok`.",
        side_effects: "The plugin runs, and refuses what it guards against.",
    },
    references: &[],
};

const ALL: SettingId = settings::ADMISSION_CONTROL;
const ENABLE: SettingId = settings::ENABLE_ADMISSION_PLUGINS;
const DISABLE: SettingId = settings::DISABLE_ADMISSION_PLUGINS;

fn check(context: &Context<'_>) -> Vec<Hit> {
    let lists: Vec<SettingId> = [ENABLE, DISABLE].into_iter().filter(|list| context.is_written(*list)).collect();
    if context.is_written(ALL) {
        return beside_old(context, &lists).into_iter().collect();
    }
    let (Some(on), Some(off)) = (context.value(ENABLE), context.value(DISABLE)) else { return Vec::new() };
    let both = on.items().iter().filter(|plugin| off.items().contains(plugin));
    let hit = |plugin: &String| {
        let message = format!(
            "`{plugin}` is in both lists of admission plugins, so the API server exits. Take it out of one; most \
             plugins guard the cluster, so best out of `--{}`.",
            DISABLE.row().flag
        );
        let mut hit = refusal(context, &[DISABLE, ENABLE], message);
        hit.at = context.place_of_part(DISABLE, plugin);
        let title = format!("Remove `{plugin}` from `--{}`", DISABLE.row().flag);
        let title = with_risk(title, "refuse requests that the plugin guards against");
        hit.plan(Plan::new(title, Safety::Unsafe, Change::Take(DISABLE, plugin.clone())))
    };
    both.map(hit).collect()
}

fn beside_old(context: &Context<'_>, lists: &[SettingId]) -> Option<Hit> {
    let list = lists.first()?;
    let message = format!(
        "`--{}` and `--{}` are given. The first names every plugin that runs and excludes the second, so the API server \
         exits. Drop the first, which is deprecated.",
        ALL.row().flag,
        list.row().flag
    );
    let all: Vec<SettingId> = std::iter::once(ALL).chain(lists.iter().copied()).collect();
    Some(refusal(context, &all, message))
}
