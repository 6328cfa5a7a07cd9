//! The CA for client certificates.

use crate::knowledge::{Component, kube_apiserver as settings};
use crate::report::Severity;
use crate::rule::{Check, Docs, Expect, Ref, Repair, Rule, When};

/// The rule.
pub static RULE: Rule = Rule {
    id: "apiserver-client-ca-file",
    title: "The API server accepts no client certificates",
    severity: Severity::High,
    components: &[Component::KubeApiserver],
    check: Check::Setting { setting: settings::CLIENT_CA_FILE, expect: Expect::Present, when: When::Always },
    good: &[],
    repair: Repair::Ask { placeholder: "/etc/kubernetes/pki/REPLACE-ME.crt" },
    docs: Docs {
        what: "Without a CA bundle the API server authenticates nobody by client certificate. Name the CA that signs \
               the certificates of kubelets, controllers and administrators.",
        why: "Kubelets and the control plane then need other credentials, usually long-lived tokens, which are easier \
              to steal. A cluster set up by kubeadm does not work at all.",
        verify: "Run `kubectl --kubeconfig /etc/kubernetes/kubelet.conf get node NODE` on that node: it must print the \
                 node.",
        side_effects: "Every certificate that the CA has ever signed for clients becomes a valid identity. Use a CA \
                       that signs nothing else.",
    },
    references: &[Ref::Cis("1.2.25"), Ref::Stig("V-242419")],
};
