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
        what: "The API server then accepts a service account token from a Secret without checking that the Secret and \
               the account still exist.",
        why: "A stolen token cannot be revoked: tokens from Secrets never expire, and deleting the Secret or the \
              account changes nothing.",
        verify: "Run `curl -sk -H \"Authorization: Bearer TOKEN\" https://HOST:6443/api | grep code` with the token of \
                 a deleted Secret: it must print `\"code\": 401`.",
        side_effects: "Clients that still use a token of a deleted account are refused. The default is `true`.",
    },
    references: &[Ref::Cis("1.2.21")],
};
