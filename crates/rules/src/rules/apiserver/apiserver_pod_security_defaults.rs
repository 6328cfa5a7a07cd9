//! The pod security level of namespaces that name none.

use crate::knowledge::{Component, kube_apiserver as settings};
use crate::report::Severity;
use crate::rule::{Check, Docs, Expect, Ref, Repair, Rule, When};

/// The rule.
pub static RULE: Rule = Rule {
    id: "apiserver-pod-security-defaults",
    title: "Namespaces without a pod security label admit privileged pods",
    severity: Severity::Low,
    components: &[Component::KubeApiserver],
    check: Check::Setting {
        setting: settings::ADMISSION_CONTROL_CONFIG_FILE,
        expect: Expect::Present,
        when: When::Always,
    },
    good: &[],
    repair: Repair::Ask { placeholder: "/etc/kubernetes/REPLACE-ME.yaml" },
    docs: Docs {
        what: "Without the file `PodSecurity` has no defaults of its own, so a namespace without a label admits every \
               pod. Name an AdmissionConfiguration that sets at least `baseline`.",
        why: "Whoever may create a pod in one forgotten namespace starts a privileged one and owns the node it lands on.",
        verify: "Run `kubectl create ns probe && kubectl -n probe run p --image=pause --privileged --dry-run=server`: it \
                 must be refused as a violation of PodSecurity.",
        side_effects: "Pods that need more than the default level are refused in namespaces without a label. Label \
                       `kube-system` and the namespaces of node agents `privileged` first.",
    },
    references: &[Ref::Stig("V-254800")],
};
