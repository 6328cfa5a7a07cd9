//! Flags that the component never had.

use crate::command::{Extent, Flag, Host};
use crate::context::Context;
use crate::edit::TextEdit;
use crate::finding::{Change, Hit, Plan};
use crate::knowledge::{self, Component};
use crate::nearest::nearest;
use crate::report::{Category, Safety, Severity};
use crate::rule::{Check, Docs, Repair, Rule};
use crate::text::Span;

/// The rule.
pub static RULE: Rule = Rule {
    id: "unknown-flag",
    title: "The component does not know the flag, so it does not start",
    severity: Severity::High,
    components: &[Component::Kubelet, Component::KubeApiserver],
    check: Check::Code(check),
    good: &[],
    repair: Repair::None,
    docs: Docs {
        what: "The component names an unknown flag in its log and exits.",
        why: "The node or the control plane is down until the flag is gone. Audit flags, for example, belong to the \
              kube-apiserver; a kubelet that is given one exits.",
        verify: "Run `journalctl -u kubelet -n 20`, or read the API server container's log: no line may say \
                 \"unknown flag\".",
        side_effects: "The component starts again with the remaining flags.",
    },
    references: &[],
};

/// Names for which a likely one is looked up; a text of nothing but unknown names must not cost more.
const MOST_GUESSES: usize = 100;

fn check(context: &Context<'_>) -> Vec<Hit> {
    let Some(command) = &context.target.command else { return Vec::new() };
    let unknown = command.flags.iter().enumerate().filter(|(_, flag)| flag.setting.is_none() && flag.known);
    let guessed = |(order, (index, flag)): (usize, (usize, &Flag))| {
        hit(context, index, flag, if order < MOST_GUESSES { meant(context, flag) } else { None })
    };
    unknown.enumerate().filter_map(guessed).collect()
}

/// A flag that the writer may have meant.
enum Meant {
    /// The flag itself, and whether hardly anything else can be meant.
    Flag(&'static str, bool),
    /// A field of the configuration file that has no flag in this release.
    FieldOnly(&'static str),
}

fn hit(context: &Context<'_>, index: usize, flag: &Flag, meant: Option<Meant>) -> Option<Hit> {
    let at = flag.written.location()?;
    let (this, other) = match context.target.component {
        Component::Kubelet => (Component::Kubelet, Component::KubeApiserver),
        Component::KubeApiserver => (Component::KubeApiserver, Component::Kubelet),
    };
    let written = flag.written.text();
    let start = format!("The {} has no flag `{written}` and exits.", this.name());
    let editable = flag.host != Host::ReadOnly;
    if let Some((name, value)) = colon_form(this, flag) {
        let message = format!("{start} A value follows `=`, not a colon: write `--{name}={value}`.");
        let hit = Hit::new(Category::Unknown, at, message).about_name(written);
        let colon = at.span.start + Span::of(0, written.find(':')?).end;
        let edit = TextEdit::replace(Span::new(colon, colon + 1), "=");
        let plan = Plan::new(format!("Write `--{name}={value}`"), Safety::Safe, Change::Edits(vec![(at.doc, edit)]));
        return Some(if editable && flag.written.is_verbatim() { hit.plan(plan) } else { hit });
    }
    if knowledge::by_flag(other, &flag.name).is_some_and(|id| id.row().has_flag(context.version)) {
        let message = format!("{start} It is a flag of the {}: set it there and remove it here.", other.name());
        let hit = Hit::new(Category::Unknown, at, message).about_name(written);
        let plan = Plan::new(format!("Remove `{written}`"), Safety::Safe, Change::DropFlag(index));
        return Some(if editable { hit.plan(plan) } else { hit });
    }
    if flag.host == Host::EnvironmentFile && context.target.command.as_ref()?.extent == Extent::Fragment {
        // Variables without a unit may belong to another component.
        return None;
    }
    let advice = match &meant {
        Some(Meant::Flag(name, true)) => format!("Write `--{name}`."),
        Some(Meant::Flag(name, false)) => format!("Did you mean `--{name}`?"),
        Some(Meant::FieldOnly(field)) => {
            format!("`{field}` is a field of the configuration file and has no flag: set it there.")
        }
        None => format!("Check its spelling against the release you run, {}.", context.version),
    };
    let hit = Hit::new(Category::Unknown, at, format!("{start} {advice}")).about_name(written);
    // An extra argument is written without its dashes.
    let bare = matches!(flag.host, Host::ExtraArg { .. });
    match meant {
        Some(Meant::Flag(name, true)) if editable && (bare || flag.written.is_verbatim()) => {
            let edit = TextEdit::replace(at.span, if bare { name.to_owned() } else { format!("--{name}") });
            let title = format!("Write `--{name}` for `{written}`");
            Some(hit.plan(Plan::new(title, Safety::Safe, Change::Edits(vec![(at.doc, edit)]))))
        }
        _ => Some(hit),
    }
}

fn meant(context: &Context<'_>, flag: &Flag) -> Option<Meant> {
    let (component, version) = (context.target.component, context.version);
    let rows = || knowledge::settings_of(component).map(|id| id.row());
    // A field of the configuration file written as a flag: its path, or the last part of it.
    let raw = flag.written.text().trim_start_matches('-');
    let mut fields = rows().filter(|row| {
        row.has_field(version) && (row.field == raw || row.field.rsplit('.').next().is_some_and(|last| last == raw))
    });
    if let (Some(row), None) = (fields.next(), fields.next()) {
        let own = if row.has_flag(version) { Meant::Flag(row.flag, true) } else { Meant::FieldOnly(row.field) };
        return Some(own);
    }
    let flags = rows().filter(|row| row.has_flag(version)).map(|row| row.flag);
    nearest(raw, flags).map(|near| Meant::Flag(near.name, near.sure))
}

/// `--name:value` where `name` is a flag: a colon in place of `=`.
fn colon_form(component: Component, flag: &Flag) -> Option<(String, String)> {
    let (name, value) = flag.name.split_once(':')?;
    knowledge::by_flag(component, name)?;
    flag.value.is_none().then(|| (name.to_owned(), value.to_owned()))
}
