//! An API server without a seccomp profile.

use crate::context::Context;
use crate::edit::TextEdit;
use crate::finding::{Change, Hit, Plan};
use crate::knowledge::Component;
use crate::report::{Category, Safety, Severity};
use crate::rule::{Check, Docs, Repair, Rule};

/// The rule.
pub static RULE: Rule = Rule {
    id: "apiserver-pod-seccomp",
    title: "The API server's seccomp profile is switched off",
    severity: Severity::Low,
    components: &[Component::KubeApiserver],
    check: Check::Code(check),
    good: &[],
    repair: Repair::Write { value: "RuntimeDefault", safety: Safety::Safe, risk: "" },
    docs: Docs {
        what: "The container may make every system call of the kernel, even where the kubelet gives pods a profile by \
               default.",
        why: "Rarely used system calls are where a container breaks out through a fault of the kernel.",
        verify: "Run `kubectl -n kube-system get pod -l component=kube-apiserver -o yaml | grep -A1 seccompProfile`: \
                 it must show `RuntimeDefault`.",
        side_effects: "None known: kubeadm runs the API server with this profile.",
    },
    references: &[],
};

const FIELD: &str = "securityContext.seccompProfile.type";

fn check(context: &Context<'_>) -> Vec<Hit> {
    let profile = context.target.pod.as_ref().and_then(|pod| pod.seccomp.as_ref());
    let Some(found) = profile.filter(|fact| fact.text == "Unconfined") else { return Vec::new() };
    let message = format!("`{FIELD}` is `Unconfined`. {} Set it to `RuntimeDefault`.", RULE.docs.what);
    let edit = (found.at.doc, TextEdit::replace(found.at.span, "RuntimeDefault"));
    let title = format!("Set `{FIELD}` to `RuntimeDefault`");
    let plan = Plan::new(title, Safety::Safe, Change::Edits(vec![edit]));
    vec![Hit::new(Category::Insecure, found.at, message).about_name(FIELD).plan(plan)]
}
