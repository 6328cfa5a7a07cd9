//! Users and groups of an issuer that may have the names of Kubernetes' own.

use crate::finding::{Hit, Plan, with_risk};
use crate::knowledge::Component;
use crate::object::ObjectKind;
use crate::object_context::ObjectContext;
use crate::report::{Category, Safety, Severity};
use crate::rule::{Check, Docs, Repair, Rule};
use crate::syntax::yaml::NodeId;

/// The rule.
pub static RULE: Rule = Rule {
    id: "authentication-claim-prefix",
    title: "An issuer may name users and groups of the system",
    severity: Severity::Medium,
    components: &[Component::KubeApiserver],
    check: Check::Object(&[ObjectKind::AuthenticationConfiguration], check),
    good: &[],
    repair: Repair::Write { value: "oidc:", safety: Safety::Unsafe, risk: RISK },
    docs: Docs {
        what: "Without a prefix the names in a token are taken as they are, `system:masters` included.",
        why: "Whoever may choose a user name or a group at the issuer, or add a claim to a token, calls it \
              `system:masters` and may do anything in the cluster.",
        verify: "Run `kubectl auth whoami` with a token of the issuer: the names must begin with the prefix.",
        side_effects: "Users have other names from then on, so role bindings that name them must be changed. A rule in \
                       `userValidationRules` that refuses names with `system:` does without.",
    },
    references: &[],
};

const RISK: &str = "take away the rights of users whose bindings name them without it";

fn check(context: &ObjectContext<'_>) -> Vec<Hit> {
    let issuers = context.value(&["jwt"]).map(|list| context.items(list)).unwrap_or_default();
    let mut hits = Vec::new();
    for issuer in issuers.iter().filter(|_| context.is_whole()) {
        // A rule that speaks of `system:` refuses such names; what exactly it says is not read.
        if !expressions(context, *issuer).iter().any(|expression| expression.contains("system:")) {
            hits.extend(["username", "groups"].iter().filter_map(|of| hit(context, *issuer, of)));
        }
    }
    hits
}

fn expressions<'a>(context: &ObjectContext<'a>, issuer: NodeId) -> Vec<&'a str> {
    let lists = ["claimValidationRules", "userValidationRules"].iter().filter_map(|key| context.at(issuer, &[key]));
    lists.flat_map(|list| context.items(list)).filter_map(|item| context.text_at(*item, &["expression"])).collect()
}

fn hit(context: &ObjectContext<'_>, issuer: NodeId, of: &str) -> Option<Hit> {
    let path = ["claimMappings", of];
    let mapping = context.at(issuer, &path)?;
    let example = if of == "groups" { "system:masters" } else { "system:kube-controller-manager" };
    if let Some(expression) = context.text_at(mapping, &["expression"]).filter(|text| is_bare_claim(text)) {
        let wanted = if of == "groups" {
            format!("{expression}.map(group, 'oidc:' + group)")
        } else {
            format!("'oidc:' + {expression}")
        };
        let message = format!(
            "`expression` is `{expression}`, so the issuer may name `{example}`. Write `{wanted}`, or refuse such \
             names in `userValidationRules`."
        );
        let at = context.place_of(mapping, &["expression"]);
        let name = format!("jwt[].claimMappings.{of}.expression");
        return Some(context.hit(Category::Insecure, at, &name, message));
    }
    let node = context.at(mapping, &["prefix"])?;
    let prefix = context.scalar(node)?;
    let is_system = prefix == "system:" || prefix == "system";
    if !(prefix.is_empty() || is_system) {
        return None;
    }
    let found = if prefix.is_empty() { "is empty".to_owned() } else { format!("is `{prefix}`") };
    let message = format!("`prefix` {found}, so the issuer may name `{example}`. Write `oidc:`.");
    let at = context.place_of(mapping, &["prefix"]);
    let severity = if is_system { Severity::High } else { Severity::Medium };
    let hit = context.hit(Category::Insecure, at, &format!("jwt[].claimMappings.{of}.prefix"), message);
    let title = with_risk(format!("Set the prefix of `{of}` to `oidc:`"), RISK);
    let change = context.set(node, "oidc:");
    Some(hit.severity(severity).plans(change.map(|change| Plan::new(title, Safety::Unsafe, change))))
}

/// Whether an expression gives a claim as it is.
fn is_bare_claim(expression: &str) -> bool {
    let claim = expression.trim().strip_prefix("claims.");
    claim.is_some_and(|name| name.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '_' | '.')))
}
