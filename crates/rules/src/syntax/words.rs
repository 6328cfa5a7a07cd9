//! Words of a systemd command line or `Environment=` assignment, and the variables in them.
//!
//! Source: `extract_first_word`, `cunescape_one`, `config_parse_exec` and `replace_env_argv` of systemd (v241 to
//! v258). This is not the shell's splitting: `#` is an ordinary character, there is no globbing, C escapes hold
//! in both kinds of quotes.

mod expansion;
#[cfg(test)]
mod tests;

pub use expansion::{Argument, Hole, HoleKind, Lookup, Origin, executable, expand, verbatim};

use crate::syntax::mapped::{Location, Mapped};
use crate::syntax::unit::BLANKS;

/// How a word is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Quoting {
    /// Without quotes or escapes.
    Bare,
    /// Wholly inside one pair of quotes.
    Whole,
    /// With quotes around a part of it, or with escapes.
    Mixed,
}

/// A word with its sources.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Word {
    /// The word as the program receives it, before variables and specifiers are replaced.
    pub value: Mapped,
    /// Where it is written, quotes and escapes included.
    pub place: Option<Location>,
    /// How it is written.
    pub quoting: Quoting,
    /// The quote that is never closed. systemd ignores the whole assignment then.
    pub unterminated: Option<Location>,
    /// The first escape that systemd does not know. It is kept as written in a command; in `Environment=` it
    /// ends the reading of the line.
    pub unknown_escape: Option<Location>,
}

impl Word {
    /// Whether this is the `;` that separates two commands.
    pub fn is_separator(&self) -> bool {
        self.quoting == Quoting::Bare && self.value.text() == ";"
    }
}

/// One variable of an `Environment=` line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Assignment {
    /// Name of the variable.
    pub name: String,
    /// Its value. Specifiers (`%i`, `%%`) are not replaced yet; see [`Lookup::WithSpecifiers`].
    pub value: Mapped,
    /// The whole assignment as written, quotes included.
    pub place: Option<Location>,
    /// How the whole assignment is written.
    pub quoting: Quoting,
    /// An open quote or an unknown escape: systemd ignores this assignment and those behind it on the line.
    pub flaw: Option<Location>,
}

/// Splits the value of `ExecStart=` or `Environment=` into words. A word whose quote is never closed reaches to
/// the end of the value.
pub fn split(value: &Mapped) -> Vec<Word> {
    split_with(value, Escapes::C)
}

/// The commands of an `ExecStart=` value, which a lone `;` separates.
pub fn commands(words: &[Word]) -> impl Iterator<Item = &[Word]> {
    words.split(Word::is_separator).filter(|command| !command.is_empty())
}

/// The variables that an `Environment=` line sets, in order. Words without `=` or with an impossible name set
/// nothing and are left out.
pub fn assignments(value: &Mapped) -> Vec<Assignment> {
    let mut flaw = None;
    let mut all = Vec::new();
    for word in split(value) {
        flaw = flaw.or(word.unterminated).or(word.unknown_escape);
        let text = word.value.text();
        let Some(equals) = text.find('=') else { continue };
        let Some(name) = text.get(..equals).filter(|name| is_variable_name(name)) else { continue };
        let value = word.value.slice(equals + 1..text.len());
        all.push(Assignment { name: name.to_owned(), value, place: word.place, quoting: word.quoting, flaw });
    }
    all
}

/// Whether systemd accepts the name of an environment variable.
pub fn is_variable_name(name: &str) -> bool {
    let allowed = name.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'_');
    allowed && !name.is_empty() && !name.starts_with(|first: char| first.is_ascii_digit())
}

/// What a backslash means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Escapes {
    /// C escapes, in unit files.
    C,
    /// The next character, whatever it is: in the value of a variable.
    Plain,
}

fn split_with(value: &Mapped, escapes: Escapes) -> Vec<Word> {
    let mut splitter = Splitter { value, escapes, at: 0 };
    std::iter::from_fn(|| splitter.word()).collect()
}

struct Splitter<'v> {
    value: &'v Mapped,
    escapes: Escapes,
    /// Byte of the text that is read next.
    at: usize,
}

/// A word while it is read.
struct Draft {
    word: Word,
    start: usize,
    /// Start of the characters that were read and not added yet.
    run: usize,
    /// The open quote and where it stands.
    quote: Option<(char, usize)>,
    quotes: usize,
    escapes: usize,
    last_closed: usize,
}

