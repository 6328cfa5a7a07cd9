//! The size at which an audit log is rotated.

use super::apiserver_audit_log_path::limit;
use crate::context::Context;
use crate::finding::{Change, Hit, Plan};
use crate::knowledge::{Component, SettingId, kube_apiserver as settings};
use crate::report::{Category, Safety, Severity};
use crate::rule::{Check, Docs, Ref, Repair, Rule};
use crate::version::Version;

/// The rule.
pub static RULE: Rule = Rule {
    id: "apiserver-audit-log-maxsize",
    title: "Audit logs are rotated too early, or never",
    severity: Severity::Low,
    components: &[Component::KubeApiserver],
    check: Check::Code(check),
    good: &[(crate::knowledge::kube_apiserver::AUDIT_LOG_MAXSIZE, "100")],
    repair: Repair::Write { value: "100", safety: Safety::Safe, risk: "" },
    docs: Docs {
        what: "Audit logs are rotated at that many megabytes; where only a few files are kept, little history remains.",
        why: "A burst of requests then replaces the whole history within minutes. A log that is never rotated fills \
              the disk instead, and the node stops.",
        verify: "Run `kubectl -n kube-system get pod -l component=kube-apiserver -o yaml | grep audit-log-maxsize`: it \
                 must print 100 or more.",
        side_effects: "Each file takes up to 100 MB. Up to 1.35, `0` means 100 MB.",
    },
    references: &[Ref::Cis("1.2.19"), Ref::Stig("V-242462")],
};

const SETTING: SettingId = settings::AUDIT_LOG_MAXSIZE;

fn check(context: &Context<'_>) -> Vec<Hit> {
    let least = context.thresholds.audit_log_max_size;
    let (what, severity) = match limit(context, SETTING) {
        Some(0) if context.version >= Version(36) => {
            ("`0` means that the log is never rotated: one file grows until the disk is full.", Severity::Low)
        }
        Some(found) if (1..least).contains(&found) => (RULE.docs.what, Severity::Low),
        _ => return Vec::new(),
    };
    let category = if context.is_written(SETTING) { Category::Insecure } else { Category::Missing };
    let message = format!("{}. {what} Set it to `{least}` or more.", context.found(SETTING));
    let hit = Hit::new(category, context.place(SETTING), message).about(SETTING).severity(severity);
    let title = format!("Set `--audit-log-maxsize` to `{least}`");
    let plan = Plan::new(title, Safety::Safe, Change::Write(SETTING, least.to_string()));
    vec![hit.confidence(context.confidence(SETTING)).plan(plan)]
}
