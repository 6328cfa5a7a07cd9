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
    title: "The idle timeout for streaming connections is switched off",
    severity: Severity::Info,
    components: &[Component::Kubelet],
    check: Check::Setting {
        setting: STREAMING_CONNECTION_IDLE_TIMEOUT,
        expect: Expect::Positive,
        when: When::If(has_effect),
    },
    good: &[],
    repair: Repair::Write { value: "4h", safety: Safety::Safe, risk: "" },
    docs: Docs {
        what: "Benchmarks want a time here. The kubelet itself no longer uses it: the container runtime decides when \
               an idle `kubectl exec`, `attach` or `port-forward` is closed. Set a time, such as the default of `4h`.",
        why: "A forgotten shell on an unlocked machine stays usable while its connection is open. The limit that may \
              close it is the runtime's: `stream_idle_timeout` of containerd or CRI-O.",
        verify: "Run `kubectl get --raw /api/v1/nodes/NODE/proxy/configz`: it must show \
                 `\"streamingConnectionIdleTimeout\":\"4h0m0s\"`.",
        side_effects: "None: sessions end as before, by the limit of the runtime. From 1.34 the setting is documented \
                       to have no effect.",
    },
    references: &[Ref::Cis("4.2.5"), Ref::Stig("V-245541")],
};

fn has_effect(context: &Context<'_>) -> bool {
    context.version < WITHOUT_EFFECT
}
