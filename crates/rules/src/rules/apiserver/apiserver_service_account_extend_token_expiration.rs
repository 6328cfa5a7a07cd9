//! Whether pod tokens live for a year instead of an hour.

use crate::knowledge::{Component, kube_apiserver as settings};
use crate::report::{Safety, Severity};
use crate::rule::{Check, Docs, Expect, Ref, Repair, Rule, When};

/// The rule.
pub static RULE: Rule = Rule {
    id: "apiserver-service-account-extend-token-expiration",
    title: "Tokens given to pods stay valid for a year",
    severity: Severity::Low,
    components: &[Component::KubeApiserver],
    check: Check::Setting {
        setting: settings::SERVICE_ACCOUNT_EXTEND_TOKEN_EXPIRATION,
        expect: Expect::Is("false"),
        when: When::Always,
    },
    good: &[],
    repair: Repair::Write {
        value: "false",
        safety: Safety::Unsafe,
        risk: "sign out workloads that read their token only once",
    },
    docs: Docs {
        what: "Tokens that are mounted into pods are issued for one year rather than one hour.",
        why: "A token that leaks from a pod or its logs stays useful long after the pod has been replaced.",
        verify: "Run `kubectl get --raw /metrics | grep serviceaccount_stale_tokens_total`: the count must not rise \
                 before you switch, and pods must keep working for a day after.",
        side_effects: "Programs with very old client libraries, which read their token only once, are refused after \
                       an hour. Managed clusters rely on the long life during upgrades.",
    },
    references: &[Ref::Cis("1.2.30")],
};
