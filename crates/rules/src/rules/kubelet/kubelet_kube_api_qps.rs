//! How many requests a second the kubelet may send.

use crate::knowledge::Component;
use crate::knowledge::kubelet::KUBE_APIQPS;
use crate::report::{Safety, Severity};
use crate::rule::{Check, Docs, Expect, Repair, Rule, When};

/// The rule.
pub static RULE: Rule = Rule {
    id: "kubelet-kube-api-qps",
    title: "The kubelet's request rate is 0, which means 5 a second",
    severity: Severity::Info,
    components: &[Component::Kubelet],
    check: Check::Setting { setting: KUBE_APIQPS, expect: Expect::Positive, when: When::Always },
    good: &[],
    repair: Repair::Write { value: "50", safety: Safety::Safe, risk: "" },
    docs: Docs {
        what: "The client library takes `0` for its own default of 5 requests a second. Set the rate that you want; `50` \
               is the default from 1.27.",
        why: "The status of pods reaches the API server late on a busy node, so failures are seen late and traffic goes \
              to pods that are gone.",
        verify: "Run `kubectl get --raw /api/v1/nodes/NODE/proxy/configz`: it must show `\"kubeAPIQPS\":50`.",
        side_effects: "The API server gets more requests from busy nodes, up to the new rate.",
    },
    references: &[],
};
