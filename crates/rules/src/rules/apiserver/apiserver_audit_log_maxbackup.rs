//! How many rotated audit logs are kept.

use super::apiserver_audit_log_path::limit;
use crate::context::Context;
use crate::finding::{Change, Hit, Plan, with_risk};
use crate::knowledge::{Component, SettingId, kube_apiserver as settings};
use crate::report::{Category, Safety, Severity};
use crate::rule::{Check, Docs, Ref, Repair, Rule};

/// The rule.
pub static RULE: Rule = Rule {
    id: "apiserver-audit-log-maxbackup",
    title: "Too few rotated audit logs are kept, or any number",
    severity: Severity::Low,
    components: &[Component::KubeApiserver],
    check: Check::Code(check),
    good: &[(crate::knowledge::kube_apiserver::AUDIT_LOG_MAXBACKUP, "10")],
    repair: Repair::Write { value: "10", safety: Safety::Safe, risk: "" },
    docs: Docs {
        what: "So few rotated audit logs are kept that a burst of requests pushes the interesting ones out.",
        why: "An attacker hides an action behind many harmless requests: each full file pushes out the oldest. Without \
              any limit they fill the disk instead.",
        verify: "Run `kubectl -n kube-system get pod -l component=kube-apiserver -o yaml | grep audit-log-maxbackup`: \
                 it must print 10 or more.",
        side_effects: "Up to 10 files of `--audit-log-maxsize` megabytes each take disk space; older ones are deleted. \
                       From 1.36 the default is 100.",
    },
    references: &[Ref::Cis("1.2.18"), Ref::Stig("V-242463")],
};

const SETTING: SettingId = settings::AUDIT_LOG_MAXBACKUP;

fn check(context: &Context<'_>) -> Vec<Hit> {
    let least = context.thresholds.audit_log_max_backup;
    let (what, safety, risk, severity) = match limit(context, SETTING) {
        Some(0) => (
            "`0` means that any number of rotated audit logs is kept, so the disk can fill up.",
            Safety::Unsafe,
            format!("delete all but the newest {least} audit logs"),
            Severity::Info,
        ),
        Some(found) if (1..least).contains(&found) => (RULE.docs.what, Safety::Safe, String::new(), Severity::Low),
        _ => return Vec::new(),
    };
    let category = if context.is_written(SETTING) { Category::Insecure } else { Category::Missing };
    let message = format!("{}. {what} Set it to `{least}` or more.", context.found(SETTING));
    let hit = Hit::new(category, context.place(SETTING), message).about(SETTING).severity(severity);
    let title = with_risk(format!("Set `--audit-log-maxbackup` to `{least}`"), &risk);
    let plan = Plan::new(title, safety, Change::Write(SETTING, least.to_string()));
    vec![hit.confidence(context.confidence(SETTING)).plan(plan)]
}
