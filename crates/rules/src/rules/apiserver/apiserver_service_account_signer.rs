//! Who signs service account tokens, and for whom.

use crate::context::Context;
use crate::finding::Hit;
use crate::knowledge::{Component, SettingId, kube_apiserver as settings};
use crate::refusal::refusal;
use crate::report::Severity;
use crate::rule::{Check, Docs, Repair, Rule};

/// The rule.
pub static RULE: Rule = Rule {
    id: "apiserver-service-account-signer",
    title: "The signer or issuer of service account tokens is refused, so the API server exits",
    severity: Severity::High,
    components: &[Component::KubeApiserver],
    check: Check::Code(check),
    good: &[],
    repair: Repair::None,
    docs: Docs {
        what: "An external signer excludes key files, and each issuer is named once and is not empty.",
        why: "The control plane is down until it is mended: the kubelet restarts the API server's container \
              again and again.",
        verify: "Run `kubectl get --raw /readyz`: it must print `ok`.",
        side_effects: "Tokens that were signed with a key that is no longer named are refused.",
    },
    references: &[],
};

const ENDPOINT: SettingId = settings::SERVICE_ACCOUNT_SIGNING_ENDPOINT;
const ISSUER: SettingId = settings::SERVICE_ACCOUNT_ISSUER;
const KEYS: [SettingId; 2] = [settings::SERVICE_ACCOUNT_SIGNING_KEY_FILE, settings::SERVICE_ACCOUNT_KEY_FILE];

fn check(context: &Context<'_>) -> Vec<Hit> {
    [two_signers(context), issuers(context)].into_iter().flatten().collect()
}

fn two_signers(context: &Context<'_>) -> Option<Hit> {
    let key = KEYS.into_iter().find(|key| context.is_written(*key) && context.is_present(*key) == Some(true))?;
    if context.is_present(ENDPOINT) != Some(true) {
        return None;
    }
    let message = format!(
        "`--{}` and `--{}` are given. The external signer excludes key files, so the API server exits. Keep one.",
        ENDPOINT.row().flag,
        key.row().flag
    );
    Some(refusal(context, &[ENDPOINT, key], message))
}

fn issuers(context: &Context<'_>) -> Option<Hit> {
    let value = context.value(ISSUER)?;
    let all = value.items();
    let flag = ISSUER.row().flag;
    let message = if all.iter().any(String::is_empty) {
        format!("`--{flag}` is empty, so the API server exits. Name an issuer.")
    } else {
        let mut rest = all.iter().enumerate();
        let (_, twin) = rest.find(|(at, issuer)| all.iter().take(*at).any(|earlier| earlier == *issuer))?;
        format!("`--{flag}` names `{twin}` twice, so the API server exits. Keep one.")
    };
    Some(refusal(context, &[ISSUER], message))
}
