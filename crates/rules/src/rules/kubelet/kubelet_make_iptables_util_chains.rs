//! The kubelet's own packet filter chains.

use crate::knowledge::Component;
use crate::knowledge::kubelet::MAKE_IP_TABLES_UTIL_CHAINS;
use crate::report::{Safety, Severity};
use crate::rule::{Check, Docs, Expect, Ref, Repair, Rule, When};

/// The rule.
pub static RULE: Rule = Rule {
    id: "kubelet-make-iptables-util-chains",
    title: "The kubelet does not keep its iptables chains",
    severity: Severity::Low,
    components: &[Component::Kubelet],
    check: Check::Setting { setting: MAKE_IP_TABLES_UTIL_CHAINS, expect: Expect::Is("true"), when: When::Always },
    good: &[],
    repair: Repair::Write { value: "true", safety: Safety::Safe, risk: "" },
    docs: Docs {
        what: "The kubelet then leaves out the chains by which other programs find out which iptables back end the \
               node uses.",
        why: "A network plugin that guesses wrong writes its rules where the kernel does not look: policies and \
              service addresses may have no effect.",
        verify: "Run `iptables-save -t mangle | grep KUBE-IPTABLES-HINT` on the node. It must print a chain.",
        side_effects: "The kubelet writes a few empty chains. None where they exist already.",
    },
    references: &[Ref::Cis("4.2.6")],
};
