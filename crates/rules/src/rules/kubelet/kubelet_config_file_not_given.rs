//! A configuration file that the kubelet reads and nobody gave.

use crate::context::Context;
use crate::effective::{State, Unknown};
use crate::finding::Hit;
use crate::knowledge::Component;
use crate::report::{Category, Severity};
use crate::rule::{Check, Docs, Repair, Rule};
use crate::target::ConfigUse;

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
    let ConfigUse::Missing { path, at } = &context.target.config_use else { return Vec::new() };
    let depends = |state: &State| matches!(state, State::Unknown(Unknown::ConfigFile(_)));
    let count = context.computed.settings.iter().filter(|effective| depends(&effective.state)).count();
    let message = format!(
        "The kubelet reads `{path}`, which was not given. {count} settings depend on it and stay without a verdict. \
         Add the file."
    );
    vec![Hit::new(Category::Unassessed, *at, message)]
}
