//! Removes a key with its value.

use super::flow::Brackets;
use super::page::Page;
use super::{Refusal, check_removable, check_unshared, key_of, own_entry};
use crate::edit::TextEdit;
use crate::syntax::yaml::{Layout, NodeId, Tree};
use crate::text::Span;

/// Removes the entry `key` of a mapping: its own lines and what is written on them. Comments above stay. A
/// mapping that loses its last entry becomes `{}`.
///
/// # Errors
/// [`Refusal`] when there is no such key or more than one, or the entry is shared.
pub fn remove_entry(text: &str, tree: &Tree, mapping: NodeId, key: &str) -> Result<Vec<TextEdit>, Refusal> {
    let (entry, count) = own_entry(tree, mapping, key);
    let (key, _) = entry.ok_or(Refusal::Missing)?;
    if count > 1 { Err(Refusal::Ambiguous) } else { remove_key(text, tree, key) }
}

/// Removes the entry of one key node, such as one of two duplicates.
///
/// # Errors
/// [`Refusal`] when the node is no key or the entry is shared.
pub fn remove_key(text: &str, tree: &Tree, key: NodeId) -> Result<Vec<TextEdit>, Refusal> {
    let mapping = tree.node(key).parent.ok_or(Refusal::Missing)?;
    let entries = tree.own_entries(mapping);
    let index = entries.iter().position(|(name, _)| *name == key).ok_or(Refusal::Missing)?;
    let (_, value) = entries.get(index).ok_or(Refusal::Missing)?;
    check_unshared(tree, mapping)?;
    check_removable(tree, key)?;
    check_removable(tree, *value)?;
    let page = Page::new(text, tree);
    match tree.node(mapping).layout() {
        Some(Layout::Flow) => Ok(Brackets::new(page, mapping).remove(index)),
        Some(Layout::Block) => {
            page.after_colon(key)?;
            let start = page.start(key);
            let element = Element {
                collection: mapping,
                start,
                last: *value,
                next: entries.get(index + 1).map(|(next, _)| page.start(*next)),
                is_only: entries.len() == 1,
                empty: "{}",
            };
            element.remove(&page)
        }
        Some(Layout::Pair) | None => Err(Refusal::Layout),
    }
}

/// An entry or item of a collection in block layout.
pub(super) struct Element {
    pub(super) collection: NodeId,
    /// First byte: of the key, or the dash.
    pub(super) start: usize,
    /// The node it ends with.
    pub(super) last: NodeId,
    /// Where the next element begins.
    pub(super) next: Option<usize>,
    /// Nothing else is left in the collection.
    pub(super) is_only: bool,
    /// How the collection is written when it is empty.
    pub(super) empty: &'static str,
}

impl Element {
    pub(super) fn remove(&self, page: &Page<'_>) -> Result<Vec<TextEdit>, Refusal> {
        if self.is_only {
            return self.remove_only(page);
        }
        if page.is_first_on_line(self.start) {
            return Ok(vec![TextEdit::delete(self.lines(page))]);
        }
        // Behind a dash the next element moves up into its place.
        let next = self.next.ok_or(Refusal::Layout)?;
        if page.has_comment(page.next_line(page.end(self.last)), next) {
            return Err(Refusal::Comments);
        }
        Ok(vec![TextEdit::delete(Span::of(self.start, next))])
    }

    fn remove_only(&self, page: &Page<'_>) -> Result<Vec<TextEdit>, Refusal> {
        if page.tree.node(self.collection).tagged() {
            return Err(Refusal::Tagged);
        }
        let Some(key) = key_of(page.tree, self.collection).filter(|_| page.is_first_on_line(self.start)) else {
            let span = Span::of(self.start, page.end(self.last).max(self.start));
            return Ok(vec![TextEdit::replace(span, self.empty)]);
        };
        let colon = page.after_colon(key)?;
        let lines = self.lines(page);
        Ok(vec![TextEdit::insert(Span::of(colon, colon).start, format!(" {}", self.empty)), TextEdit::delete(lines)])
    }

    /// The lines of the element with one line break: the one behind, or at the end of the text the one before.
    fn lines(&self, page: &Page<'_>) -> Span {
        let start = page.line_start(self.start);
        let mut end = page.last_line_end(self.last);
        if page.follows_kept_blank_lines(self.start) {
            // Blank lines behind would become content of the text block above.
            end = page.last_blank_line_end(end);
        }
        let next = page.next_line(end);
        if next > end || start == 0 {
            return Span::of(start, next);
        }
        let before = page.previous_line_end(start);
        // A blank line above may belong to a text block that keeps its blank lines.
        let is_blank = page.slice(page.line_start(before), before).trim().is_empty();
        Span::of(if is_blank { start } else { before }, end)
    }
}
