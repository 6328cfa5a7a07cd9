//! The oldest TLS version that is spoken.

use crate::context::Context;
use crate::knowledge::{Component, kube_apiserver as settings};
use crate::report::{Safety, Severity};
use crate::rule::{Check, Docs, Expect, Ref, Repair, Rule, When};

/// The rule.
pub static RULE: Rule = Rule {
    id: "apiserver-tls-min-version",
    title: "TLS 1.0 or 1.1 is accepted",
    severity: Severity::High,
    components: &[Component::KubeApiserver],
    check: Check::Setting {
        setting: settings::TLS_MIN_VERSION,
        expect: Expect::OneOf(&["VersionTLS12", "VersionTLS13"]),
        when: When::If(is_chosen),
    },
    good: &[],
    repair: Repair::Write { value: "VersionTLS12", safety: Safety::Safe, risk: "" },
    docs: Docs {
        what: "The API server accepts handshakes in a version of TLS that is known to be broken.",
        why: "Someone on the network path can push a client to the old version and attack its weak ciphers and \
              signatures.",
        verify: "Run `openssl s_client -connect HOST:6443 -tls1_1 </dev/null`: the handshake must fail.",
        side_effects: "Clients that speak nothing newer than TLS 1.1 are refused. No supported Kubernetes client is \
                       among them.",
    },
    references: &[Ref::Stig("V-242378")],
};

/// Nothing is said where the default, TLS 1.2, holds.
fn is_chosen(context: &Context<'_>) -> bool {
    context.is_present(settings::TLS_MIN_VERSION) != Some(false)
}
