//! Connections of exec, attach and port-forward that nobody uses.

use crate::context::Context;
use crate::knowledge::Component;
use crate::knowledge::kubelet::STREAMING_CONNECTION_IDLE_TIMEOUT;
use crate::report::{Safety, Severity};
use crate::rule::{Check, Docs, Expect, Ref, Repair, Rule, When};
use crate::version::Version;

/// First release that documents the setting as having no effect.
const WITHOUT_EFFECT: Version = Version(34);

/// The rule.
pub static RULE: Rule = Rule {
    id: "kubelet-streaming-idle-timeout",
    title: "Idle streaming connections are never closed",
    severity: Severity::Low,
    components: &[Component::Kubelet],
    check: Check::Setting {
        setting: STREAMING_CONNECTION_IDLE_TIMEOUT,
        expect: Expect::Positive,
        when: When::If(has_effect),
    },
    good: &[],
    repair: Repair::Write { value: "4h", safety: Safety::Safe, risk: "" },
    docs: Docs {
        what: "An idle `kubectl exec`, `attach` or `port-forward` then stays open for ever. Set a time, such as the \
               default of `4h`.",
        why: "A forgotten shell on an unlocked machine stays usable, and open connections use up the node's ports.",
        verify: "Run `kubectl get --raw /api/v1/nodes/NODE/proxy/configz`. It must show \
                 `\"streamingConnectionIdleTimeout\":\"4h0m0s\"`.",
        side_effects: "Sessions without any traffic end after that time. From release 1.34 on the setting has no \
                       effect: the container runtime closes idle connections.",
    },
    references: &[Ref::Cis("4.2.5"), Ref::Stig("V-245541")],
};

fn has_effect(context: &Context<'_>) -> bool {
    context.version < WITHOUT_EFFECT
}
