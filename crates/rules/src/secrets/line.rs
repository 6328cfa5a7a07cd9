//! Secrets that a name on the same line tells: `name: value`, `name=value`, `--name value`, and blocks below a name.

use super::found::Found;
use super::literal::{header, looks_random, secret_in, up_to};
use super::name::{Naming, Said, said};
use super::{SecretKind, pem};

/// A line of a text.
#[derive(Clone, Copy, Debug)]
struct Line<'t> {
    text: &'t str,
    /// First byte in the text.
    start: usize,
    /// The line without its end.
    content: &'t str,
    /// The first bracket or brace, past the end when there is none.
    bracket: usize,
    /// The sign of the first comment, likewise.
    comment: usize,
}

/// Bytes of a value that are looked at to tell what it is, so that one long line costs no more than many.
const LOOKED_AT: usize = 512;

/// A name in a line, and how its value is joined to it.
#[derive(Clone, Copy, Debug)]
struct Named {
    /// First byte of the name in the line.
    name: usize,
    /// First byte after what joins the two.
    value: usize,
    /// The quote that was opened right before the name and not closed behind it.
    quote: Option<char>,
    /// Whether the name has quotes of its own.
    quoted: bool,
    joint: Joint,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Joint {
    Colon,
    Equals,
    Blank,
}

/// Notes every secret of `text` that a name on its line tells.
pub fn scan(text: &str, found: &mut Found) {
    let (mut at, mut masked) = (0, 0);
    for line in text.split_inclusive('\n') {
        let content = line.trim_end_matches(['\n', '\r']);
        let bracket = content.find(['{', '[']).unwrap_or(content.len());
        let comment = if content.trim_start().starts_with(['#', ';']) { 0 } else { content.len() };
        let comment = content.find(" #").unwrap_or(content.len()).min(comment);
        // The lines of a block are masked as a whole.
        if at >= masked {
            masked = Line { text, start: at, content, bracket, comment }.scan(found);
        }
        at += line.len();
    }
}

/// Whether a name is that of a header, after whose colon no blank is needed.
fn is_header(name: &str) -> bool {
    let begins = |start: &str| name.get(..start.len()).is_some_and(|own| own.eq_ignore_ascii_case(start));
    begins("x-") || begins("proxy-authorization") || begins("authorization") || begins("private-token")
}

/// Whether a byte may stand in a name.
fn in_name(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'-' | b'.' | b'/')
}

