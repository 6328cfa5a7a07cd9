//! Flags without which the API server does not start.

use crate::context::Context;
use crate::finding::Hit;
use crate::knowledge::{Component, SettingId, kube_apiserver as settings};
use crate::report::{Category, Confidence, Severity};
use crate::rule::{Check, Docs, Repair, Rule};
use crate::target::LapseKind;

/// The rule.
pub static RULE: Rule = Rule {
    id: "apiserver-required-flags",
    title: "A flag is missing without which the API server does not start",
    severity: Severity::High,
    components: &[Component::KubeApiserver],
    check: Check::Code(check),
    good: &[
        (crate::knowledge::kube_apiserver::ETCD_SERVERS, "https://127.0.0.1:2379"),
        (crate::knowledge::kube_apiserver::SERVICE_ACCOUNT_ISSUER, "https://kubernetes.default.svc.cluster.local"),
        (crate::knowledge::kube_apiserver::SERVICE_ACCOUNT_SIGNING_KEY_FILE, "/etc/kubernetes/pki/sa.key"),
    ],
    repair: Repair::None,
    docs: Docs {
        what: "The API server exits without the address of etcd, an issuer for service account tokens and a key \
              to sign them.",
        why: "The control plane is down until it is mended: the kubelet restarts the API server's container \
              again and again.",
        verify: "Run `kubectl get --raw /readyz`: it must print `ok`.",
        side_effects: "None: without these flags nothing runs.",
    },
    references: &[],
};

/// Source: `etcd.go` of the apiserver library and `pkg/controlplane/apiserver/options/validation.go`.
const REQUIRED: [SettingId; 3] =
    [settings::ETCD_SERVERS, settings::SERVICE_ACCOUNT_ISSUER, settings::SERVICE_ACCOUNT_SIGNING_KEY_FILE];

fn check(context: &Context<'_>) -> Vec<Hit> {
    // Flags that are written and lost are for another rule to say.
    let lost = |kind: &LapseKind| {
        matches!(
            kind,
            LapseKind::LostContinuation { .. }
                | LapseKind::BlankAfterBackslash
                | LapseKind::OpenQuote
                | LapseKind::Wrapper
        )
    };
    if context.target.lapses.iter().any(|lapse| lost(&lapse.kind)) {
        return Vec::new();
    }
    // An external signer brings its own key.
    let signs_here = context.is_present(settings::SERVICE_ACCOUNT_SIGNING_ENDPOINT) == Some(false);
    let needed =
        REQUIRED.into_iter().filter(|setting| signs_here || *setting != settings::SERVICE_ACCOUNT_SIGNING_KEY_FILE);
    let missing: Vec<SettingId> = needed.filter(|setting| context.is_present(*setting) == Some(false)).collect();
    let Some(first) = missing.first().copied() else { return Vec::new() };
    let names: Vec<String> = missing.iter().map(|setting| format!("`--{}`", setting.row().flag)).collect();
    let (verb, them) = if let [_] = missing.as_slice() { ("is", "it") } else { ("are", "them") };
    let message = format!("{} {verb} not set, so the API server exits. Set {them}.", names.join(" and "));
    let certain = missing.iter().all(|setting| context.confidence(*setting) == Confidence::Certain);
    let confidence = if certain { Confidence::Certain } else { Confidence::Likely };
    let hit = Hit::new(Category::Missing, context.place(first), message).about(first);
    vec![hit.confidence(confidence)]
}
