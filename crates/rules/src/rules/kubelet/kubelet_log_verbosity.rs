//! Logs that hold what is asked and answered.

use crate::context::Context;
use crate::finding::Hit;
use crate::knowledge::Component;
use crate::knowledge::kubelet::LOGGING_VERBOSITY;
use crate::report::{Safety, Severity};
use crate::rule::{Check, Docs, Repair, Rule};
use crate::rules::apiserver::apiserver_log_verbosity::too_much;

/// The rule.
pub static RULE: Rule = Rule {
    id: "kubelet-log-verbosity",
    title: "The kubelet logs the contents of requests",
    severity: Severity::Medium,
    components: &[Component::Kubelet],
    check: Check::Code(check),
    good: &[(crate::knowledge::kubelet::LOGGING_VERBOSITY, "2")],
    repair: Repair::Write { value: "2", safety: Safety::Safe, risk: "" },
    docs: Docs {
        what: "From verbosity 8 on, the kubelet logs the bodies of its requests to the API server and of the answers, the \
               Secrets of its pods among them.",
        why: "Secrets end up in the journal of the node, and from there in every system that collects logs, for readers \
              who have no right to them. The disk fills as well.",
        verify: "Run `kubectl get --raw /api/v1/nodes/NODE/proxy/configz`: `verbosity` must be below 8.",
        side_effects: "Logs are shorter.",
    },
    references: &[],
};

fn check(context: &Context<'_>) -> Vec<Hit> {
    too_much(context, LOGGING_VERBOSITY, RULE.docs.what).into_iter().collect()
}