impl Line<'_> {
    /// Notes the secrets of the line, and those of the block that it may begin; gives where that block ends.
    fn scan(self, found: &mut Found) -> usize {
        let mut done = 0;
        for (at, byte) in self.content.bytes().enumerate() {
            if self.start + at < done {
                continue;
            }
            let named = match byte {
                b':' => self.named(at, Joint::Colon),
                b'=' => self.named(at, Joint::Equals),
                b' ' | b'\t' => self.flag(at),
                _ => None,
            };
            if let Some(end) = named.and_then(|named| self.judge(named, found)) {
                done = end;
            }
        }
        self.continued(found);
        done
    }

    /// Notes the value on the next line, behind a flag and a backslash that end this one.
    fn continued(self, found: &mut Found) {
        let Some(before) = self.content.strip_suffix('\\').map(str::trim_end) else { return };
        let name = before.get(start_of_name(before)..).filter(|name| name.starts_with('-')).unwrap_or("");
        let Some(said) = said(up_to(name, LOOKED_AT), Naming::Assignment) else { return };
        let rest = self.text.get(self.start + self.content.len()..).unwrap_or("").trim_start();
        let word = rest.split(|c: char| c.is_whitespace() || matches!(c, '"' | '\'')).find(|word| !word.is_empty());
        let word = word.filter(|word| !word.starts_with('-')).unwrap_or("");
        let start = self.text.len() - rest.len() + rest.find(word).unwrap_or(0);
        if let Some(kind) = secret_in(word, said) {
            found.add(self.text, start, start + word.len(), kind);
        }
    }

    fn byte(self, at: usize) -> u8 {
        self.content.as_bytes().get(at).copied().unwrap_or(b' ')
    }

    /// The name that ends before the colon or equals sign at `at`.
    fn named(self, at: usize, joint: Joint) -> Option<Named> {
        if joint == Joint::Equals && (b"=!<>:".contains(&self.byte(at.wrapping_sub(1))) || self.byte(at + 1) == b'=') {
            return None;
        }
        let before = self.content.get(..at)?;
        // `password = "x"`, as in TOML.
        let before = if joint == Joint::Equals { before.trim_end() } else { before };
        let unquoted = before.strip_suffix(['"', '\'']).map(|inner| inner.strip_suffix('\\').unwrap_or(inner));
        let end = unquoted.unwrap_or(before).len();
        let name = start_of_name(before.get(..end)?);
        let opened =
            before.get(..name).and_then(|before| before.chars().next_back()).filter(|c| matches!(c, '"' | '\''));
        let quoted = unquoted.is_some() && opened.is_some();
        let named = Named { name, value: at + 1, quote: opened.filter(|_| !quoted), quoted, joint };
        let apart = matches!(self.byte(at + 1), b' ' | b'\t' | b'"' | b'\'') || quoted;
        let header = is_header(self.content.get(name..end).unwrap_or(""));
        let colon = joint == Joint::Colon && !apart && !header && !self.is_first(name);
        (name < end && !colon).then_some(named)
    }

    /// The flag that ends before the blank at `at`, when a value may follow.
    fn flag(self, at: usize) -> Option<Named> {
        let name = start_of_name(self.content.get(..at)?);
        // A dash and one letter are too little of a name.
        let flag = self.content.get(name..at)?.starts_with('-') && at > name + 2;
        // Looked at behind a flag only, as one line may be nothing but blanks.
        let follows = |rest: &str| rest.trim_start().starts_with(|c: char| !matches!(c, '-' | '\\' | '='));
        (flag && follows(self.content.get(at..)?)).then_some(Named {
            name,
            value: at,
            quote: None,
            quoted: false,
            joint: Joint::Blank,
        })
    }

    /// Whether nothing but blanks, a dash, a quote or the sign of a comment stands before `name`.
    fn is_first(self, name: usize) -> bool {
        let before = self.content.get(..name).unwrap_or("");
        let before = before.strip_suffix("export ").unwrap_or(before);
        before.chars().all(|c| c.is_whitespace() || matches!(c, '-' | '#' | ';' | '"' | '\'' | '+' | '{'))
    }

    /// Notes the value of `named` if it is a secret; gives where it ends in the text.
    fn judge(self, named: Named, found: &mut Found) -> Option<usize> {
        let end = self.content.get(named.name..named.value).unwrap_or("");
        let name = end.trim_end_matches([':', '=', ' ', '\t', '"', '\'', '\\']);
        let flag = name.starts_with('-');
        let naming = if named.joint == Joint::Colon && !flag { Naming::Field } else { Naming::Assignment };
        let said = said(up_to(name, LOOKED_AT), naming)?;
        let rest = self.content.get(named.value..).unwrap_or("");
        let start = named.value + rest.len() - rest.trim_start().len();
        let rest = rest.trim_start();
        if named.joint == Joint::Colon && is_block_header(up_to(rest, LOOKED_AT)) {
            return self.block(said, found);
        }
        if named.joint == Joint::Colon && rest.starts_with(['{', '[']) {
            // What stands inside is looked at by itself.
            return None;
        }
        let near = up_to(rest, LOOKED_AT);
        let (from, length) = self.value(named, start, near);
        let value = self.content.get(from..from + length).unwrap_or("");
        let kind = secret_in(value, said).or_else(|| header(name, value))?;
        if self.is_prose(named, value, said) {
            return None;
        }
        let (from, length) = if near.len() < rest.len() { self.value(named, start, rest) } else { (from, length) };
        let value = self.content.get(from..from + length).unwrap_or("");
        if kind == SecretKind::Certificate && pem::is_public(value) {
            return None;
        }
        found.add(self.text, self.start + from, self.start + from + length, kind);
        Some(self.start + from + length)
    }

    /// First byte and length of the value that begins with `rest` at `start`.
    fn value(self, named: Named, start: usize, rest: &str) -> (usize, usize) {
        let escaped = rest.strip_prefix('\\').filter(|inner| inner.starts_with('"'));
        let open = escaped.unwrap_or(rest).chars().next().filter(|c| matches!(c, '"' | '\'' | '`'));
        if let Some(quote) = open {
            let inner = if escaped.is_some() { 2 } else { 1 };
            return (start + inner, until_quote(rest.get(inner..).unwrap_or(""), quote, escaped.is_some()));
        }
        let length = match (named.quote, named.joint) {
            (Some(quote), _) => until_quote(rest, quote, false),
            // A header without a blank and without quotes is one word.
            (None, Joint::Colon) if start == named.value && !named.quoted && !self.is_first(named.name) => {
                rest.find(char::is_whitespace).unwrap_or(rest.len())
            }
            (None, Joint::Colon) => self.plain(named, rest),
            // A line of an environment file goes to its end.
            (None, Joint::Equals) if self.is_first(named.name) && self.byte(named.name) != b'-' => rest.len(),
            (None, _) => {
                let end = rest.find(|c: char| c.is_whitespace() || matches!(c, '"' | '\'')).unwrap_or(rest.len());
                let word = rest.get(..end).unwrap_or("");
                if self.in_brackets(named.name) { word.find([',', ']', '}']).unwrap_or(end) } else { end }
            }
        };
        let value = rest.get(..length).unwrap_or("").trim_end();
        (start, value.strip_suffix('\\').unwrap_or(value).trim_end().len())
    }

    /// Length of a plain value of YAML.
    fn plain(self, named: Named, rest: &str) -> usize {
        let end = rest.find(" #").unwrap_or(rest.len());
        if named.quoted || self.in_brackets(named.name) {
            return rest.find([',', '}', ']']).unwrap_or(end).min(end);
        }
        end
    }

    fn in_brackets(self, at: usize) -> bool {
        self.bracket < at
    }

    /// Whether the value may be words of a sentence: several behind a name that does not begin the line, and in a
    /// comment several or one without a digit.
    fn is_prose(self, named: Named, value: &str, said: Said) -> bool {
        let comment = self.comment < named.name;
        let apart = named.joint == Joint::Colon && !self.is_first(named.name);
        let closed = named.quoted || named.quote.is_some() || self.in_brackets(named.name);
        if apart && !closed && value.contains(' ') {
            return true;
        }
        let told = named.joint == Joint::Blank || value.contains(' ') || apart;
        comment && told && !looks_random(value) && !matches!(said, Said::MayBe(_))
    }

    /// The lines of a block below this one: those that are indented deeper.
    fn block(self, said: Said, found: &mut Found) -> Option<usize> {
        let (Said::Is(kind) | Said::MayBe(kind)) = said;
        let own = indentation(self.content);
        let after = self.text.get(self.start..).and_then(|rest| rest.find('\n')).map(|end| self.start + end + 1);
        let mut at = after?;
        let lines = self.text.get(at..).unwrap_or("").split_inclusive('\n');
        let length =
            lines.take_while(|line| line.trim().is_empty() || indentation(line) > own).map(str::len).sum::<usize>();
        let block = self.text.get(at..at + length).unwrap_or("");
        let public = kind == SecretKind::Certificate && pem::is_public(block);
        for line in block.split_inclusive('\n') {
            let content = line.trim();
            if !public && secret_in(content, Said::Is(kind)).is_some() && !content.starts_with("-----") {
                found.add(self.text, at, at + line.len(), kind);
            }
            at += line.len();
        }
        Some(at)
    }
}

