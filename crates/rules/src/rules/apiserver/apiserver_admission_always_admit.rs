//! An admission plugin that admits everything.

use crate::knowledge::{Component, kube_apiserver as settings};
use crate::report::{Safety, Severity};
use crate::rule::{Check, Docs, Expect, Ref, Repair, Rule, When};

/// The rule.
pub static RULE: Rule = Rule {
    id: "apiserver-admission-always-admit",
    title: "The admission plugin AlwaysAdmit is enabled",
    severity: Severity::Low,
    components: &[Component::KubeApiserver],
    check: Check::Setting {
        setting: settings::ENABLE_ADMISSION_PLUGINS,
        expect: Expect::Lacks("AlwaysAdmit"),
        when: When::Always,
    },
    good: &[],
    repair: Repair::Remove { safety: Safety::Safe, risk: "" },
    docs: Docs {
        what: "`AlwaysAdmit` admits every request without looking at it, and is deprecated.",
        why: "It weakens no other plugin, but whoever reads the list counts a control that is none. It usually comes \
              with a configuration copied from elsewhere.",
        verify: "Run `kubectl -n kube-system get pod -l component=kube-apiserver -o yaml | grep \
                 enable-admission-plugins`: it must print a list without `AlwaysAdmit`.",
        side_effects: "None: the plugin changes no request.",
    },
    references: &[Ref::Cis("1.2.10")],
};
