//! Environment files (`EnvironmentFile=`), read as systemd reads them.
//!
//! Source: `parse_env_file_internal` and `env_name_is_valid` of systemd (v254 to v258). Neither a shell nor the
//! rules of unit files: quotes count only at the beginning of a value or after another quoted part, a backslash
//! keeps the next character, nothing is expanded, a carriage return ends a line by itself.

use crate::problem::Problem;
use crate::syntax::mapped::{DocId, Location, Mapped};
use crate::syntax::unit::{BLANKS, is_template_line};
use crate::syntax::words::is_variable_name;
use crate::text::Span;

#[cfg(test)]
mod tests;

/// What was read from one environment file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Parsed {
    /// The variables in order. When a name occurs twice, the last one wins.
    pub variables: Vec<Variable>,
    /// Lines that set nothing, and quotes that swallow more than they should.
    pub problems: Vec<Problem>,
}

/// A variable that the file sets.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Variable {
    /// Its name.
    pub name: String,
    /// Where the name stands.
    pub name_span: Span,
    /// The value without quotes and escapes.
    pub value: Mapped,
    /// From the name to the end of the value, quotes included, the line end not.
    pub span: Span,
}

/// Reads an environment file.
pub fn parse(text: &str, doc: DocId) -> Parsed {
    let mut reader = Reader { text, doc, at: 0, parsed: Parsed::default() };
    while reader.line() {}
    reader.parsed
}

const LINE_ENDS: [char; 2] = ['\n', '\r'];

struct Reader<'t> {
    text: &'t str,
    doc: DocId,
    /// Byte that is read next.
    at: usize,
    parsed: Parsed,
}

/// A value while it is read.
struct Draft {
    value: Mapped,
    /// Where an empty value would stand.
    start: usize,
    /// Length of the value without the blanks at its end that no quote protects.
    keep: usize,
}

