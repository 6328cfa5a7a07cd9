//! Renewal of the certificate with which the kubelet speaks to the API server.

use crate::knowledge::Component;
use crate::knowledge::kubelet::ROTATE_CERTIFICATES;
use crate::report::{Safety, Severity};
use crate::rule::{Check, Docs, Expect, Ref, Repair, Rule, When};

/// The rule.
pub static RULE: Rule = Rule {
    id: "kubelet-rotate-certificates",
    title: "The kubelet does not renew its client certificate",
    severity: Severity::Medium,
    components: &[Component::Kubelet],
    check: Check::Setting { setting: ROTATE_CERTIFICATES, expect: Expect::Is("true"), when: When::Always },
    good: &[],
    repair: Repair::Write { value: "true", safety: Safety::Safe, risk: "" },
    docs: Docs {
        what: "The kubelet keeps the client certificate that it started with. Once that expires the node is lost to \
               the cluster, unless something else renews it.",
        why: "To avoid the outage, such certificates are made to last for years. A copy taken from a node then works \
              as long, since Kubernetes cannot revoke a certificate.",
        verify: "Run `kubectl get --raw /api/v1/nodes/NODE/proxy/configz`: it must show `\"rotateCertificates\":true`.",
        side_effects: "The kubelet asks for a new certificate before the old one expires. Where kubeadm set up the \
                       cluster, the controller manager approves and signs it.",
    },
    references: &[Ref::Cis("4.2.10")],
};
