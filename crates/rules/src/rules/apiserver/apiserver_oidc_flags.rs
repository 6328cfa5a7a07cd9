//! The flags of an OpenID Connect issuer.

use crate::context::Context;
use crate::finding::Hit;
use crate::knowledge::{Component, SettingId, kube_apiserver as settings};
use crate::refusal::refusal;
use crate::report::Severity;
use crate::rule::{Check, Docs, Repair, Rule};

/// The rule.
pub static RULE: Rule = Rule {
    id: "apiserver-oidc-flags",
    title: "The OpenID Connect flags do not go together, so the API server exits",
    severity: Severity::High,
    components: &[Component::KubeApiserver],
    check: Check::Code(check),
    good: &[],
    repair: Repair::None,
    docs: Docs {
        what: "An issuer needs a client id and the other way round, and `--authentication-config` excludes all \
              `--oidc-*` flags.",
        why: "The control plane is down until it is mended: the kubelet restarts the API server's container \
              again and again.",
        verify: "Run `kubectl get --raw /readyz`: it must print `ok`.",
        side_effects: "Users of that issuer can log in again, and only they: check the claims and prefixes first.",
    },
    references: &[],
};

/// Source: `pkg/kubeapiserver/options/authentication.go`.
const FLAGS: [SettingId; 9] = [
    settings::OIDC_ISSUER_URL,
    settings::OIDC_CLIENT_ID,
    settings::OIDC_CA_FILE,
    settings::OIDC_GROUPS_CLAIM,
    settings::OIDC_GROUPS_PREFIX,
    settings::OIDC_REQUIRED_CLAIM,
    settings::OIDC_SIGNING_ALGS,
    settings::OIDC_USERNAME_CLAIM,
    settings::OIDC_USERNAME_PREFIX,
];

fn check(context: &Context<'_>) -> Vec<Hit> {
    let file = settings::AUTHENTICATION_CONFIG;
    match context.is_present(file) {
        Some(true) => beside_file(context, file).into_iter().collect(),
        Some(false) => half(context).into_iter().collect(),
        None => Vec::new(),
    }
}

fn beside_file(context: &Context<'_>, file: SettingId) -> Option<Hit> {
    let flags: Vec<SettingId> = FLAGS.into_iter().filter(|setting| context.is_written(*setting)).collect();
    if flags.is_empty() {
        return None;
    }
    let names: Vec<String> = flags.iter().map(|setting| format!("`--{}`", setting.row().flag)).collect();
    let message = format!(
        "`--authentication-config` is given as well as {}. The file excludes the flags, so the API server exits. Move the \
         issuer into the file, or drop the file.",
        names.join(" and ")
    );
    let all: Vec<SettingId> = std::iter::once(file).chain(flags).collect();
    Some(refusal(context, &all, message))
}

fn half(context: &Context<'_>) -> Option<Hit> {
    let (issuer, client) = (settings::OIDC_ISSUER_URL, settings::OIDC_CLIENT_ID);
    let (given, lacking) = match (context.is_present(issuer), context.is_present(client)) {
        (Some(true), Some(false)) => (issuer, client),
        (Some(false), Some(true)) => (client, issuer),
        _ => return None,
    };
    let message = format!(
        "`--{}` is set, but `--{}` is not. Each needs the other, so the API server exits. Set both, or neither.",
        given.row().flag,
        lacking.row().flag
    );
    Some(refusal(context, &[given, lacking], message))
}
