//! YAML that no decoder reads.

use crate::context::Context;
use crate::finding::Hit;
use crate::knowledge::Component;
use crate::report::{Category, Severity};
use crate::rule::{Check, Docs, Repair, Rule};
use crate::target::LapseKind;

/// The rule.
pub static RULE: Rule = Rule {
    id: "yaml-not-valid",
    title: "The file is not valid YAML, so the component does not start",
    severity: Severity::High,
    components: &[Component::Kubelet, Component::KubeApiserver],
    check: Check::Code(check),
    good: &[],
    repair: Repair::None,
    docs: Docs {
        what: "The kubelet refuses a file that its decoder cannot read: it exits over its own configuration, and does not start a pod whose manifest is broken.",
        why: "The node, or the control plane on it, is down after the next restart. What is reported about the rest of the file is what it would mean once the place is mended.",
        verify: "Run `journalctl -u kubelet -n 20` after a restart: no line may say that the file could not be decoded or parsed.",
        side_effects: "The file is read again, and everything in it takes effect.",
    },
    references: &[],
};

fn check(context: &Context<'_>) -> Vec<Hit> {
    let broken = context.target.lapses.iter().filter_map(|lapse| match lapse.kind {
        LapseKind::NotYaml { places } => Some((lapse, places)),
        _ => None,
    });
    broken
        .map(|(lapse, places)| {
            let others = match places {
                1 => String::new(),
                2 => " One other place breaks it too.".to_owned(),
                more => format!(" {} other places break it too.", more - 1),
            };
            Hit::new(Category::Syntax, lapse.at, format!("{}{others}", lapse.text))
        })
        .collect()
}
