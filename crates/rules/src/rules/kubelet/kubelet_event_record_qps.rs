//! How many events a second the kubelet may send.

use crate::knowledge::Component;
use crate::knowledge::kubelet::EVENT_RECORD_QPS;
use crate::report::{Safety, Severity};
use crate::rule::{Check, Docs, Expect, Ref, Repair, Rule, When};

/// The rule.
pub static RULE: Rule = Rule {
    id: "kubelet-event-record-qps",
    title: "The rate of the kubelet's events is not what it seems",
    severity: Severity::Low,
    components: &[Component::Kubelet],
    check: Check::Setting { setting: EVENT_RECORD_QPS, expect: Expect::Positive, when: When::Always },
    good: &[],
    repair: Repair::Write { value: "50", safety: Safety::Safe, risk: "" },
    docs: Docs {
        what: "With 0 the kubelet sends at most 5 events a second up to release 1.36, and without any limit from 1.37 \
               on. Set the rate that you want; `50` is the default since 1.27.",
        why: "Below the real rate, events that show an attack or a failing pod are dropped. Without a limit, one pod \
              that crashes in a loop can flood the API server.",
        verify: "Run `kubectl get --raw /api/v1/nodes/NODE/proxy/configz`. It must show `\"eventRecordQPS\":50`.",
        side_effects: "Busy nodes send more events than before, up to the new rate.",
    },
    references: &[Ref::Cis("4.2.8")],
};
