//! Edits of flags where they stand: in a unit, in a variable, in the list of a manifest, in a script.

use super::{Edits, Planner, in_doc};
use crate::command::{Argument, Extent, Flag, Host};
use crate::edit::unit::Context as Place;
use crate::edit::{TextEdit, unit as unit_edit, yaml as yaml_edit};
use crate::syntax::mapped::{Location, Mapped};
use crate::syntax::yaml::{Layout, NodeId, Style};
use crate::text::Span;

impl Planner<'_> {
    /// Gives the flag with this index another value.
    pub(super) fn overwrite_flag(&self, index: usize, value: &str) -> Option<Edits> {
        let flag = self.command()?.flags.get(index)?;
        if let Some(entry) = self.extra_arg(flag.host) {
            return self.set_extra_arg(&entry, value);
        }
        let place = flag.host.edit_place()?;
        match &flag.value {
            Some(old) => self.replace_value(flag, old, value),
            None => {
                if let Some(edits) = self.take_in_stray(index, flag, value) {
                    return Some(edits);
                }
                let name = flag.written.location()?;
                Some(vec![(name.doc, TextEdit::insert(name.span.end, format!("={}", encode(value, place))))])
            }
        }
    }

    /// Adds an element to the list in the value of a flag.
    pub(super) fn extend_flag(&self, flag: &Flag, old: &Mapped, item: &str) -> Option<Edits> {
        let text = if old.is_empty() { item.to_owned() } else { format!("{},{item}", old.text()) };
        if let Some(entry) = self.extra_arg(flag.host) {
            return self.set_extra_arg(&entry, &text);
        }
        if self.quotes_needed(flag, &text).is_some() {
            return self.replace_value(flag, old, &text);
        }
        let at = old.location().filter(|at| self.is_used_once(*at))?;
        let added = text.get(old.text().len()..)?;
        (old.is_verbatim() || old.is_empty()).then(|| vec![(at.doc, TextEdit::insert(at.span.end, added))])
    }

    fn replace_value(&self, flag: &Flag, old: &Mapped, value: &str) -> Option<Edits> {
        let at = old.location().filter(|at| self.is_used_once(*at))?;
        if let Some((part, node)) = self.quotes_needed(flag, value) {
            let tree = self.tree(part)?;
            let text = self.bundle.text(tree.doc);
            let whole = if flag.count == 2 { value.to_owned() } else { format!("{}={value}", flag.written.text()) };
            return Some(in_doc(tree.doc, yaml_edit::set_scalar(text, tree, node, &whole).ok()?));
        }
        let spelled = encode(value, flag.host.edit_place()?);
        if old.is_verbatim() {
            return Some(vec![(at.doc, TextEdit::replace(at.span, spelled))]);
        }
        old.is_empty().then(|| vec![(at.doc, TextEdit::insert(at.span.end, spelled))])
    }

    /// The part and the node of a list item that must be quoted to hold `value`: plain text in brackets ends at a
    /// comma.
    fn quotes_needed(&self, flag: &Flag, value: &str) -> Option<(usize, NodeId)> {
        let holder = self.command()?.arguments.get(flag.first + flag.count - 1)?;
        let Host::ListItem { part, list, item } = holder.host else { return None };
        let tree = self.tree(part)?;
        let node = *tree.items(list).get(item)?;
        let plain = tree.node(node).style() == Some(Style::Plain);
        let block = tree.node(list).layout() == Some(Layout::Block);
        (plain && !block && value.contains([',', '[', ']', '{', '}'])).then_some((part, node))
    }

    /// Whether only one argument holds this text: a variable may be used by several.
    fn is_used_once(&self, at: Location) -> bool {
        let Some(command) = self.command() else { return false };
        let holds = |argument: &&Argument| argument.text.touches(at);
        command.arguments.iter().filter(holds).count() <= 1
    }

    /// A boolean whose value stands behind a blank, where it counts for nothing: name and word become one.
    fn take_in_stray(&self, index: usize, flag: &Flag, value: &str) -> Option<Edits> {
        let command = self.command()?;
        let stray = command.strays.iter().find(|stray| stray.after_boolean == Some(index))?;
        crate::value::bool_of(stray.text.text())?;
        let joined = format!("{}={value}", flag.written.text());
        if let (Host::ListItem { part, list, item }, Host::ListItem { item: next, .. }) = (flag.host, stray.host) {
            let tree = self.tree(part)?;
            let text = self.bundle.text(tree.doc);
            let node = *tree.items(list).get(item)?;
            let mut edits = yaml_edit::set_scalar(text, tree, node, &joined).ok()?;
            edits.extend(yaml_edit::remove_item(text, tree, list, next).ok()?);
            return Some(in_doc(tree.doc, edits));
        }
        let (name, word) = (flag.written.location()?, stray.text.location()?);
        let gap = Span::new(name.span.end, word.span.end);
        (name.doc == word.doc).then(|| vec![(name.doc, TextEdit::replace(gap, format!("={value}")))])
    }

    /// Adds a flag behind the last one.
    pub(super) fn insert_flag(&self, name: &str, value: &str) -> Option<Edits> {
        let command = self.command().filter(|command| command.extent == Extent::Whole)?;
        if let Some(extra_args) = self.context.target.setup.as_ref().and_then(|setup| setup.extra_args) {
            return self.insert_extra_arg(extra_args, name, value);
        }
        let word = &format!("--{name}={value}");
        if let Some((part, list, item)) = last_list_item(&command.arguments) {
            let tree = self.tree(part)?;
            let text = self.bundle.text(tree.doc);
            let edits = yaml_edit::insert_item(text, tree, list, item, word).ok()?;
            return Some(in_doc(tree.doc, edits));
        }
        let last = command.arguments.iter().rev().find(|argument| argument.used_at.is_some());
        let (host, at) = match last {
            Some(argument) if argument.host == Host::Script && !argument.text.is_verbatim() => return None,
            Some(argument) => (argument.host, argument.used_at?),
            None => (Host::Unit, command.executable?),
        };
        let place = match host {
            Host::Unit | Host::Environment | Host::EnvironmentFile => Place::Command,
            Host::Script => Place::EnvironmentFile,
            Host::ListItem { .. } | Host::ExtraArg { .. } | Host::Line | Host::ReadOnly => return None,
        };
        Some(in_doc(at.doc, unit_edit::add_word_after(self.bundle.text(at.doc), &at, word, place)))
    }

    /// Removes a flag with its value.
    pub(super) fn drop_flag(&self, flag: &Flag) -> Option<Edits> {
        self.remove_words(flag.host, flag.first, flag.count)
    }

    /// Removes `count` arguments from `first` on.
    pub(super) fn remove_words(&self, host: Host, first: usize, count: usize) -> Option<Edits> {
        if let Some(entry) = self.extra_arg(host) {
            return self.remove_extra_arg(&entry);
        }
        let arguments = self.command()?.arguments.get(first..first + count)?;
        if let Host::ListItem { part, list, .. } = host {
            let tree = self.tree(part)?;
            let text = self.bundle.text(tree.doc);
            let mut all = Edits::new();
            for argument in arguments {
                let Host::ListItem { item, .. } = argument.host else { return None };
                all.extend(in_doc(tree.doc, yaml_edit::remove_item(text, tree, list, item).ok()?));
            }
            return Some(all);
        }
        host.edit_place()?;
        if host == Host::Script && !arguments.iter().all(|argument| argument.text.is_verbatim()) {
            // A script whose characters cannot be told apart in the text: its words have no places of their own.
            return None;
        }
        let places: Option<Vec<Location>> = arguments.iter().map(|argument| argument.text.location()).collect();
        let places = places?;
        let first = places.first()?;
        if places.iter().any(|place| place.doc != first.doc || !self.is_used_once(*place)) {
            return None;
        }
        let span = places.iter().fold(first.span, |span, place| span.cover(place.span));
        let text = self.bundle.text(first.doc);
        Some(in_doc(first.doc, unit_edit::remove_word(text, span)))
    }
}

impl Host {
    /// How words are spelled there; nothing where text is never edited.
    const fn edit_place(self) -> Option<Place> {
        match self {
            Self::Unit => Some(Place::Command),
            Self::Environment => Some(Place::Environment),
            Self::EnvironmentFile | Self::ListItem { .. } | Self::Script | Self::Line => Some(Place::EnvironmentFile),
            Self::ExtraArg { .. } | Self::ReadOnly => None,
        }
    }
}

/// A value written in place of another. The values that rules write hold no blanks, so no quotes are needed.
fn encode(value: &str, place: Place) -> String {
    if value.is_empty() { String::new() } else { unit_edit::encode(value, place) }
}

/// The last argument that is an item of a manifest's list, as part, list and position.
fn last_list_item(arguments: &[Argument]) -> Option<(usize, NodeId, usize)> {
    arguments.iter().rev().find_map(|argument| match argument.host {
        Host::ListItem { part, list, item } => Some((part, list, item)),
        _ => None,
    })
}
