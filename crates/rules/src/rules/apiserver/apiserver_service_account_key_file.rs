//! The keys that verify tokens of service accounts.

use crate::context::Context;
use crate::knowledge::{Component, kube_apiserver as settings};
use crate::report::Severity;
use crate::rule::{Check, Docs, Expect, Ref, Repair, Rule, When};

/// The rule.
pub static RULE: Rule = Rule {
    id: "apiserver-service-account-key-file",
    title: "Service account tokens have no verification key of their own",
    severity: Severity::Medium,
    components: &[Component::KubeApiserver],
    check: Check::Setting {
        setting: settings::SERVICE_ACCOUNT_KEY_FILE,
        expect: Expect::Present,
        when: When::If(is_signed_here),
    },
    good: &[],
    repair: Repair::Ask { placeholder: "/etc/kubernetes/pki/REPLACE-ME.pub" },
    docs: Docs {
        what: "Without it the API server verifies service account tokens with the private key of its serving \
               certificate, or does not start. Name the public key of the token signer.",
        why: "One key then serves two ends: replacing the serving certificate invalidates every token, and whoever \
              steals the serving key signs tokens for any service account.",
        verify: "Run `kubectl get --raw /openid/v1/jwks`: it must list the key that you named.",
        side_effects: "Tokens signed with a key that is not listed are refused. Repeat the flag for the old and the \
                       new key while keys are being replaced.",
    },
    references: &[Ref::Cis("1.2.22")],
};

/// Whether no external signer, which brings its own keys, is in use.
fn is_signed_here(context: &Context<'_>) -> bool {
    context.is_present(settings::SERVICE_ACCOUNT_SIGNING_ENDPOINT) == Some(false)
}
