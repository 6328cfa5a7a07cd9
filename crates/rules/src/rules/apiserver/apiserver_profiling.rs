//! The profiling endpoints.

use crate::knowledge::{Component, kube_apiserver as settings};
use crate::report::{Safety, Severity};
use crate::rule::{Check, Docs, Expect, Ref, Repair, Rule, When};

/// The rule.
pub static RULE: Rule = Rule {
    id: "apiserver-profiling",
    title: "Profiling endpoints are served",
    severity: Severity::Low,
    components: &[Component::KubeApiserver],
    check: Check::Setting { setting: settings::PROFILING, expect: Expect::Is("false"), when: When::Always },
    good: &[],
    repair: Repair::Write { value: "false", safety: Safety::Safe, risk: "" },
    docs: Docs {
        what: "The API server serves CPU and memory profiles, with its command line, under `/debug/pprof`.",
        why: "Whoever is authorised for that path learns internals of the server and can slow it down by taking long \
              profiles.",
        verify: "Run `kubectl get --raw /debug/pprof/`: it must answer with \"not found\".",
        side_effects: "Nobody can take profiles of the API server until it is switched on again. Nothing else uses \
                       them.",
    },
    references: &[Ref::Cis("1.2.15")],
};
