//! Settings behind a feature gate that is off.

use crate::context::Context;
use crate::finding::Hit;
use crate::gated;
use crate::knowledge::Component;
use crate::report::Severity;
use crate::rule::{Check, Docs, Repair, Rule};

/// The rule.
pub static RULE: Rule = Rule {
    id: "kubelet-gated-setting",
    title: "A setting needs a feature gate that is off, so the kubelet exits",
    severity: Severity::High,
    components: &[Component::Kubelet],
    check: Check::Code(check),
    good: &[],
    repair: Repair::None,
    docs: Docs {
        what: "The kubelet refuses the setting while the feature gate behind it is off, and exits.",
        why: "The node is down until it is mended. It often happens when a file that works on one release is \
              used on an older one.",
        verify: "Run `systemctl is-active kubelet` a minute after a restart: it must print `active`.",
        side_effects: "With the gate on, the feature is in use: gates that are off by default are not yet ready for \
              every cluster.",
    },
    references: &[],
};

fn check(context: &Context<'_>) -> Vec<Hit> {
    gated::settings_of(Component::Kubelet).iter().filter_map(|gated| gated.hit(context)).collect()
}
