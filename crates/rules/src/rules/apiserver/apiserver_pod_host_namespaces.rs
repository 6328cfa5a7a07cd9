//! Process and IPC namespaces shared with the node.

use crate::context::Context;
use crate::edit::TextEdit;
use crate::finding::{Change, Hit, Plan};
use crate::knowledge::Component;
use crate::report::{Category, Safety, Severity};
use crate::rule::{Check, Docs, Repair, Rule};
use crate::runner::Fact;

/// The rule.
pub static RULE: Rule = Rule {
    id: "apiserver-pod-host-namespaces",
    title: "The API server's pod shares the node's processes or IPC",
    severity: Severity::Medium,
    components: &[Component::KubeApiserver],
    check: Check::Code(check),
    good: &[],
    repair: Repair::Write { value: "false", safety: Safety::Safe, risk: "" },
    docs: Docs {
        what: "The API server needs the node's network, but neither its processes nor its shared memory.",
        why: "Code that runs in the API server sees every process of the node and, as root, reads their environment \
              and files through `/proc/PID/root`.",
        verify: "Run `kubectl -n kube-system get pod -l component=kube-apiserver -o yaml | grep -E 'hostPID|hostIPC'`: \
                 it must print nothing, or `false`.",
        side_effects: "None known.",
    },
    references: &[],
};

fn check(context: &Context<'_>) -> Vec<Hit> {
    let shared = context.target.pod.iter().flat_map(|pod| &pod.shared);
    shared.filter(|(_, fact)| fact.is_true()).map(|(key, fact)| hit(key, fact)).collect()
}

fn hit(key: &str, found: &Fact) -> Hit {
    let message = format!("`{key}` is `{}`. {} Set it to `false`.", found.text, RULE.docs.what);
    let edit = (found.at.doc, TextEdit::replace(found.at.span, "false"));
    let plan = Plan::new(format!("Set `{key}` to `false`"), Safety::Safe, Change::Edits(vec![edit]));
    Hit::new(Category::Insecure, found.at, message).about_name(key).plan(plan)
}
