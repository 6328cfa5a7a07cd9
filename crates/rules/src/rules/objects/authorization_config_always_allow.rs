//! An authorizer that allows everything.

use super::authorization_config_refused::authorizers;
use crate::finding::{Hit, Plan, with_risk};
use crate::knowledge::Component;
use crate::object::ObjectKind;
use crate::object_context::ObjectContext;
use crate::report::{Category, Safety, Severity};
use crate::rule::{Check, Docs, Ref, Repair, Rule};
use crate::syntax::yaml::NodeId;

/// The rule.
pub static RULE: Rule = Rule {
    id: "authorization-config-always-allow",
    title: "The authorisation configuration allows every authenticated request",
    severity: Severity::Critical,
    components: &[Component::KubeApiserver],
    check: Check::Object(&[ObjectKind::AuthorizationConfiguration], check),
    good: &[],
    repair: Repair::Remove { safety: Safety::Unsafe, risk: RISK },
    docs: Docs {
        what: "The authorizer `AlwaysAllow` grants whatever those before it did not refuse.",
        why: "Any credential is enough: a token read from a pod, a kubelet's certificate. `kubectl get secrets -A` \
              with it prints every secret, and a privileged pod hands over any node.",
        verify: "Run `kubectl auth can-i '*' '*' --as=nobody`: it must print `no`.",
        side_effects: "Users and service accounts without a role are refused from then on. Create role bindings first.",
    },
    references: &[Ref::Cis("1.2.6"), Ref::Stig("V-242382")],
};

const RISK: &str = "lock out users and service accounts without a role";

fn check(context: &ObjectContext<'_>) -> Vec<Hit> {
    let Some(list) = context.value(&["authorizers"]) else { return Vec::new() };
    let all = authorizers(context);
    let has = |kind: &str| all.iter().flatten().any(|authorizer| authorizer.kind == kind);
    let hit = |(at, node): (usize, &NodeId)| {
        let allows = context.text_at(*node, &["type"]) == Some("AlwaysAllow");
        let place = allows.then(|| context.place_of(*node, &["type"]))?;
        let message = "The authorizer `AlwaysAllow` grants every request. Name `Node` and `RBAC` and remove it.";
        let hit = context.hit(Category::Insecure, place, "authorizers[].type", message);
        // Without the others its removal would leave nobody any rights.
        let change = context.remove_item(list, at).filter(|_| has("Node") && has("RBAC"));
        let title = with_risk("Remove `AlwaysAllow`".to_owned(), RISK);
        Some(hit.plans(change.map(|change| Plan::new(title, Safety::Unsafe, change))))
    };
    context.items(list).iter().enumerate().filter_map(hit).collect()
}
