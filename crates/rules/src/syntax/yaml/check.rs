//! Places that this parser reads and the Kubernetes decoder reads otherwise or refuses.

use std::borrow::Cow;

use super::tree::{Kind, Layout, Tree};
use crate::order::sort_by;
use crate::text::Span;

/// Oddities of one kind reported per text; more would only repeat them.
const MOST: usize = 100;

/// A place that the decoder of Kubernetes reads otherwise than it looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Oddity {
    /// What it is.
    pub kind: OddityKind,
    /// Where it stands.
    pub span: Span,
}

/// The kinds of [`Oddity`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OddityKind {
    /// A character that ends a line for the decoder alone.
    LineBreak(char),
    /// A tab in the indentation, which the decoder refuses.
    TabIndent,
    /// A tab between a dash and its item, which the decoder refuses.
    TabAfterDash,
}

/// The text as the decoder parts it into lines, byte for byte as long as before, and the characters concerned.
pub fn with_line_breaks(text: &str) -> (Cow<'_, str>, Vec<Oddity>) {
    let is_break = |c: char| matches!(c, '\u{85}' | '\u{2028}' | '\u{2029}');
    if text.is_ascii() || !text.contains(is_break) {
        return (Cow::Borrowed(text), Vec::new());
    }
    let mut parted = String::with_capacity(text.len());
    let mut found = Vec::new();
    for (at, c) in text.char_indices() {
        if !is_break(c) {
            parted.push(c);
            continue;
        }
        // Blanks at the end of a line mean nothing, so the break fills the bytes of the character.
        parted.extend(std::iter::repeat_n(' ', c.len_utf8() - 1));
        parted.push('\n');
        if found.len() < MOST {
            found.push(Oddity { kind: OddityKind::LineBreak(c), span: Span::of(at, at + c.len_utf8()) });
        }
    }
    (Cow::Owned(parted), found)
}

/// Tabs that the decoder refuses: in the indentation of a block, and after `-` or `?`.
pub(super) fn tabs(text: &str, tree: &Tree<'_>, masked: &[Span]) -> Vec<Oddity> {
    if !text.contains('\t') {
        return Vec::new();
    }
    let opaque = opaque_spans(tree, masked);
    let mut found = Vec::new();
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        if line.contains('\t') {
            found.extend(tab_in_line(line, start, &opaque));
        }
        if found.len() == MOST {
            break;
        }
        start += line.len();
    }
    found
}

fn tab_in_line(line: &str, start: usize, opaque: &[Span]) -> Option<Oddity> {
    let blanks = line.len() - line.trim_start_matches([' ', '\t']).len();
    if let Some(tab) = line.get(..blanks)?.find('\t')
        && !is_inside(opaque, start + tab)
    {
        let span = Span::of(start + tab, start + blanks);
        return Some(Oddity { kind: OddityKind::TabIndent, span });
    }
    // Dashes may follow each other: `- - a`.
    let mut at = blanks;
    while line.get(at..)?.starts_with(['-', '?']) {
        let rest = line.get(at + 1..)?;
        let gap = rest.len() - rest.trim_start_matches([' ', '\t']).len();
        if gap == 0 || is_inside(opaque, start + at) {
            return None;
        }
        if rest.get(..gap)?.contains('\t') && !rest.trim().is_empty() {
            let span = Span::of(start + at + 1, start + at + 1 + gap);
            return Some(Oddity { kind: OddityKind::TabAfterDash, span });
        }
        at += 1 + gap;
    }
    None
}

/// Text in which a tab is content or allowed: scalars, comments, brackets, and what was not read.
fn opaque_spans(tree: &Tree<'_>, masked: &[Span]) -> Vec<Span> {
    let nodes = tree.nodes.iter().filter(|node| match &node.kind {
        Kind::Scalar { .. } | Kind::Alias { .. } => !node.span.is_empty(),
        Kind::Mapping { layout, .. } | Kind::Sequence { layout, .. } => *layout == Layout::Flow,
    });
    let mut all: Vec<Span> = nodes.map(|node| node.span).chain(masked.iter().copied()).collect();
    all.extend(tree.comments.iter().copied());
    sort_by(&mut all, Span::cmp);
    // Nested brackets: keep the outermost, so that a single look-up suffices.
    let mut outer: Vec<Span> = Vec::with_capacity(all.len());
    for span in all {
        if outer.last().is_none_or(|last| span.start >= last.end) {
            outer.push(span);
        } else if let Some(last) = outer.last_mut() {
            last.end = last.end.max(span.end);
        }
    }
    outer
}

fn is_inside(spans: &[Span], at: usize) -> bool {
    let at = Span::of(at, at).start;
    let behind = spans.partition_point(|span| span.start <= at);
    behind.checked_sub(1).and_then(|index| spans.get(index)).is_some_and(|span| at < span.end)
}
