//! Places that this parser reads and the Kubernetes decoder reads otherwise or refuses.

use super::tree::{Kind, Layout, Tree};
use crate::problem::Problem;
use crate::text::Span;

/// Problems of one kind reported per text; more would only repeat them.
const MOST: usize = 100;

/// Reports characters that end a line for the decoder alone.
pub(super) fn line_breaks(text: &str, problems: &mut Vec<Problem>) {
    if text.is_ascii() {
        return;
    }
    let unseen = text.char_indices().filter(|(_, found)| matches!(found, '\u{85}' | '\u{2028}' | '\u{2029}'));
    for (at, found) in unseen.take(MOST) {
        let message = format!(
            "U+{:04X} ends a line for the component but not on the screen, so what follows may be live although it \
             looks like part of a comment or text. Replace it by a space or a real line break.",
            found as u32
        );
        problems.push(Problem::new(Span::of(at, at + found.len_utf8()), message));
    }
}

/// Reports tabs that the decoder refuses: in the indentation of a block, and after `-` or `?`.
pub(super) fn tabs(text: &str, tree: &Tree<'_>, masked: &[Span], problems: &mut Vec<Problem>) {
    if !text.contains('\t') {
        return;
    }
    let opaque = opaque_spans(tree, masked);
    let mut found = 0;
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        if line.contains('\t')
            && let Some(problem) = tab_in_line(line, start, &opaque)
        {
            problems.push(problem);
            found += 1;
            if found == MOST {
                return;
            }
        }
        start += line.len();
    }
}

fn tab_in_line(line: &str, start: usize, opaque: &[Span]) -> Option<Problem> {
    let blanks = line.len() - line.trim_start_matches([' ', '\t']).len();
    if let Some(tab) = line.get(..blanks)?.find('\t')
        && !is_inside(opaque, start + tab)
    {
        let span = Span::of(start + tab, start + blanks);
        let message = "A tab stands in the indentation; the component would refuse this file. Use spaces.";
        return Some(Problem::new(span, message));
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
            let message = "A tab follows the dash; the component would refuse this file. Use a space.";
            return Some(Problem::new(span, message));
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
    all.sort_unstable();
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
