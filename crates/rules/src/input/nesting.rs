//! Keys of a KubeletConfiguration at the wrong level: the indentation that a copy lost, and the one field that
//! belongs to another section.

use super::kubelet_config::Reader;
use crate::edit::{TextEdit, yaml as edit};
use crate::knowledge;
use crate::syntax::mapped::{DocId, Location};
use crate::syntax::yaml::{Entry, Kind, Layout, NodeId};
use crate::target::{Lapse, LapseKind};
use crate::text::{Span, line_ending};

/// A run of top keys that were meant to be nested.
pub(super) struct Flattened {
    /// The keys, without the section that they belong to.
    pub(super) keys: Vec<NodeId>,
    /// What is reported.
    pub(super) lapse: Lapse,
}

/// Finds a section without a value that is followed, at the same level, by keys that belong below it.
///
/// Walking the keys in order, each one is placed below the deepest open section under which the release knows
/// it. A key that fits nowhere ends the run.
pub(super) fn lost_indentation(reader: &Reader<'_>, root: NodeId) -> Option<Flattened> {
    let tree = &reader.parsed.tree;
    let node = tree.node(root);
    if !matches!(node.kind, Kind::Mapping { layout: Layout::Block, .. }) {
        return None;
    }
    let mut found: Option<Flattened> = None;
    let mut open: Vec<String> = Vec::new();
    for (key, value) in tree.own_entries(root) {
        let Some(name) = tree.scalar(*key) else { continue };
        let depth = (1..=open.len()).rev().find(|depth| known(reader, &joined(&open, *depth, name)));
        let is_section = tree.node(*value).is_empty_value();
        match depth {
            Some(depth) if !known(reader, name) => {
                let path = joined(&open, depth, name);
                push(reader, &mut found, &open, *key, &path, depth);
                open.truncate(depth);
                if is_section && knowledge::KUBELET_SECTIONS.contains(&path.as_str()) {
                    open.push(name.to_owned());
                }
            }
            _ => {
                open.clear();
                if is_section && knowledge::KUBELET_SECTIONS.contains(&name) {
                    open.push(name.to_owned());
                }
            }
        }
    }
    found
}

fn joined(open: &[String], depth: usize, name: &str) -> String {
    let mut path = open.get(..depth).unwrap_or_default().join(".");
    path.push('.');
    path.push_str(name);
    path
}

fn known(reader: &Reader<'_>, path: &str) -> bool {
    let field = knowledge::by_field(path).is_some_and(|id| id.row().has_field(reader.version));
    field || knowledge::KUBELET_SECTIONS.contains(&path)
}

fn push(reader: &Reader<'_>, found: &mut Option<Flattened>, open: &[String], key: NodeId, path: &str, depth: usize) {
    let tree = &reader.parsed.tree;
    let at = Location::new(reader.doc, tree.node(key).span);
    let flattened = found.get_or_insert_with(|| Flattened {
        keys: Vec::new(),
        lapse: Lapse {
            kind: LapseKind::LostIndentation { meant: Vec::new() },
            at,
            text: open.first().cloned().unwrap_or_default(),
            mend: Vec::new(),
        },
    });
    flattened.keys.push(key);
    if let LapseKind::LostIndentation { meant } = &mut flattened.lapse.kind
        && knowledge::by_field(path).is_some()
    {
        meant.push(path.to_owned());
    }
    let column = tree.node(key).span.start;
    flattened.lapse.mend.push((reader.doc, TextEdit::insert(column, "  ".repeat(depth))));
}

/// Edits that move a scalar entry to the path where the field belongs; none when that cannot be done exactly.
pub(super) fn moved(reader: &Reader<'_>, mapping: NodeId, entry: Entry, path: &str) -> Vec<(DocId, TextEdit)> {
    let tree = &reader.parsed.tree;
    let value = tree.node(entry.value);
    if entry.merged || value.scalar().is_none() || value.is_empty_value() {
        return Vec::new();
    }
    let text = &reader.document.text;
    let root = tree.ancestors(mapping).last().unwrap_or(mapping);
    let keys: Vec<&str> = path.split('.').collect();
    let Some(name) = tree.scalar(entry.key) else { return Vec::new() };
    if tree.at(root, &keys).is_some() {
        return Vec::new();
    }
    if let ([section, _], true, None) =
        (keys.as_slice(), mapping == root, keys.first().and_then(|key| tree.get(root, key)))
        && matches!(tree.node(root).kind, Kind::Mapping { layout: Layout::Block, .. })
        && line_start(text, tree.node(entry.key).span)
    {
        let heading = format!("{section}:{}  ", line_ending(text));
        return vec![(reader.doc, TextEdit::insert(tree.node(entry.key).span.start, heading))];
    }
    let removal = edit::remove_entry(text, tree, mapping, name);
    let insertion = edit::insert(text, tree, root, &keys, value.span.slice(text));
    let (Ok(removal), Ok(insertion)) = (removal, insertion) else { return Vec::new() };
    let edits: Vec<TextEdit> = merged(text, removal, insertion);
    edits.into_iter().map(|edit| (reader.doc, edit)).collect()
}

/// Whether the span begins at the left margin.
fn line_start(text: &str, span: Span) -> bool {
    Span::new(0, span.start).slice(text).chars().next_back().is_none_or(|c| c == '\n' || c == '\u{feff}')
}

/// The edits together. An insertion at the end of the lines that are removed takes their place.
fn merged(text: &str, removal: Vec<TextEdit>, insertion: Vec<TextEdit>) -> Vec<TextEdit> {
    let mut all = removal;
    for insert in insertion {
        let touching = all.iter_mut().find(|edit| {
            insert.span.is_empty() && edit.span.start <= insert.span.start && insert.span.start <= edit.span.end
        });
        match touching {
            Some(edit) if edit.span.slice(text).ends_with('\n') && insert.text.starts_with(['\r', '\n']) => {
                // The insertion brings its line end first; the removed lines end with theirs.
                edit.text.push_str(insert.text.trim_start_matches(['\r', '\n']));
                edit.text.push_str(line_ending(text));
            }
            Some(edit) => edit.text.push_str(&insert.text),
            None => all.push(insert),
        }
    }
    all
}
