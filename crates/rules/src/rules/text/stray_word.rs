//! Words on the command line that are neither flag nor value.

use crate::command::{Host, Stray, is_ellipsis};
use crate::context::Context;
use crate::edit::TextEdit;
use crate::finding::{Change, Hit, Plan};
use crate::knowledge::{self, Component};
use crate::report::{Category, Safety, Severity};
use crate::rule::{Check, Docs, Repair, Rule};
use crate::syntax::mapped::Location;
use crate::text::Span;
use crate::value;

/// The rule.
pub static RULE: Rule = Rule {
    id: "stray-word",
    title: "A word on the command line is neither a flag nor a value",
    severity: Severity::High,
    components: &[Component::Kubelet, Component::KubeApiserver],
    check: Check::Code(check),
    good: &[],
    repair: Repair::None,
    docs: Docs {
        what: "Both components take flags only. Any other word makes them print an error and exit.",
        why: "The component does not start. Common causes: a comment after a flag (systemd has no inline comments), a \
              boolean flag with its value after a space, an ellipsis copied from documentation, an en dash in place of \
              two hyphens.",
        verify: "Run `journalctl -u kubelet -n 20`, or read the API server container's log: no line may say \"unknown \
                 command\" or \"does not take any arguments\".",
        side_effects: "The component starts again with the remaining flags.",
    },
    references: &[],
};

fn check(context: &Context<'_>) -> Vec<Hit> {
    let Some(command) = &context.target.command else { return Vec::new() };
    let mut hits = Vec::new();
    let mut strays = command.strays.iter().enumerate().peekable();
    while let Some((at, stray)) = strays.next() {
        let Some(place) = stray.text.location() else { continue };
        // Everything behind an inline comment belongs to it, and the dots of an ellipsis belong together.
        let mut group = vec![at];
        let mut end = place;
        let comment = stray.comment;
        if comment || is_ellipsis(stray.text.text()) {
            let mut last = stray.argument;
            while let Some((next_at, next)) = strays.peek() {
                let Some(next_place) = next.text.location() else { break };
                let belongs = if comment { next.comment } else { is_ellipsis(next.text.text()) };
                if !belongs || next.argument != last + 1 || next_place.doc != place.doc || next.host != stray.host {
                    break;
                }
                last = next.argument;
                group.push(*next_at);
                end = next_place;
                strays.next();
            }
        }
        let at = Location::new(place.doc, place.span.cover(end.span));
        hits.push(hit(context, stray, at, group));
    }
    hits
}

fn hit(context: &Context<'_>, stray: &Stray, at: Location, group: Vec<usize>) -> Hit {
    let program = context.target.component.name();
    let word = stray.text.text();
    let explanation = explain(word, stray, context);
    let message = format!("`{word}` is neither a flag nor a value, so the {program} exits. {explanation}");
    let hit = Hit::new(Category::Syntax, at, message);
    if stray.host == Host::ReadOnly {
        return hit;
    }
    if let Some(edits) = joined_boolean(context, stray) {
        return hit.plan(Plan::new("Join the value to its flag with `=`", Safety::Safe, Change::Edits(edits)));
    }
    if let Some((name, dashes)) = misdashed(context, word).filter(|_| stray.text.is_verbatim()) {
        let start = at.span.start;
        let edit = TextEdit::replace(Span::new(start, start + Span::of(0, dashes).end), "--");
        let title = format!("Write `--{name}`");
        return hit.plan(Plan::new(title, Safety::Safe, Change::Edits(vec![(at.doc, edit)])));
    }
    if word.starts_with('#') || is_ellipsis(word) {
        let changes = group.into_iter().map(Change::DropStray).collect();
        return hit.plan(Plan {
            title: "Remove the words that are not flags".to_owned(),
            safety: Safety::Safe,
            changes,
        });
    }
    hit
}

fn explain(word: &str, stray: &Stray, context: &Context<'_>) -> String {
    if let Some(flag) = boolean_before(context, stray) {
        return format!(
            "A boolean flag never takes the next word: write `{flag}={word}`. As it stands the flag is true."
        );
    }
    if word.starts_with('#') {
        return "There are no comments after a command: everything up to the end of the line is an argument. \
                Put the comment on a line of its own."
            .to_owned();
    }
    if is_ellipsis(word) {
        return "It looks like an ellipsis from documentation. Put the left-out flags in its place.".to_owned();
    }
    if word == "\\" {
        return "Two backslashes are one that is meant as such, so the line ends here. End it with a single one."
            .to_owned();
    }
    if let Some((name, _)) = misdashed(context, word) {
        return format!("A flag begins with two hyphens: write `--{name}`.");
    }
    if word.starts_with(['–', '—', '‒', '−']) {
        return "It begins with a dash that is not a hyphen, as word processors make them. Write two hyphens."
            .to_owned();
    }
    if word.starts_with('-') {
        return "Flags begin with two hyphens.".to_owned();
    }
    "Write flags as `--name=value`.".to_owned()
}

/// The flag of this release that a word names behind other dashes than two hyphens, and the bytes of those dashes.
fn misdashed<'w>(context: &Context<'_>, word: &'w str) -> Option<(&'w str, usize)> {
    let rest = word.trim_start_matches(['-', '–', '—', '‒', '−']);
    let name = rest.split('=').next().filter(|_| !matches!(word.strip_suffix(rest), None | Some("" | "--")))?;
    let setting = knowledge::by_flag(context.target.component, &knowledge::normalised_flag(name))?;
    setting.row().has_flag(context.version).then_some((name, word.len() - rest.len()))
}

fn boolean_before(context: &Context<'_>, stray: &Stray) -> Option<String> {
    value::bool_of(stray.text.text())?;
    let command = context.target.command.as_ref()?;
    let flag = command.flags.get(stray.after_boolean?)?;
    Some(flag.written.text().to_owned())
}

/// Replaces the blank between a boolean flag and its value by `=`.
fn joined_boolean(context: &Context<'_>, stray: &Stray) -> Option<Vec<(crate::syntax::mapped::DocId, TextEdit)>> {
    boolean_before(context, stray)?;
    if matches!(stray.host, Host::ListItem { .. }) {
        return None;
    }
    let flag = context.target.command.as_ref()?.flags.get(stray.after_boolean?)?;
    let (name, word) = (flag.written.location()?, stray.text.location()?);
    (name.doc == word.doc).then(|| {
        let gap = Span::new(name.span.end, word.span.start);
        vec![(name.doc, TextEdit::replace(gap, "="))]
    })
}
