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
        what: "All clients share one pool of requests in flight, first come, first served.",
        why: "A single busy or hostile client fills the pool. Kubelets and controllers then wait, and nodes may be \
              taken for dead.",
        verify: "Run `kubectl get --raw /metrics | grep -c apiserver_flowcontrol_`: it must print a number above 0.",
        side_effects: "Clients with very many requests are slowed down in favour of the others. It is on by default.",
    },
    references: &[],
};
