//! The serving certificate of the API server.

use super::apiserver_kubelet_client_cert::missing_of_pair;
use crate::context::Context;
use crate::finding::Hit;
use crate::knowledge::{Component, SettingId, kube_apiserver as settings};
use crate::report::Severity;
use crate::rule::{Check, Docs, Ref, Repair, Rule};

/// The rule.
pub static RULE: Rule = Rule {
    id: "apiserver-tls-serving-cert",
    title: "The API server has no certificate that clients can check",
    severity: Severity::High,
    components: &[Component::KubeApiserver],
    check: Check::Code(check),
    good: &[
        (crate::knowledge::kube_apiserver::TLS_CERT_FILE, "/etc/kubernetes/pki/apiserver.crt"),
        (crate::knowledge::kube_apiserver::TLS_PRIVATE_KEY_FILE, "/etc/kubernetes/pki/apiserver.key"),
    ],
    repair: Repair::Ask { placeholder: "/etc/kubernetes/pki/REPLACE-ME.crt" },
    docs: Docs {
        what: "Without a certificate and its key the API server signs one for itself, unless a pair is in \
               `--cert-dir`.",
        why: "No CA vouches for that certificate. Clients that skip the check to get through can be led to an \
              impostor, who receives their tokens.",
        verify: "Run `openssl s_client -connect HOST:6443 </dev/null 2>/dev/null | openssl x509 -noout -issuer`: it \
                 must name the cluster's CA.",
        side_effects: "Clients must trust the CA that signed the certificate. Those that pinned the self-signed one \
                       are refused.",
    },
    references: &[Ref::Cis("1.2.24"), Ref::Stig("V-242422")],
};

const PAIR: [(SettingId, &str); 2] = [
    (settings::TLS_CERT_FILE, "/etc/kubernetes/pki/REPLACE-ME.crt"),
    (settings::TLS_PRIVATE_KEY_FILE, "/etc/kubernetes/pki/REPLACE-ME.key"),
];

fn check(context: &Context<'_>) -> Vec<Hit> {
    // Pairs chosen by host name may serve every client; whether they do cannot be told from here.
    if context.is_present(settings::TLS_SNI_CERT_KEY) != Some(false) {
        return Vec::new();
    }
    missing_of_pair(context, PAIR, RULE.docs.what, "The API server does not start.").into_iter().collect()
}
