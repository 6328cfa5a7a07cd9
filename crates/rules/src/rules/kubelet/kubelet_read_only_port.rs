//! The port that answers without credentials.

use crate::knowledge::Component;
use crate::knowledge::kubelet::READ_ONLY_PORT;
use crate::report::{Safety, Severity};
use crate::rule::{Check, Docs, Expect, Ref, Repair, Rule, When};

/// The rule.
pub static RULE: Rule = Rule {
    id: "kubelet-read-only-port",
    title: "The kubelet's read-only port is open",
    severity: Severity::High,
    components: &[Component::Kubelet],
    check: Check::Setting { setting: READ_ONLY_PORT, expect: Expect::Is("0"), when: When::Always },
    good: &[],
    repair: Repair::Write { value: "0", safety: Safety::Safe, risk: "" },
    docs: Docs {
        what: "Anyone who reaches this port lists the pods and reads the metrics of the node, without credentials and \
               without encryption.",
        why: "One `curl http://NODE:10255/pods` tells images, arguments, environment variables and the names of \
              secrets: a map for the next step. Every pod of the cluster can send it unless a network policy forbids \
              that.",
        verify: "Run `ss -ltn 'sport = :10255'` on the node: it must print no listener.",
        side_effects: "Old monitoring that scrapes port 10255 stops; it has to use port 10250 with a token.",
    },
    references: &[Ref::Cis("4.2.4"), Ref::Stig("V-242387")],
};
