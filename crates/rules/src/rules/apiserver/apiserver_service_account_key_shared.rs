//! One key for service account tokens and for something else.

use super::apiserver_file_not_mounted::paths;
use crate::context::Context;
use crate::finding::Hit;
use crate::knowledge::{Component, SettingId, kube_apiserver as settings};
use crate::report::{Category, Severity};
use crate::rule::{Check, Docs, Repair, Rule};

/// The rule.
pub static RULE: Rule = Rule {
    id: "apiserver-service-account-key-shared",
    title: "Service account tokens share their key with a certificate",
    severity: Severity::Medium,
    components: &[Component::KubeApiserver],
    check: Check::Code(check),
    good: &[],
    repair: Repair::None,
    docs: Docs {
        what: "The key that vouches for service account tokens also belongs to a certificate.",
        why: "Whoever gets that key serves as the API server and makes tokens of any service account as well. Renewing \
              the certificate with a new key ends every token at once.",
        verify: "Compare `openssl pkey -in KEY -pubout` of both files: the output must differ.",
        side_effects: "Tokens of the old key are refused, unless `--service-account-key-file` names it a second time \
                       while they live.",
    },
    references: &[],
};

const TOKENS: [SettingId; 2] = [settings::SERVICE_ACCOUNT_SIGNING_KEY_FILE, settings::SERVICE_ACCOUNT_KEY_FILE];

/// Keys, and certificates whose public key would serve for the check of tokens.
const OTHERS: [SettingId; 9] = [
    settings::TLS_PRIVATE_KEY_FILE,
    settings::TLS_CERT_FILE,
    settings::ETCD_KEYFILE,
    settings::ETCD_CERTFILE,
    settings::KUBELET_CLIENT_KEY,
    settings::KUBELET_CLIENT_CERTIFICATE,
    settings::PROXY_CLIENT_KEY_FILE,
    settings::PROXY_CLIENT_CERT_FILE,
    settings::CLIENT_CA_FILE,
];

fn check(context: &Context<'_>) -> Vec<Hit> {
    TOKENS.into_iter().find_map(|tokens| judge(context, tokens)).into_iter().collect()
}

fn judge(context: &Context<'_>, tokens: SettingId) -> Option<Hit> {
    if context.is_present(tokens) != Some(true) {
        return None;
    }
    let files = paths(&context.value(tokens)?);
    let shared = |other: &SettingId| {
        context.is_present(*other) == Some(true)
            && context.value(*other).is_some_and(|value| paths(&value).iter().any(|path| files.contains(path)))
    };
    let other = OTHERS.into_iter().find(shared)?;
    let message = format!(
        "`--{}` and `--{}` name the same file. {} Make a key pair for tokens alone.",
        tokens.row().flag,
        other.row().flag,
        RULE.docs.what
    );
    let hit = Hit::new(Category::Conflict, context.place(tokens), message).about(tokens);
    Some(hit.confidence(context.confidence(tokens)).related(context.place(other), "the same file"))
}
