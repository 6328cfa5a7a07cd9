//! An admission plugin that admits everything.

use crate::knowledge::{Component, kube_apiserver as settings};
use crate::report::{Safety, Severity};
use crate::rule::{Check, Docs, Expect, Ref, Repair, Rule, When};

/// The rule.
pub static RULE: Rule = Rule {
    id: "apiserver-admission-always-admit",
    title: "The admission plugin AlwaysAdmit is enabled",
    severity: Severity::High,
    components: &[Component::KubeApiserver],
    check: Check::Setting {
        setting: settings::ENABLE_ADMISSION_PLUGINS,
        expect: Expect::Lacks("AlwaysAdmit"),
        when: When::Always,
    },
    good: &[],
    repair: Repair::Remove { safety: Safety::Safe, risk: "" },
    docs: Docs {
        what: "`AlwaysAdmit` checks nothing. It is deprecated and only pretends that something was checked.",
        why: "Who trusts the list of plugins believes that a control is in place. On its own the plugin replaces \
              nothing.",
        verify: "Run `ps -o args= -C kube-apiserver | tr \" \" \"\\n\" | grep -e --enable-admission-plugins` on a \
                 control-plane node: it must print a list without `AlwaysAdmit`.",
        side_effects: "None: the plugin changes no request.",
    },
    references: &[Ref::Cis("1.2.10")],
};
