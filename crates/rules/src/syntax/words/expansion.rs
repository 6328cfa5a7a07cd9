//! From words to the arguments of a command: specifiers first, then variables, as systemd does.

use std::collections::VecDeque;
use std::ops::Range;

use super::{Escapes, Word, is_variable_name, split_with};
use crate::syntax::mapped::{Location, Mapped};

/// Bytes that variables may add to one command. Linux refuses to start a longer one; what goes beyond counts as
/// unknown, so that a variable used many times costs no more.
const MAX_EXPANSION: usize = 2 * 1024 * 1024;

/// What is known of a variable.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Lookup {
    /// Its value, every character of which stands for itself: from an environment file.
    Known(Mapped),
    /// Its value from an `Environment=` line, where `%` introduces specifiers.
    WithSpecifiers(Mapped),
    /// Nothing sets it.
    Unset,
    /// Something that was not given may set it.
    Unknown,
}

/// Where an argument comes from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Origin {
    /// It is written in the command; parts of it may come from `${NAME}`.
    Written,
    /// It is one word of the value of the variable with this name.
    Variable(String),
    /// It stands for any number of arguments: the variable with this name is not known.
    Unresolved(String),
}

/// What a part of an argument depends on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HoleKind {
    /// An environment variable.
    Variable,
    /// A systemd specifier.
    Specifier,
    /// Something only a shell can compute: a parameter or the output of a command.
    Shell,
}

/// A part of an argument's text that is only known when the program starts. The text holds the reference as it
/// is written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hole {
    /// Bytes of the argument's text.
    pub range: Range<usize>,
    /// Name of the variable, else the reference itself.
    pub name: String,
    /// What it depends on.
    pub kind: HoleKind,
}

/// A word that the program receives.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Argument {
    /// The text, with the places where it is written; those of a variable's value for what comes out of one.
    pub value: Mapped,
    /// The word of the command that refers to a variable, when one takes part.
    pub used_at: Option<Location>,
    /// Where it comes from.
    pub origin: Origin,
    /// Parts of the text that are not known, in order.
    pub unknown: Vec<Hole>,
    /// Bytes of the text with a reference such as `$NAME` that reads like a variable and is passed on as it
    /// is, because systemd replaces `$NAME` only when it is the whole word.
    pub literal_dollar: Option<Range<usize>>,
}

impl Argument {
    /// An argument whose text stands in the command.
    pub(crate) const fn written(value: Mapped) -> Self {
        Self { value, used_at: None, origin: Origin::Written, unknown: Vec::new(), literal_dollar: None }
    }

    /// Whether every character is known.
    pub fn is_known(&self) -> bool {
        self.unknown.is_empty()
    }
}

/// The first word of a command.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Executable {
    /// The characters of `-@:+!|` before the path.
    pub prefixes: String,
    /// The path. Variables are not replaced in it.
    pub path: Mapped,
}

impl Executable {
    /// Whether variables are replaced in the arguments (no `:` prefix).
    pub fn expands_variables(&self) -> bool {
        !self.prefixes.contains(':')
    }

    /// Whether the next word is the name the program is told, not an argument (`@` prefix).
    pub fn renames(&self) -> bool {
        self.prefixes.contains('@')
    }
}

/// Takes the prefixes off the first word of a command.
pub fn executable(word: &Word) -> Executable {
    let text = word.value.text();
    let path = text.trim_start_matches(['-', '@', ':', '+', '!', '|']);
    let prefix = text.len() - path.len();
    let prefixes = text.get(..prefix).unwrap_or("").to_owned();
    Executable { prefixes, path: word.value.slice(prefix..text.len()) }
}

/// The arguments that `words` stand for, with variables replaced. `words` are those after the executable.
pub fn expand(words: &[Word], lookup: &mut dyn FnMut(&str) -> Lookup) -> Vec<Argument> {
    let mut variables = Variables { lookup, left: MAX_EXPANSION };
    let mut arguments = Vec::with_capacity(words.len());
    for word in words {
        let (text, holes) = resolve_specifiers(&word.value);
        match whole_variable(text.text()) {
            Some(name) => whole_word(word, &text, name, &mut variables, &mut arguments),
            None => arguments.push(parts(word, &text, holes, &mut variables)),
        }
    }
    arguments
}

/// The arguments of a command whose executable has the prefix `:`: only specifiers are replaced.
pub fn verbatim(words: &[Word]) -> Vec<Argument> {
    words.iter().map(|word| with_specifiers(&word.value)).collect()
}

