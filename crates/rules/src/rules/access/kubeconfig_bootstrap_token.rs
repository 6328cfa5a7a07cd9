//! A kubelet that never gets an identity of its own.

use crate::access::kubeconfig::{Kubeconfig, Reader, is_bootstrap_token};
use crate::finding::Hit;
use crate::knowledge::Component;
use crate::object::ObjectKind;
use crate::object_context::ObjectContext;
use crate::report::{Category, Severity};
use crate::rule::{Check, Docs, Repair, Rule};

/// The rule.
pub static RULE: Rule = Rule {
    id: "kubeconfig-bootstrap-token",
    title: "The kubeconfig holds a bootstrap token",
    severity: Severity::High,
    components: &[Component::Kubelet],
    check: Check::Object(&[ObjectKind::Kubeconfig], check),
    good: &[],
    repair: Repair::None,
    docs: Docs {
        what: "A bootstrap token may ask for a certificate and nothing else. It belongs in the file of \
               `--bootstrap-kubeconfig`, from which the kubelet writes this one.",
        why: "The node stops when the token expires, after a day as kubeadm makes it. Where the token was given more \
              rights instead, every node shares one identity and the Node authorizer limits none of them.",
        verify: "Run `kubectl --kubeconfig FILE auth whoami`: it must print `system:node:` with the name of the node.",
        side_effects: "The node asks for a certificate, which somebody or the controller manager has to approve.",
    },
    references: &[],
};

fn check(context: &ObjectContext<'_>) -> Vec<Hit> {
    let config = Kubeconfig::of(context);
    let Some((user, token)) = config.user.zip(config.of_user("token")) else { return Vec::new() };
    if !context.scalar(token).is_some_and(is_bootstrap_token) || config.reader == Reader::Bootstrap {
        return Vec::new();
    }
    let at = context.place(context.key_of(user.body, "token").unwrap_or(token));
    let (severity, message) = match config.reader {
        Reader::Kubelet => (
            Severity::High,
            "`token` holds a bootstrap token, which may ask for a certificate and expires. Name this file with \
             `--bootstrap-kubeconfig`, and another one, which the kubelet writes, with `--kubeconfig`.",
        ),
        _ => (
            Severity::Low,
            "`token` holds a bootstrap token: whoever reads it adds a node to the cluster until it expires. Delete it \
             with `kubeadm token delete` once the nodes have joined.",
        ),
    };
    vec![config.hit(Category::Insecure, at, "users[].user.token", message).severity(severity)]
}
