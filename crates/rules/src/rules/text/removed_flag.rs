//! Flags that the chosen release no longer has.

use crate::command::{CommandLine, Extent, Flag, Host};
use crate::context::Context;
use crate::edit::TextEdit;
use crate::finding::{Change, Hit, Plan, with_risk};
use crate::knowledge::{self, Component, SettingId};
use crate::report::{Category, Safety, Severity};
use crate::rule::{Check, Docs, Repair, Rule};

/// The rule.
pub static RULE: Rule = Rule {
    id: "removed-flag",
    title: "The flag no longer exists, so the component does not start",
    severity: Severity::High,
    components: &[Component::Kubelet, Component::KubeApiserver],
    check: Check::Code(check),
    good: &[],
    repair: Repair::None,
    docs: Docs {
        what: "A flag that was removed is an unknown flag: the component names it in its log and exits.",
        why: "The node or the control plane is down until the flag is gone. After an upgrade this is a common reason \
              for a kubelet that keeps restarting.",
        verify: "Run `journalctl -u kubelet -n 20`, or read the API server container's log: no line may say \"unknown \
                 flag\".",
        side_effects: "None: with the flag the component does not start, so nothing depends on it. Where a replacement \
                       is named, check whether you need it; a flag that only has a new name keeps its value.",
    },
    references: &[],
};

fn check(context: &Context<'_>) -> Vec<Hit> {
    let Some(command) = &context.target.command else { return Vec::new() };
    let flags = command.flags.iter().enumerate();
    let hits = flags.filter_map(|(index, flag)| {
        let hit = hit(context, command, index, flag)?;
        Some(if flag.conditional { hit.under_condition() } else { hit })
    });
    hits.collect()
}

fn hit(context: &Context<'_>, command: &CommandLine, index: usize, flag: &Flag) -> Option<Hit> {
    let (setting, at) = (flag.setting?, flag.written.location()?);
    let row = setting.row();
    let since = row.flag_life.removed_words().filter(|_| row.flag_life.is_removed_in(context.version))?;
    if may_be_for_another(context, command, flag) {
        return None;
    }
    let (program, version) = (context.target.component.name(), context.version);
    let start = format!(
        "`--{}` was removed from the {program} in {since}. A {program} {version} exits with \"unknown flag\".",
        flag.name
    );
    if let Some(name) = new_name(context, setting).filter(|name| !is_written(command, name)) {
        let message = format!("{start} Write `--{name}`, its new name.");
        let hit = Hit::new(Category::Removed, at, message).about(setting);
        // An extra argument is written without its dashes.
        let bare = matches!(flag.host, Host::ExtraArg { .. });
        if flag.host == Host::ReadOnly || !(bare || flag.written.is_verbatim()) {
            return Some(hit);
        }
        let edit = TextEdit::replace(at.span, if bare { name.to_owned() } else { format!("--{name}") });
        let title = format!("Write `--{name}` for `--{}`", flag.name);
        return Some(hit.plan(Plan::new(title, Safety::Safe, Change::Edits(vec![(at.doc, edit)]))));
    }
    let message = format!("{start} Remove it{}", replacement_words(row.replacement));
    let hit = Hit::new(Category::Removed, at, message).about(setting);
    let (safety, risk) = if flag.host == Host::EnvironmentFile && other_has(context, &flag.name) {
        (Safety::Unsafe, "take it from another component that reads the same file")
    } else {
        (Safety::Safe, "")
    };
    let title = with_risk(format!("Remove `--{}`", flag.name), risk);
    let plan = Plan::new(title, safety, Change::DropFlag(index));
    Some(if flag.host == Host::ReadOnly { hit } else { hit.plan(plan) })
}

/// The name under which the flag lives on, with the same meaning.
fn new_name(context: &Context<'_>, setting: SettingId) -> Option<&'static str> {
    let name = setting.row().newer_name()?;
    let new = knowledge::by_flag(context.target.component, name)?.row();
    (new.has_flag(context.version) && new.ty == setting.row().ty).then_some(name)
}

fn is_written(command: &CommandLine, name: &str) -> bool {
    command.flags.iter().any(|flag| flag.name == name)
}

/// Whether the flag stands in variables that may be another component's, which still has it: one file often serves
/// all components of a node, and nothing in it belongs to this one alone.
fn may_be_for_another(context: &Context<'_>, command: &CommandLine, flag: &Flag) -> bool {
    if flag.host != Host::EnvironmentFile || command.extent != Extent::Fragment {
        return false;
    }
    let own = |flag: &Flag| flag.setting.is_some() && knowledge::by_flag(other(context), &flag.name).is_none();
    other_has(context, &flag.name) && !command.flags.iter().any(own)
}

/// Whether the other component still has a flag of this name.
fn other_has(context: &Context<'_>, name: &str) -> bool {
    knowledge::by_flag(other(context), name).is_some_and(|id| id.row().has_flag(context.version))
}

fn other(context: &Context<'_>) -> Component {
    match context.target.component {
        Component::Kubelet => Component::KubeApiserver,
        Component::KubeApiserver => Component::Kubelet,
    }
}

fn replacement_words(replacement: &str) -> String {
    if let Some(why) = replacement.strip_prefix("none: ") {
        return format!("; nothing replaces it ({why}).");
    }
    match replacement {
        "" => ".".to_owned(),
        "none" => "; nothing replaces it.".to_owned(),
        other => format!("; what replaces it: `{other}`."),
    }
}
