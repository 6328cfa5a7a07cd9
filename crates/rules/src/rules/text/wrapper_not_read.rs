//! A unit that starts the component through a script.

use crate::context::Context;
use crate::finding::Hit;
use crate::knowledge::Component;
use crate::report::{Category, Severity};
use crate::rule::{Check, Docs, Repair, Rule};
use crate::target::LapseKind;

/// The rule.
pub static RULE: Rule = Rule {
    id: "wrapper-not-read",
    title: "A script starts the component, so its flags are not known",
    severity: Severity::Info,
    components: &[Component::Kubelet, Component::KubeApiserver],
    check: Check::Code(check),
    good: &[],
    repair: Repair::None,
    docs: Docs {
        what: "The unit runs another program, which starts the component with flags of its own.",
        why: "Nothing in the unit tells whether the component is safe: every setting stays without a verdict.",
        verify: "Run `ps -o args= -C kubelet` on the node, and give the line it prints.",
        side_effects: "None.",
    },
    references: &[],
};

fn check(context: &Context<'_>) -> Vec<Hit> {
    let wrappers = context.target.lapses.iter().filter(|lapse| lapse.kind == LapseKind::Wrapper);
    wrappers
        .map(|lapse| {
            let program = context.target.component.name();
            let message = format!(
                "The unit starts this program, not the {program} itself, so the flags of the {program} are not known. \
                 Add its command line as `ps` shows it."
            );
            Hit::new(Category::Unassessed, lapse.at, message)
        })
        .collect()
}
