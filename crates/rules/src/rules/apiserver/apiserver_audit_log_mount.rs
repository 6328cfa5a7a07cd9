//! Where the audit log goes when the container ends.

use crate::context::Context;
use crate::finding::Hit;
use crate::knowledge::{Component, kube_apiserver as settings};
use crate::report::{Category, Severity};
use crate::rule::{Check, Docs, Repair, Rule};
use crate::surroundings::Mount;
use crate::value::Value;

/// The rule.
pub static RULE: Rule = Rule {
    id: "apiserver-audit-log-mount",
    title: "The audit log is lost with its container, or cannot be written",
    severity: Severity::Medium,
    components: &[Component::KubeApiserver],
    check: Check::Code(check),
    good: &[],
    repair: Repair::None,
    docs: Docs {
        what: "A file that is to outlive the container must lie in a mount that may be written to.",
        why: "A crash or a changed flag restarts the API server, and the record of what led to it is gone. In a \
              read-only mount the API server cannot open the file and exits.",
        verify: "Run `ls -l` on the path on the control-plane node: the file must be there and grow.",
        side_effects: "The log takes space on the node's disk, up to its limits of size and number.",
    },
    references: &[],
};

fn check(context: &Context<'_>) -> Vec<Hit> {
    let setting = settings::AUDIT_LOG_PATH;
    let Some(pod) = context.target.pod.as_ref().filter(|pod| !pod.mounts.is_empty()) else { return Vec::new() };
    let Some(Value::Text(path)) = context.value(setting) else { return Vec::new() };
    if !path.starts_with('/') || context.is_present(setting) != Some(true) {
        return Vec::new();
    }
    let at = context.place(setting);
    let hit = match pod.mount_of(&path) {
        None => {
            let message = format!(
                "`--audit-log-path` is `{path}`, which no mount holds, so the log lies in the container and is lost \
                 when it ends. Mount a folder of the node there."
            );
            Hit::new(Category::Conflict, at, message).related(pod.anchor, "the container")
        }
        Some(Mount { read_only: true, path: mount, .. }) => {
            let message = format!(
                "`--audit-log-path` is `{path}`, but `{}` is mounted read-only, so the API server cannot write it and \
                 exits. Remove `readOnly` from that mount.",
                mount.text
            );
            Hit::new(Category::Conflict, at, message).severity(Severity::High).related(mount.at, "the mount")
        }
        Some(_) => return Vec::new(),
    };
    vec![hit.about(setting).confidence(context.confidence(setting))]
}
