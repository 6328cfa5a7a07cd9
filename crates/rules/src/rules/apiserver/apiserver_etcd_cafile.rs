//! The CA that the certificate of etcd is verified with.

use super::apiserver_etcd_plain_http::may_use_tls;
use crate::knowledge::{Component, kube_apiserver as settings};
use crate::report::Severity;
use crate::rule::{Check, Docs, Expect, Ref, Repair, Rule, When};

/// The rule.
pub static RULE: Rule = Rule {
    id: "apiserver-etcd-cafile",
    title: "The certificate of etcd is not verified against its own CA",
    severity: Severity::High,
    components: &[Component::KubeApiserver],
    check: Check::Setting { setting: settings::ETCD_CAFILE, expect: Expect::Present, when: When::If(may_use_tls) },
    good: &[],
    repair: Repair::Ask { placeholder: "/etc/kubernetes/pki/etcd/REPLACE-ME.crt" },
    docs: Docs {
        what: "Without it the API server trusts every CA of its system when it connects to etcd. Name the CA that \
               signs etcd's certificates.",
        why: "Any of those CAs can vouch for an impostor, which then receives every object that the API server stores, \
              Secrets included.",
        verify: "Run `kubectl -n kube-system get pod -l component=kube-apiserver -o yaml | grep etcd-cafile`: it must \
                 print the path.",
        side_effects: "The API server cannot reach an etcd whose certificate was signed by another CA.",
    },
    references: &[Ref::Cis("1.2.26"), Ref::Stig("V-242429")],
};
