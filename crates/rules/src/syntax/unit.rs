//! systemd unit files: sections, entries and the places of both, as systemd's own reader takes them.
//!
//! Source: `config_parse` and `read_line` of systemd (v241 to v258). A line ends at `\n`, `\r` or `\r\n`; a
//! backslash right before the line end joins the next line that is no comment, and stands for one blank.

use crate::problem::Problem;
use crate::syntax::mapped::{DocId, Mapped};
use crate::text::Span;

#[cfg(test)]
pub(crate) mod mutations;
#[cfg(test)]
mod tests;

/// What systemd takes for a blank, line ends included.
pub(crate) const BLANKS: [char; 4] = [' ', '\t', '\n', '\r'];

/// What was read from one text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Parsed {
    /// The files in order. A plain unit file is one file; the output of `systemctl cat` holds several.
    pub files: Vec<UnitFile>,
    /// Lines that systemd ignores or refuses. Lost flags ([`Stray::looks_like_lost_flag`]) in a section and lines
    /// of a template language are not among them.
    pub problems: Vec<Problem>,
    /// Backslashes at the end of a line with blanks behind them, blanks included: they join nothing.
    pub broken_continuation: Vec<Span>,
    /// Whether some line ends with `\r\n`.
    pub has_crlf: bool,
}

/// One unit file or drop-in.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct UnitFile {
    /// The path in the `# /path` line that `systemctl cat` puts before each file.
    pub path: Option<Mapped>,
    /// The whole file, its path line included.
    pub span: Span,
    /// The sections in order; a name may occur more than once.
    pub sections: Vec<Section>,
    /// Lines before the first section.
    pub stray: Vec<Stray>,
}

/// A section with its lines.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Section {
    /// The name without brackets.
    pub name: String,
    /// The header with its brackets.
    pub span: Span,
    /// The assignments in order.
    pub entries: Vec<Entry>,
    /// Lines that assign nothing.
    pub stray: Vec<Stray>,
}

/// An assignment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// The key.
    pub key: String,
    /// Where the key stands.
    pub key_span: Span,
    /// The value without blanks around it. Continued lines are joined by one unwritten blank each; comment
    /// lines between them are not part of it.
    pub value: Mapped,
    /// From the key to the end of the last line with text, its backslash included, its line end not.
    pub span: Span,
}

/// A line that systemd ignores.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stray {
    /// The line with its continuations, without blanks around it.
    pub text: Mapped,
    /// From the first byte to the end of the last line with text, its line end not included.
    pub span: Span,
}

impl UnitFile {
    /// All assignments to `key` in sections called `section`, in order.
    pub fn entries<'a>(&'a self, section: &'a str, key: &'a str) -> impl Iterator<Item = &'a Entry> {
        let sections = self.sections.iter().filter(move |candidate| candidate.name == section);
        sections.flat_map(|section| &section.entries).filter(move |entry| entry.key == key)
    }

    /// False for what stands before the first path line when that is only comments.
    fn is_worth_keeping(&self) -> bool {
        self.path.is_some() || !self.sections.is_empty() || !self.stray.is_empty()
    }
}

impl Entry {
    /// Whether this is a flag that fell out of a command whose previous line lacks its backslash. systemd takes
    /// `--v=2 \` for an unknown key.
    pub fn looks_like_lost_flag(&self) -> bool {
        self.key.starts_with('-')
    }
}

impl Stray {
    /// Whether this is a flag that fell out of a command whose previous line lacks its backslash.
    pub fn looks_like_lost_flag(&self) -> bool {
        self.text.text().starts_with('-')
    }
}

/// Reads a unit file, a drop-in or the output of `systemctl cat`.
pub fn parse(text: &str, doc: DocId) -> Parsed {
    let lines = lines(text);
    let introduces = file_headers(&lines);
    let mut reader = Reader::new(doc);
    reader.parsed.has_crlf = text.contains("\r\n");
    for (line, introduces) in lines.iter().zip(introduces) {
        reader.line(line, introduces);
    }
    reader.finish(text.len())
}

