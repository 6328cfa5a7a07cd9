//! Finds the comments that stand between the nodes of a tree.

use super::tree::{Node, Style};
use crate::text::Span;

/// The comments of `text`, which stands at byte `base`: each from its `#` to the end of the line, in order.
/// `nodes` are those read from the text, in its order.
pub(super) fn find(text: &str, base: usize, nodes: &[Node<'_>]) -> Vec<Span> {
    let mut all: Vec<Span> = Vec::new();
    let mut contents = nodes.iter().filter_map(|node| content(text, base, node)).peekable();
    for (at, _) in text.match_indices('#') {
        let start = Span::of(base + at, 0).start;
        if !is_separated(text, at) || all.last().is_some_and(|last| start < last.end) {
            continue;
        }
        while contents.next_if(|content| content.end <= start).is_some() {}
        if contents.peek().is_none_or(|content| start < content.start) {
            let comment = text.get(at..).and_then(|rest| rest.split(['\n', '\r']).next()).unwrap_or("");
            all.push(Span::of(base + at, base + at + comment.len()));
        }
    }
    all
}

/// Where a `#` is not a comment: inside a scalar or an alias. One may follow the header of a block scalar.
fn content(text: &str, base: usize, node: &Node<'_>) -> Option<Span> {
    let mut span = node.span;
    if node.layout().is_some() {
        return None;
    }
    if node.style().is_some_and(Style::is_block) {
        let header = text.get((span.start as usize).checked_sub(base)?..)?.split('\n').next()?;
        span.start = span.end.min(span.start + Span::of(header.len(), 0).start);
    }
    (!span.is_empty()).then_some(span)
}

/// Whether a `#` here can begin a comment: it stands first in its line or behind a blank, a colon or a bracket,
/// and not in an anchor or a tag.
fn is_separated(text: &str, at: usize) -> bool {
    let before = at.checked_sub(1).and_then(|before| text.as_bytes().get(before));
    before.is_none_or(|byte| byte.is_ascii_whitespace() || b":,[]{}".contains(byte))
}
