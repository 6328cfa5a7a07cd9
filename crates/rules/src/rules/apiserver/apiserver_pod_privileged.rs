//! A privileged API server.

use crate::context::Context;
use crate::edit::TextEdit;
use crate::finding::{Change, Hit, Plan, with_risk};
use crate::knowledge::Component;
use crate::report::{Category, Safety, Severity};
use crate::rule::{Check, Docs, Repair, Rule};

/// The rule.
pub static RULE: Rule = Rule {
    id: "apiserver-pod-privileged",
    title: "The API server's container is privileged",
    severity: Severity::High,
    components: &[Component::KubeApiserver],
    check: Check::Code(check),
    good: &[],
    repair: Repair::Write { value: "false", safety: Safety::Unsafe, risk: RISK },
    docs: Docs {
        what: "The container has all capabilities, all devices and no seccomp profile. The API server needs none of \
               that.",
        why: "Whoever makes the API server run code of theirs owns the node at once, disks and kernel included.",
        verify: "Run `kubectl -n kube-system get pod -l component=kube-apiserver -o yaml | grep privileged`: it must \
                 print nothing, or `false`.",
        side_effects: "Where SELinux is enforcing, the container may need an `seLinuxOptions` type of its own to read \
                       the files of the node.",
    },
    references: &[],
};

const RISK: &str = "keep it from its files where SELinux is enforcing";
const FIELD: &str = "securityContext.privileged";

fn check(context: &Context<'_>) -> Vec<Hit> {
    let privileged = context.target.pod.as_ref().and_then(|pod| pod.privileged.as_ref());
    let Some(found) = privileged.filter(|fact| fact.is_true()) else { return Vec::new() };
    let message = format!("`{FIELD}` is `{}`. {} Set it to `false`.", found.text, RULE.docs.what);
    let title = with_risk(format!("Set `{FIELD}` to `false`"), RISK);
    let edit = (found.at.doc, TextEdit::replace(found.at.span, "false"));
    let plan = Plan::new(title, Safety::Unsafe, Change::Edits(vec![edit]));
    vec![Hit::new(Category::Insecure, found.at, message).about_name(FIELD).plan(plan)]
}
