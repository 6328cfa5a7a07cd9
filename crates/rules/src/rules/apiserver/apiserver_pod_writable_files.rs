//! Keys and configuration that the API server may overwrite.

use super::apiserver_file_not_mounted::{FILES, paths};
use crate::context::Context;
use crate::finding::Hit;
use crate::knowledge::Component;
use crate::report::{Category, Severity};
use crate::rule::{Check, Docs, Repair, Rule};
use crate::surroundings::{Mount, Pod};

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
    let named: Vec<String> = FILES
        .into_iter()
        .filter(|setting| context.is_present(*setting) == Some(true))
        .filter_map(|setting| context.value(setting))
        .flat_map(|value| paths(&value))
        .collect();
    pod.mounts
        .iter()
        .filter(|mount| !mount.read_only && mount.host_path.is_some())
        .filter_map(|mount| hit(pod, mount, &named))
        .collect()
}

fn hit(pod: &Pod, mount: &Mount, named: &[String]) -> Option<Hit> {
    // The deepest mount is the one that counts for a file.
    let counts = |path: &&String| {
        let deepest = pod.mounts.iter().filter(|mount| mount.holds(path)).max_by_key(|mount| mount.path.text.len());
        deepest.is_some_and(|deepest| deepest.path == mount.path)
    };
    let held: Vec<&String> = named.iter().filter(counts).collect();
    let first = held.first()?;
    let more = match held.iter().filter(|path| path != &first).count() {
        0 => String::new(),
        _ => " and other files of flags".to_owned(),
    };
    let message = format!(
        "The container may write to `{}`, which holds `{first}`{more}. {} Add `readOnly: true`.",
        mount.path.text, RULE.docs.what
    );
    Some(Hit::new(Category::Insecure, mount.path.at, message).about_name("volumeMounts[].readOnly"))
}
