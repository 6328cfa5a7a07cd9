//! Characters that end a line for the decoder alone.

use crate::context::Context;
use crate::finding::{Change, Hit, Plan};
use crate::knowledge::Component;
use crate::report::{Category, Safety, Severity};
use crate::rule::{Check, Docs, Repair, Rule};
use crate::target::LapseKind;

/// The rule.
pub static RULE: Rule = Rule {
    id: "yaml-hidden-line-break",
    title: "A character ends the line for the component but not on the screen",
    severity: Severity::High,
    components: &[Component::Kubelet, Component::KubeApiserver],
    check: Check::Code(check),
    good: &[],
    repair: Repair::None,
    docs: Docs {
        what: "The decoder follows YAML 1.1, in which U+0085, U+2028 and U+2029 end a line. Editors and most other tools show one line.",
        why: "What follows is live although it looks like part of a comment or of a text: a setting can be hidden from whoever reviews the file.",
        verify: "Run `grep -nP '\\x{85}|\\x{2028}|\\x{2029}' FILE`: it must print nothing.",
        side_effects: "None when a real line break takes its place: the component reads the same.",
    },
    references: &[],
};

fn check(context: &Context<'_>) -> Vec<Hit> {
    let hidden = context.target.lapses.iter().filter_map(|lapse| match lapse.kind {
        LapseKind::HiddenLineBreak(c) => Some((lapse, c)),
        _ => None,
    });
    hidden
        .map(|(lapse, c)| {
            let message = format!(
                "U+{:04X} ends the line for the component but not on the screen. What follows is live although it looks \
                 like part of a comment or text, and is judged as such.",
                c as u32
            );
            let plan = Plan::new("Put a line break in its place", Safety::Safe, Change::Edits(lapse.mend.clone()));
            Hit::new(Category::Syntax, lapse.at, message).plan(plan)
        })
        .collect()
}
