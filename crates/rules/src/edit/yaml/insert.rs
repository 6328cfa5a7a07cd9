//! Adds a key, with whatever parents are missing.

use super::flow::Brackets;
use super::page::Page;
use super::render::{self, Place};
use super::{Refusal, check_unshared, key_of, own_entry};
use crate::edit::TextEdit;
use crate::syntax::yaml::{Kind, Layout, NodeId, PlainKind, Tree};
use crate::text::Span;

/// Adds `path: value` below a mapping, behind its last entry. `value` is YAML on one line (JSON where the
/// text is JSON); parents on the path that are missing, empty or null are made.
///
/// # Errors
/// [`Refusal`] when the key exists, a parent holds something else, or the place is shared.
pub fn insert(text: &str, tree: &Tree, mapping: NodeId, path: &[&str], value: &str) -> Result<Vec<TextEdit>, Refusal> {
    let page = Page::new(text, tree);
    let mut holder = mapping;
    let mut rest = path;
    loop {
        check_unshared(tree, holder)?;
        if is_vacant(tree, holder) && key_of(tree, holder).is_some() {
            return fill(&page, holder, rest, value);
        }
        if !matches!(tree.node(holder).kind, Kind::Mapping { .. }) {
            return Err(Refusal::NotAMapping);
        }
        let (key, below) = rest.split_first().ok_or(Refusal::Exists)?;
        let Some((_, child)) = own_entry(tree, holder, key).0 else {
            // A merged mapping of that name would be hidden as a whole.
            let is_merged = tree.get(holder, key).is_some();
            return if is_merged { Err(Refusal::Shared) } else { add(&page, holder, rest, value) };
        };
        if below.is_empty() {
            return Err(Refusal::Exists);
        }
        (holder, rest) = (child, below);
    }
}

/// Whether the value holds nothing and may become a mapping: absent, null or `{}`.
fn is_vacant(tree: &Tree, id: NodeId) -> bool {
    match &tree.node(id).kind {
        Kind::Scalar { .. } => tree.plain_kind(id) == Some(PlainKind::Null),
        Kind::Mapping { entries, .. } => entries.is_empty(),
        Kind::Sequence { .. } | Kind::Alias { .. } => false,
    }
}

fn add(page: &Page<'_>, mapping: NodeId, path: &[&str], value: &str) -> Result<Vec<TextEdit>, Refusal> {
    match page.tree.node(mapping).layout() {
        Some(Layout::Block) => {
            let indentation = page.entry_indentation(mapping)?;
            let (_, last) = page.tree.own_entries(mapping).last().ok_or(Refusal::Layout)?;
            Ok(vec![snippet(page, page.last_line_end(*last), mapping, &indentation, path, value)])
        }
        Some(Layout::Flow) => {
            let brackets = Brackets::new(*page, mapping);
            let last = page.tree.own_entries(mapping).len().checked_sub(1);
            Ok(brackets.add(last, &brackets.entry(path, value)))
        }
        Some(Layout::Pair) | None => Err(Refusal::Layout),
    }
}

/// Makes a mapping of a value that holds nothing.
fn fill(page: &Page<'_>, node: NodeId, path: &[&str], value: &str) -> Result<Vec<TextEdit>, Refusal> {
    let tree = page.tree;
    let found = tree.node(node);
    if found.tagged() {
        return Err(Refusal::Tagged);
    }
    let key = key_of(tree, node).ok_or(Refusal::Layout)?;
    let holder = found.parent.ok_or(Refusal::Layout)?;
    let (start, end) = (page.start(node), page.end(node));
    let is_block = tree.node(holder).layout() == Some(Layout::Block);
    let is_mapping = matches!(found.kind, Kind::Mapping { .. });
    if is_mapping && (!is_block || page.slice(start, end).contains('\n')) {
        return add(page, node, path, value);
    }
    if !is_block {
        let braces = Brackets::new(*page, holder).braces(path, value);
        let text = match (found.is_empty_value(), start.checked_sub(1).and_then(|before| page.byte(before))) {
            (false, _) => braces,
            (true, Some(b':')) => format!(" {braces}"),
            (true, _) => format!(": {braces}"),
        };
        return Ok(vec![TextEdit::replace(found.span, text)]);
    }
    let colon = page.after_colon(key)?;
    let outer = page.entry_indentation(holder)?;
    let indentation = format!("{outer}{}", page.step(holder));
    let mut edits = Vec::new();
    if !found.is_empty_value() {
        if page.slice(colon, start).contains('\n') {
            return Err(Refusal::Layout);
        }
        edits.push(TextEdit::delete(Span::of(colon, end)));
    }
    edits.push(snippet(page, page.line_end(end), holder, &indentation, path, value));
    Ok(edits)
}

/// New lines behind the line that ends at `at`.
fn snippet(page: &Page<'_>, at: usize, near: NodeId, indentation: &str, path: &[&str], value: &str) -> TextEdit {
    let step = page.step(near);
    let mut text = String::new();
    for (depth, key) in path.iter().enumerate() {
        text.push_str(page.newline);
        text.push_str(indentation);
        text.push_str(&step.repeat(depth));
        text.push_str(&render::key(key, Place::Block));
        text.push(':');
    }
    text.push(' ');
    text.push_str(value);
    TextEdit::insert(Span::of(at, at).start, text)
}
