//! The certificate that the API server shows to etcd.

use super::apiserver_etcd_plain_http::may_use_tls;
use super::apiserver_kubelet_client_cert::missing_of_pair;
use crate::context::Context;
use crate::finding::Hit;
use crate::knowledge::{Component, SettingId, kube_apiserver as settings};
use crate::report::Severity;
use crate::rule::{Check, Docs, Ref, Repair, Rule};

/// The rule.
pub static RULE: Rule = Rule {
    id: "apiserver-etcd-client-cert",
    title: "The API server has no client certificate for etcd",
    severity: Severity::High,
    components: &[Component::KubeApiserver],
    check: Check::Code(check),
    good: &[
        (crate::knowledge::kube_apiserver::ETCD_CERTFILE, "/etc/kubernetes/pki/apiserver-etcd-client.crt"),
        (crate::knowledge::kube_apiserver::ETCD_KEYFILE, "/etc/kubernetes/pki/apiserver-etcd-client.key"),
    ],
    repair: Repair::Ask { placeholder: "/etc/kubernetes/pki/REPLACE-ME.crt" },
    docs: Docs {
        what: "Without a certificate and its key the API server does not prove to etcd who it is.",
        why: "An etcd that answers without one answers everyone: whoever reaches its port reads every Secret and \
              writes any object, past authentication, authorisation and admission.",
        verify: "Run `curl -k https://HOST:2379/version` on a control-plane node: it must fail with a certificate \
                 error.",
        side_effects: "etcd must trust the CA of the certificate; with `--client-cert-auth` it refuses every client \
                       without one.",
    },
    references: &[Ref::Cis("1.2.23"), Ref::Stig("V-242430"), Ref::Stig("V-242431")],
};

const PAIR: [(SettingId, &str); 2] = [
    (settings::ETCD_CERTFILE, "/etc/kubernetes/pki/REPLACE-ME.crt"),
    (settings::ETCD_KEYFILE, "/etc/kubernetes/pki/REPLACE-ME.key"),
];

fn check(context: &Context<'_>) -> Vec<Hit> {
    if !may_use_tls(context) {
        return Vec::new();
    }
    missing_of_pair(context, PAIR, RULE.docs.what, "The API server does not start.").into_iter().collect()
}
