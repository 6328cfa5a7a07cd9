//! Files of the API server in places where anyone may write.

use super::apiserver_file_not_mounted::{FILES, paths};
use crate::context::Context;
use crate::finding::Hit;
use crate::knowledge::{Component, SettingId, kube_apiserver as settings};
use crate::report::{Category, Severity};
use crate::rule::{Check, Docs, Repair, Rule};
use crate::rules::kubelet::kubelet_path_in_tmp::open_place;

/// The rule.
pub static RULE: Rule = Rule {
    id: "apiserver-path-in-tmp",
    title: "The API server trusts a place where every user may write",
    severity: Severity::High,
    components: &[Component::KubeApiserver],
    check: Check::Code(check),
    good: &[],
    repair: Repair::None,
    docs: Docs {
        what: "Every user and every service of the node may create files in that place.",
        why: "A process without rights waits until the file is cleaned away and makes it anew: with a CA, a token file or \
              an authorization file of its own it is administrator of the cluster.",
        verify: "Run `ls -ld` on the path and on each folder above it, on the node: only root may write.",
        side_effects: "What lies there has to move.",
    },
    references: &[],
};

fn check(context: &Context<'_>) -> Vec<Hit> {
    let all = FILES.iter().copied().chain([settings::CERT_DIR]);
    all.filter_map(|setting| judge(context, setting)).collect()
}

fn judge(context: &Context<'_>, setting: SettingId) -> Option<Hit> {
    if !context.is_written(setting) {
        return None;
    }
    let on_node = paths(&context.value(setting)?).into_iter().filter_map(|path| path_on_node(context, &path));
    let (path, open) = on_node.into_iter().find_map(|path| open_place(&path).map(|open| (path, open)))?;
    let message = format!(
        "`--{}` is `{path}` on the node. Every user of the node may write to `{open}`, and the API server trusts what \
         it finds there. Use a folder where only root may.",
        setting.row().flag
    );
    let hit = Hit::new(Category::Insecure, context.place(setting), message).about(setting);
    Some(hit.confidence(context.confidence(setting)))
}

/// The path on the node that a container sees as `path`; nothing when it is not on the node.
fn path_on_node(context: &Context<'_>, path: &str) -> Option<String> {
    let Some(mounts) = &context.target.mounts else { return Some(path.to_owned()) };
    let mount = mounts.of(path)?;
    let rest = path.strip_prefix(mount.path.trim_end_matches('/'))?;
    let (source, _) = mount.host_path.as_ref()?;
    Some(format!("{}{rest}", source.trim_end_matches('/')))
}
