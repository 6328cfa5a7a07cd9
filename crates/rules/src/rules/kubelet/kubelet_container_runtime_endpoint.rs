//! The socket of the container runtime.

use crate::context::Context;
use crate::finding::Hit;
use crate::knowledge::Component;
use crate::knowledge::kubelet::CONTAINER_RUNTIME_ENDPOINT as ENDPOINT;
use crate::refusal::refusal;
use crate::report::Severity;
use crate::rule::{Check, Docs, Repair, Rule};

/// The rule.
pub static RULE: Rule = Rule {
    id: "kubelet-container-runtime-endpoint",
    title: "The socket of the container runtime is empty, so the kubelet exits",
    severity: Severity::High,
    components: &[Component::Kubelet],
    check: Check::Code(check),
    good: &[],
    repair: Repair::None,
    docs: Docs {
        what: "Without the socket the kubelet cannot reach the container runtime, and exits.",
        why: "The node is down until it is mended: systemd restarts the kubelet again and again, and the last \
              good state is all that the control plane sees.",
        verify: "Run `systemctl is-active kubelet` a minute after a restart: it must print `active`.",
        side_effects: "Pods run in the runtime behind that socket. Those of another runtime stay behind until the node \
              is drained and started anew.",
    },
    references: &[],
};

fn check(context: &Context<'_>) -> Vec<Hit> {
    // The default is not empty from 1.27 on. Before, a unit without the flag may belong to an older node.
    if !context.is_written(ENDPOINT) || context.is_present(ENDPOINT) != Some(false) {
        return Vec::new();
    }
    let message = format!(
        "{}. {} Name it, for example `unix:///run/containerd/containerd.sock`.",
        context.found(ENDPOINT),
        RULE.docs.what
    );
    vec![refusal(context, &[ENDPOINT], message)]
}
