//! How many events a second the kubelet may send.

use crate::knowledge::Component;
use crate::knowledge::kubelet::EVENT_RECORD_QPS;
use crate::report::{Safety, Severity};
use crate::rule::{Check, Docs, Expect, Ref, Repair, Rule, When};

/// The rule.
pub static RULE: Rule = Rule {
    id: "kubelet-event-record-qps",
    title: "The kubelet's event rate is 0, which means 5 a second or no limit at all",
    severity: Severity::Low,
    components: &[Component::Kubelet],
    check: Check::Setting { setting: EVENT_RECORD_QPS, expect: Expect::Positive, when: When::Always },
    good: &[],
    repair: Repair::Write { value: "50", safety: Safety::Safe, risk: "" },
    docs: Docs {
        what: "With `0` the kubelet sends at most 5 events a second up to 1.36, and as many as it likes from 1.37. Set \
               the rate that you want; `50` is the default from 1.27.",
        why: "Below the real rate, events that show an attack or a failing pod are dropped. Without a limit, one pod \
              that crashes in a loop floods the API server.",
        verify: "Run `kubectl get --raw /api/v1/nodes/NODE/proxy/configz`: it must show `\"eventRecordQPS\":50`.",
        side_effects: "Busy nodes send more events than before, up to the new rate.",
    },
    references: &[Ref::Cis("4.2.8")],
};
