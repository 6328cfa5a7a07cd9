//! Objects that stay when their owner goes.

use crate::knowledge::{Component, kube_apiserver as settings};
use crate::report::{Safety, Severity};
use crate::rule::{Check, Docs, Expect, Repair, Rule, When};

/// The rule.
pub static RULE: Rule = Rule {
    id: "apiserver-garbage-collector",
    title: "Objects stay when their owner is deleted",
    severity: Severity::Low,
    components: &[Component::KubeApiserver],
    check: Check::Setting {
        setting: settings::ENABLE_GARBAGE_COLLECTOR,
        expect: Expect::Is("true"),
        when: When::Always,
    },
    good: &[],
    repair: Repair::Write {
        value: "true",
        safety: Safety::Unsafe,
        risk: "delete objects whose owner is gone, once the controller manager collects as well",
    },
    docs: Docs {
        what: "Deleting an object leaves what it owns: pods of a deleted Deployment run on.",
        why: "Workloads that were removed for a fault or by order keep running, with their credentials, and nobody looks \
              after them.",
        verify: "Create a Deployment and delete it: `kubectl get rs,pods` must show none of it after a minute.",
        side_effects: "The controller manager has a flag of the same name, which must say the same.",
    },
    references: &[],
};
