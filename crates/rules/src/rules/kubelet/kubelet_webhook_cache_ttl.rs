//! How long the kubelet trusts what the API server once said about a caller.

use crate::context::Context;
use crate::finding::{Change, Hit, Plan};
use crate::knowledge::kubelet::{
    AUTHENTICATION_WEBHOOK_CACHE_TTL as TOKENS, AUTHORIZATION_WEBHOOK_CACHE_AUTHORIZED_TTL as PERMISSIONS,
};
use crate::knowledge::{Component, SettingId};
use crate::report::{Category, Safety, Severity};
use crate::rule::{Check, Docs, Repair, Rule};

/// The rule.
pub static RULE: Rule = Rule {
    id: "kubelet-webhook-cache-ttl",
    title: "The kubelet trusts revoked tokens and permissions for long",
    severity: Severity::Low,
    components: &[Component::Kubelet],
    check: Check::Code(check),
    good: &[
        (crate::knowledge::kubelet::AUTHENTICATION_WEBHOOK_CACHE_TTL, "2m0s"),
        (crate::knowledge::kubelet::AUTHORIZATION_WEBHOOK_CACHE_AUTHORIZED_TTL, "5m0s"),
    ],
    repair: Repair::Write { value: "5m0s", safety: Safety::Safe, risk: "" },
    docs: Docs {
        what: "The kubelet asks the API server once and remembers the answer that long.",
        why: "A stolen token that was revoked, or a role that was taken away, still runs commands in the pods of the \
              node until the answer is forgotten.",
        verify: "Run `kubectl get --raw /api/v1/nodes/NODE/proxy/configz`: both times below `webhook` must be minutes.",
        side_effects: "The kubelet asks the API server more often.",
    },
    references: &[],
};

/// Ten minutes in nanoseconds, twice the longest default.
const MOST: i64 = 600_000_000_000;

fn check(context: &Context<'_>) -> Vec<Hit> {
    [TOKENS, PERMISSIONS].into_iter().filter_map(|ttl| too_long(context, ttl, RULE.docs.what)).collect()
}

/// The hit for an answer that is remembered for more than ten minutes.
pub(in crate::rules) fn too_long(context: &Context<'_>, ttl: SettingId, what: &str) -> Option<Hit> {
    context.value(ttl)?.as_nanos().filter(|nanos| *nanos > MOST)?;
    let usual = context.default_value(ttl)?.to_string();
    let message = format!("{}. {what} More than `10m` is too long; `{usual}` is usual.", context.found(ttl));
    let title = format!("Set `{}` to `{usual}`", context.target_spelling(ttl));
    let hit = Hit::new(Category::Insecure, context.place(ttl), message).about(ttl).confidence(context.confidence(ttl));
    Some(hit.plan(Plan::new(title, Safety::Safe, Change::Write(ttl, usual))))
}
