//! How long a watch is kept open.

use crate::knowledge::{Component, kube_apiserver as settings};
use crate::report::{Safety, Severity};
use crate::rule::{Check, Docs, Expect, Repair, Rule, When};

/// The rule.
///
/// Source: the list and watch handlers of `k8s.io/apiserver`, which since 1.30 say in a comment that a watch of no
/// time of its own ends at once with `0`.
pub static RULE: Rule = Rule {
    id: "apiserver-min-request-timeout",
    title: "Watches are given no time of their own",
    severity: Severity::Low,
    components: &[Component::KubeApiserver],
    check: Check::Setting { setting: settings::MIN_REQUEST_TIMEOUT, expect: Expect::Positive, when: When::Always },
    good: &[],
    repair: Repair::Write { value: "1800", safety: Safety::Safe, risk: "" },
    docs: Docs {
        what: "A watch that names no time ends at once, or not at all, depending on the release. Keep the default of `1800` \
               seconds.",
        why: "Clients that watch in this way list everything again and again, which wears the API server down, or keep \
              their watch long after their credentials were revoked.",
        verify: "Run `kubectl get --raw '/api/v1/namespaces?watch=1' >/dev/null`: it must still run after a minute.",
        side_effects: "None: clients open a watch anew when it ends.",
    },
    references: &[],
};
