//! A second `ExecStart=` without an empty one before it.

use crate::context::Context;
use crate::edit::TextEdit;
use crate::finding::{Change, Hit, Plan};
use crate::knowledge::Component;
use crate::report::{Category, Safety, Severity};
use crate::rule::{Check, Docs, Repair, Rule};
use crate::target::LapseKind;

/// The rule.
pub static RULE: Rule = Rule {
    id: "second-exec-start",
    title: "A second ExecStart= without a reset makes systemd refuse the unit",
    severity: Severity::High,
    components: &[Component::Kubelet, Component::KubeApiserver],
    check: Check::Code(check),
    good: &[],
    repair: Repair::None,
    docs: Docs {
        what: "`ExecStart=` is a list. A drop-in that replaces the command must first clear the list with an empty \
               `ExecStart=`.",
        why: "Only units of type oneshot may have more than one command. systemd refuses to load any other unit that \
              has two, and the component does not start.",
        verify: "Run `systemd-analyze verify kubelet.service`: it must not print \"more than one ExecStart=\".",
        side_effects: "The command of the unit itself is replaced by the one in the drop-in.",
    },
    references: &[],
};

fn check(context: &Context<'_>) -> Vec<Hit> {
    let seconds = context.target.lapses.iter().filter(|lapse| lapse.kind == LapseKind::SecondExecStart);
    seconds
        .map(|lapse| {
            let message = "This is a second `ExecStart=` and nothing clears the first, so systemd refuses the unit. \
                           Put an empty `ExecStart=` on the line before it.";
            let edit = (lapse.at.doc, TextEdit::insert(lapse.at.span.start, format!("ExecStart={}", lapse.text)));
            let title = "Clear the list with an empty `ExecStart=`";
            let plan = Plan::new(title, Safety::Safe, Change::Edits(vec![edit]));
            Hit::new(Category::Syntax, lapse.at, message).plan(plan)
        })
        .collect()
}
