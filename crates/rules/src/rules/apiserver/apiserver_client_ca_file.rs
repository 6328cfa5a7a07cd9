//! The CA for client certificates.

use crate::knowledge::{Component, kube_apiserver as settings};
use crate::report::Severity;
use crate::rule::{Check, Docs, Expect, Ref, Repair, Rule, When};

/// The rule.
pub static RULE: Rule = Rule {
    id: "apiserver-client-ca-file",
    title: "Client certificates are not accepted",
    severity: Severity::High,
    components: &[Component::KubeApiserver],
    check: Check::Setting { setting: settings::CLIENT_CA_FILE, expect: Expect::Present, when: When::Always },
    good: &[],
    repair: Repair::Ask { placeholder: "/etc/kubernetes/pki/REPLACE-ME.crt" },
    docs: Docs {
        what: "Without a CA bundle the API server authenticates nobody by client certificate. Name the CA that signs \
               the certificates of kubelets, controllers and administrators.",
        why: "Kubelets and the control plane then need other credentials, usually long-lived tokens that are easier \
              to steal and harder to revoke. A cluster as kubeadm sets it up does not work at all.",
        verify: "Run `kubectl auth whoami` with an administrator's client certificate: it must print the \
                 certificate's user name.",
        side_effects: "Every certificate that the CA has ever signed becomes a valid identity. Use a CA that signs \
                       nothing else.",
    },
    references: &[Ref::Cis("1.2.25"), Ref::Stig("V-242419")],
};
