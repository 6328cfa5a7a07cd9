//! A flag on a line of its own because the line before lost its backslash.

use crate::context::Context;
use crate::finding::{Change, Hit, Plan};
use crate::knowledge::Component;
use crate::report::{Category, Safety, Severity};
use crate::rule::{Check, Docs, Repair, Rule};
use crate::target::{Lapse, LapseKind};

/// The rule.
pub static RULE: Rule = Rule {
    id: "lost-continuation",
    title: "A flag is outside the command because a backslash is missing",
    severity: Severity::High,
    components: &[Component::Kubelet, Component::KubeApiserver],
    check: Check::Code(check),
    good: &[],
    repair: Repair::None,
    docs: Docs {
        what: "systemd ends the command at the first line without a backslash at its end. It takes the next line for a \
               key of the section, warns in the journal and ignores it.",
        why: "The unit starts and looks right, but the flag never reaches the component. The default stays in force, \
              which may be the insecure one.",
        verify: "Run `systemd-analyze verify kubelet.service`: it must print neither \"Unknown key\" nor \"Missing \
                 '='\".",
        side_effects: "The flags on the lost lines take effect at the next restart, wanted or not. Read them first.",
    },
    references: &[],
};

fn check(context: &Context<'_>) -> Vec<Hit> {
    context.target.lapses.iter().filter_map(|lapse| hit(lapse, context)).collect()
}

fn hit(lapse: &Lapse, context: &Context<'_>) -> Option<Hit> {
    let LapseKind::LostContinuation { more } = lapse.kind else { return None };
    let program = context.target.component.name();
    let below = match more {
        0 => String::new(),
        1 => " The line below it is lost in the same way.".to_owned(),
        more => format!(" The {more} lines below it are lost in the same way."),
    };
    let message = format!(
        "The line before `{}` has no backslash that continues it, so the command stops there. systemd ignores this \
         line and the {program} never sees the flag.{below} End each line but the last with a single backslash.",
        lapse.text
    );
    let hit = Hit::new(Category::Syntax, lapse.at, message).about_name(lapse.text.clone());
    if lapse.mend.is_empty() {
        return Some(hit);
    }
    let title = "Add the missing backslash (may change what the component does: the lost flags take effect)";
    Some(hit.plan(Plan::new(title, Safety::Unsafe, Change::Edits(lapse.mend.clone()))))
}
