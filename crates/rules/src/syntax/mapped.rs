//! Text as a component reads it, with the place where each part of it was written.
//!
//! What the kubelet sees as one word may have been written across a continuation line, inside quotes, in an
//! `Environment=` assignment or in another file. A [`Mapped`] keeps the decoded text and, for every run of
//! it, the source range; splitting and slicing keep the mapping, so a finding or an edit always lands where
//! the user wrote the characters.

use std::ops::Range;

use crate::text::Span;

/// Index of a document in the bundle, in the order the caller gave them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct DocId(pub u32);

/// A range of bytes in one document.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Location {
    /// The document.
    pub doc: DocId,
    /// Bytes of its text.
    pub span: Span,
}

impl Location {
    /// The range `span` of `doc`.
    pub const fn new(doc: DocId, span: Span) -> Self {
        Self { doc, span }
    }
}

/// A run of mapped text that comes from one source range.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Piece {
    /// Bytes of the mapped text.
    at: Span,
    /// Where it was written.
    source: Location,
    /// The source bytes are the mapped bytes, so positions inside the piece map one to one.
    verbatim: bool,
}

/// Decoded text with its sources. Text without any source (the blank that joins continued lines) is allowed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Mapped {
    text: String,
    pieces: Vec<Piece>,
}

impl Mapped {
    /// No text yet.
    pub const fn new() -> Self {
        Self { text: String::new(), pieces: Vec::new() }
    }

    /// Text that stands in the source exactly as it is, from byte `start` of `doc`.
    pub fn verbatim(text: &str, doc: DocId, start: u32) -> Self {
        let mut mapped = Self::new();
        mapped.push_verbatim(text, doc, start);
        mapped
    }

    /// Text that the source range stands for in another spelling (an escape, a quoted scalar).
    pub fn decoded(text: &str, source: Location) -> Self {
        let mut mapped = Self::new();
        mapped.push_decoded(text, source);
        mapped
    }

    /// The text as the component reads it.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Whether there is no text.
    pub fn is_empty(&self) -> bool {
        self.text.is_empty()
    }

    /// Appends text that stands in the source as it is; joins with the last piece where they touch.
    pub fn push_verbatim(&mut self, text: &str, doc: DocId, start: u32) {
        let at = self.extend(text);
        let source = Location::new(doc, Span::new(start, start + at.len()));
        if let Some(last) = self.pieces.last_mut()
            && last.verbatim
            && last.source.doc == doc
            && last.source.span.end == start
            && last.at.end == at.start
        {
            last.at.end = at.end;
            last.source.span.end = source.span.end;
            return;
        }
        self.pieces.push(Piece { at, source, verbatim: true });
    }

    /// Appends text that `source` stands for in another spelling.
    pub fn push_decoded(&mut self, text: &str, source: Location) {
        let at = self.extend(text);
        self.pieces.push(Piece { at, source, verbatim: false });
    }

    /// Appends text that was not written anywhere.
    pub fn push_unwritten(&mut self, text: &str) {
        self.extend(text);
    }

    /// Appends another mapped text.
    pub fn append(&mut self, other: &Self) {
        let base = self.extend(&other.text).start;
        let moved = other
            .pieces
            .iter()
            .map(|piece| Piece { at: Span::new(piece.at.start + base, piece.at.end + base), ..*piece });
        self.pieces.extend(moved);
    }

    /// The part of the text in `range` (bytes of [`Self::text`]) with its sources. An empty or impossible
    /// range gives empty text that keeps the place it would stand at, when that is known.
    pub fn slice(&self, range: Range<usize>) -> Self {
        let at = Span::of(range.start, range.end);
        let text = at.slice(&self.text).to_owned();
        let pieces = self.pieces.iter().skip(self.first_piece(at.start));
        let pieces = pieces.take_while(|piece| piece.at.start <= at.end).filter_map(|piece| piece.within(at)).collect();
        Self { text, pieces }
    }

    /// The whole text's place: from the first to the last byte in the document where it begins.
    pub fn location(&self) -> Option<Location> {
        let first = self.pieces.first()?.source;
        let same = self.pieces.iter().filter(|piece| piece.source.doc == first.doc);
        let span = same.fold(first.span, |span, piece| span.cover(piece.source.span));
        Some(Location::new(first.doc, span))
    }

    /// Whether any part of the text was written in this place; for an empty place, right there.
    pub fn touches(&self, place: Location) -> bool {
        let inside = |span: Span| {
            if place.span.is_empty() {
                span.start <= place.span.start && place.span.start <= span.end
            } else {
                span.start < place.span.end && place.span.start < span.end
            }
        };
        self.pieces.iter().any(|piece| piece.source.doc == place.doc && inside(piece.source.span))
    }

    /// Whether the source holds exactly this text in one run, so that replacing the run replaces the text.
    pub fn is_verbatim(&self) -> bool {
        matches!(self.pieces.as_slice(), [piece] if piece.verbatim && piece.at == Span::of(0, self.text.len()))
    }

    fn extend(&mut self, text: &str) -> Span {
        let start = self.text.len();
        self.text.push_str(text);
        Span::of(start, self.text.len())
    }

    /// Index of the first piece that ends at or after `offset`.
    fn first_piece(&self, offset: u32) -> usize {
        self.pieces.partition_point(|piece| piece.at.end < offset)
    }
}

impl Piece {
    /// The part of the piece inside `range`, moved so that the range begins at 0.
    fn within(&self, range: Span) -> Option<Self> {
        let start = self.at.start.max(range.start);
        let end = self.at.end.min(range.end);
        let touches = start < end || (range.is_empty() && start == end) || (self.at.is_empty() && start == end);
        if !touches {
            return None;
        }
        let at = Span::new(start - range.start, end - range.start);
        if !self.verbatim {
            return Some(Self { at, ..*self });
        }
        let base = self.source.span.start;
        let span = Span::new(base + (start - self.at.start), base + (end - self.at.start));
        Some(Self { at, source: Location::new(self.source.doc, span), verbatim: true })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const DOC: DocId = DocId(0);

    #[test]
    fn a_slice_keeps_its_place() {
        let mut mapped = Mapped::verbatim("--a=b", DOC, 10);
        mapped.push_unwritten(" ");
        mapped.push_verbatim("--c", DOC, 30);
        let value = mapped.slice(4..5);
        assert_eq!(value.text(), "b");
        assert_eq!(value.location(), Some(Location::new(DOC, Span::new(14, 15))));
        assert!(value.is_verbatim());
        let second = mapped.slice(6..9);
        assert_eq!(second.location(), Some(Location::new(DOC, Span::new(30, 33))));
        assert_eq!(mapped.slice(0..9).location(), Some(Location::new(DOC, Span::new(10, 33))));
        assert!(!mapped.is_verbatim());
    }

    #[test]
    fn an_empty_slice_knows_where_it_would_stand() {
        let mapped = Mapped::verbatim("--a=", DOC, 10);
        assert_eq!(mapped.slice(4..4).location(), Some(Location::new(DOC, Span::new(14, 14))));
    }

    #[test]
    fn decoded_text_maps_as_a_whole() {
        let source = Location::new(DOC, Span::new(5, 9));
        let mapped = Mapped::decoded("A", source);
        assert_eq!(mapped.slice(0..1).location(), Some(source));
        assert!(!mapped.is_verbatim());
    }

    #[test]
    fn touching_runs_join() {
        let mut mapped = Mapped::verbatim("ab", DOC, 0);
        mapped.push_verbatim("cd", DOC, 2);
        assert!(mapped.is_verbatim());
    }
}