/// A physical line.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Line<'t> {
    /// The text without its line end.
    pub(crate) text: &'t str,
    /// Offset of the first byte.
    pub(crate) start: usize,
}

impl Line<'_> {
    /// Offset of the line end.
    pub(crate) const fn end(&self) -> usize {
        self.start + self.text.len()
    }

    /// Whether there is nothing but blanks.
    pub(crate) fn is_blank(&self) -> bool {
        self.text.trim_matches(BLANKS).is_empty()
    }

    /// Whether the first character that is no blank is `#` or `;`.
    pub(crate) fn is_comment(&self) -> bool {
        self.text.trim_start_matches(BLANKS).starts_with(['#', ';'])
    }

    /// Whether the next line is joined to this one: an odd number of backslashes stands at its very end.
    pub(crate) fn is_continued(&self) -> bool {
        ends_with_backslash(self.text)
    }
}

pub(crate) fn ends_with_backslash(text: &str) -> bool {
    text.bytes().rev().take_while(|byte| *byte == b'\\').count() % 2 == 1
}

/// The physical lines of `text`, a byte order mark at its beginning left out.
pub(crate) fn lines(text: &str) -> Vec<Line<'_>> {
    let mut lines = Vec::new();
    let mut start = if text.starts_with('\u{feff}') { '\u{feff}'.len_utf8() } else { 0 };
    while let Some(rest) = text.get(start..).filter(|rest| !rest.is_empty()) {
        let length = rest.find(['\n', '\r']).unwrap_or(rest.len());
        lines.push(Line { text: rest.get(..length).unwrap_or(rest), start });
        let ending = rest.get(length..).unwrap_or("");
        start += length + if ending.starts_with("\r\n") { 2 } else { 1 };
    }
    lines
}