impl Splitter<'_> {
    fn peek(&self) -> Option<char> {
        self.value.text().get(self.at..)?.chars().next()
    }

    fn word(&mut self) -> Option<Word> {
        while self.peek().is_some_and(|c| BLANKS.contains(&c)) {
            self.at += 1;
        }
        self.peek()?;
        let mut draft = Draft::new(self.at);
        while let Some(c) = self.peek() {
            let at = self.at;
            if draft.quote.is_none() && BLANKS.contains(&c) {
                break;
            }
            self.at += c.len_utf8();
            match draft.quote {
                _ if c == '\\' => {
                    self.flush(&mut draft, at);
                    self.escape(&mut draft, at);
                    draft.run = self.at;
                }
                None if matches!(c, '"' | '\'') => {
                    self.flush(&mut draft, at);
                    draft.open(c, at);
                }
                Some((quote, _)) if c == quote => {
                    self.flush(&mut draft, at);
                    draft.close(at);
                }
                _ => {}
            }
        }
        self.flush(&mut draft, self.at);
        Some(self.finish(draft))
    }

    /// Adds the characters up to `end` that stand for themselves.
    fn flush(&self, draft: &mut Draft, end: usize) {
        if draft.run < end {
            draft.word.value.append(&self.value.slice(draft.run..end));
        }
    }

    /// Reads the escape whose backslash stands at `at`.
    fn escape(&mut self, draft: &mut Draft, at: usize) {
        draft.escapes += 1;
        let Some(c) = self.peek() else {
            // A backslash at the very end stands for itself in a command and for nothing in a variable.
            if self.escapes == Escapes::C {
                draft.word.value.append(&self.value.slice(at..self.at));
                draft.word.unknown_escape = draft.word.unknown_escape.or(self.place(at, self.at));
            }
            return;
        };
        let after = self.value.text().get(self.at..).unwrap_or("");
        let known = if self.escapes == Escapes::C { c_escape(after) } else { None };
        if let (Some((decoded, length)), Escapes::C) = (known, self.escapes) {
            self.at += length;
            match self.place(at, self.at) {
                Some(place) => draft.word.value.push_decoded(decoded.encode_utf8(&mut [0; 4]), place),
                None => draft.word.value.push_unwritten(decoded.encode_utf8(&mut [0; 4])),
            }
            return;
        }
        self.at += c.len_utf8();
        let kept = if self.escapes == Escapes::C { at } else { at + 1 };
        draft.word.value.append(&self.value.slice(kept..self.at));
        if self.escapes == Escapes::C {
            draft.word.unknown_escape = draft.word.unknown_escape.or(self.place(at, self.at));
        }
    }

    fn finish(&self, draft: Draft) -> Word {
        let (start, end) = (draft.start, self.at);
        let quoting = draft.quoting(self.value.text(), end);
        let mut word = draft.word;
        word.place = self.place(start, end);
        word.quoting = quoting;
        word.unterminated = draft.quote.and_then(|(_, at)| self.place(at, at + 1));
        if word.value.is_empty() {
            let inside = (start + 1).min(end);
            word.value = self.value.slice(inside..inside);
        }
        if self.escapes == Escapes::C && self.value.text().get(start..end) == Some("\\;") {
            // The spelling of a `;` that separates nothing.
            word.value = self.value.slice(start + 1..end);
            word.unknown_escape = None;
        }
        word
    }

    fn place(&self, start: usize, end: usize) -> Option<Location> {
        self.value.slice(start..end).location()
    }
}

impl Draft {
    fn new(start: usize) -> Self {
        let word = Word {
            value: Mapped::new(),
            place: None,
            quoting: Quoting::Bare,
            unterminated: None,
            unknown_escape: None,
        };
        Self { word, start, run: start, quote: None, quotes: 0, escapes: 0, last_closed: start }
    }

    fn open(&mut self, quote: char, at: usize) {
        self.quote = Some((quote, at));
        self.quotes += 1;
        self.run = at + 1;
    }

    fn close(&mut self, at: usize) {
        self.quote = None;
        self.last_closed = at;
        self.run = at + 1;
    }

    fn quoting(&self, text: &str, end: usize) -> Quoting {
        let opens = text.get(self.start..).is_some_and(|text| text.starts_with(['"', '\'']));
        let closes = self.last_closed > self.start && self.last_closed + 1 == end;
        match (self.quotes, self.escapes) {
            (0, 0) => Quoting::Bare,
            (1, 0) if opens && closes => Quoting::Whole,
            _ => Quoting::Mixed,
        }
    }
}

/// The character that the text after a backslash stands for, and the bytes it takes. A byte that is no character
/// by itself (`\xc3`) becomes U+FFFD.
fn c_escape(after: &str) -> Option<(char, usize)> {
    let first = after.chars().next()?;
    let simple = match first {
        'a' => '\u{7}',
        'b' => '\u{8}',
        'f' => '\u{c}',
        'n' => '\n',
        'r' => '\r',
        't' => '\t',
        'v' => '\u{b}',
        's' => ' ',
        '\\' | '"' | '\'' => first,
        'x' => return number(after, 1, 2, 16).and_then(|(value, end)| Some((byte(value)?, end))),
        'u' => return number(after, 1, 4, 16).and_then(|(value, end)| Some((nonzero(value)?, end))),
        'U' => return number(after, 1, 8, 16).and_then(|(value, end)| Some((nonzero(value)?, end))),
        '0'..='7' => return number(after, 0, 3, 8).and_then(|(value, end)| Some((byte(value)?, end))),
        _ => return None,
    };
    Some((simple, 1))
}

/// The number in `digits` digits from byte `start`, and its end.
fn number(text: &str, start: usize, digits: usize, radix: u32) -> Option<(u32, usize)> {
    let end = start + digits;
    let digits = text.get(start..end).filter(|digits| digits.bytes().all(|byte| byte.is_ascii_hexdigit()))?;
    Some((u32::from_str_radix(digits, radix).ok()?, end))
}

fn byte(value: u32) -> Option<char> {
    match value {
        1..=0x7f => char::from_u32(value),
        0x80..=0xff => Some(char::REPLACEMENT_CHARACTER),
        _ => None,
    }
}

fn nonzero(value: u32) -> Option<char> {
    char::from_u32(value).filter(|c| *c != '\0')
}
