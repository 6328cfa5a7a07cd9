//! Keys and configuration that the API server may overwrite.

use super::apiserver_file_not_mounted::{FILES, paths};
use crate::context::Context;
use crate::finding::Hit;
use crate::knowledge::{Component, kube_apiserver as settings};
use crate::report::{Category, Severity};
use crate::rule::{Check, Docs, Repair, Rule};
use crate::surroundings::Mount;

/// The rule.
pub static RULE: Rule = Rule {
    id: "apiserver-pod-writable-files",
    title: "The API server may overwrite its own keys and configuration",
    severity: Severity::Low,
    components: &[Component::KubeApiserver],
    check: Check::Code(check),
    good: &[],
    repair: Repair::None,
    docs: Docs {
        what: "The mount lacks `readOnly: true`, and the API server only reads these files.",
        why: "Code that runs in the API server replaces a CA or an authorization file on the node, and stays in control \
              after a restart and an upgrade.",
        verify: "Run `kubectl -n kube-system get pod -l component=kube-apiserver -o yaml | grep -B2 readOnly`: each mount \
                 but the audit log's must show `true`.",
        side_effects: "None: kubeadm mounts these folders read-only.",
    },
    references: &[],
};

fn check(context: &Context<'_>) -> Vec<Hit> {
    let Some(pod) = &context.target.pod else { return Vec::new() };
    let present = FILES.into_iter().filter(|setting| context.is_present(*setting) == Some(true));
    let named: Vec<String> =
        present.filter_map(|setting| context.value(setting)).flat_map(|value| paths(&value)).collect();
    // The deepest mount is the one that counts for a file.
    let held: Vec<(&str, &Mount)> =
        named.iter().filter_map(|path| Some((path.as_str(), pod.mount_of(path)?))).collect();
    let log = context.value(settings::AUDIT_LOG_PATH).map(|path| path.to_string());
    let writable = pod.mounts.iter().filter(|mount| !mount.read_only && mount.host_path.is_some());
    writable.filter_map(|mount| hit(mount, &held, log.as_deref())).collect()
}

fn hit(mount: &Mount, held: &[(&str, &Mount)], log: Option<&str>) -> Option<Hit> {
    let mut here = held.iter().filter(|(_, own)| own.path == mount.path).map(|(path, _)| *path);
    let first = here.next()?;
    let more = if here.any(|path| path != first) { " and other files of flags" } else { "" };
    // The audit log must stay writable.
    let advice = if log.is_some_and(|log| mount.holds(log)) {
        "The audit log lies there too: move what is only read to a mount with `readOnly: true`."
    } else {
        "Add `readOnly: true`."
    };
    let message = format!(
        "The container may write to `{}`, which holds `{first}`{more}, only ever read by the API server. {advice}",
        mount.path.text
    );
    Some(Hit::new(Category::Insecure, mount.path.at, message).about_name("volumeMounts[].readOnly"))
}
