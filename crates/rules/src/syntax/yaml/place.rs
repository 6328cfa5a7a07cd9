//! Scalars as mapped text: a value knows where each of its characters was written.

use super::tree::{NodeId, Style, Tree};
use crate::syntax::mapped::{Location, Mapped};
use crate::text::Span;

impl Tree<'_> {
    /// The value of a scalar with the places of its text; empty for a collection or a broken alias. Through
    /// aliases the places are those of the anchored value.
    ///
    /// A value that stands in the text as it is maps exactly, a block scalar line by line; any other spelling
    /// maps as a whole to what stands between the quotes.
    pub fn mapped(&self, text: &str, id: NodeId) -> Mapped {
        let node = self.node(self.resolve(id));
        let (Some(value), Some(style)) = (node.scalar(), node.style()) else { return Mapped::new() };
        let lines = match style {
            Style::Literal => self.by_lines(text, node.span, value, Join::Break),
            Style::Folded => self.by_lines(text, node.span, value, Join::Blank),
            _ => None,
        };
        if let Some(lines) = lines {
            return lines;
        }
        let inside = inside(node.span, style);
        if inside.slice(text) == value {
            return Mapped::verbatim(value, self.doc, inside.start);
        }
        Mapped::decoded(value, Location::new(self.doc, inside))
    }

    /// The content lines of a block scalar; `None` when they do not add up to the value.
    fn by_lines(&self, text: &str, span: Span, value: &str, join: Join) -> Option<Mapped> {
        let body = value.trim_end_matches('\n');
        let header_end = span.slice(text).find('\n').map(|at| span.start as usize + at + 1)?;
        let source = text.get(header_end..span.end as usize)?;
        let indent = indentation(source, body, join)?;
        let mut mapped = Mapped::new();
        let mut at = header_end;
        let mut pending: Option<Span> = None;
        for line in source.split_inclusive('\n') {
            let content = line.trim_end_matches(['\n', '\r']);
            let shown = content.get(indent..).unwrap_or("");
            if let Some(end) = pending.take() {
                mapped.push_decoded(join.text(), Location::new(self.doc, end));
            }
            if join == Join::Blank && (shown.trim().is_empty() || shown.starts_with([' ', '\t'])) {
                // Blank and more indented lines fold in their own way.
                return None;
            }
            mapped.push_verbatim(shown, self.doc, Span::of(at + content.len() - shown.len(), 0).start);
            pending = Some(Span::of(at + content.len(), at + line.len()));
            at += line.len();
        }
        if mapped.text() != body {
            return None;
        }
        let ends = value.get(body.len()..)?;
        if !ends.is_empty() {
            mapped.push_decoded(ends, Location::new(self.doc, Span::at(span.end)));
        }
        Some(mapped)
    }
}

/// What a line break between two lines of a block scalar stands for.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Join {
    Break,
    Blank,
}

impl Join {
    const fn text(self) -> &'static str {
        match self {
            Self::Break => "\n",
            Self::Blank => " ",
        }
    }
}

/// Columns taken off each line: what the first written line has more than the value.
fn indentation(source: &str, value: &str, join: Join) -> Option<usize> {
    let written = source.lines().find(|line| !line.trim().is_empty())?;
    let first = match join {
        Join::Break => value.lines().find(|line| !line.trim().is_empty())?,
        Join::Blank => written.trim_start_matches(' '),
    };
    written.len().checked_sub(first.len()).filter(|_| written.ends_with(first))
}

/// The span without its quotes.
fn inside(span: Span, style: Style) -> Span {
    if style.is_quoted() && span.len() >= 2 { Span::new(span.start + 1, span.end - 1) } else { span }
}
