//! Flags without a unit or manifest around them, and lines of `ps`.

use super::container_command::{inner_program, names_others};
use crate::command::{Argument, CommandLine, Extent, Host, is_templated};
use crate::detect::program;
use crate::document::Document;
use crate::knowledge::Component;
use crate::syntax::mapped::{DocId, Location, Mapped};
use crate::text::Span;

/// A text of flags, one or several on a line, as articles print them. Lines that begin with `#` are comments.
pub fn read(document: &Document, doc: DocId, component: Component) -> CommandLine {
    let mut arguments = Vec::new();
    let mut executable = None;
    for (start, line) in lines(&document.text) {
        let trimmed = line.trim_start();
        if trimmed.starts_with('#') {
            continue;
        }
        for (at, word) in words(line) {
            let word_start = start + at;
            let (skip, word) = unquoted(word);
            if executable.is_none() && arguments.is_empty() && program(word) == Some(component) {
                executable = Some(Location::new(doc, Span::of(word_start, word_start + word.len())));
            } else if !matches!(word, "" | "-" | "\\") {
                arguments.push(argument(word, doc, word_start + skip, Host::Line));
            }
        }
    }
    let extent = if executable.is_some() { Extent::Whole } else { Extent::Fragment };
    CommandLine::read(component, executable, arguments, extent)
}

/// The command lines in the output of `ps`. Quotes are lost in it, so words are parted at blanks.
pub fn read_processes(document: &Document, doc: DocId) -> Vec<CommandLine> {
    let mut commands = Vec::new();
    for (start, line) in lines(&document.text) {
        let all: Vec<(usize, &str)> = words(line).collect();
        let found = all.iter().enumerate().find_map(|(at, (_, word))| {
            let flags_follow = all.get(at + 1).is_some_and(|(_, next)| next.starts_with("--"));
            program(word).filter(|_| flags_follow).map(|component| (at, component))
        });
        let Some((at, component)) = found.and_then(|found| started(&all, found)) else { continue };
        let place =
            |offset: usize, word: &str| Location::new(doc, Span::of(start + offset, start + offset + word.len()));
        let executable = all.get(at).map(|(offset, word)| place(*offset, word));
        let rest = all.iter().skip(at + 1);
        let arguments = rest.map(|(offset, word)| argument(word, doc, start + offset, Host::ReadOnly)).collect();
        commands.push(CommandLine::read(component, executable, arguments, Extent::Whole));
    }
    commands
}

/// The program that a line starts, where the first word that looks like one is `found`: behind a container engine
/// that word may be the name of a container.
fn started(all: &[(usize, &str)], found: (usize, Component)) -> Option<(usize, Component)> {
    let texts: Vec<&str> = all.iter().map(|(_, word)| *word).collect();
    if !names_others(texts.get(..found.0).unwrap_or(&[])) {
        return Some(found);
    }
    let components = [Component::Kubelet, Component::KubeApiserver].into_iter();
    components.filter_map(|component| Some((inner_program(&texts, component)?, component))).next()
}

fn argument(word: &str, doc: DocId, start: usize, host: Host) -> Argument {
    let text = mapped(word, doc, start);
    Argument {
        used_at: text.location(),
        unknown: is_templated(word) || word.starts_with('$'),
        text,
        host,
        comment: false,
    }
}

/// The word as whoever runs the command reads it: `--name="value"` without the quotes.
fn mapped(word: &str, doc: DocId, start: usize) -> Mapped {
    let offset = |at: usize| Span::of(start + at, 0).start;
    let value = word.find('=').map(|equals| equals + 1).and_then(|at| Some((at, word.get(at..)?)));
    let quoted = value.and_then(|(at, value)| {
        let (skip, inner) = unquoted(value);
        (skip > 0).then_some((at, skip, inner))
    });
    let Some((at, skip, inner)) = quoted else { return Mapped::verbatim(word, doc, offset(0)) };
    let mut text = Mapped::verbatim(word.get(..at).unwrap_or(""), doc, offset(0));
    text.push_verbatim(inner, doc, offset(at + skip));
    text
}

/// A word without the quotes and the comma of a list item, and how many bytes were taken off its front.
fn unquoted(word: &str) -> (usize, &str) {
    let inner = word.trim_end_matches(',');
    for quote in ['"', '\''] {
        if let Some(inner) = inner.strip_prefix(quote).and_then(|rest| rest.strip_suffix(quote)) {
            return (1, inner);
        }
    }
    (0, inner)
}

/// Lines with their offsets, without line ends.
fn lines(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let mut start = if text.starts_with('\u{feff}') { '\u{feff}'.len_utf8() } else { 0 };
    let body = text.get(start..).unwrap_or("");
    body.split_inclusive('\n').map(move |line| {
        let at = start;
        start += line.len();
        (at, line.trim_end_matches(['\n', '\r']))
    })
}

/// Words with their offsets in the line.
fn words(line: &str) -> impl Iterator<Item = (usize, &str)> {
    line.split([' ', '\t'])
        .scan(0, |at, word| {
            let start = *at;
            *at += word.len() + 1;
            Some((start, word))
        })
        .filter(|(_, word)| !word.is_empty())
}
