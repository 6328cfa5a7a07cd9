//! The simple commands of a shell script, as far as they can be told without running it.
//!
//! This is enough to find the command in `sh -c "exec kube-apiserver --a=b 2>&1 | tee log"`: words, quotes,
//! comments, redirections and what separates commands. Parameters and command substitutions become holes in
//! the words; control structures and here-documents are not understood.

use crate::syntax::mapped::Mapped;
use crate::syntax::words::{Argument, Hole, HoleKind, Origin};

#[cfg(test)]
mod tests;

/// The simple commands of `script` in the order they are written, each with its program first. Leading
/// assignments, `exec`, redirections and keywords before a command are left out.
pub fn commands(script: &Mapped) -> Vec<Vec<Argument>> {
    let mut reader = Reader { script, at: 0, commands: Vec::new(), command: Vec::new() };
    while reader.token() {}
    reader.end_command();
    reader.commands
}

const BLANKS: [char; 3] = [' ', '\t', '\r'];

struct Reader<'s> {
    script: &'s Mapped,
    /// Byte that is read next.
    at: usize,
    commands: Vec<Vec<Argument>>,
    command: Vec<Argument>,
}

/// A word while it is read.
struct Draft {
    argument: Argument,
    start: usize,
    /// Start of the characters that were read and not added yet.
    run: usize,
    /// Where the open double quote stands.
    double: Option<usize>,
    quoted: bool,
}

impl Reader<'_> {
    fn rest(&self) -> &str {
        self.script.text().get(self.at..).unwrap_or("")
    }

    fn peek(&self) -> Option<char> {
        self.rest().chars().next()
    }

    /// Reads a blank, an operator, a comment or a word; false at the end.
    fn token(&mut self) -> bool {
        let Some(c) = self.peek() else { return false };
        match c {
            _ if BLANKS.contains(&c) => self.at += 1,
            '\\' if self.line_is_joined() => self.join_line(),
            '#' => self.at += self.rest().find('\n').unwrap_or(self.rest().len()),
            '&' if self.rest().starts_with("&>") => {
                self.at += 1;
                self.redirection();
            }
            '\n' | ';' | '&' | '|' | '(' | ')' => {
                self.at += 1;
                self.end_command();
            }
            '<' | '>' => self.redirection(),
            _ => self.plain_word(),
        }
        true
    }

    fn plain_word(&mut self) {
        let start = self.at;
        let argument = self.word();
        let is_descriptor = self.script.text().get(start..self.at).is_some_and(is_number);
        if !(is_descriptor && self.rest().starts_with(['<', '>'])) {
            self.command.push(argument);
        }
    }

    /// Skips `>file`, `2>&1`, `<<word` and the like; the number before the operator is read already.
    fn redirection(&mut self) {
        let rest = self.rest();
        let operator = rest.len() - rest.trim_start_matches(['<', '>']).len();
        self.at += operator;
        if self.rest().starts_with(['&', '|']) {
            self.at += 1;
        }
        while self.peek().is_some_and(|c| BLANKS.contains(&c)) {
            self.at += 1;
        }
        if self.peek().is_some_and(|c| !ends_word(c)) {
            self.word();
        }
    }

    fn end_command(&mut self) {
        let command = std::mem::take(&mut self.command);
        let leading = command.iter().take_while(|word| is_leading(word)).count();
        let command: Vec<Argument> = command.into_iter().skip(leading).collect();
        if !command.is_empty() {
            self.commands.push(command);
        }
    }

    /// Whether a backslash and a line end stand here.
    fn line_is_joined(&self) -> bool {
        self.rest().starts_with("\\\n") || self.rest().starts_with("\\\r\n")
    }

    fn join_line(&mut self) {
        self.at += self.rest().find('\n').map_or(1, |end| end + 1);
    }

    fn word(&mut self) -> Argument {
        let mut draft = Draft::new(self.at);
        while let Some(c) = self.peek() {
            if draft.double.is_none() && ends_word(c) {
                break;
            }
            match c {
                '\'' if draft.double.is_none() => self.single_quoted(&mut draft),
                '"' => {
                    self.flush(&mut draft, 1);
                    draft.double = if draft.double.is_some() { None } else { Some(self.at) };
                    draft.quoted = true;
                }
                '\\' => self.escape(&mut draft),
                '$' | '`' => self.substitution(&mut draft),
                _ => self.at += c.len_utf8(),
            }
        }
        self.flush(&mut draft, 0);
        self.finish(draft)
    }

    /// Adds the characters read so far and skips the next `skip` bytes.
    fn flush(&mut self, draft: &mut Draft, skip: usize) {
        if draft.run < self.at {
            draft.argument.value.append(&self.script.slice(draft.run..self.at));
        }
        self.at += skip;
        draft.run = self.at;
    }

    fn single_quoted(&mut self, draft: &mut Draft) {
        self.flush(draft, 1);
        draft.quoted = true;
        let closed = self.rest().find('\'');
        self.at += closed.unwrap_or(self.rest().len());
        self.flush(draft, usize::from(closed.is_some()));
    }

    fn escape(&mut self, draft: &mut Draft) {
        if self.line_is_joined() {
            self.flush(draft, 0);
            self.join_line();
            draft.run = self.at;
            return;
        }
        let next = self.rest().chars().nth(1);
        let keeps_backslash = draft.double.is_some() && !matches!(next, Some('"' | '\\' | '$' | '`'));
        if !keeps_backslash && next.is_some() {
            self.flush(draft, 1);
            draft.quoted = true;
        } else {
            self.at += 1;
        }
        self.at += next.map_or(0, char::len_utf8);
    }

    /// Takes `$NAME`, `${..}`, `$(..)` or a pair of backticks as a hole.
    fn substitution(&mut self, draft: &mut Draft) {
        let length = substitution_length(self.rest());
        if length == 0 {
            self.at += 1;
            return;
        }
        self.flush(draft, 0);
        let start = draft.argument.value.text().len();
        let name = parameter_name(self.rest().get(..length).unwrap_or("")).to_owned();
        self.at += length;
        self.flush(draft, 0);
        let range = start..draft.argument.value.text().len();
        draft.argument.unknown.push(Hole { range, name, kind: HoleKind::Shell });
    }

    fn finish(&self, draft: Draft) -> Argument {
        let mut argument = draft.argument;
        if argument.value.is_empty() {
            let inside = (draft.start + 1).min(self.at);
            argument.value = self.script.slice(inside..inside);
        }
        if let [hole] = argument.unknown.as_slice()
            && hole.range == (0..argument.value.text().len())
            && (!draft.quoted || hole.name == "@")
        {
            argument.used_at = argument.value.location();
            argument.origin = Origin::Unresolved(hole.name.clone());
        }
        argument
    }
}

