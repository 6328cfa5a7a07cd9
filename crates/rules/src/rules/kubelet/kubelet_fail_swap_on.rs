//! Swap on a node.

use crate::context::Context;
use crate::knowledge::Component;
use crate::knowledge::kubelet::FAIL_SWAP_ON;
use crate::report::{Safety, Severity};
use crate::rule::{Check, Docs, Expect, Repair, Rule, When};

/// The rule.
pub static RULE: Rule = Rule {
    id: "kubelet-fail-swap-on",
    title: "The kubelet starts on a node with swap",
    severity: Severity::Low,
    components: &[Component::Kubelet],
    check: Check::Setting { setting: FAIL_SWAP_ON, expect: Expect::Is("true"), when: When::If(is_own_choice) },
    good: &[],
    repair: Repair::Write {
        value: "true",
        safety: Safety::Unsafe,
        risk: "stop the kubelet while the node has swap on",
    },
    docs: Docs {
        what: "On a node with swap, the memory of programs, with the secrets in it, may reach the disk. Where swap is \
               wanted, encrypt it; elsewhere switch it off on the node.",
        why: "A key that was swapped out stays on the disk after its pod is gone, for whoever gets the disk or an \
              image of it. `memorySwap.swapBehavior` decides whether pods swap; the node's own services do in any \
              case.",
        verify: "Run `swapon --show` on the node: it must print nothing, or only an encrypted device.",
        side_effects: "The kubelet exits on a node with swap: run `swapoff -a` and clean /etc/fstab first. Nodes that \
                       use swap on purpose need `false`.",
    },
    references: &[],
};

fn is_own_choice(context: &Context<'_>) -> bool {
    !context.is_choice_of_kind(FAIL_SWAP_ON)
}
