//! A configuration file that the kubelet reads and nobody gave.

use crate::context::Context;
use crate::effective::{State, Unknown};
use crate::finding::Hit;
use crate::knowledge::Component;
use crate::report::{Category, Severity};
use crate::rule::{Check, Docs, Repair, Rule};
use crate::syntax::mapped::Location;
use crate::target::{ConfigUse, is_manifest_folder};

/// The rule.
pub static RULE: Rule = Rule {
    id: "kubelet-config-file-not-given",
    title: "The kubelet's configuration file was not given",
    severity: Severity::Info,
    components: &[Component::Kubelet],
    check: Check::Code(check),
    good: &[],
    repair: Repair::None,
    docs: Docs {
        what: "What the file says is not known here, so the settings that only it decides neither pass nor fail.",
        why: "Most security settings of a kubelet are in that file. A unit without it tells little.",
        verify: "Add the file: this finding goes, and the settings get a verdict.",
        side_effects: "None.",
    },
    references: &[],
};

fn check(context: &Context<'_>) -> Vec<Hit> {
    let file = match &context.target.config_use {
        ConfigUse::Missing { path, at } => Some(missing_file(context, path, *at)),
        _ => None,
    };
    let directory = context.target.missing_directory.as_ref().map(|(path, at)| {
        let message = format!(
            "The kubelet merges the `*.conf` files of `{path}` over its configuration, and none of them was given. They \
             may change any field. Add them."
        );
        Hit::new(Category::Unassessed, *at, message)
    });
    file.into_iter().chain(directory).collect()
}

fn missing_file(context: &Context<'_>, path: &str, at: Location) -> Hit {
    let depends = |state: &State| matches!(state, State::Unknown(Unknown::ConfigFile(_)));
    let count = context.computed.settings.iter().filter(|effective| depends(&effective.state)).count();
    let message = if is_manifest_folder(path) {
        format!(
            "`{path}` looks like a folder of static pods, which `--config` named up to 1.5. Now it names a file, \
             and a kubelet {} that is given a folder exits. Write the folder into a KubeletConfiguration as \
             `staticPodPath` and name that file here. {count} settings depend on it and stay without a verdict.",
            context.version
        )
    } else {
        format!(
            "The kubelet reads `{path}`, which was not given. {count} settings depend on it and stay without a \
             verdict. Add the file."
        )
    };
    Hit::new(Category::Unassessed, at, message)
}
