//! A file of static tokens.

use crate::knowledge::{Component, kube_apiserver as settings};
use crate::report::{Safety, Severity};
use crate::rule::{Check, Docs, Expect, Ref, Repair, Rule, When};

/// The rule.
pub static RULE: Rule = Rule {
    id: "apiserver-token-auth-file",
    title: "Static tokens from a file are accepted",
    severity: Severity::High,
    components: &[Component::KubeApiserver],
    check: Check::Setting { setting: settings::TOKEN_AUTH_FILE, expect: Expect::Absent, when: When::Always },
    good: &[],
    repair: Repair::Remove { safety: Safety::Unsafe, risk: "lock out clients that use a token from the file" },
    docs: Docs {
        what: "Whoever holds a token from this file is let in as its user until the file changes and the API server \
               restarts.",
        why: "The tokens stand in plain text on the control-plane node, never expire and cannot be revoked one by \
              one.",
        verify: "Run `ps -o args= -C kube-apiserver | tr \" \" \"\\n\" | grep -e --token-auth-file` on a \
                 control-plane node: it must print nothing.",
        side_effects: "Clients that use a token from the file need another credential first: a client certificate, a \
                       service account token or OIDC.",
    },
    references: &[Ref::Cis("1.2.2"), Ref::Stig("V-245543")],
};
