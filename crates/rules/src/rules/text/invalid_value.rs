//! Values that the component refuses. Where a rule of its own reports the same, the report keeps that one.

use crate::context::{Context, spelling};
use crate::effective::State;
use crate::finding::Hit;
use crate::knowledge::Component;
use crate::report::{Category, Layer, Severity};
use crate::rule::{Check, Docs, Repair, Rule};

/// The rule.
pub static RULE: Rule = Rule {
    id: "invalid-value",
    title: "The component refuses the value and does not start",
    severity: Severity::High,
    components: &[Component::Kubelet, Component::KubeApiserver],
    check: Check::Code(check),
    good: &[],
    repair: Repair::None,
    docs: Docs {
        what: "A value that cannot be read as its setting's type, or lies outside its range, makes the component exit \
               while it reads its flags or its file.",
        why: "The node or the control plane is down until the value is mended.",
        verify: "Run `journalctl -u kubelet -n 20`, or read the API server container's log, after a restart: no line \
                 may name the setting.",
        side_effects: "The component starts again, with the value that you write.",
    },
    references: &[],
};

fn check(context: &Context<'_>) -> Vec<Hit> {
    let refused = context.computed.settings.iter().filter_map(|effective| match &effective.state {
        State::Invalid(text, wanted) => Some((effective.setting, text, wanted)),
        _ => None,
    });
    refused
        .filter_map(|(setting, text, wanted)| {
            let winner = context.winner(setting)?;
            let program = context.target.component.name();
            let reads = if winner.layer == Layer::File { "reads its configuration file" } else { "reads its flags" };
            let name = spelling(setting, winner);
            let message = format!(
                "`{name}` is `{text}`, but it must be {}. The {program} exits when it {reads}.",
                wanted.words()
            );
            Some(Hit::new(Category::Invalid, winner.value.unwrap_or(winner.name), message).about(setting))
        })
        .collect()
}
