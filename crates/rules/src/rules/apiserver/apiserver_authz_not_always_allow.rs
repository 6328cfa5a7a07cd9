//! Authorisation that allows everything.

use crate::context::Context;
use crate::finding::{Change, Hit, Plan, with_risk};
use crate::knowledge::{Component, SettingId, kube_apiserver as settings};
use crate::report::{Category, Safety, Severity};
use crate::rule::{Check, Docs, Ref, Repair, Rule};

/// The rule.
pub static RULE: Rule = Rule {
    id: "apiserver-authz-not-always-allow",
    title: "The API server allows every authenticated request",
    severity: Severity::Critical,
    components: &[Component::KubeApiserver],
    check: Check::Code(check),
    good: &[(crate::knowledge::kube_apiserver::AUTHORIZATION_MODE, "Node,RBAC")],
    repair: Repair::Write {
        value: "Node,RBAC",
        safety: Safety::Unsafe,
        risk: "lock out users and service accounts without a role",
    },
    docs: Docs {
        what: "With mode `AlwaysAllow` the API server does whatever an authenticated client asks for.",
        why: "Any credential is enough: a token read from a pod, a kubelet's certificate. `kubectl get secrets -A` \
              with it prints every secret, and a privileged pod hands over any node.",
        verify: "Run `kubectl auth can-i '*' '*' --as=nobody`: it must print `no`.",
        side_effects: "Users and service accounts without a role are refused from then on. Create role bindings first; \
                       `kubectl get clusterrolebindings,rolebindings -A -o wide` shows who has any.",
    },
    references: &[Ref::Cis("1.2.6"), Ref::Stig("V-242382")],
};

const MODE: SettingId = settings::AUTHORIZATION_MODE;
const KUBEADM_MODES: &str = "Node,RBAC";
const RISK: &str = "lock out users and service accounts without a role";

fn check(context: &Context<'_>) -> Vec<Hit> {
    match modes(context) {
        Some(modes) if modes.iter().any(|mode| mode == "AlwaysAllow") => {
            let wanted = if alone(&modes, "AlwaysAllow") { "Set it to `Node,RBAC`." } else { "Remove `AlwaysAllow`." };
            let category = if context.is_written(MODE) { Category::Insecure } else { Category::Missing };
            let message = format!("{}. {} {wanted}", context.found(MODE), RULE.docs.what);
            let hit = Hit::new(category, context.place_of_part(MODE, "AlwaysAllow"), message)
                .about(MODE)
                .confidence(context.confidence(MODE));
            vec![hit.plan(without(&modes, "AlwaysAllow", RISK))]
        }
        _ => Vec::new(),
    }
}

/// The modes of `--authorization-mode`; absent when they cannot be known, are refused, or `--authorization-config`
/// names authorizers instead.
pub(super) fn modes(context: &Context<'_>) -> Option<Vec<String>> {
    let by_file = context.is_present(settings::AUTHORIZATION_CONFIG);
    if by_file == Some(true) || (by_file.is_none() && !context.is_written(MODE)) {
        return None;
    }
    match context.value(MODE) {
        Some(value) => Some(value.items().to_vec()),
        None => context.is_known(MODE).then(Vec::new),
    }
}

/// The plan that takes a mode out of the list. The server refuses an empty list, and a policy file without the mode
/// that reads it.
pub(super) fn without(modes: &[String], mode: &str, risk: &str) -> Plan {
    let (title, change) = if alone(modes, mode) {
        (format!("Set `--authorization-mode` to `{KUBEADM_MODES}`"), Change::Write(MODE, KUBEADM_MODES.to_owned()))
    } else {
        (format!("Remove `{mode}` from `--authorization-mode`"), Change::Take(MODE, mode.to_owned()))
    };
    Plan::new(with_risk(title, risk), Safety::Unsafe, change)
}

/// Whether nothing worth keeping remains without this mode.
fn alone(modes: &[String], mode: &str) -> bool {
    modes.iter().all(|other| other == mode || other == "AlwaysAllow")
}

/// The plan that adds a mode to the list. Next to `AlwaysAllow` a mode has no effect, so that goes too.
fn with(modes: &[String], mode: &str) -> Plan {
    if is_open(modes) {
        let title = format!("Set `--authorization-mode` to `{KUBEADM_MODES}`");
        return Plan::new(with_risk(title, RISK), Safety::Unsafe, Change::Write(MODE, KUBEADM_MODES.to_owned()));
    }
    let title = format!("Add `{mode}` to `--authorization-mode`");
    Plan::new(title, Safety::Safe, Change::Add(MODE, mode.to_owned()))
}

fn is_open(modes: &[String]) -> bool {
    modes.is_empty() || modes.iter().any(|mode| mode == "AlwaysAllow")
}

/// The hit for a mode that is wanted and not in the list.
pub(super) fn lacking(context: &Context<'_>, mode: &str, what: &str) -> Vec<Hit> {
    let Some(modes) = modes(context) else { return Vec::new() };
    if modes.iter().any(|found| found == mode) {
        return Vec::new();
    }
    let category = if context.is_written(MODE) { Category::Insecure } else { Category::Missing };
    let wanted = if is_open(&modes) { "Set it to `Node,RBAC`.".to_owned() } else { format!("Add `{mode}`.") };
    let message = format!("{}. {what} {wanted}", context.found(MODE));
    let hit = Hit::new(category, context.place_of_part(MODE, "AlwaysAllow"), message)
        .about(MODE)
        .confidence(context.confidence(MODE));
    vec![hit.plan(with(&modes, mode))]
}
