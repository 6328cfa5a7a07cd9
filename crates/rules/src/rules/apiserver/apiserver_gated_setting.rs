//! Flags behind a feature gate that is off.

use crate::context::Context;
use crate::finding::Hit;
use crate::gated;
use crate::knowledge::Component;
use crate::report::Severity;
use crate::rule::{Check, Docs, Repair, Rule};

/// The rule.
pub static RULE: Rule = Rule {
    id: "apiserver-gated-setting",
    title: "A flag needs a feature gate that is off, so the API server exits",
    severity: Severity::High,
    components: &[Component::KubeApiserver],
    check: Check::Code(check),
    good: &[],
    repair: Repair::None,
    docs: Docs {
        what: "The API server refuses the flag while the feature gate behind it is off, and exits.",
        why: "The control plane is down until it is mended: the kubelet restarts the API server's container \
              again and again. It often happens when a manifest that works on one release is used on an older \
              one.",
        verify: "Run `kubectl get --raw /readyz`: it must print `ok`.",
        side_effects: "With the gate on, the feature is in use: gates that are off by default are not yet ready for \
              every cluster.",
    },
    references: &[],
};

fn check(context: &Context<'_>) -> Vec<Hit> {
    gated::settings_of(Component::KubeApiserver).iter().filter_map(|gated| gated.hit(context)).collect()
}
