//! Fair queuing of requests.

use crate::knowledge::{Component, kube_apiserver as settings};
use crate::report::{Safety, Severity};
use crate::rule::{Check, Docs, Expect, Repair, Rule, When};

/// The rule.
pub static RULE: Rule = Rule {
    id: "apiserver-priority-and-fairness",
    title: "Requests are not queued fairly",
    severity: Severity::Low,
    components: &[Component::KubeApiserver],
    check: Check::Setting {
        setting: settings::ENABLE_PRIORITY_AND_FAIRNESS,
        expect: Expect::Is("true"),
        when: When::Always,
    },
    good: &[],
    repair: Repair::Write { value: "true", safety: Safety::Safe, risk: "" },
    docs: Docs {
        what: "All clients then share the same slots for requests in flight; when these are taken, any client is \
               turned away.",
        why: "One busy or hostile client takes all slots. Kubelets and controllers get 429, and nodes may be taken for \
              dead.",
        verify: "Run `kubectl get --raw /debug/api_priority_and_fairness/dump_priority_levels`: it must print a table.",
        side_effects: "Clients with very many requests wait in favour of the others. The default is `true`.",
    },
    references: &[],
};
