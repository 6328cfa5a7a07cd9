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
        risk: "lock out workloads that read their token only once",
    },
    docs: Docs {
        what: "Tokens that are mounted into pods are issued for one year and not for one hour.",
        why: "A token that leaks from a pod, a log or a backup works until its pod is deleted or the year is over.",
        verify: "Run `kubectl -n kube-system get pod -l component=kube-apiserver -o yaml | grep \
                 service-account-extend-token-expiration`: it must print `false`.",
        side_effects: "Programs that read their token only once are refused after an hour. Before the change, \
                       `serviceaccount_stale_tokens_total` in `/metrics` must have stopped rising: it counts them. \
                       Managed clusters rely on the long life during upgrades.",
    },
    references: &[Ref::Cis("1.2.30")],
};
