//! The port of the API server.

use crate::knowledge::{Component, kube_apiserver as settings};
use crate::report::{Safety, Severity};
use crate::rule::{Check, Docs, Expect, Ref, Repair, Rule, When};

/// The rule.
pub static RULE: Rule = Rule {
    id: "apiserver-secure-port",
    title: "The secure port is not usable, so the API server does not start",
    severity: Severity::High,
    components: &[Component::KubeApiserver],
    check: Check::Setting { setting: settings::SECURE_PORT, expect: Expect::AtLeast(1), when: When::Always },
    good: &[],
    repair: Repair::Write { value: "6443", safety: Safety::Safe, risk: "" },
    docs: Docs {
        what: "The API server has no other port, so it exits.",
        why: "The control plane is down until the port is mended. The unprotected port of old releases no longer \
              exists.",
        verify: "Run `kubectl get --raw /readyz`: it must print `ok`.",
        side_effects: "The API server starts again, on the port that kubeadm uses.",
    },
    references: &[Ref::Stig("V-242389")],
};
