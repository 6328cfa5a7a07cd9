//! Adds and removes items of a list.

use super::flow::Brackets;
use super::page::Page;
use super::remove::Element;
use super::render::{self, Place};
use super::{Refusal, check_removable, check_unshared};
use crate::edit::TextEdit;
use crate::syntax::yaml::{Kind, Layout, NodeId, Style, Tree};
use crate::text::Span;

/// Adds the text `value` behind the item `after`, indented and quoted as that item is. An empty list gets its
/// first item, whatever `after` says.
///
/// # Errors
/// [`Refusal`] when the node is no list or has no such item, or the list is shared.
pub fn insert_item(
    text: &str,
    tree: &Tree,
    sequence: NodeId,
    after: usize,
    value: &str,
) -> Result<Vec<TextEdit>, Refusal> {
    let Kind::Sequence { items, .. } = &tree.node(sequence).kind else { return Err(Refusal::NotASequence) };
    let neighbour = items.get(after).and_then(|item| tree.node(tree.resolve(*item)).style());
    let place = place_in(tree, sequence);
    let usual = if place == Place::Json && items.get(after).is_none() { Style::DoubleQuoted } else { Style::Plain };
    insert_rendered_item(text, tree, sequence, after, &render::in_style(value, neighbour.unwrap_or(usual), place))
}

/// As [`insert_item`], for an item that is rendered already: YAML on one line (JSON where the text is JSON).
///
/// # Errors
/// [`Refusal`] when the node is no list or has no such item, or the list is shared.
pub fn insert_rendered_item(
    text: &str,
    tree: &Tree,
    sequence: NodeId,
    after: usize,
    rendered: &str,
) -> Result<Vec<TextEdit>, Refusal> {
    let Kind::Sequence { items, layout } = &tree.node(sequence).kind else { return Err(Refusal::NotASequence) };
    check_unshared(tree, sequence)?;
    let page = Page::new(text, tree);
    let Some(neighbour) = items.get(after) else {
        let is_first = items.is_empty();
        return if is_first { Ok(Brackets::new(page, sequence).add(None, rendered)) } else { Err(Refusal::Missing) };
    };
    if *layout != Layout::Block {
        return Ok(Brackets::new(page, sequence).add(Some(after), rendered));
    }
    let dash = dash(&page, sequence, items, after)?;
    let indentation = page.indentation_behind_dashes(dash)?;
    let gap = page.slice(dash + 1, page.start(*neighbour));
    let gap = if !gap.is_empty() && gap.bytes().all(|byte| byte == b' ') { gap } else { " " };
    let at = page.last_line_end(*neighbour);
    let line = format!("{}{indentation}-{gap}{rendered}", page.newline);
    Ok(vec![TextEdit::insert(Span::of(at, at).start, line)])
}

/// How the items of a list are written.
fn place_in(tree: &Tree, sequence: NodeId) -> Place {
    match tree.node(sequence).layout() {
        Some(Layout::Block) => Place::Block,
        _ if render::is_json(tree, sequence) => Place::Json,
        _ => Place::Flow,
    }
}

/// Removes the item `index`. A list that loses its last item becomes `[]`.
///
/// # Errors
/// [`Refusal`] when the node is no list or has no such item, or the item is shared.
pub fn remove_item(text: &str, tree: &Tree, sequence: NodeId, index: usize) -> Result<Vec<TextEdit>, Refusal> {
    let Kind::Sequence { items, layout } = &tree.node(sequence).kind else { return Err(Refusal::NotASequence) };
    let item = items.get(index).ok_or(Refusal::Missing)?;
    check_unshared(tree, sequence)?;
    check_removable(tree, *item)?;
    let page = Page::new(text, tree);
    if *layout != Layout::Block {
        return Ok(Brackets::new(page, sequence).remove(index));
    }
    let next = if index + 1 < items.len() { Some(dash(&page, sequence, items, index + 1)?) } else { None };
    let element = Element {
        collection: sequence,
        start: dash(&page, sequence, items, index)?,
        last: *item,
        next,
        is_only: items.len() == 1,
        empty: "[]",
    };
    element.remove(&page)
}

/// The dash of an item: the first thing behind the item before it.
fn dash(page: &Page<'_>, sequence: NodeId, items: &[NodeId], index: usize) -> Result<usize, Refusal> {
    let from = match index.checked_sub(1).and_then(|before| items.get(before)) {
        Some(before) => page.end(*before),
        None => page.start(sequence),
    };
    let at = page.skip_trivia(from);
    if page.byte(at) == Some(b'-') { Ok(at) } else { Err(Refusal::Layout) }
}
