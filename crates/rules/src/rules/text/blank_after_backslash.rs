//! Blanks behind a backslash, which end the continuation.

use crate::context::Context;
use crate::finding::{Change, Hit, Plan};
use crate::knowledge::Component;
use crate::report::{Category, Safety, Severity};
use crate::rule::{Check, Docs, Repair, Rule};
use crate::target::LapseKind;

/// The rule.
pub static RULE: Rule = Rule {
    id: "blank-after-backslash",
    title: "A space or tab after the backslash ends the command early",
    severity: Severity::High,
    components: &[Component::Kubelet, Component::KubeApiserver],
    check: Check::Code(check),
    good: &[],
    repair: Repair::None,
    docs: Docs {
        what: "A backslash continues the line only when nothing follows it. With a blank after it systemd ends the \
               command there, hands the backslash over as a word of its own and ignores the lines below.",
        why: "The blank cannot be seen. The component exits over the stray word, and every flag on the lines below is \
              missing.",
        verify: "Run `systemd-analyze verify kubelet.service`: it must print neither \"unknown escape sequences\" nor \
                 \"Unknown key\".",
        side_effects: "The flags on the lines below take effect at the next restart, wanted or not. Read them first.",
    },
    references: &[],
};

fn check(context: &Context<'_>) -> Vec<Hit> {
    let broken = context.target.lapses.iter().filter(|lapse| lapse.kind == LapseKind::BlankAfterBackslash);
    broken
        .map(|lapse| {
            let message = "A blank follows this backslash, so it does not continue the line. systemd ends the command \
                           here, with the backslash as its last word, and ignores the lines below. Remove the blank.";
            let title = "Remove the blank (may change what the component does: the lost flags take effect)";
            Hit::new(Category::Syntax, lapse.at, message).plan(Plan::new(
                title,
                Safety::Unsafe,
                Change::Edits(lapse.mend.clone()),
            ))
        })
        .collect()
}
