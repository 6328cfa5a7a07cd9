//! Byte ranges of a document's text, and their translation at the edge into lines, columns and UTF-16 units.
//!
//! Inside the crate every position is a byte offset into the text as the user gave it. Only [`LineIndex`]
//! turns offsets into anything else.

/// A half-open range of bytes `start..end` in one document's text.
///
/// Sort by spans with `sort_by_cached_key`: that sorts pairs of span and index, by the same code whatever the items
/// are, where every other sort brings 4 KB of code of its own to the page.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Span {
    /// First byte.
    pub start: u32,
    /// One past the last byte; never less than `start` in a span made by this crate.
    pub end: u32,
}

impl Span {
    /// The range `start..end`.
    pub const fn new(start: u32, end: u32) -> Self {
        Self { start, end }
    }

    /// The empty range at `offset`, used for insertions.
    pub const fn at(offset: u32) -> Self {
        Self { start: offset, end: offset }
    }

    /// The range `start..end` of `usize` offsets. Texts are limited to 4 MiB, so the cast is exact.
    #[expect(clippy::cast_possible_truncation, reason = "documents are limited to 4 MiB")]
    pub const fn of(start: usize, end: usize) -> Self {
        Self { start: start as u32, end: end as u32 }
    }

    /// Number of bytes.
    pub const fn len(self) -> u32 {
        self.end.saturating_sub(self.start)
    }

    /// Whether the range holds no byte.
    pub const fn is_empty(self) -> bool {
        self.end <= self.start
    }

    /// Whether `other` lies wholly inside.
    pub const fn contains(self, other: Self) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// The smallest range that covers both.
    pub fn cover(self, other: Self) -> Self {
        Self { start: self.start.min(other.start), end: self.end.max(other.end) }
    }

    /// The text in the range; empty when the range does not fit the text.
    pub fn slice(self, text: &str) -> &str {
        text.get(self.start as usize..self.end as usize).unwrap_or("")
    }
}

/// A position for people: both numbers start at 1; the column counts characters (Unicode scalar values).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LineColumn {
    /// 1-based line.
    pub line: u32,
    /// 1-based column in characters.
    pub column: u32,
}

/// Bytes between two checkpoints of a [`LineIndex`]; bounds the scan of one look-up on very long lines.
const STRIDE: usize = 512;

/// Characters and UTF-16 units that lie before one byte offset.
#[derive(Clone, Copy, Debug, Default)]
struct Counts {
    chars: u32,
    utf16: u32,
}

/// Translates byte offsets of one text. A line ends after `\n`; a lone `\r` does not end one.
#[derive(Debug)]
pub struct LineIndex<'t> {
    text: &'t str,
    line_starts: Vec<u32>,
    /// Counts at multiples of [`STRIDE`], empty for a text that is ASCII throughout.
    checkpoints: Vec<Counts>,
}

impl<'t> LineIndex<'t> {
    /// Reads `text` once.
    pub fn new(text: &'t str) -> Self {
        let newlines = text.bytes().enumerate().filter(|(_, byte)| *byte == b'\n');
        let line_starts = std::iter::once(0).chain(newlines.map(|(at, _)| Span::of(at, at).start + 1)).collect();
        let checkpoints = if text.is_ascii() { Vec::new() } else { checkpoints(text) };
        Self { text, line_starts, checkpoints }
    }

    /// Line and column of a byte offset. An offset past the end counts as the end.
    pub fn line_column(&self, offset: u32) -> LineColumn {
        let line = self.line_starts.partition_point(|start| *start <= offset).max(1);
        let line_start = self.line_starts.get(line - 1).copied().unwrap_or(0);
        let column = self.counts(offset).chars.saturating_sub(self.counts(line_start).chars) + 1;
        LineColumn { line: Span::of(line, line).start, column }
    }

    /// Offset in UTF-16 code units of a byte offset, as editors and JavaScript count.
    pub fn utf16(&self, offset: u32) -> u32 {
        self.counts(offset).utf16
    }

    fn counts(&self, offset: u32) -> Counts {
        let offset = (offset as usize).min(self.text.len());
        if self.checkpoints.is_empty() {
            let offset = Span::of(offset, offset).start;
            return Counts { chars: offset, utf16: offset };
        }
        let base = offset / STRIDE;
        let mut counts = self.checkpoints.get(base).copied().unwrap_or_default();
        for byte in self.text.as_bytes().iter().take(offset).skip(base * STRIDE) {
            counts.step(*byte);
        }
        counts
    }
}

impl Counts {
    /// Counts a character at its first byte; a four-byte sequence is two UTF-16 units.
    fn step(&mut self, byte: u8) {
        if byte & 0xC0 != 0x80 {
            self.chars += 1;
            self.utf16 += if byte >= 0xF0 { 2 } else { 1 };
        }
    }
}

fn checkpoints(text: &str) -> Vec<Counts> {
    let mut counts = Counts::default();
    let mut all = Vec::with_capacity(text.len() / STRIDE + 1);
    for (at, byte) in text.bytes().enumerate() {
        if at % STRIDE == 0 {
            all.push(counts);
        }
        counts.step(byte);
    }
    all.push(counts);
    all
}

/// The line ending that `text` uses: the one after its first line, `\n` when it has only one line.
pub fn line_ending(text: &str) -> &'static str {
    match text.find('\n') {
        Some(at) if at > 0 && text.as_bytes().get(at - 1) == Some(&b'\r') => "\r\n",
        _ => "\n",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_lines_columns_and_utf16() {
        let text = "a: é\r\nb: 😀x\n";
        let index = LineIndex::new(text);
        let at = |needle: char| Span::of(text.find(needle).unwrap_or(0), 0).start;
        assert_eq!(index.line_column(at('é')), LineColumn { line: 1, column: 4 });
        assert_eq!(index.line_column(at('x')), LineColumn { line: 2, column: 5 });
        assert_eq!(index.utf16(at('x')), 11);
        assert_eq!(index.line_column(9999), LineColumn { line: 3, column: 1 });
    }

    #[test]
    fn agrees_with_a_plain_count_on_long_lines() {
        let text = "äb😀c".repeat(400);
        let index = LineIndex::new(&text);
        for (at, _) in text.char_indices() {
            let before = text.get(..at).unwrap_or("");
            let offset = Span::of(at, at).start;
            assert_eq!(index.utf16(offset) as usize, before.encode_utf16().count());
            assert_eq!(index.line_column(offset).column as usize, before.chars().count() + 1);
        }
    }

    #[test]
    fn knows_the_line_ending() {
        assert_eq!(line_ending("a\r\nb\n"), "\r\n");
        assert_eq!(line_ending("\na\r\n"), "\n");
        assert_eq!(line_ending("a"), "\n");
    }
}
