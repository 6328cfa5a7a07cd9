//! A file of static tokens.

use crate::knowledge::{Component, kube_apiserver as settings};
use crate::report::{Safety, Severity};
use crate::rule::{Check, Docs, Expect, Ref, Repair, Rule, When};

/// The rule.
pub static RULE: Rule = Rule {
    id: "apiserver-token-auth-file",
    title: "The API server accepts static tokens from a file",
    severity: Severity::High,
    components: &[Component::KubeApiserver],
    check: Check::Setting { setting: settings::TOKEN_AUTH_FILE, expect: Expect::Absent, when: When::Always },
    good: &[],
    repair: Repair::Remove { safety: Safety::Unsafe, risk: "lock out clients that use a token from the file" },
    docs: Docs {
        what: "Whoever holds a token from this file is let in as its user until the file changes and the API server \
               restarts.",
        why: "The tokens lie in plain text on the control-plane node and never expire: a copy from a backup, a script \
              or a shell history works for years.",
        verify: "Run `kubectl -n kube-system get pod -l component=kube-apiserver -o yaml | grep token-auth-file`: it \
                 must print nothing.",
        side_effects: "Clients that use a token from the file need another credential first: a client certificate, a \
                       service account token or OIDC.",
    },
    references: &[Ref::Cis("1.2.2"), Ref::Stig("V-245543")],
};
