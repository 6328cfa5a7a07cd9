//! Security plugins that someone turned off, and which admission plugins run at all.

use crate::context::Context;
use crate::finding::{Change, Hit, Plan, with_risk};
use crate::knowledge::{Component, SettingId, admission_plugin, kube_apiserver as settings};
use crate::report::{Category, Safety, Severity};
use crate::rule::{Check, Docs, Ref, Repair, Rule};

/// The rule.
pub static RULE: Rule = Rule {
    id: "apiserver-disabled-admission-plugins",
    title: "An admission plugin that guards the cluster is disabled",
    severity: Severity::Medium,
    components: &[Component::KubeApiserver],
    check: Check::Code(check),
    good: &[(crate::knowledge::kube_apiserver::DISABLE_ADMISSION_PLUGINS, "")],
    repair: Repair::Remove { safety: Safety::Safe, risk: "" },
    docs: Docs {
        what: "A plugin that is on by default does not run.",
        why: "Objects that it would refuse are stored: privileged pods without `PodSecurity`, certificates for any \
              signer without the `Certificate` plugins, anything at all without the webhooks and policies that you \
              installed.",
        verify: "Run `kubectl -n kube-system get pod -l component=kube-apiserver -o yaml | grep \
                 disable-admission-plugins`: it must print no plugin that you need.",
        side_effects: "The plugin works again for new and changed objects; what exists stays. Requests that it refuses \
                       fail from then on.",
    },
    references: &[Ref::Stig("V-242436")],
};

const ALL: SettingId = settings::ADMISSION_CONTROL;
const ENABLE: SettingId = settings::ENABLE_ADMISSION_PLUGINS;
const DISABLE: SettingId = settings::DISABLE_ADMISSION_PLUGINS;

/// A plugin, what is missing without it, and whom it may stop when it runs again.
const GUARDS: &[(&str, &str, &str)] = &[
    ("CertificateApproval", "Whoever may approve certificate requests approves them for any signer.", ""),
    ("CertificateSigning", "Whoever may sign certificate requests signs them for any signer.", ""),
    (
        "CertificateSubjectRestriction",
        "A request for a client certificate of the group `system:masters` is accepted.",
        "",
    ),
    ("LimitRanger", "The limits that namespaces set for their pods are not applied.", "refuse pods beyond the limits"),
    (
        "MutatingAdmissionWebhook",
        "Webhooks that change or complete objects are not called.",
        "refuse requests whose webhook does not answer",
    ),
    (
        "PodSecurity",
        "The pod security levels of namespaces are not enforced, so privileged pods are admitted.",
        "refuse pods in namespaces that enforce a level",
    ),
    ("Priority", "Any pod may claim any priority and drive others off their nodes.", ""),
    ("ResourceQuota", "The quotas of namespaces are not enforced.", "refuse objects beyond a quota"),
    (
        "ValidatingAdmissionPolicy",
        "Policies written as ValidatingAdmissionPolicy are not enforced.",
        "refuse objects that break a policy",
    ),
    (
        "ValidatingAdmissionWebhook",
        "Webhooks that refuse bad objects are not called, so policy engines have no effect.",
        "refuse requests whose webhook does not answer",
    ),
];

fn check(context: &Context<'_>) -> Vec<Hit> {
    let exists = |plugin: &str| admission_plugin(plugin).is_some_and(|row| row.life.covers(context.version));
    let guards = GUARDS.iter().filter(|(plugin, ..)| exists(plugin));
    if context.is_written(ALL) {
        let left_out = guards.filter(|(plugin, ..)| standing(context, plugin) == Standing::NotNamed(ALL));
        return left_out_of_all(context, &left_out.map(|(plugin, ..)| *plugin).collect::<Vec<_>>())
            .into_iter()
            .collect();
    }
    let hit = |(plugin, what, risk): &(&str, &str, &str)| {
        let safety = if risk.is_empty() { Safety::Safe } else { Safety::Unsafe };
        Some(stopped(context, plugin, what)?.plan(run_plan(context, plugin, safety, risk)))
    };
    guards.filter_map(hit).collect()
}

/// One hit for all that the deprecated flag does not name.
fn left_out_of_all(context: &Context<'_>, plugins: &[&str]) -> Option<Hit> {
    if plugins.is_empty() {
        return None;
    }
    let names: Vec<String> = plugins.iter().map(|plugin| format!("`{plugin}`")).collect();
    let message = format!(
        "`--admission-control` names every plugin that runs, and these are not among them: {}. Add them, or use \
         `--enable-admission-plugins`, which keeps the defaults.",
        names.join(", ")
    );
    let changes = plugins.iter().map(|plugin| Change::Add(ALL, (*plugin).to_owned())).collect();
    let title =
        with_risk("Add the plugins that are on by default".to_owned(), "refuse objects that they guard against");
    let hit = Hit::new(Category::Insecure, context.place(ALL), message).about(ALL).confidence(context.confidence(ALL));
    Some(hit.plan(Plan { title, safety: Safety::Unsafe, changes }))
}

