//! A token issuer whose keys cannot be fetched safely.

use crate::context::Context;
use crate::finding::Hit;
use crate::knowledge::{Component, SettingId, kube_apiserver as settings};
use crate::report::{Category, Severity};
use crate::rule::{Check, Docs, Repair, Rule};

/// The rule.
pub static RULE: Rule = Rule {
    id: "apiserver-service-account-issuer-http",
    title: "The issuer of service account tokens is named with http",
    severity: Severity::Low,
    components: &[Component::KubeApiserver],
    check: Check::Code(check),
    good: &[(crate::knowledge::kube_apiserver::SERVICE_ACCOUNT_ISSUER, "https://kubernetes.default.svc.cluster.local")],
    repair: Repair::None,
    docs: Docs {
        what: "The API server serves no discovery document for an issuer without TLS.",
        why: "A system outside that checks the tokens has to fetch the keys in plain text: whoever sits on the path \
              answers with keys of their own and signs tokens for any service account.",
        verify: "Run `kubectl get --raw /.well-known/openid-configuration`: `issuer` must begin with `https://`.",
        side_effects: "Tokens that name the old issuer are refused, unless the flag names it a second time behind the new \
                       one.",
    },
    references: &[],
};

const ISSUER: SettingId = settings::SERVICE_ACCOUNT_ISSUER;

/// Only the first issuer is written into tokens; the others are accepted.
fn check(context: &Context<'_>) -> Vec<Hit> {
    let value = context.value(ISSUER);
    let Some(issuer) = value.as_ref().and_then(|value| value.items().first()) else { return Vec::new() };
    if !issuer.starts_with("http://") {
        return Vec::new();
    }
    let message = format!(
        "New tokens name the issuer `{issuer}`. {} Write an `https://` address first and keep this one behind it while \
         old tokens live.",
        RULE.docs.what
    );
    let hit = Hit::new(Category::Insecure, context.place(ISSUER), message).about(ISSUER);
    vec![hit.confidence(context.confidence(ISSUER))]
}
