//! Whether a token of a deleted service account is refused.

use crate::knowledge::{Component, kube_apiserver as settings};
use crate::report::{Safety, Severity};
use crate::rule::{Check, Docs, Expect, Ref, Repair, Rule, When};

/// The rule.
pub static RULE: Rule = Rule {
    id: "apiserver-service-account-lookup",
    title: "Tokens of deleted service accounts keep working",
    severity: Severity::High,
    components: &[Component::KubeApiserver],
    check: Check::Setting { setting: settings::SERVICE_ACCOUNT_LOOKUP, expect: Expect::Is("true"), when: When::Always },
    good: &[],
    repair: Repair::Write { value: "true", safety: Safety::Safe, risk: "" },
    docs: Docs {
        what: "The API server accepts a service account token from a Secret without checking that the Secret and the \
               account still exist.",
        why: "A stolen token cannot be revoked: tokens from Secrets never expire, and deleting the Secret or the \
              account changes nothing.",
        verify: "Delete the Secret of a test token, then use that token with `kubectl --token`: the API server must \
                 answer `Unauthorized`.",
        side_effects: "Clients that still use a token of a deleted account are refused. Kubeadm clusters have the \
                       check on.",
    },
    references: &[Ref::Cis("1.2.21")],
};
