//! Edits of extra arguments in the documents of kubeadm, in both of their forms.

use super::{Edits, Planner, in_doc};
use crate::command::Host;
use crate::edit::yaml as yaml_edit;
use crate::syntax::yaml::{NodeId, PlainKind, Style, Tree};
use crate::target::{ExtraArgs, Form};

/// One argument that the user adds.
pub(super) struct Entry {
    part: usize,
    holder: NodeId,
    item: usize,
}

impl Planner<'_> {
    /// The extra argument behind a flag, when it is one.
    pub(super) fn extra_arg(&self, host: Host) -> Option<Entry> {
        match host {
            Host::ExtraArg { part, holder, item } => Some(Entry { part, holder, item }),
            _ => None,
        }
    }

    /// Gives an argument another value, in the quotes that it has.
    pub(super) fn set_extra_arg(&self, entry: &Entry, value: &str) -> Option<Edits> {
        let tree = self.tree(entry.part)?;
        let text = self.bundle.text(tree.doc);
        let node = match tree.items(entry.holder).get(entry.item) {
            Some(item) => tree.get(*item, "value")?.value,
            None => tree.own_entries(entry.holder).get(entry.item)?.1,
        };
        let quoted = tree.node(node).style().is_some_and(Style::is_quoted);
        let edits = if quoted {
            yaml_edit::set_scalar(text, tree, node, value)
        } else {
            yaml_edit::replace_value(text, tree, node, &yaml_edit::string_like(tree, node, value))
        };
        Some(in_doc(tree.doc, edits.ok()?))
    }

    /// Removes an argument.
    pub(super) fn remove_extra_arg(&self, entry: &Entry) -> Option<Edits> {
        let tree = self.tree(entry.part)?;
        let text = self.bundle.text(tree.doc);
        let edits = match tree.own_entries(entry.holder).get(entry.item) {
            Some((key, _)) => yaml_edit::remove_key(text, tree, *key),
            None => yaml_edit::remove_item(text, tree, entry.holder, entry.item),
        };
        Some(in_doc(tree.doc, edits.ok()?))
    }

    /// Adds an argument behind the last one, quoted as that is.
    pub(super) fn insert_extra_arg(&self, place: ExtraArgs, name: &str, value: &str) -> Option<Edits> {
        let tree = self.tree(place.part)?;
        let text = self.bundle.text(tree.doc);
        let held = tree.at(place.root, &place.path).map(|entry| entry.value);
        let edits = match (place.form?, held.map(|node| tree.items(node).len())) {
            (Form::Map, _) => {
                let neighbour = held.and_then(|node| tree.own_entries(node).last()).map(|(_, value)| *value);
                let [section, key] = place.path;
                yaml_edit::insert(
                    text,
                    tree,
                    place.root,
                    &[section, key, name],
                    &spelled(tree, place, neighbour, value),
                )
            }
            (Form::List, Some(1..)) => {
                let list = held?;
                let last = *tree.items(list).last()?;
                let like = |key, text| spelled(tree, place, tree.get(last, key).map(|entry| entry.value), text);
                let pairs = [("name", like("name", name)), ("value", like("value", value))];
                yaml_edit::insert_mapping(text, tree, list, &pairs)
            }
            (Form::List, _) => {
                let pairs = [("name", name.to_owned()), ("value", spelled(tree, place, None, value))];
                yaml_edit::insert_list(text, tree, place.root, &place.path, &pairs)
            }
        };
        Some(in_doc(tree.doc, edits.ok()?))
    }
}

/// A value as text in the quotes of its neighbour; it must not be read as a number or a boolean.
fn spelled(tree: &Tree<'_>, place: ExtraArgs, neighbour: Option<NodeId>, value: &str) -> String {
    let near = neighbour.unwrap_or(place.root);
    let double = || yaml_edit::double_quoted(value);
    match tree.node(tree.resolve(near)).style() {
        _ if yaml_edit::is_json(tree, place.root) => double(),
        Some(Style::DoubleQuoted) => double(),
        Some(Style::SingleQuoted) => format!("'{}'", value.replace('\'', "''")),
        _ if crate::syntax::yaml::plain_kind(value) != PlainKind::Str => double(),
        // In brackets a comma would end the text.
        _ if value.contains([',', '[', ']', '{', '}']) => double(),
        _ => yaml_edit::string_like(tree, near, value),
    }
}
