//! How long the API server trusts what a webhook once said about a caller.

use crate::context::Context;
use crate::finding::Hit;
use crate::knowledge::{Component, SettingId, kube_apiserver as settings};
use crate::report::{Safety, Severity};
use crate::rule::{Check, Docs, Repair, Rule};
use crate::rules::kubelet::kubelet_webhook_cache_ttl::too_long;

/// The rule.
pub static RULE: Rule = Rule {
    id: "apiserver-webhook-cache-ttl",
    title: "The API server trusts revoked tokens and permissions for long",
    severity: Severity::Low,
    components: &[Component::KubeApiserver],
    check: Check::Code(check),
    good: &[
        (crate::knowledge::kube_apiserver::AUTHENTICATION_TOKEN_WEBHOOK_CACHE_TTL, "2m0s"),
        (crate::knowledge::kube_apiserver::AUTHORIZATION_WEBHOOK_CACHE_AUTHORIZED_TTL, "5m0s"),
    ],
    repair: Repair::Write { value: "5m0s", safety: Safety::Safe, risk: "" },
    docs: Docs {
        what: "The API server asks the webhook once and remembers the answer that long.",
        why: "A stolen token that was revoked, or a permission that was taken away, still works against the whole \
              cluster until the answer is forgotten.",
        verify: "Run `kubectl -n kube-system get pod -l component=kube-apiserver -o yaml | grep cache`: each time it \
                 prints must be minutes.",
        side_effects: "The webhook is asked more often.",
    },
    references: &[],
};

/// How long an answer is remembered, and the file that says whom to ask.
const ASKED: [(SettingId, SettingId); 2] = [
    (settings::AUTHENTICATION_TOKEN_WEBHOOK_CACHE_TTL, settings::AUTHENTICATION_TOKEN_WEBHOOK_CONFIG_FILE),
    (settings::AUTHORIZATION_WEBHOOK_CACHE_AUTHORIZED_TTL, settings::AUTHORIZATION_WEBHOOK_CONFIG_FILE),
];

fn check(context: &Context<'_>) -> Vec<Hit> {
    let asked = ASKED.iter().filter(|(_, file)| context.is_present(*file) == Some(true));
    asked.filter_map(|(ttl, _)| too_long(context, *ttl, RULE.docs.what)).collect()
}
