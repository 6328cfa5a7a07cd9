//! The API on a port of every node.

use crate::knowledge::{Component, kube_apiserver as settings};
use crate::report::{Safety, Severity};
use crate::rule::{Check, Docs, Expect, Repair, Rule, When};

/// The rule.
pub static RULE: Rule = Rule {
    id: "apiserver-kubernetes-service-node-port",
    title: "Every node forwards a port to the API",
    severity: Severity::Low,
    components: &[Component::KubeApiserver],
    check: Check::Setting {
        setting: settings::KUBERNETES_SERVICE_NODE_PORT,
        expect: Expect::Is("0"),
        when: When::Always,
    },
    good: &[],
    repair: Repair::Write {
        value: "0",
        safety: Safety::Unsafe,
        risk: "cut off clients that reach the API through a node",
    },
    docs: Docs {
        what: "The Service `kubernetes` becomes one of type NodePort, so every worker forwards that port to the API server.",
        why: "A firewall in front of the control plane is passed by: whoever reaches any worker reaches the API, with the \
              worker's address as the source.",
        verify: "Run `kubectl get svc kubernetes -o jsonpath='{.spec.type}'`: it must print `ClusterIP`.",
        side_effects: "Clients that use that port must use the address of the control plane.",
    },
    references: &[],
};
