//! Files of the host that the API server may change and need not.

use super::apiserver_file_not_mounted::named_files;
use crate::context::Context;
use crate::finding::{Hit, Plan};
use crate::knowledge::{Component, kube_apiserver as settings};
use crate::mounts::{Mount, is_below};
use crate::report::{Category, Safety, Severity};
use crate::rule::{Check, Docs, Repair, Rule};

/// The rule.
pub static RULE: Rule = Rule {
    id: "apiserver-mount-writable",
    title: "The API server's container may change its own keys or configuration",
    severity: Severity::Low,
    components: &[Component::KubeApiserver],
    check: Check::Code(check),
    good: &[],
    repair: Repair::None,
    docs: Docs {
        what: "A mount without `readOnly: true` lets the container write to the files of the host behind it.",
        why: "Whoever breaks into the API server's process replaces its CA or its audit policy on the host, and stays \
              after a restart.",
        verify: "Run `kubectl -n kube-system get pod -l component=kube-apiserver -o yaml | grep -A2 mountPath`: each \
                 must print `readOnly: true`, except that of the audit log.",
        side_effects: "None: the API server only reads these files.",
    },
    references: &[],
};

fn check(context: &Context<'_>) -> Vec<Hit> {
    let Some(mounts) = &context.target.mounts else { return Vec::new() };
    // What is written, or may be, keeps its mount as it is.
    let written = [settings::AUDIT_LOG_PATH, settings::CERT_DIR, settings::DEBUG_SOCKET_PATH];
    let known = written.iter().all(|setting| context.is_known(*setting));
    let written: Vec<String> =
        written.iter().filter_map(|setting| Some(context.value(*setting)?.to_string())).collect();
    let read: Vec<_> = named_files(context).filter_map(|(_, path)| Some((mounts.of(&path)?.node, path))).collect();
    let judged = |mount: &&Mount| {
        let near = |path: &String| mount.covers(path) || is_below(&mount.path, path);
        mount.host_type.is_some() && !mount.read_only && known && !written.iter().any(near)
    };
    let hit = |mount: &Mount| {
        let (_, file) = read.iter().find(|(node, _)| *node == mount.node)?;
        let message = format!("`{}` holds `{file}` and may be written. Write `readOnly: true`.", mount.path);
        let hit = Hit::new(Category::Insecure, mount.at, message).about_name("volumeMounts[].readOnly");
        let change = context.neighbours.insert(mounts.part, mount.node, &["readOnly"], "true");
        Some(hit.plans(change.map(|change| Plan::new("Write `readOnly: true`", Safety::Safe, change))))
    };
    mounts.mounts.iter().filter(judged).filter_map(hit).collect()
}
