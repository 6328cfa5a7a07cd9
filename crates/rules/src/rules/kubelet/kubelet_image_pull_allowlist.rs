//! Images whose use needs no credentials.

use crate::context::Context;
use crate::finding::Hit;
use crate::knowledge::Component;
use crate::knowledge::kubelet::{
    IMAGE_PULL_CREDENTIALS_VERIFICATION_POLICY as POLICY, PRELOADED_IMAGES_VERIFICATION_ALLOWLIST as ALLOWLIST,
};
use crate::refusal::{gate_is_on, refusal, stands};
use crate::report::Severity;
use crate::rule::{Check, Docs, Repair, Rule};
use crate::value::Value;

/// The rule.
pub static RULE: Rule = Rule {
    id: "kubelet-image-pull-allowlist",
    title: "A list of images goes with another policy, so the kubelet exits",
    severity: Severity::High,
    components: &[Component::Kubelet],
    check: Check::Code(check),
    good: &[],
    repair: Repair::None,
    docs: Docs {
        what: "A list of images that need no credentials is only accepted with the policy \
              `NeverVerifyAllowlistedImages`.",
        why: "The node is down until it is mended: systemd restarts the kubelet again and again, and the last \
              good state is all that the control plane sees.",
        verify: "Run `systemctl is-active kubelet` a minute after a restart: it must print `active`.",
        side_effects: "With that policy, pods may use the listed images without credentials once they are on the node.",
    },
    references: &[],
};

const LISTED: &str = "NeverVerifyAllowlistedImages";

fn check(context: &Context<'_>) -> Vec<Hit> {
    // With the gate off the kubelet refuses both settings, which is for another rule to say.
    if gate_is_on(context, "KubeletEnsureSecretPulledImages") != Some(true) {
        return Vec::new();
    }
    let Some(Value::Text(policy)) = context.value(POLICY) else { return Vec::new() };
    if context.is_present(ALLOWLIST) != Some(true) || policy == LISTED {
        return Vec::new();
    }
    let message = format!(
        "`{}` is set, but {}. The list is only accepted with `{LISTED}`, so the kubelet exits. Set that policy, or \
         remove the list.",
        ALLOWLIST.row().name(),
        stands(context, POLICY)
    );
    vec![refusal(context, &[ALLOWLIST, POLICY], message)]
}
