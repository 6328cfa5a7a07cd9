//! A webhook whose refusals do not hold while it is down.

use super::authorization_config_refused::authorizers;
use crate::finding::{Hit, Plan, with_risk};
use crate::knowledge::Component;
use crate::object::ObjectKind;
use crate::object_context::ObjectContext;
use crate::report::{Category, Safety, Severity};
use crate::rule::{Check, Docs, Repair, Rule};

/// The rule.
pub static RULE: Rule = Rule {
    id: "authorization-webhook-fails-open",
    title: "What the authorisation webhook refuses is open while it does not answer",
    severity: Severity::High,
    components: &[Component::KubeApiserver],
    check: Check::Object(&[ObjectKind::AuthorizationConfiguration], check),
    good: &[],
    repair: Repair::Write { value: "Deny", safety: Safety::Unsafe, risk: RISK },
    docs: Docs {
        what: "With `failurePolicy: NoOpinion` a webhook that does not answer, or whose match conditions fail, leaves \
               the decision to the authorizers after it.",
        why: "A webhook before `RBAC` is there to refuse. Whoever can stop it, or its network, may do whatever roles \
              allow.",
        verify: "Stop the webhook and try what it refuses with `kubectl auth can-i`: it must print `no`.",
        side_effects: "While the webhook is down its requests are refused, those of the control plane included. Limit \
                       it with `matchConditions` that leave out `system:nodes` and `system:serviceaccounts:kube-system`.",
    },
    references: &[],
};

const RISK: &str = "lock out everybody whom it is asked about while it is down";

fn check(context: &ObjectContext<'_>) -> Vec<Hit> {
    let Some(all) = authorizers(context) else { return Vec::new() };
    let mut hits = Vec::new();
    for (at, authorizer) in all.iter().enumerate().filter(|(_, authorizer)| authorizer.kind == "Webhook") {
        // Behind the last authorizer that may grant something no opinion is a refusal.
        let later = all.get(at + 1..).unwrap_or_default().iter().find(|later| later.kind != "AlwaysDeny");
        let policy = context.at(authorizer.node, &["webhook", "failurePolicy"]);
        let (Some(later), Some(policy)) = (later, policy) else { continue };
        if context.scalar(policy) != Some("NoOpinion") {
            continue;
        }
        let message = format!(
            "`failurePolicy` is `NoOpinion`: while the webhook does not answer, `{}` and what follows decide alone. \
             Write `Deny`.",
            later.kind
        );
        let place = context.place_of(authorizer.node, &["webhook", "failurePolicy"]);
        let hit = context.hit(Category::Insecure, place, "authorizers[].webhook.failurePolicy", message);
        let title = with_risk("Set `failurePolicy` to `Deny`".to_owned(), RISK);
        let change = context.set(policy, "Deny");
        hits.push(hit.plans(change.map(|change| Plan::new(title, Safety::Unsafe, change))));
    }
    hits
}
