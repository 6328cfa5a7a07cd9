//! A socket for profiling without credentials.

use crate::knowledge::{Component, kube_apiserver as settings};
use crate::report::{Safety, Severity};
use crate::rule::{Check, Docs, Expect, Repair, Rule, When};

/// The rule.
pub static RULE: Rule = Rule {
    id: "apiserver-debug-socket-path",
    title: "A local socket serves profiles without credentials",
    severity: Severity::Low,
    components: &[Component::KubeApiserver],
    check: Check::Setting { setting: settings::DEBUG_SOCKET_PATH, expect: Expect::Absent, when: When::Always },
    good: &[],
    repair: Repair::Remove { safety: Safety::Safe, risk: "" },
    docs: Docs {
        what: "Whoever can open this socket on the node reads memory and CPU profiles of the API server and changes \
               its log verbosity, without credentials.",
        why: "Profiles show the command line and internals, and taking them costs the API server time. Only file \
              permissions guard the socket, no authorisation does.",
        verify: "Run `kubectl -n kube-system get pod -l component=kube-apiserver -o yaml | grep debug-socket-path`: it \
                 must print nothing.",
        side_effects: "Tools that read profiles from the socket must use `/debug/pprof` with credentials instead.",
    },
    references: &[],
};