impl Draft {
    const fn new(start: usize) -> Self {
        Self { argument: Argument::written(Mapped::new()), start, run: start, double: None, quoted: false }
    }
}

fn ends_word(c: char) -> bool {
    BLANKS.contains(&c) || matches!(c, '\n' | ';' | '&' | '|' | '(' | ')' | '<' | '>')
}

fn is_number(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}

/// Whether a word stands before the program's name.
fn is_leading(word: &Argument) -> bool {
    let text = word.value.text();
    let keyword = matches!(text, "exec" | "!" | "{" | "}" | "if" | "then" | "else" | "elif" | "while" | "until" | "do");
    let name = text.split_once('=').map_or("", |(name, _)| name);
    keyword || crate::syntax::words::is_variable_name(name)
}

/// Bytes of the substitution that `text` begins with; 0 when its first character stands for itself.
fn substitution_length(text: &str) -> usize {
    let closed_by = |close: char| text.char_indices().skip(1).find(|(_, c)| *c == close).map(|(at, _)| at + 1);
    if text.starts_with('`') {
        return closed_by('`').unwrap_or(text.len());
    }
    let mut after = text.char_indices().skip(1);
    match after.next().map(|(_, c)| c) {
        Some('(') => balanced(text, '(', ')'),
        Some('{') => balanced(text, '{', '}'),
        Some('@' | '*' | '#' | '?' | '$' | '!' | '-' | '0'..='9') => 2,
        Some(first) if first.is_ascii_alphabetic() || first == '_' => {
            let end = after.find(|(_, c)| !c.is_ascii_alphanumeric() && *c != '_');
            end.map_or(text.len(), |(at, _)| at)
        }
        _ => 0,
    }
}

/// Bytes up to the bracket that closes the first one; all of them when none does.
fn balanced(text: &str, open: char, close: char) -> usize {
    let mut depth = 0_usize;
    for (at, c) in text.char_indices() {
        if c == open {
            depth += 1;
        } else if c == close {
            depth -= 1;
            if depth == 0 {
                return at + 1;
            }
        }
    }
    text.len()
}

/// The name in `$NAME` or `${NAME}`; other substitutions as they are written.
fn parameter_name(written: &str) -> &str {
    let Some(name) = written.strip_prefix('$') else { return written };
    match name.strip_prefix('{') {
        Some(inner) => inner.strip_suffix('}').unwrap_or(inner),
        None if name.starts_with('(') => written,
        None => name,
    }
}
