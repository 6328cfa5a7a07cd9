//! Logs of the node's services over the API.

use crate::knowledge::Component;
use crate::knowledge::kubelet::ENABLE_SYSTEM_LOG_QUERY;
use crate::report::{Safety, Severity};
use crate::rule::{Check, Docs, Expect, Repair, Rule, When};

/// The rule.
pub static RULE: Rule = Rule {
    id: "kubelet-system-log-query",
    title: "The logs of the node's services can be queried over the API",
    severity: Severity::Low,
    components: &[Component::Kubelet],
    check: Check::Setting { setting: ENABLE_SYSTEM_LOG_QUERY, expect: Expect::Is("false"), when: When::Always },
    good: &[],
    repair: Repair::Write { value: "false", safety: Safety::Safe, risk: "" },
    docs: Docs {
        what: "Clients that may read `nodes/proxy` or `nodes/log` get the journal of any service of the node, such as \
               sshd.",
        why: "Service logs hold user names, addresses and sometimes credentials, and the query runs a program on the \
              node with text from the request. On Windows nodes that was a way to run commands (CVE-2024-9042).",
        verify: "Run `kubectl get --raw '/api/v1/nodes/NODE/proxy/logs/?query=kubelet'`: it must not print a journal.",
        side_effects: "Queries for service logs through the API no longer work; `journalctl` on the node does.",
    },
    references: &[],
};