/// For each line, whether it is the path line of a file in the output of `systemctl cat`. An ordinary comment
/// can look the same; a path line is followed by a section, by another path line or by nothing.
fn file_headers(lines: &[Line<'_>]) -> Vec<bool> {
    let mut section_follows = true;
    let mut headers: Vec<bool> = Vec::with_capacity(lines.len());
    for line in lines.iter().rev() {
        headers.push(section_follows && header_path(line.text).is_some());
        if !line.is_blank() && !line.is_comment() {
            section_follows = line.text.trim_start_matches(BLANKS).starts_with('[');
        }
    }
    headers.reverse();
    headers
}

/// The path in `# /path/of/a.service`.
fn header_path(line: &str) -> Option<&str> {
    let path = line.strip_prefix("# ")?.trim_end_matches(BLANKS);
    let is_path = path.starts_with('/') && !path.contains(BLANKS);
    (is_path && (path.ends_with(".service") || path.ends_with(".conf"))).then_some(path)
}

/// A line with what was joined to it so far.
#[derive(Debug, Default)]
struct Logical {
    text: Mapped,
    /// End of the last physical line that is not blank.
    end: usize,
}

#[derive(Debug)]
struct Reader {
    doc: DocId,
    parsed: Parsed,
    file: UnitFile,
    /// The logical line that the next physical line is joined to.
    pending: Option<Logical>,
}

impl Reader {
    fn new(doc: DocId) -> Self {
        Self { doc, parsed: Parsed::default(), file: UnitFile::default(), pending: None }
    }

    fn line(&mut self, line: &Line<'_>, introduces_file: bool) {
        if line.is_comment() {
            if introduces_file && self.pending.is_none() {
                self.start_file(line);
            }
            return;
        }
        self.note_broken_continuation(line);
        let mut logical = self.pending.take().unwrap_or_default();
        if !line.is_blank() {
            logical.end = line.end();
        }
        let continued = line.is_continued();
        let written = if continued { line.text.strip_suffix('\\').unwrap_or(line.text) } else { line.text };
        if !written.is_empty() {
            logical.text.push_verbatim(written, self.doc, Span::of(line.start, 0).start);
        }
        if continued {
            logical.text.push_unwritten(" ");
            self.pending = Some(logical);
        } else {
            self.logical_line(&logical);
        }
    }

    fn finish(mut self, length: usize) -> Parsed {
        if let Some(logical) = self.pending.take() {
            self.logical_line(&logical);
        }
        if self.file.is_worth_keeping() || self.parsed.files.is_empty() {
            self.end_file(length);
        }
        self.parsed
    }

    fn start_file(&mut self, line: &Line<'_>) {
        if self.file.is_worth_keeping() {
            self.end_file(line.start);
        }
        let path = header_path(line.text).unwrap_or("");
        let path = Mapped::verbatim(path, self.doc, Span::of(line.start + "# ".len(), 0).start);
        self.file = UnitFile { path: Some(path), span: Span::of(line.start, line.end()), ..UnitFile::default() };
    }

    fn end_file(&mut self, end: usize) {
        let mut file = std::mem::take(&mut self.file);
        file.span.end = Span::of(0, end).end;
        self.parsed.files.push(file);
    }

    fn note_broken_continuation(&mut self, line: &Line<'_>) {
        let text = line.text.trim_end_matches([' ', '\t']);
        if text.len() < line.text.len() && ends_with_backslash(text) {
            self.parsed.broken_continuation.push(Span::of(line.start + text.len() - 1, line.end()));
        }
    }

    fn logical_line(&mut self, logical: &Logical) {
        let Some(text) = trimmed(&logical.text, 0..logical.text.text().len()) else { return };
        let Some(place) = text.location() else { return };
        let span = Span::new(place.span.start, Span::of(0, logical.end).end);
        if text.text().starts_with('[') {
            self.section(&text, place.span);
            return;
        }
        let entry = text.text().find('=').and_then(|equals| entry(&text, equals, span));
        let stray = Stray { text, span };
        let quiet = is_template_line(stray.text.text());
        let message = match (self.file.sections.last_mut(), entry) {
            (Some(section), Some(entry)) => return section.entries.push(entry),
            (Some(section), None) => {
                let quiet = quiet || stray.looks_like_lost_flag();
                section.stray.push(stray);
                (!quiet).then_some("This line assigns nothing; systemd ignores it.")
            }
            (None, _) => {
                self.file.stray.push(stray);
                (!quiet).then_some("This line stands before the first section; systemd ignores it.")
            }
        };
        self.parsed.problems.extend(message.map(|message| Problem::new(span, message)));
    }

    fn section(&mut self, header: &Mapped, span: Span) {
        let inner = header.text().strip_prefix('[').unwrap_or("");
        let name = inner.strip_suffix(']');
        if name.is_none() {
            let message = "A section header must end with `]`; systemd refuses a file with this line.";
            self.parsed.problems.push(Problem::new(span, message));
        }
        let name = name.unwrap_or(inner).trim_matches(BLANKS).to_owned();
        self.file.sections.push(Section { name, span, entries: Vec::new(), stray: Vec::new() });
    }
}

/// Whether a line belongs to a template language (Jinja, Go), which has to be rendered before systemd reads it.
pub(crate) fn is_template_line(line: &str) -> bool {
    line.starts_with("{%") || line.starts_with("{{") || line.starts_with("{#")
}

/// The assignment in `text`; absent when there is no key before the `=`.
fn entry(text: &Mapped, equals: usize, span: Span) -> Option<Entry> {
    let key = trimmed(text, 0..equals)?;
    let end = text.text().len();
    let value = trimmed(text, equals + 1..end).unwrap_or_else(|| text.slice(equals + 1..equals + 1));
    Some(Entry { key: key.text().to_owned(), key_span: key.location()?.span, value, span })
}

/// The part of `text` in `range` without blanks around it; absent when nothing remains.
fn trimmed(text: &Mapped, range: std::ops::Range<usize>) -> Option<Mapped> {
    let whole = text.text().get(range.clone())?;
    let start = range.start + (whole.len() - whole.trim_start_matches(BLANKS).len());
    let length = whole.trim_matches(BLANKS).len();
    (length > 0).then(|| text.slice(start..start + length))
}