/// Whether a plugin runs, and what keeps it from running.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Standing {
    /// It runs.
    Runs,
    /// `--disable-admission-plugins` names it.
    Disabled,
    /// Both lists name it: the server refuses to start, which has a rule of its own.
    Contradicted,
    /// It would run if this setting named it.
    NotNamed(SettingId),
    /// The part of the command that decides was not given.
    Unknown,
}

/// Whether the plugin of this name runs. Source: `pkg/kubeapiserver/options/admission.go`: the plugins that are on
/// by default, plus the enabled, minus the disabled ones; the deprecated `--admission-control` names all that run and
/// excludes both lists.
pub(super) fn standing(context: &Context<'_>, plugin: &str) -> Standing {
    if context.is_written(ALL) {
        return match names(context, ALL, plugin) {
            Some(true) => Standing::Runs,
            Some(false) => Standing::NotNamed(ALL),
            None => Standing::Unknown,
        };
    }
    let by_default = is_default(plugin);
    match (names(context, ENABLE, plugin), names(context, DISABLE, plugin)) {
        (Some(true), Some(true)) => Standing::Contradicted,
        (_, Some(true)) => Standing::Disabled,
        (Some(true), _) => Standing::Runs,
        (_, Some(false)) if by_default => Standing::Runs,
        (Some(false), _) if !by_default => Standing::NotNamed(ENABLE),
        _ => Standing::Unknown,
    }
}

fn is_default(plugin: &str) -> bool {
    admission_plugin(plugin).is_some_and(|plugin| plugin.on_by_default)
}

/// Whether the list names the plugin; absent when the list cannot be known.
fn names(context: &Context<'_>, list: SettingId, plugin: &str) -> Option<bool> {
    match context.value(list) {
        Some(value) => Some(value.items().iter().any(|item| item == plugin)),
        None => (context.is_known(list) && !context.is_written(list)).then_some(false),
    }
}

/// The hit of a rule that wants this plugin to run; its repair gives the safety of the plan.
pub(super) fn not_running(context: &Context<'_>, rule: &Rule, plugin: &str) -> Option<Hit> {
    let hit = stopped(context, plugin, rule.docs.what)?;
    let (Repair::Add { safety, risk } | Repair::Remove { safety, risk }) = rule.repair else { return Some(hit) };
    Some(hit.plan(run_plan(context, plugin, safety, risk)))
}

/// The hit for a plugin that does not run; absent when it runs or that cannot be known.
pub(super) fn stopped(context: &Context<'_>, plugin: &str, what: &str) -> Option<Hit> {
    let (list, message) = match standing(context, plugin) {
        Standing::Runs | Standing::Unknown | Standing::Contradicted => return None,
        Standing::Disabled => {
            let found = format!("`--disable-admission-plugins` names `{plugin}`");
            let wanted = if is_default(plugin) { "Take it out of the list." } else { "Enable it instead." };
            (DISABLE, format!("{found}. {what} {wanted}"))
        }
        Standing::NotNamed(list) => (list, format!("{}. {what} Add `{plugin}`.", context.found(list))),
    };
    let category = if context.is_written(list) { Category::Insecure } else { Category::Missing };
    Some(
        Hit::new(category, context.place_of_part(list, plugin), message)
            .about(list)
            .confidence(context.confidence(list)),
    )
}

/// The plan that makes the plugin run.
fn run_plan(context: &Context<'_>, plugin: &str, safety: Safety, risk: &str) -> Plan {
    let take = || Change::Take(DISABLE, plugin.to_owned());
    let add = |list| Change::Add(list, plugin.to_owned());
    let (title, changes) = match standing(context, plugin) {
        Standing::NotNamed(list) => (format!("Add `{plugin}` to `--{}`", list.row().flag), vec![add(list)]),
        Standing::Disabled if !is_default(plugin) => {
            (format!("Enable `{plugin}` instead of disabling it"), vec![take(), add(ENABLE)])
        }
        _ => (format!("Remove `{plugin}` from `--disable-admission-plugins`"), vec![take()]),
    };
    Plan { title: with_risk(title, risk), safety, changes }
}
