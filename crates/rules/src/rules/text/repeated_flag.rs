//! A flag written twice on one command line.

use std::collections::HashMap;

use crate::command::{CommandLine, Flag, Host};
use crate::context::Context;
use crate::finding::{Change, Hit, Plan};
use crate::knowledge::{Component, Repeat, SettingId};
use crate::report::{Category, Safety, Severity};
use crate::rule::{Check, Docs, Repair, Rule};

/// The rule.
pub static RULE: Rule = Rule {
    id: "repeated-flag",
    title: "A flag is written twice, and only the last one counts",
    severity: Severity::Low,
    components: &[Component::Kubelet, Component::KubeApiserver],
    check: Check::Code(check),
    good: &[],
    repair: Repair::Remove { safety: Safety::Safe, risk: "" },
    docs: Docs {
        what: "The component keeps the last value of a flag that takes one and forgets those before it.",
        why: "Whoever reads the command believes the first value. A hardened flag in the unit is undone by one that a \
              variable adds behind it.",
        verify: "Run `tr '\\0' '\\n' </proc/$(pidof kubelet)/cmdline | cut -d= -f1 | sort | uniq -d`: it must print no \
                 flag that takes one value.",
        side_effects: "None: the value that is removed has no effect.",
    },
    references: &[],
};

fn check(context: &Context<'_>) -> Vec<Hit> {
    let Some(command) = &context.target.command else { return Vec::new() };
    let flags = || command.flags.iter().enumerate();
    let last: HashMap<SettingId, usize> = flags().filter_map(|(index, flag)| Some((flag.setting?, index))).collect();
    flags().filter_map(|(index, flag)| hit(context, command, index, *last.get(&flag.setting?)?)).collect()
}

/// The hit for the flag at `index`, when the same one stands at `last`, further on.
fn hit(context: &Context<'_>, command: &CommandLine, index: usize, last: usize) -> Option<Hit> {
    let (flag, later) = (command.flags.get(index)?, command.flags.get(last).filter(|_| last != index)?);
    let setting = flag.setting.filter(|setting| setting.row().repeat == Repeat::LastWins)?;
    if !setting.row().has_flag(context.version) {
        return None;
    }
    if !flag.known || !later.known {
        // Branches of a template may each hold the flag once.
        return None;
    }
    let (at, winner) = (flag.written.location()?, later.written.location()?);
    let text = |flag: &Flag| flag.value.as_ref().map_or("true", |value| value.text()).to_owned();
    let (dead, lives) = (text(flag), text(later));
    let name = &flag.name;
    let (message, severity) = if dead == lives {
        (format!("`--{name}` is written twice with the value `{lives}`. One is enough."), Severity::Info)
    } else {
        (
            format!("`--{name}` is `{dead}` here, but `{lives}` further on, and the last one counts. Keep that one."),
            Severity::Low,
        )
    };
    let hit =
        Hit::new(Category::Conflict, at, message).about(setting).severity(severity).related(winner, "this one counts");
    if flag.host == Host::ReadOnly {
        return Some(hit);
    }
    let title = format!("Remove the `--{name}` that does not count");
    Some(hit.plan(Plan::new(title, Safety::Safe, Change::DropFlag(index))))
}