/// Whether a value is the head of a block, with a tag before it perhaps.
fn is_block_header(rest: &str) -> bool {
    let rest =
        if rest.starts_with('!') { rest.split_once(' ').map_or("", |(_, rest)| rest.trim_start()) } else { rest };
    let mark = rest.split([' ', '\t']).next().unwrap_or("");
    mark.starts_with(['|', '>']) && mark.chars().skip(1).all(|c| matches!(c, '+' | '-' | '0'..='9'))
}

/// Bytes before the closing quote; all when there is none.
fn until_quote(text: &str, quote: char, escaped: bool) -> usize {
    let mut backslash = false;
    for (at, c) in text.char_indices() {
        match c {
            '\\' if quote == '"' && !backslash => backslash = true,
            // In a text within a text the closing quote is escaped, and so its backslash is not part of the value.
            c if c == quote && (backslash == escaped) => return if escaped { at.saturating_sub(1) } else { at },
            _ => backslash = false,
        }
    }
    text.trim_end().len()
}

/// First byte of the name at the end of `before`.
fn start_of_name(before: &str) -> usize {
    before.len() - before.bytes().rev().take_while(|byte| in_name(*byte)).count()
}

/// Blanks at the start of a line; a dash of a list counts, as the key behind it is what other lines compare with.
fn indentation(line: &str) -> usize {
    line.bytes().take_while(|byte| matches!(byte, b' ' | b'\t' | b'-')).count()
}
