//! The kubelet's own packet filter chains.

use crate::knowledge::Component;
use crate::knowledge::kubelet::MAKE_IP_TABLES_UTIL_CHAINS;
use crate::report::{Safety, Severity};
use crate::rule::{Check, Docs, Expect, Ref, Repair, Rule, When};

/// The rule.
pub static RULE: Rule = Rule {
    id: "kubelet-make-iptables-util-chains",
    title: "The kubelet does not write its iptables chains",
    severity: Severity::Low,
    components: &[Component::Kubelet],
    check: Check::Setting { setting: MAKE_IP_TABLES_UTIL_CHAINS, expect: Expect::Is("true"), when: When::Always },
    good: &[],
    repair: Repair::Write { value: "true", safety: Safety::Safe, risk: "" },
    docs: Docs {
        what: "The kubelet then leaves out the chain that tells other programs which iptables back end the node uses, \
               and the rule that drops packets from other machines to 127.0.0.0/8.",
        why: "Without that rule a neighbour on the network may reach services that listen on 127.0.0.1 only \
              (CVE-2020-8558), unless kube-proxy writes it too. A network plugin that guesses the back end wrong \
              writes rules without effect.",
        verify: "Run `iptables-save | grep -e KUBE-IPTABLES-HINT -e 'KUBE-FIREWALL .*127.0.0.0/8'` on the node: it \
                 must print both.",
        side_effects: "The kubelet adds these chains. None where they exist already.",
    },
    references: &[Ref::Cis("4.2.6")],
};
