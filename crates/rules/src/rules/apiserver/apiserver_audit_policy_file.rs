//! The audit policy, without which nothing is recorded.

use crate::knowledge::{Component, kube_apiserver as settings};
use crate::report::Severity;
use crate::rule::{Check, Docs, Expect, Ref, Repair, Rule, When};

/// The rule.
pub static RULE: Rule = Rule {
    id: "apiserver-audit-policy-file",
    title: "No audit policy is given, so no request is recorded",
    severity: Severity::High,
    components: &[Component::KubeApiserver],
    check: Check::Setting { setting: settings::AUDIT_POLICY_FILE, expect: Expect::Present, when: When::Always },
    good: &[],
    repair: Repair::Ask { placeholder: "/etc/kubernetes/REPLACE-ME.yaml" },
    docs: Docs {
        what: "Without a policy the API server records no request, even when a log path is set. Name a policy file.",
        why: "A stolen token leaves no line behind: there is nothing to raise an alarm on, and nothing to read \
              afterwards.",
        verify: "Run `kubectl get --raw /metrics | grep ^apiserver_audit_event_total` twice: the number must grow.",
        side_effects: "The file must be mounted into the API server's pod, or the server does not start. Events cost \
                       memory and disk; begin with level `Metadata`.",
    },
    references: &[Ref::Cis("3.2.1"), Ref::Stig("V-242461")],
};
