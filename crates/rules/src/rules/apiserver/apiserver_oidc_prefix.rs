//! Names from an OpenID provider that may be names of the cluster itself.

use crate::context::Context;
use crate::finding::{Change, Hit, Plan, with_risk};
use crate::knowledge::{Component, SettingId, kube_apiserver as settings};
use crate::report::{Category, Safety, Severity};
use crate::rule::{Check, Docs, Repair, Rule};
use crate::value::Value;

/// The rule.
pub static RULE: Rule = Rule {
    id: "apiserver-oidc-prefix",
    title: "The OpenID provider may name users and groups of the cluster itself",
    severity: Severity::Medium,
    components: &[Component::KubeApiserver],
    check: Check::Code(check),
    good: &[
        (crate::knowledge::kube_apiserver::OIDC_GROUPS_PREFIX, "oidc:"),
        (crate::knowledge::kube_apiserver::OIDC_USERNAME_PREFIX, "oidc:"),
    ],
    repair: Repair::Write { value: "oidc:", safety: Safety::Unsafe, risk: RISK },
    docs: Docs {
        what: "Names from tokens are taken as they are, without a prefix that tells them from built-in ones.",
        why: "Whoever may name a group `system:masters` or a user `system:kube-controller-manager` in the provider, or \
              fills that claim in their own profile, has the rights of that name in the cluster.",
        verify: "Run `kubectl auth whoami` with a token of the provider: each name must begin with the prefix.",
        side_effects: "Role bindings that name users or groups of the provider must name them with the prefix.",
    },
    references: &[],
};

const RISK: &str = "take the rights of users and groups whose bindings lack the prefix";

fn check(context: &Context<'_>) -> Vec<Hit> {
    if context.is_present(settings::OIDC_ISSUER_URL) != Some(true) {
        return Vec::new();
    }
    [groups(context), users(context)].into_iter().flatten().collect()
}

fn groups(context: &Context<'_>) -> Option<Hit> {
    let prefix = settings::OIDC_GROUPS_PREFIX;
    let named = context.is_present(settings::OIDC_GROUPS_CLAIM) == Some(true);
    if !named || context.is_present(prefix) != Some(false) {
        return None;
    }
    let message = format!(
        "{}, so a token may name any group, `system:masters` among them. Set a prefix such as `oidc:`.",
        context.found(prefix)
    );
    Some(
        hit(context, prefix, message)
            .related(context.place(settings::OIDC_GROUPS_CLAIM), "groups come from this claim"),
    )
}

/// Without the flag, the issuer is the prefix; a dash stands for none. An email address is no name of the cluster, and
/// without the flag it has no prefix either.
fn users(context: &Context<'_>) -> Option<Hit> {
    let prefix = settings::OIDC_USERNAME_PREFIX;
    let claim = context.value(settings::OIDC_USERNAME_CLAIM)?;
    let none = context.value(prefix) == Some(Value::Text("-".to_owned())) && claim != Value::Text("email".to_owned());
    let message = format!(
        "{}, which means no prefix: a token may name any user, such as `system:kube-controller-manager`. Set a prefix \
         such as `oidc:`.",
        context.found(prefix)
    );
    none.then(|| hit(context, prefix, message))
}

fn hit(context: &Context<'_>, prefix: SettingId, message: String) -> Hit {
    let title = with_risk(format!("Set `--{}` to `oidc:`", prefix.row().flag), RISK);
    Hit::new(Category::Insecure, context.place(prefix), message)
        .about(prefix)
        .confidence(context.confidence(prefix))
        .plan(Plan::new(title, Safety::Unsafe, Change::Write(prefix, "oidc:".to_owned())))
}
