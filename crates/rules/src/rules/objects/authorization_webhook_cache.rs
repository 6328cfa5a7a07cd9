//! Answers of a webhook that are kept for long.

use super::authorization_config_refused::authorizers;
use crate::finding::{Hit, Plan};
use crate::knowledge::Component;
use crate::object::ObjectKind;
use crate::object_context::ObjectContext;
use crate::report::{Category, Safety, Severity};
use crate::rule::{Check, Docs, Repair, Rule};
use crate::value::duration_of;

/// The rule.
pub static RULE: Rule = Rule {
    id: "authorization-webhook-cache",
    title: "Rights that a webhook withdrew stay for long",
    severity: Severity::Low,
    components: &[Component::KubeApiserver],
    check: Check::Object(&[ObjectKind::AuthorizationConfiguration], check),
    good: &[],
    repair: Repair::Write { value: "5m", safety: Safety::Safe, risk: "" },
    docs: Docs {
        what: "For `authorizedTTL` the API server keeps a granted request and does not ask the webhook again.",
        why: "When a user or a stolen token loses its rights, it keeps them for that long, and nobody sees a reason.",
        verify: "Withdraw a right in the webhook's policy and try it after five minutes with `kubectl auth can-i`: it \
                 must print `no`.",
        side_effects: "The webhook is asked more often.",
    },
    references: &[],
};

/// The default of the API server, in nanoseconds.
const USUAL: i64 = 300_000_000_000;

fn check(context: &ObjectContext<'_>) -> Vec<Hit> {
    let mut hits = Vec::new();
    for authorizer in authorizers(context).unwrap_or_default() {
        let Some(node) = context.at(authorizer.node, &["webhook", "authorizedTTL"]) else { continue };
        let Some(text) = context.scalar(node) else { continue };
        let cached = context.at(authorizer.node, &["webhook", "cacheAuthorizedRequests"]);
        let off = cached.is_some_and(|node| context.is_true(node) == Some(false));
        if off || duration_of(text).is_none_or(|nanos| nanos <= USUAL) {
            continue;
        }
        let message = format!("`authorizedTTL` is `{text}`: rights that are withdrawn stay that long. Write `5m`.");
        let at = context.place_of(authorizer.node, &["webhook", "authorizedTTL"]);
        let hit = context.hit(Category::Insecure, at, "authorizers[].webhook.authorizedTTL", message);
        let change = context.set(node, "5m");
        hits.push(hit.plans(change.map(|change| Plan::new("Set `authorizedTTL` to `5m`", Safety::Safe, change))));
    }
    hits
}
