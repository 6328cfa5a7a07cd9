//! Whether the API server verifies the serving certificate of a kubelet.

use crate::knowledge::{Component, kube_apiserver as settings};
use crate::report::Severity;
use crate::rule::{Check, Docs, Expect, Ref, Repair, Rule, When};

/// The rule.
pub static RULE: Rule = Rule {
    id: "apiserver-kubelet-certificate-authority",
    title: "The API server does not verify the certificates of kubelets",
    severity: Severity::High,
    components: &[Component::KubeApiserver],
    check: Check::Setting {
        setting: settings::KUBELET_CERTIFICATE_AUTHORITY,
        expect: Expect::Present,
        when: When::Always,
    },
    good: &[],
    repair: Repair::Ask { placeholder: "/etc/kubernetes/pki/REPLACE-ME.crt" },
    docs: Docs {
        what: "Without a CA bundle the API server accepts any certificate when it connects to a kubelet. Name the CA \
               that signs the kubelets' serving certificates.",
        why: "Whoever can answer for a node's address poses as its kubelet, and reads and alters what `kubectl exec`, \
              `logs` and `port-forward` carry.",
        verify: "Run `kubectl -n kube-system get pod -l component=kube-apiserver -o yaml | grep \
                 kubelet-certificate-authority`: it must print the path, and `kubectl logs` must answer for a pod on \
                 each node.",
        side_effects: "`kubectl logs`, `exec` and `port-forward` fail on every node whose kubelet still serves a \
                       self-signed certificate, which is how kubeadm leaves them. Set `serverTLSBootstrap: true` on \
                       the nodes and approve their certificates first.",
    },
    references: &[Ref::Cis("1.2.5")],
};
