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
    title: "A blank behind the backslash ends the command early",
    severity: Severity::High,
    components: &[Component::Kubelet, Component::KubeApiserver],
    check: Check::Code(check),
    good: &[],
    repair: Repair::None,
    docs: Docs {
        what: "A backslash continues the line only when nothing follows it. With a blank behind it the command ends \
               there, and the lines below are ignored.",
        why: "The blank cannot be seen, the unit starts, and every flag below it is silently absent.",
        verify: "Run `systemctl show -p ExecStart kubelet` and compare it with the file.",
        side_effects: "The flags behind the gap take effect at the next restart, wanted or not. Read them first.",
    },
    references: &[],
};

fn check(context: &Context<'_>) -> Vec<Hit> {
    let broken = context.target.lapses.iter().filter(|lapse| lapse.kind == LapseKind::BlankAfterBackslash);
    broken
        .map(|lapse| {
            let message = "There is a blank behind this backslash, so it does not continue the line. systemd ends the \
                           command here and ignores the lines below. Remove the blank.";
            let title = "Remove the blank (may change what the component does: the lost flags take effect)";
            Hit::new(Category::Syntax, lapse.at, message).plan(Plan::new(
                title,
                Safety::Unsafe,
                Change::Edits(lapse.mend.clone()),
            ))
        })
        .collect()
}
