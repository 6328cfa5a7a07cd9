//! Rights from a policy file.

use super::apiserver_authz_not_always_allow::{modes, without};
use crate::context::Context;
use crate::finding::{Change, Hit};
use crate::knowledge::{Component, SettingId, kube_apiserver as settings};
use crate::report::{Category, Safety, Severity};
use crate::rule::{Check, Docs, Repair, Rule};

/// The rule.
pub static RULE: Rule = Rule {
    id: "apiserver-authorization-abac",
    title: "Rights come from an ABAC file on the control-plane node",
    severity: Severity::Medium,
    components: &[Component::KubeApiserver],
    check: Check::Code(check),
    good: &[],
    repair: Repair::Remove { safety: Safety::Unsafe, risk: "lock out users whose rights are only in the policy file" },
    docs: Docs {
        what: "Mode `ABAC` reads rights from a file, once, when the API server starts.",
        why: "`kubectl` does not show these rights, no review of roles finds them, and one broad line grants what \
              every role withholds. Revoking a right takes a restart.",
        verify: "Run `kubectl -n kube-system get pod -l component=kube-apiserver -o yaml | grep authorization-mode`: \
                 it must print a list without `ABAC`.",
        side_effects: "Users and service accounts whose rights are only in the file are refused. Write roles for them \
                       first.",
    },
    references: &[],
};

const MODE: SettingId = settings::AUTHORIZATION_MODE;

fn check(context: &Context<'_>) -> Vec<Hit> {
    let Some(modes) = modes(context).filter(|modes| modes.iter().any(|mode| mode == "ABAC")) else { return Vec::new() };
    let message = format!("{}. {} Remove `ABAC`.", context.found(MODE), RULE.docs.what);
    let at = context.place_of_part(MODE, "ABAC");
    let hit = Hit::new(Category::Insecure, at, message).about(MODE).confidence(context.confidence(MODE));
    let Repair::Remove { risk, .. } = RULE.repair else { return vec![hit] };
    let mut plan = without(&modes, "ABAC", risk);
    // The server exits when a policy file is named and no mode reads it.
    if context.is_written(settings::AUTHORIZATION_POLICY_FILE) {
        plan.changes.push(Change::Unset(settings::AUTHORIZATION_POLICY_FILE));
    }
    vec![hit.plan(plan)]
}