/// Replaces `%%` by `%`. Specifiers stay as they are written and are listed; a `%` before any other character
/// stands for itself.
fn resolve_specifiers(value: &Mapped) -> (Mapped, Vec<Hole>) {
    // The letters of the table in systemd.unit(5), with those of older releases.
    const LETTERS: &str = "aAbBcCdDEfgGhHiIjJlLmMnNopPqrRsStTuUvVwWyY";
    let text = value.text();
    if !text.contains('%') {
        return (value.clone(), Vec::new());
    }
    let mut resolved = Assembly::new(value);
    let mut percents = text.match_indices('%').map(|(at, _)| at);
    while let Some(at) = percents.next() {
        let next = text.get(at + 1..).and_then(|rest| rest.chars().next());
        match next {
            Some('%') => {
                resolved.replace_by_char(at..at + 2, "%");
                percents.next();
            }
            Some(letter) if LETTERS.contains(letter) => {
                resolved.hole(at..at + 2, format!("%{letter}"), HoleKind::Specifier);
            }
            _ => {}
        }
    }
    resolved.finish()
}

fn with_specifiers(value: &Mapped) -> Argument {
    let (value, unknown) = resolve_specifiers(value);
    Argument { unknown, ..Argument::written(value) }
}

/// The name in a word that is `$NAME` and nothing else. systemd asks only for the first characters, so that
/// `$A-B` is a reference too, to a variable that cannot exist.
fn whole_variable(text: &str) -> Option<&str> {
    text.strip_prefix('$').filter(|name| !name.starts_with(['{', '$']))
}

fn whole_word(word: &Word, text: &Mapped, name: &str, variables: &mut Variables<'_>, arguments: &mut Vec<Argument>) {
    let from_variable =
        |argument| Argument { used_at: word.place, origin: Origin::Variable(name.to_owned()), ..argument };
    match variables.get(name) {
        Lookup::Known(value) => {
            let words = split_with(&value, Escapes::Plain);
            arguments.extend(words.into_iter().map(|word| from_variable(Argument::written(word.value))));
        }
        Lookup::WithSpecifiers(value) => {
            let words = split_with(&value, Escapes::Plain);
            arguments.extend(words.iter().map(|word| from_variable(with_specifiers(&word.value))));
        }
        Lookup::Unset => {}
        Lookup::Unknown => arguments.push(Argument {
            used_at: word.place,
            origin: Origin::Unresolved(name.to_owned()),
            unknown: vec![Hole { range: 0..text.text().len(), name: name.to_owned(), kind: HoleKind::Variable }],
            ..Argument::written(text.clone())
        }),
    }
}

/// The caller's variables, and how much of them may still be used.
struct Variables<'l> {
    lookup: &'l mut dyn FnMut(&str) -> Lookup,
    left: usize,
}

impl Variables<'_> {
    fn get(&mut self, name: &str) -> Lookup {
        if !is_variable_name(name) {
            return Lookup::Unset;
        }
        if self.left == 0 {
            return Lookup::Unknown;
        }
        let found = (self.lookup)(name);
        if let Lookup::Known(value) | Lookup::WithSpecifiers(value) = &found {
            self.left = self.left.saturating_sub(value.text().len());
        }
        found
    }
}

/// A word with `${NAME}` and `$$` replaced.
fn parts(word: &Word, text: &Mapped, specifiers: Vec<Hole>, variables: &mut Variables<'_>) -> Argument {
    let source = text.text();
    if !source.contains('$') {
        return Argument { unknown: specifiers, ..Argument::written(text.clone()) };
    }
    let mut assembly = Assembly::new(text);
    assembly.carried = specifiers.into();
    let mut used_at = None;
    let mut literal = None;
    let mut at = 0;
    while let Some(found) = source.get(at..).and_then(|rest| rest.find('$')) {
        let dollar = at + found;
        match reference(source, dollar) {
            Reference::Variable(end) => {
                let name = source.get(dollar + 2..end - 1).unwrap_or("");
                used_at = word.place;
                assembly.variable(dollar..end, name, variables.get(name));
                at = end;
            }
            Reference::Dollar => {
                assembly.replace_by_char(dollar..dollar + 2, "$");
                at = dollar + 2;
            }
            Reference::Literal(end) => {
                let start = assembly.length_at(dollar);
                literal = literal.or(Some(start..start + (end - dollar)));
                at = end;
            }
            Reference::None => at = dollar + 1,
        }
    }
    let (value, unknown) = assembly.finish();
    Argument { used_at, unknown, literal_dollar: literal, ..Argument::written(value) }
}

