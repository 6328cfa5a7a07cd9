//! A file of authorizers beside the flags that it replaces.

use crate::context::Context;
use crate::finding::Hit;
use crate::knowledge::{Component, SettingId, kube_apiserver as settings};
use crate::refusal::refusal;
use crate::report::Severity;
use crate::rule::{Check, Docs, Repair, Rule};

/// The rule.
pub static RULE: Rule = Rule {
    id: "apiserver-authorization-conflict",
    title: "Authorizers are named by a file and by flags, so the API server exits",
    severity: Severity::High,
    components: &[Component::KubeApiserver],
    check: Check::Code(check),
    good: &[],
    repair: Repair::None,
    docs: Docs {
        what: "`--authorization-config` excludes `--authorization-mode` and the `--authorization-webhook-*` \
              flags.",
        why: "The control plane is down until it is mended: the kubelet restarts the API server's container \
              again and again.",
        verify: "Run `kubectl get --raw /readyz`: it must print `ok`.",
        side_effects: "Only the authorizers of the file are asked from then on. Carry what the flags name over to the \
              file first.",
    },
    references: &[],
};

/// Source: `pkg/kubeapiserver/options/authorization.go`, from 1.29 on. The policy file of mode ABAC is not among them.
const REPLACED: [SettingId; 5] = [
    settings::AUTHORIZATION_MODE,
    settings::AUTHORIZATION_WEBHOOK_CONFIG_FILE,
    settings::AUTHORIZATION_WEBHOOK_VERSION,
    settings::AUTHORIZATION_WEBHOOK_CACHE_AUTHORIZED_TTL,
    settings::AUTHORIZATION_WEBHOOK_CACHE_UNAUTHORIZED_TTL,
];

fn check(context: &Context<'_>) -> Vec<Hit> {
    let file = settings::AUTHORIZATION_CONFIG;
    let flags: Vec<SettingId> = REPLACED.into_iter().filter(|setting| context.is_written(*setting)).collect();
    if flags.is_empty() || context.is_present(file) != Some(true) {
        return Vec::new();
    }
    let names: Vec<String> = flags.iter().map(|setting| format!("`--{}`", setting.row().flag)).collect();
    let message = format!(
        "`--authorization-config` is given as well as {}. The file excludes the flags, so the API server exits. Keep the \
         file or the flags.",
        names.join(" and ")
    );
    let all: Vec<SettingId> = std::iter::once(file).chain(flags).collect();
    vec![refusal(context, &all, message)]
}
