//! Adds items that are small mappings to a list.

use super::flow::Brackets;
use super::page::Page;
use super::render::{self, Place};
use super::{Refusal, check_unshared, insert};
use crate::edit::TextEdit;
use crate::syntax::yaml::{Kind, Layout, NodeId, PlainKind, Tree};
use crate::text::Span;

/// Keys with their values as YAML (JSON where the text is JSON) on one line each.
type Pairs<'p> = [(&'p str, String)];

/// Adds a mapping behind the last item of a list, laid out as that item is.
///
/// # Errors
/// [`Refusal`] when the node is no list with items, or the list is shared.
pub fn insert_mapping(text: &str, tree: &Tree, sequence: NodeId, pairs: &Pairs<'_>) -> Result<Vec<TextEdit>, Refusal> {
    let Kind::Sequence { items, layout } = &tree.node(sequence).kind else { return Err(Refusal::NotASequence) };
    check_unshared(tree, sequence)?;
    let page = Page::new(text, tree);
    let last = *items.last().ok_or(Refusal::Missing)?;
    if *layout != Layout::Block {
        return Ok(Brackets::new(page, sequence).add(Some(items.len() - 1), &in_braces(tree, sequence, pairs)));
    }
    let dash = page.dash(sequence, items, items.len() - 1)?;
    let indentation = page.indentation_behind_dashes(dash)?;
    let gap = page.slice(dash + 1, page.start(last));
    let gap = if !gap.is_empty() && gap.bytes().all(|byte| byte == b' ') { gap } else { " " };
    let at = page.last_line_end(last);
    let lines = if tree.node(last).layout() == Some(Layout::Flow) {
        format!("{}{indentation}-{gap}{}", page.newline, in_braces(tree, last, pairs))
    } else {
        item(&page, &format!("{indentation}-{gap}"), pairs)
    };
    Ok(vec![TextEdit::insert(Span::of(at, at).start, lines)])
}

/// Adds a list of one mapping at a path below `mapping`; an empty list there gets its first item.
///
/// # Errors
/// [`Refusal`] when something else stands there, or the place is shared.
pub fn insert_list(
    text: &str,
    tree: &Tree,
    mapping: NodeId,
    path: &[&str],
    pairs: &Pairs<'_>,
) -> Result<Vec<TextEdit>, Refusal> {
    let one_line = format!("[{}]", in_braces(tree, mapping, pairs));
    if let Some(entry) = tree.at(mapping, path) {
        let vacant = tree.plain_kind(entry.value) == Some(PlainKind::Null);
        let empty = matches!(&tree.node(entry.value).kind, Kind::Sequence { items, .. } if items.is_empty());
        return if vacant || empty {
            super::replace_value(text, tree, entry.value, &one_line)
        } else {
            Err(Refusal::Exists)
        };
    }
    let mut edits = insert(text, tree, mapping, path, &one_line)?;
    if render::is_json(tree, mapping) {
        return Ok(edits);
    }
    // In block layout the list gets lines of its own.
    let page = Page::new(text, tree);
    for edit in &mut edits {
        let Some(before) = edit.text.strip_suffix(&one_line).and_then(|rest| rest.strip_suffix(' ')) else { continue };
        let line = before.rsplit('\n').next().unwrap_or("");
        let Some(indentation) = line.get(..line.len() - line.trim_start().len()).filter(|_| before.contains('\n'))
        else {
            continue;
        };
        let list = item(&page, &format!("{indentation}{}- ", list_step(&page, mapping)), pairs);
        edit.text = format!("{before}{list}");
    }
    Ok(edits)
}

/// The blanks by which a list stands deeper than its key: as in the document, else none, as kubeadm writes it.
fn list_step(page: &Page<'_>, mapping: NodeId) -> String {
    let column = |at: usize| page.prefix(at).chars().count();
    let step = |id: NodeId| {
        let node = page.tree.node(id);
        let key = super::key_of(page.tree, id).filter(|_| node.layout() == Some(Layout::Block))?;
        let is_list = matches!(node.kind, Kind::Sequence { .. });
        column(page.start(id)).checked_sub(column(page.start(key))).filter(|_| is_list)
    };
    " ".repeat(page.tree.document_of(mapping).find_map(step).unwrap_or(0))
}

/// The lines of one item, each with its line break before it.
fn item(page: &Page<'_>, start: &str, pairs: &Pairs<'_>) -> String {
    let mut lines = String::new();
    for (order, (key, value)) in pairs.iter().enumerate() {
        lines.push_str(page.newline);
        lines.push_str(&if order == 0 { start.to_owned() } else { start.replace('-', " ") });
        lines.push_str(&format!("{key}: {value}"));
    }
    lines
}

fn in_braces(tree: &Tree, near: NodeId, pairs: &Pairs<'_>) -> String {
    let json = render::is_json(tree, near);
    let one = |(key, value): &(&str, String)| {
        if json {
            format!("{}: {}", render::double_quoted(key), json_value(value))
        } else {
            format!("{}: {value}", render::key(key, Place::Flow))
        }
    };
    format!("{{{}}}", pairs.iter().map(one).collect::<Vec<_>>().join(", "))
}

fn json_value(value: &str) -> String {
    if value.starts_with('"') { value.to_owned() } else { render::double_quoted(value) }
}