/// What a `$` introduces, with the end of it.
enum Reference {
    /// `${NAME}`.
    Variable(usize),
    /// `$$`.
    Dollar,
    /// Something that reads like a variable and is none for systemd.
    Literal(usize),
    /// A `$` that stands for itself.
    None,
}

fn reference(text: &str, dollar: usize) -> Reference {
    let rest = text.get(dollar + 1..).unwrap_or("");
    match rest.chars().next() {
        Some('{') => match rest.find(['}', ':']) {
            Some(end) if rest.get(end..).is_some_and(|rest| rest.starts_with('}')) => {
                Reference::Variable(dollar + 1 + end + 1)
            }
            // `${NAME:-default}` belongs to other readers of systemd; an open brace reaches to the end.
            Some(colon) => Reference::Literal(dollar + 1 + colon),
            None => Reference::Literal(text.len()),
        },
        Some('$') => Reference::Dollar,
        Some(first) if first.is_ascii_alphabetic() || first == '_' => {
            let name = rest.find(|c: char| !c.is_ascii_alphanumeric() && c != '_').unwrap_or(rest.len());
            Reference::Literal(dollar + 1 + name)
        }
        _ => Reference::None,
    }
}

/// A copy of a text in which parts are replaced, left to right.
struct Assembly<'v> {
    source: &'v Mapped,
    /// Bytes of the source that were taken over.
    done: usize,
    result: Mapped,
    holes: Vec<Hole>,
    /// Holes of the source that were not reached yet, in order.
    carried: VecDeque<Hole>,
}

impl<'v> Assembly<'v> {
    fn new(source: &'v Mapped) -> Self {
        Self { source, done: 0, result: Mapped::new(), holes: Vec::new(), carried: VecDeque::new() }
    }

    /// Takes the source over up to `end`.
    fn keep(&mut self, end: usize) {
        let (base, done) = (self.result.text().len(), self.done);
        while let Some(hole) = self.carried.pop_front_if(|hole| hole.range.end <= end) {
            // A hole that a replaced part swallowed is gone with it.
            if hole.range.start >= done {
                self.holes.push(shifted(hole, done, base));
            }
        }
        if done < end {
            self.result.append(&self.source.slice(done..end));
            self.done = end;
        }
    }

    /// Length of the result once the source is taken over up to `end`.
    fn length_at(&self, end: usize) -> usize {
        self.result.text().len() + end.saturating_sub(self.done)
    }

    fn replace_by_char(&mut self, range: Range<usize>, new: &str) {
        self.keep(range.start);
        match self.source.slice(range.clone()).location() {
            Some(place) => self.result.push_decoded(new, place),
            None => self.result.push_unwritten(new),
        }
        self.done = range.end;
    }

    fn hole(&mut self, range: Range<usize>, name: String, kind: HoleKind) {
        self.keep(range.start);
        let start = self.result.text().len();
        self.keep(range.end);
        self.holes.push(Hole { range: start..self.result.text().len(), name, kind });
    }

    fn variable(&mut self, range: Range<usize>, name: &str, found: Lookup) {
        self.keep(range.start);
        match found {
            Lookup::Known(value) => self.result.append(&value),
            Lookup::WithSpecifiers(value) => {
                let (value, holes) = resolve_specifiers(&value);
                let base = self.result.text().len();
                self.holes.extend(holes.into_iter().map(|hole| shifted(hole, 0, base)));
                self.result.append(&value);
            }
            Lookup::Unset => {}
            Lookup::Unknown => return self.hole(range, name.to_owned(), HoleKind::Variable),
        }
        self.done = range.end;
    }

    fn finish(mut self) -> (Mapped, Vec<Hole>) {
        self.keep(self.source.text().len());
        if self.result.is_empty() {
            // Keeps the place of an empty word.
            self.result = self.source.slice(0..0);
        }
        (self.result, self.holes)
    }
}

/// The hole, moved from a text where `from` bytes come before to one where `to` do.
fn shifted(hole: Hole, from: usize, to: usize) -> Hole {
    let range = hole.range.start - from + to..hole.range.end - from + to;
    Hole { range, ..hole }
}
