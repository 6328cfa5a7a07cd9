//! Roles that make tokens of others.

use crate::access::roles::{Role, RoleRule};
use crate::finding::Hit;
use crate::knowledge::Component;
use crate::object::ObjectKind;
use crate::object_context::ObjectContext;
use crate::report::{Category, Severity};
use crate::rule::{Check, Docs, Ref, Repair, Rule};

/// The rule.
pub static RULE: Rule = Rule {
    id: "rbac-service-account-token",
    title: "A role makes tokens of any service account",
    severity: Severity::High,
    components: &[Component::KubeApiserver],
    check: Check::Object(&[ObjectKind::Role], check),
    good: &[],
    repair: Repair::None,
    docs: Docs {
        what: "`create` on `serviceaccounts/token` returns a fresh token of the account that it names.",
        why: "The subject becomes any controller or operator, those of `kube-system` included, with all their rights.",
        verify: "Run `kubectl auth can-i create serviceaccounts --subresource=token -n kube-system --as SUBJECT`: it \
                 must print `no`.",
        side_effects: "What makes tokens for some accounts names them in `resourceNames`.",
    },
    references: &[Ref::Cis("5.1.13")],
};

fn check(context: &ObjectContext<'_>) -> Vec<Hit> {
    let rules = Role::own_rules(context).into_iter().filter(|(_, rule)| {
        rule.names.is_empty() && !rule.granted("", "serviceaccounts/token", &["create"]).is_empty()
    });
    let hit = |(role, rule): (Role<'_>, RoleRule<'_>)| {
        let (severity, reach) = match (role.is_cluster, role.namespace) {
            (true, _) => (Severity::High, "every namespace it is bound in"),
            (false, Some("kube-system")) => (Severity::High, "`kube-system`"),
            (false, _) => (Severity::Medium, "the namespace"),
        };
        let message = format!(
            "`create` on `serviceaccounts/token` makes its subjects any service account of {reach}. Name the accounts \
             in `resourceNames`."
        );
        let at = rule.place_of(context, "serviceaccounts/token");
        context.hit(Category::Insecure, at, "rules[].resources", message).severity(severity)
    };
    rules.map(hit).collect()
}
