//! Changes one value or the name of one key.

use super::page::Page;
use super::render::{self, Place};
use super::{Refusal, check_removable, check_unshared, key_of, own_entry};
use crate::edit::TextEdit;
use crate::syntax::yaml::{Kind, Layout, NodeId, Style, Tree};
use crate::text::Span;

/// Gives a value the new text `value`, unquoted as the caller has it; quotes are kept, and added where the
/// text cannot stand without. A list or mapping is replaced as a whole.
///
/// # Errors
/// [`Refusal`] when the value is shared or tagged, or a comment inside it would be lost.
pub fn set_scalar(text: &str, tree: &Tree, node: NodeId, value: &str) -> Result<Vec<TextEdit>, Refusal> {
    let place = Place::of(tree, node);
    let style = tree.node(node).style().unwrap_or(Style::Plain);
    if style == Style::Literal
        && value.contains('\n')
        && let Some(edits) = set_literal(&Page::new(text, tree), node, value)?
    {
        return Ok(edits);
    }
    replace_value(text, tree, node, &render::in_style(value, style, place))
}

/// Puts `rendered`, which must be YAML on one line, in place of a whole value.
///
/// # Errors
/// [`Refusal`] when the value is shared or tagged, or a comment inside it would be lost.
pub fn replace_value(text: &str, tree: &Tree, node: NodeId, rendered: &str) -> Result<Vec<TextEdit>, Refusal> {
    check_unshared(tree, node)?;
    check_removable(tree, node)?;
    let found = tree.node(node);
    if found.tagged() {
        return Err(Refusal::Tagged);
    }
    let page = Page::new(text, tree);
    match &found.kind {
        _ if found.is_empty_value() => Ok(vec![fill_absent(&page, node, rendered)?]),
        Kind::Scalar { style, .. } if style.is_block() => Ok(replace_block_scalar(&page, node, rendered)),
        Kind::Mapping { layout: Layout::Block, .. } | Kind::Sequence { layout: Layout::Block, .. } => {
            replace_block(&page, node, rendered)
        }
        Kind::Mapping { .. } | Kind::Sequence { .. } if page.has_comment(page.start(node), page.end(node)) => {
            Err(Refusal::Comments)
        }
        _ => Ok(vec![TextEdit::replace(found.span, rendered)]),
    }
}

/// Gives the key `old` of a mapping the name `new`, in the same quotes.
///
/// # Errors
/// [`Refusal`] when there is no such key or more than one, when `new` is there already, or when the key is
/// shared.
pub fn rename_key(text: &str, tree: &Tree, mapping: NodeId, old: &str, new: &str) -> Result<Vec<TextEdit>, Refusal> {
    let (entry, count) = own_entry(tree, mapping, old);
    let (key, _) = entry.ok_or(Refusal::Missing)?;
    if count > 1 {
        return Err(Refusal::Ambiguous);
    }
    if tree.get(mapping, new).is_some() {
        return Err(Refusal::Exists);
    }
    check_unshared(tree, key)?;
    Page::new(text, tree).after_colon(key)?;
    let style = tree.node(key).style().unwrap_or(Style::Plain);
    let renamed = render::in_style(new, style, Place::of(tree, key));
    Ok(vec![TextEdit::replace(tree.node(key).span, renamed)])
}

/// Writes an absent value behind its colon or dash.
fn fill_absent(page: &Page<'_>, node: NodeId, rendered: &str) -> Result<TextEdit, Refusal> {
    let at = page.start(node);
    let before = at.checked_sub(1).and_then(|before| page.byte(before));
    let is_value = key_of(page.tree, node).is_some();
    if is_value && before != Some(b':') {
        // `{a, b}`: the colon is missing as well. `? a` in a block is left alone.
        let in_brackets = Place::of(page.tree, node) != Place::Block;
        return if in_brackets {
            Ok(TextEdit::insert(Span::of(at, at).start, format!(": {rendered}")))
        } else {
            Err(Refusal::Layout)
        };
    }
    if !is_value && before != Some(b'-') {
        return Err(Refusal::Layout);
    }
    // Blanks that ended the line would now trail the value.
    let end = page.line_end(at);
    let is_alone = page.slice(at, end).trim().is_empty();
    let span = Span::of(at, if is_alone { end } else { at });
    Ok(TextEdit::replace(span, format!(" {rendered}")))
}

/// One value in place of a text block; a comment behind `|` stays.
fn replace_block_scalar(page: &Page<'_>, node: NodeId, rendered: &str) -> Vec<TextEdit> {
    let (start, end) = (page.start(node), page.end(node));
    let header = page.slice(start, end).bytes().take_while(|byte| b"|>+-0123456789".contains(byte)).count();
    let mut edits = vec![TextEdit::replace(Span::of(start, start + header), rendered)];
    let content = page.line_end(start);
    if content < end {
        edits.push(TextEdit::delete(Span::of(content, end)));
    }
    edits
}

/// New lines in place of those of a `|` block; `None` when the text cannot be written that way.
fn set_literal(page: &Page<'_>, node: NodeId, value: &str) -> Result<Option<Vec<TextEdit>>, Refusal> {
    check_unshared(page.tree, node)?;
    if page.tree.node(node).tagged() {
        return Err(Refusal::Tagged);
    }
    let body = value.strip_suffix('\n').unwrap_or(value);
    let is_writable = !body.starts_with([' ', '\n'])
        && !body.ends_with('\n')
        && !body.chars().any(|found| {
            found != '\n' && found != '\t' && (found.is_control() || "\u{85}\u{2028}\u{2029}".contains(found))
        });
    let (start, end) = (page.start(node), page.end(node));
    let content = page.slice(page.next_line(start), end);
    let Some(line) = content.lines().find(|line| !line.trim().is_empty()).filter(|_| is_writable) else {
        return Ok(None);
    };
    let indentation = line.get(..line.len() - line.trim_start_matches(' ').len()).unwrap_or("");
    let own = page.tree.node(node).scalar().and_then(|value| value.lines().find(|line| !line.trim().is_empty()));
    if own.is_some_and(|own| own.starts_with(' ')) {
        return Ok(None);
    }
    let header = page.slice(start, end).bytes().take_while(|byte| b"|+-0123456789".contains(byte)).count();
    let chomped = if value.ends_with('\n') { "|" } else { "|-" };
    let lines =
        body.split('\n').map(|line| if line.is_empty() { String::new() } else { format!("{indentation}{line}") });
    let lines = lines.collect::<Vec<_>>().join(page.newline);
    let mut edits = Vec::new();
    if page.slice(start, start + header) != chomped {
        edits.push(TextEdit::replace(Span::of(start, start + header), chomped));
    }
    edits.push(TextEdit::replace(Span::of(page.next_line(start), end), lines));
    Ok(Some(edits))
}

/// One value in place of a mapping or list in block layout.
fn replace_block(page: &Page<'_>, node: NodeId, rendered: &str) -> Result<Vec<TextEdit>, Refusal> {
    let (start, end) = (page.start(node), page.end(node));
    if page.has_comment(start, page.line_end(end)) {
        return Err(Refusal::Comments);
    }
    let Some(key) = key_of(page.tree, node) else {
        return Ok(vec![TextEdit::replace(Span::of(start, end), rendered)]);
    };
    let colon = Span::of(page.after_colon(key)?, 0).start;
    let lines = Span::of(page.previous_line_end(start), page.line_end(end));
    Ok(vec![TextEdit::insert(colon, format!(" {rendered}")), TextEdit::delete(lines)])
}
