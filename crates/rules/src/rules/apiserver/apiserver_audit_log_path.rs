//! Where audit events go.

use crate::context::{Context, text_holds_placeholder};
use crate::finding::{Change, Hit, Plan};
use crate::knowledge::{Component, SettingId, kube_apiserver as settings};
use crate::report::{Category, Safety, Severity};
use crate::rule::{Check, Docs, Ref, Repair, Rule};

/// The rule.
pub static RULE: Rule = Rule {
    id: "apiserver-audit-log-path",
    title: "Audit events are not kept anywhere",
    severity: Severity::High,
    components: &[Component::KubeApiserver],
    check: Check::Code(check),
    good: &[(crate::knowledge::kube_apiserver::AUDIT_LOG_PATH, "/var/log/kubernetes/audit/audit.log")],
    repair: Repair::Ask { placeholder: "/var/log/kubernetes/audit/REPLACE-ME.log" },
    docs: Docs {
        what: "Without a log path or a webhook the API server keeps no audit events, whatever the policy says.",
        why: "After a break-in nobody can tell who read which secret, started which pod or changed which role.",
        verify: "Run `tail -n 1` on the log file after any request with `kubectl`: it must print an audit event.",
        side_effects: "The directory must be mounted into the API server's pod and be writable. The log takes disk \
                       space: set `--audit-log-maxage`, `--audit-log-maxbackup` and `--audit-log-maxsize`.",
    },
    references: &[Ref::Cis("1.2.16"), Ref::Stig("V-242402"), Ref::Stig("V-242465")],
};

const PATH: SettingId = settings::AUDIT_LOG_PATH;

fn check(context: &Context<'_>) -> Vec<Hit> {
    let backends = [PATH, settings::AUDIT_WEBHOOK_CONFIG_FILE];
    if backends.iter().any(|backend| context.is_present(*backend) != Some(false)) {
        return Vec::new();
    }
    let category = if context.is_written(PATH) { Category::Insecure } else { Category::Missing };
    let message = format!("{}. {} Name a file.", context.found(PATH), RULE.docs.what);
    let hit = Hit::new(category, context.place(PATH), message).about(PATH).confidence(context.confidence(PATH));
    let Repair::Ask { placeholder } = RULE.repair else { return vec![hit] };
    if context.value(PATH).as_ref().is_some_and(text_holds_placeholder) {
        return vec![hit];
    }
    let title = "Insert `--audit-log-path` with a placeholder for you to replace";
    vec![hit.plan(Plan::new(title, Safety::Manual, Change::Write(PATH, placeholder.to_owned())))]
}

/// Whether audit events go to a file, which is what the limits on age, number and size are about.
pub(super) fn is_file(context: &Context<'_>) -> bool {
    context.is_present(PATH) == Some(true) && context.value(PATH).is_some_and(|path| path.to_string() != "-")
}

/// The number of a limit that is set or holds by default, where the log is a file.
pub(super) fn limit(context: &Context<'_>, limit: SettingId) -> Option<i64> {
    if is_file(context) { context.value(limit)?.as_int() } else { None }
}
