//! Encryption of secrets in etcd.

use crate::knowledge::{Component, kube_apiserver as settings};
use crate::report::Severity;
use crate::rule::{Check, Docs, Expect, Ref, Repair, Rule, When};

/// The rule.
pub static RULE: Rule = Rule {
    id: "apiserver-encryption-provider-config",
    title: "Secrets are stored in etcd unencrypted",
    severity: Severity::High,
    components: &[Component::KubeApiserver],
    check: Check::Setting {
        setting: settings::ENCRYPTION_PROVIDER_CONFIG,
        expect: Expect::Present,
        when: When::Always,
    },
    good: &[],
    repair: Repair::Ask { placeholder: "/etc/kubernetes/REPLACE-ME.yaml" },
    docs: Docs {
        what: "Without an encryption configuration the API server writes Secrets to etcd as they are. Name an \
               EncryptionConfiguration whose first provider encrypts.",
        why: "Whoever gets a backup of etcd, a disk of a control-plane node or a client certificate of etcd reads \
              every password and token in the cluster.",
        verify: "Run `etcdctl get /registry/secrets/NAMESPACE/NAME` for a Secret written afterwards: its value must \
                 begin with `k8s:enc:`.",
        side_effects: "The file must be mounted into the API server's pod. Old Secrets stay as they are until they \
                       are written again. A lost key makes its Secrets unreadable.",
    },
    references: &[Ref::Cis("1.2.27"), Ref::Stig("V-274882")],
};
