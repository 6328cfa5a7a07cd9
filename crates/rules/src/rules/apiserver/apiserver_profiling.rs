//! The profiling endpoints.

use crate::knowledge::{Component, kube_apiserver as settings};
use crate::report::{Safety, Severity};
use crate::rule::{Check, Docs, Expect, Ref, Repair, Rule, When};

/// The rule.
pub static RULE: Rule = Rule {
    id: "apiserver-profiling",
    title: "The API server serves profiles of itself",
    severity: Severity::Low,
    components: &[Component::KubeApiserver],
    check: Check::Setting { setting: settings::PROFILING, expect: Expect::Is("false"), when: When::Always },
    good: &[],
    repair: Repair::Write { value: "false", safety: Safety::Safe, risk: "" },
    docs: Docs {
        what: "The API server serves CPU and memory profiles of itself under `/debug/pprof`.",
        why: "Whoever is authorised for that path learns how the server works inside and slows it down with long \
              profiles. Nobody needs them outside of a hunt for a fault.",
        verify: "Run `kubectl get --raw /debug/pprof/`: it must fail with \"NotFound\".",
        side_effects: "Profiling must be switched on again before profiles can be taken.",
    },
    references: &[Ref::Cis("1.2.15")],
};
