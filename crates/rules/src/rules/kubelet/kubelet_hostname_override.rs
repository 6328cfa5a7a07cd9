//! A node name that differs from the host's.

use crate::knowledge::Component;
use crate::knowledge::kubelet::HOSTNAME_OVERRIDE;
use crate::report::{Safety, Severity};
use crate::rule::{Check, Docs, Expect, Ref, Repair, Rule, When};

/// The rule.
pub static RULE: Rule = Rule {
    id: "kubelet-hostname-override",
    title: "The node's name is set by hand",
    severity: Severity::Info,
    components: &[Component::Kubelet],
    check: Check::Setting { setting: HOSTNAME_OVERRIDE, expect: Expect::Absent, when: When::Always },
    good: &[],
    repair: Repair::Remove {
        safety: Safety::Unsafe,
        risk: "register the node under another name, to which neither its certificate nor its pods belong",
    },
    docs: Docs {
        what: "The node registers under this name and not under the host's; where the two differ, logs and \
               certificates no longer name the same machine.",
        why: "The node's rights and its certificates are tied to its name. Two machines that are given one name share \
              both.",
        verify: "Run `hostname` on the node and `kubectl get nodes`: the names must agree.",
        side_effects: "Many installations need the flag, for example where the cloud expects its own names; kubeadm \
                       writes it when the node's name differs from the host's. A running node must join again to \
                       change its name.",
    },
    references: &[Ref::Cis("4.2.7"), Ref::Stig("V-242404")],
};
