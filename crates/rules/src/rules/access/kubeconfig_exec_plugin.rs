//! A program that a client starts for its credentials.

use crate::access::kubeconfig::{Kubeconfig, Reader};
use crate::finding::Hit;
use crate::knowledge::Component;
use crate::object::ObjectKind;
use crate::object_context::ObjectContext;
use crate::report::{Category, Severity};
use crate::rule::{Check, Docs, Repair, Rule};

/// The rule.
pub static RULE: Rule = Rule {
    id: "kubeconfig-exec-plugin",
    title: "The kubeconfig starts a program for its credentials",
    severity: Severity::Info,
    components: &[Component::Kubelet],
    check: Check::Object(&[ObjectKind::Kubeconfig], check),
    good: &[],
    repair: Repair::None,
    docs: Docs {
        what: "The client runs the command of `exec` with its own rights each time it needs a credential.",
        why: "The kubelet runs as root: who can write that program, or put another one of its name earlier in `PATH`, \
              is root on the node. A kubeconfig from a stranger runs their command on the reader's machine.",
        verify: "Run `stat -c '%U %a' COMMAND` on the program: it must print `root` and a mode that only root may \
                 write.",
        side_effects: "None when the full path is written, as long as the program stays there.",
    },
    references: &[],
};

fn check(context: &ObjectContext<'_>) -> Vec<Hit> {
    let config = Kubeconfig::of(context);
    let Some(exec) = config.of_user("exec") else { return Vec::new() };
    let Some(command) = context.text_at(exec, &["command"]).filter(|command| !command.is_empty()) else {
        return Vec::new();
    };
    let is_node = config.reader != Reader::Other;
    let absolute = command.starts_with('/') || command.contains(":\\");
    let (severity, message) = match (is_node, absolute) {
        (true, false) => (
            Severity::Low,
            format!(
                "`command` is `{command}`, which the kubelet looks for in its `PATH` and runs as root. Write the full \
                 path, such as `/usr/local/bin/{}`.",
                command.rsplit('/').next().unwrap_or(command)
            ),
        ),
        (true, true) => (
            Severity::Info,
            format!("The kubelet runs `{command}` as root for its credentials. Only root may be able to write it."),
        ),
        (false, _) => (
            Severity::Info,
            format!("The client runs `{command}` for its credentials. Use such a file only when you trust its source."),
        ),
    };
    let at = context.place_of(exec, &["command"]);
    vec![config.hit(Category::Insecure, at, "users[].user.exec.command", message).severity(severity)]
}