impl Reader<'_> {
    fn rest(&self) -> &str {
        self.text.get(self.at..).unwrap_or("")
    }

    fn next(&mut self) -> Option<char> {
        let next = self.rest().chars().next()?;
        self.at += next.len_utf8();
        Some(next)
    }

    fn problem(&mut self, span: Span, message: impl Into<String>) {
        self.parsed.problems.push(Problem::new(span, message));
    }

    /// Reads one comment or assignment; false at the end of the text.
    fn line(&mut self) -> bool {
        let rest = self.rest();
        self.at += rest.len() - rest.trim_start_matches(BLANKS).len();
        let rest = self.rest();
        if rest.is_empty() {
            return false;
        }
        let start = self.at;
        let length = rest.find(LINE_ENDS).unwrap_or(rest.len());
        let line = rest.get(..length).unwrap_or(rest);
        if line.starts_with(['#', ';']) {
            self.comment(start, line.len(), line.ends_with('\\'));
            return true;
        }
        if is_template_line(line) {
            self.at = start + line.len();
            return true;
        }
        let Some(equals) = line.find('=') else {
            let length = line.trim_end_matches(BLANKS).len();
            self.at = start + line.len();
            self.problem(Span::of(start, start + length), "This line has no `=`; systemd ignores it.");
            return true;
        };
        let name = line.get(..equals).unwrap_or("").trim_end_matches(BLANKS).to_owned();
        self.at = start + equals + 1;
        let value = self.value();
        self.variable(start, name, value);
        true
    }

    fn comment(&mut self, start: usize, length: usize, hides_next_line: bool) {
        self.at = start + length;
        if hides_next_line {
            let message = "systemd up to 253 takes the line after this backslash for a part of the comment.";
            self.problem(Span::of(self.at - 1, self.at), message);
        }
    }

    fn variable(&mut self, start: usize, name: String, value: Mapped) {
        let name_span = Span::of(start, start + name.len());
        if !is_variable_name(&name) {
            let message = match name.strip_prefix("export ").map(|name| name.trim_matches(BLANKS)) {
                Some(real) => format!("systemd does not know `export`; `{real}` is not set. Remove `export`."),
                None => format!("`{name}` is no name for a variable; systemd ignores the line."),
            };
            self.problem(name_span, message);
            return;
        }
        let span = Span::of(start, self.at);
        self.parsed.variables.push(Variable { name, name_span, value, span });
    }

    /// Reads a value up to its line end.
    fn value(&mut self) -> Mapped {
        let start = self.at;
        let mut draft = Draft { value: Mapped::new(), start, keep: 0 };
        let mut end = start;
        loop {
            let at = self.at;
            match self.next() {
                None => break,
                Some(c) if LINE_ENDS.contains(&c) => {
                    self.at = at;
                    break;
                }
                Some(quote @ ('"' | '\'')) => self.quoted(&mut draft, quote, at),
                Some(c) if BLANKS.contains(&c) => continue,
                Some(_) => {
                    self.at = at;
                    end = self.plain(&mut draft);
                    break;
                }
            }
            end = self.at;
        }
        self.at = end;
        draft.finish(self.doc)
    }

    /// Reads the unquoted rest of a value; gives the end of what counts.
    fn plain(&mut self, draft: &mut Draft) -> usize {
        let mut end = self.at;
        loop {
            let at = self.at;
            let Some(c) = self.next() else { return end };
            if LINE_ENDS.contains(&c) {
                self.at = at;
                return end;
            }
            if c == '\\' {
                draft.keep = draft.value.text().len();
                end = self.at;
                if let Some(c) = self.next() {
                    self.escaped(draft, c, end);
                    end = if LINE_ENDS.contains(&c) { end } else { self.at };
                }
                continue;
            }
            self.push(draft, at);
            if !BLANKS.contains(&c) {
                draft.keep = draft.value.text().len();
                end = self.at;
            }
        }
    }

    /// Takes the character after a backslash outside of quotes; a line end there joins the next line.
    fn escaped(&mut self, draft: &mut Draft, c: char, at: usize) {
        if c == '\r' && self.rest().starts_with('\n') {
            let message = "The line ends with a carriage return, so that this backslash does not join the next line.";
            self.problem(Span::of(at - 1, at), message);
            // The value ends at the line feed; the carriage return is a part of the line end.
            return;
        }
        if !LINE_ENDS.contains(&c) {
            self.push(draft, at);
            draft.keep = draft.value.text().len();
        }
    }

    /// Reads a quoted part whose opening quote stands at `open`.
    fn quoted(&mut self, draft: &mut Draft, quote: char, open: usize) {
        if draft.value.is_empty() {
            draft.start = self.at;
        }
        loop {
            let at = self.at;
            match self.next() {
                None => {
                    let message = "This quote is never closed; everything behind it becomes part of the value.";
                    self.problem(Span::of(open, open + 1), message);
                    break;
                }
                Some(c) if c == quote => break,
                Some('\\') if quote == '"' => self.escaped_in_quotes(draft, at),
                Some(_) => self.push(draft, at),
            }
        }
        draft.keep = draft.value.text().len();
    }

    /// In double quotes a backslash takes itself away only before `"`, `\`, `` ` ``, `$` and a line feed.
    fn escaped_in_quotes(&mut self, draft: &mut Draft, backslash: usize) {
        let at = self.at;
        match self.next() {
            Some('\n') | None => {}
            Some('"' | '\\' | '`' | '$') => self.push(draft, at),
            Some(_) => self.push(draft, backslash),
        }
    }

    /// Adds the source from `start` to the reading position.
    fn push(&self, draft: &mut Draft, start: usize) {
        let written = self.text.get(start..self.at).unwrap_or("");
        draft.value.push_verbatim(written, self.doc, Span::of(start, 0).start);
    }
}

impl Draft {
    fn finish(self, doc: DocId) -> Mapped {
        if self.value.text().is_empty() {
            return Mapped::decoded("", Location::new(doc, Span::of(self.start, self.start)));
        }
        if self.keep < self.value.text().len() { self.value.slice(0..self.keep) } else { self.value }
    }
}
