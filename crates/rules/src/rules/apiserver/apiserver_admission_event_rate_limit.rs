//! Limits on events.

use super::apiserver_disabled_admission_plugins::{Standing, standing, stopped};
use crate::context::{Context, text_holds_placeholder};
use crate::finding::{Change, Hit, Plan};
use crate::knowledge::{Component, SettingId, kube_apiserver as settings};
use crate::report::{Category, Safety, Severity};
use crate::rule::{Check, Docs, Ref, Repair, Rule};

/// The rule.
pub static RULE: Rule = Rule {
    id: "apiserver-admission-event-rate-limit",
    title: "The rate of events is not limited",
    severity: Severity::Info,
    components: &[Component::KubeApiserver],
    check: Check::Code(check),
    good: &[],
    repair: Repair::None,
    docs: Docs {
        what: "Without `EventRateLimit` a client may send events as fast as it likes, and each is written to etcd.",
        why: "A workload that fails in a loop, or a stolen token that may create events, fills etcd and slows the \
              cluster down for everyone.",
        verify: "Run `kubectl -n kube-system get pod -l component=kube-apiserver -o yaml | grep \
                 enable-admission-plugins`: it must print a list with `EventRateLimit`.",
        side_effects: "Events beyond the limits are refused and lost. The plugin needs its limits in the file of \
                       `--admission-control-config-file`, or the API server does not start.",
    },
    references: &[Ref::Cis("1.2.9")],
};

const CONFIG: SettingId = settings::ADMISSION_CONTROL_CONFIG_FILE;
const PLUGIN: &str = "EventRateLimit";

fn check(context: &Context<'_>) -> Vec<Hit> {
    match (standing(context, PLUGIN), context.is_present(CONFIG)) {
        (Standing::Runs, Some(false)) => vec![without_limits(context)],
        // No plan: only the user knows the limits, and without them the server does not start.
        _ => stopped(context, PLUGIN, RULE.docs.what).into_iter().collect(),
    }
}

fn without_limits(context: &Context<'_>) -> Hit {
    let message = format!(
        "{}, but `EventRateLimit` is enabled. The plugin reads its limits from that file; without them the API server \
         does not start. Name the file.",
        context.found(CONFIG)
    );
    let at = context.place(CONFIG);
    let hit = Hit::new(Category::Invalid, at, message).about(CONFIG).severity(Severity::High);
    let hit = hit.confidence(context.confidence(CONFIG));
    if context.value(CONFIG).as_ref().is_some_and(text_holds_placeholder) {
        return hit;
    }
    let placeholder = "/etc/kubernetes/REPLACE-ME.yaml".to_owned();
    let title = "Insert `--admission-control-config-file` with a placeholder for you to replace";
    hit.plan(Plan::new(title, Safety::Manual, Change::Write(CONFIG, placeholder)))
}
