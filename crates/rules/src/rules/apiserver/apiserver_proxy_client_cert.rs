//! The certificate with which the API server calls aggregated API servers.

use super::apiserver_kubelet_client_cert::missing_of_pair;
use crate::context::Context;
use crate::finding::Hit;
use crate::knowledge::{Component, SettingId, kube_apiserver as settings};
use crate::report::Severity;
use crate::rule::{Check, Docs, Repair, Rule};

/// The rule.
pub static RULE: Rule = Rule {
    id: "apiserver-proxy-client-cert",
    title: "The certificate for aggregated API servers lacks its other half",
    severity: Severity::Medium,
    components: &[Component::KubeApiserver],
    check: Check::Code(check),
    good: &[
        (crate::knowledge::kube_apiserver::PROXY_CLIENT_CERT_FILE, "/etc/kubernetes/pki/front-proxy-client.crt"),
        (crate::knowledge::kube_apiserver::PROXY_CLIENT_KEY_FILE, "/etc/kubernetes/pki/front-proxy-client.key"),
    ],
    repair: Repair::Ask { placeholder: "/etc/kubernetes/pki/REPLACE-ME.crt" },
    docs: Docs {
        what: "The API server uses the pair only when both halves are named.",
        why: "Aggregated API servers cannot tell who asks and refuse the request, so metrics fail; one that trusts the \
              network instead lets everyone in.",
        verify: "Run `kubectl get apiservices`: every line must say `True` under AVAILABLE.",
        side_effects: "None for clients; aggregated API servers see the user of each request.",
    },
    references: &[],
};

const PAIR: [(SettingId, &str); 2] = [
    (settings::PROXY_CLIENT_CERT_FILE, "/etc/kubernetes/pki/REPLACE-ME.crt"),
    (settings::PROXY_CLIENT_KEY_FILE, "/etc/kubernetes/pki/REPLACE-ME.key"),
];

fn check(context: &Context<'_>) -> Vec<Hit> {
    if !PAIR.iter().any(|(half, _)| context.is_present(*half) == Some(true)) {
        return Vec::new();
    }
    let half = "The API server ignores it and calls aggregated API servers without a certificate.";
    missing_of_pair(context, PAIR, RULE.docs.what, half).into_iter().collect()
}
