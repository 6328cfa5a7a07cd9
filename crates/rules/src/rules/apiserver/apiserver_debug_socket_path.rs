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
        what: "Whoever can open this socket on the node reads memory and CPU profiles of the API server without \
               credentials.",
        why: "Profiles reveal command lines and internals, and taking them costs the API server time. No \
              authorisation mode guards the socket, only its file permissions.",
        verify: "Run `ps -o args= -C kube-apiserver | tr \" \" \"\\n\" | grep -e --debug-socket-path` on a \
                 control-plane node: it must print nothing.",
        side_effects: "Tools that read profiles from the socket must use `/debug/pprof` with credentials instead.",
    },
    references: &[],
};
