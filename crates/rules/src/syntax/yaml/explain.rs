//! Words for what is wrong in a line that could not be read.

use std::ops::Range;

use super::adapter::{Failure, Fault};

/// A text stops inside brackets.
pub(super) const UNCLOSED: &str =
    "A bracket is still open where the text ends. Add the missing `}` or `]`; the component would refuse this file.";
/// The nesting limit.
pub(super) const DEPTH: &str =
    "Nested deeper than 200 levels. This document is not read from here on; reduce the nesting.";
/// Too many broken lines.
pub(super) const GIVEN_UP: &str =
    "Too much of this document is broken; it is not read from here on. Correct the places above first.";

/// What is wrong in the blanked `range` of `text`, and what to do.
pub(super) fn line(text: &str, range: &Range<usize>, failure: Failure) -> String {
    let inside = text.get(range.clone()).unwrap_or("");
    let what = if inside.contains('\n') {
        "These lines do not fit together. Check their indentation, quotes and brackets."
    } else {
        visible(text, range, inside).unwrap_or_else(|| by_fault(failure.fault))
    };
    format!("{what} Not read; the component would refuse this file.")
}

/// A mistake that shows in the line itself, whatever the parser stumbled over.
fn visible(text: &str, range: &Range<usize>, line: &str) -> Option<&'static str> {
    let indentation = text.get(..range.start).and_then(|before| before.rsplit('\n').next()).unwrap_or("");
    if indentation.contains('\t') {
        return Some("A tab stands in the indentation. Use spaces.");
    }
    if line.split(':').next().is_some_and(|key| key.chars().count() > 1024) {
        return Some("A key is longer than 1,024 characters. Shorten it.");
    }
    let content = line.trim_start_matches("- ").trim_start();
    if content.starts_with(['@', '`'])
        || content.split_once(": ").is_some_and(|(_, value)| value.starts_with(['@', '`']))
    {
        return Some("A value cannot begin with `@` or a backtick. Put it in quotes.");
    }
    if content.starts_with('%') || content.split_once(": ").is_some_and(|(_, value)| value.starts_with('%')) {
        return Some("A value cannot begin with `%`. Put it in quotes.");
    }
    if is_open_quote(line, '"') || is_open_quote(line, '\'') {
        return Some("A quote is opened and not closed. Add the closing quote.");
    }
    let count = |wanted: [char; 2]| line.chars().filter(|found| wanted.contains(found)).count();
    if count(['[', '{']) > count([']', '}']) {
        return Some("A bracket is opened and not closed. Add the missing `]` or `}`.");
    }
    if count(['[', '{']) < count([']', '}']) {
        return Some("A bracket is closed that was never opened. Remove it, or open it first.");
    }
    if content.contains(": - ") {
        return Some("A list item cannot follow a key on the same line. Start the list on the next line.");
    }
    if !line.contains(':') && !line.starts_with('-') && !content.starts_with(['{', '[', '"', '\'', '&', '!', '*']) {
        return Some("There is no `:` here. Write `key: value`, or indent the text below the value it continues.");
    }
    None
}

/// Whether quotes of this kind do not pair up, once those within a word are left out.
fn is_open_quote(line: &str, quote: char) -> bool {
    let mut open = false;
    let mut previous = ' ';
    for character in line.chars() {
        let escaped = quote == '"' && previous == '\\';
        let within_word = !open && (previous.is_alphanumeric() || previous == '"' || previous == '\'');
        if character == quote && !escaped && !within_word {
            open = !open;
        }
        previous = character;
    }
    open
}

fn by_fault(fault: Fault) -> &'static str {
    match fault {
        Fault::Tab => "A tab stands where only spaces may. Use spaces.",
        Fault::Quote => "A quoted text is not closed, or something follows its closing quote. Check the quotes.",
        Fault::Escape => "A backslash in double quotes begins no known escape. Double it, or use single quotes.",
        Fault::Bracket => "The brackets do not match, or a comma is missing. Check `[ ]`, `{ }` and the commas.",
        Fault::Unclosed => "A bracket is opened and not closed. Add the missing `]` or `}`.",
        Fault::Indent => "The indentation does not fit the lines above. Line the key up with its siblings.",
        Fault::Colon => {
            "A second `:` stands where only a value may. Put the value in quotes, or check the indentation."
        }
        Fault::Key => "A key stands where none may, or has no `:`. Write `key: value` on a line of its own.",
        Fault::Dash => "A list item `- ` cannot stand here. Put it on a line of its own, below the key of the list.",
        Fault::Block => "The text block after `|` or `>` is not indented evenly. Indent all its lines alike.",
        Fault::Anchor => "An anchor `&` or alias `*` has no name. Put the text in quotes if it is a plain value.",
        Fault::Tag => "A tag `!` is not written correctly. Put the text in quotes if it is a plain value.",
        Fault::Directive => "A `%` directive is not written correctly. Remove the line.",
        Fault::Comment => "A comment begins in the middle of a value. Put a blank before `#`, or quote the value.",
        Fault::Character => "A character stands here that YAML does not allow. Remove it, or put the text in quotes.",
        Fault::Depth => DEPTH,
        Fault::Other => "This line does not fit the lines around it. Check its indentation, colon and quotes.",
    }
}
