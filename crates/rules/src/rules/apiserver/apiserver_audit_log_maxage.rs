//! How long rotated audit logs are kept.

use super::apiserver_audit_log_path::limit;
use crate::context::Context;
use crate::finding::{Change, Hit, Plan, with_risk};
use crate::knowledge::{Component, SettingId, kube_apiserver as settings};
use crate::report::{Category, Safety, Severity};
use crate::rule::{Check, Docs, Ref, Repair, Rule};

/// The rule.
pub static RULE: Rule = Rule {
    id: "apiserver-audit-log-maxage",
    title: "Audit logs are kept for too few days, or without a limit",
    severity: Severity::Low,
    components: &[Component::KubeApiserver],
    check: Check::Code(check),
    good: &[(crate::knowledge::kube_apiserver::AUDIT_LOG_MAXAGE, "30")],
    repair: Repair::Write { value: "30", safety: Safety::Safe, risk: "" },
    docs: Docs {
        what: "Rotated audit logs are deleted after that many days, so a break-in found later has left no trace.",
        why: "Break-ins are often found only after weeks. Without any limit the log may fill the disk instead, and the \
              node stops.",
        verify: "Run `kubectl -n kube-system get pod -l component=kube-apiserver -o yaml | grep audit-log-maxage`: it \
                 must print 30 or more.",
        side_effects: "Files older than the limit are deleted at the next rotation. From 1.36 the default is 366 days.",
    },
    references: &[Ref::Cis("1.2.17"), Ref::Stig("V-242464")],
};

const SETTING: SettingId = settings::AUDIT_LOG_MAXAGE;

fn check(context: &Context<'_>) -> Vec<Hit> {
    let least = context.thresholds.audit_log_max_age;
    let (what, safety, risk, severity) = match limit(context, SETTING) {
        Some(0) => (
            "`0` means that no audit log is ever deleted for its age, so the disk can fill up.",
            Safety::Unsafe,
            format!("delete audit logs older than {least} days"),
            Severity::Info,
        ),
        Some(found) if (1..least).contains(&found) => (RULE.docs.what, Safety::Safe, String::new(), Severity::Low),
        _ => return Vec::new(),
    };
    let category = if context.is_written(SETTING) { Category::Insecure } else { Category::Missing };
    let message = format!("{}. {what} Set it to `{least}` or more.", context.found(SETTING));
    let hit = Hit::new(category, context.place(SETTING), message).about(SETTING).severity(severity);
    let title = with_risk(format!("Set `--audit-log-maxage` to `{least}`"), &risk);
    let plan = Plan::new(title, safety, Change::Write(SETTING, least.to_string()));
    vec![hit.confidence(context.confidence(SETTING)).plan(plan)]
}
