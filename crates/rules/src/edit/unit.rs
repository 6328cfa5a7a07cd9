//! Edits of command words: in `ExecStart=`, in the variables of `Environment=` and in environment files.
//!
//! Comment lines between continued lines stay where they are, and new lines end as the text's own lines do.
//! Offsets and spans are bytes of the text that is edited.

#[cfg(test)]
mod tests;

use super::TextEdit;
use crate::order::sort_by;
use crate::syntax::mapped::{DocId, Location};
use crate::syntax::unit::{self, Line};
use crate::syntax::words::{self, Quoting, Word};
use crate::text::{Span, line_ending};

/// Where a word stands, which decides how a new one is written beside it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Context {
    /// In the `ExecStart=` of a unit.
    Command,
    /// In the value of a variable that an `Environment=` line of a unit sets.
    Environment,
    /// In the value of a variable of an environment file.
    EnvironmentFile,
}

/// Replaces a part of a word by `new`, which is written as it is; see [`encode`].
pub fn replace_word_part(_text: &str, part: Span, new: &str) -> Vec<TextEdit> {
    vec![TextEdit::replace(part, new)]
}

/// `word` spelled so that the component reads it as it is: with `%` and `$` doubled where systemd replaces them,
/// in quotes when it holds blanks.
pub fn encode(word: &str, context: Context) -> String {
    let mut spelled = match context {
        Context::Command => word.replace('%', "%%").replace('$', "$$"),
        Context::Environment => word.replace('%', "%%"),
        Context::EnvironmentFile => word.to_owned(),
    };
    if spelled.is_empty() || spelled.contains([' ', '\t']) {
        spelled = match context {
            Context::Command => format!("\"{spelled}\""),
            // The value is mostly in double quotes already.
            Context::Environment | Context::EnvironmentFile => format!("'{spelled}'"),
        };
    }
    spelled
}

/// Adds the argument `new_word` behind the word at `last_word`. A command that runs over several lines gets a new
/// line; everywhere else the word goes onto the same line, inside the quotes of a variable. The word is spelled
/// as [`encode`] does.
pub fn add_word_after(text: &str, last_word: &Location, new_word: &str, context: Context) -> Vec<TextEdit> {
    let word = encode(new_word, context);
    let span = last_word.span;
    match context {
        Context::Command => add_to_command(text, span, &word),
        Context::Environment => add_to_environment(text, span, &word),
        Context::EnvironmentFile => vec![inline(text, span, &word)],
    }
}

/// Removes the word or words in `words`. A physical line that holds nothing else goes as a whole, and when it was
/// the last of its command the line before loses its backslash; otherwise one run of blanks goes with the word.
pub fn remove_word(text: &str, words: Span) -> Vec<TextEdit> {
    let words = with_quotes(text, words);
    let lines = lines_in(text, words);
    let removals: Vec<Removal<'_>> = lines.iter().filter_map(|line| Removal::in_line(text, line, words)).collect();
    let mut edits: Vec<TextEdit> = removals.iter().map(|removal| TextEdit::delete(removal.span)).collect();
    if removals.last().is_some_and(|last| last.takes_line() && !last.line.is_continued()) {
        edits.extend(end_command_before(text, &removals));
    }
    sort_by(&mut edits, |a, b| a.span.cmp(&b.span));
    edits
}

/// Joins the line that ends at `line_end` (its line end not included) with the next one. Blanks behind a backslash
/// that is there already are removed.
pub fn append_continuation(text: &str, line_end: u32) -> Vec<TextEdit> {
    let Some(line) = line_at(text, line_end as usize) else { return Vec::new() };
    let written = line.text.trim_end_matches(unit::BLANKS);
    let end = Span::of(line.start + written.len(), line.end());
    match (unit::ends_with_backslash(written), end.is_empty()) {
        (true, true) => Vec::new(),
        (true, false) => vec![TextEdit::delete(end)],
        (false, true) => vec![TextEdit::insert(end.end, " \\")],
        (false, false) => vec![TextEdit::insert(end.end, "\\")],
    }
}

/// Joins a lost line that begins at `lost_start` to the entry that ends at `entry_end`: adds the backslash and
/// removes the blank lines in between, which would end the command again.
pub fn reconnect(text: &str, entry_end: u32, lost_start: u32) -> Vec<TextEdit> {
    let mut edits = append_continuation(text, entry_end);
    let between = Span::new(entry_end, lost_start);
    let lost_line = line_at(text, lost_start as usize).map_or(0, |line| line.start);
    for line in lines_in(text, between).into_iter().skip(1) {
        if line.is_blank() && line.start < lost_line {
            edits.push(TextEdit::delete(with_line_end(text, &line)));
        }
    }
    edits
}

/// What goes from one physical line.
struct Removal<'t> {
    line: Line<'t>,
    span: Span,
}

impl<'t> Removal<'t> {
    fn in_line(text: &str, line: &Line<'t>, words: Span) -> Option<Self> {
        let part = part_of_line(line, words)?;
        Some(Self { line: *line, span: removal_in_line(text, line, part) })
    }

    fn takes_line(&self) -> bool {
        self.span.contains(Span::of(self.line.start, self.line.end()))
    }
}

/// Takes the backslash off the last line of a command that remains when its final lines go.
fn end_command_before(text: &str, removals: &[Removal<'_>]) -> Option<TextEdit> {
    let kept = removals.iter().rev().find(|removal| !removal.takes_line());
    let line = match kept {
        Some(removal) => removal.line,
        None => line_before(text, removals.first()?.line.start)?,
    };
    let backslash = final_backslash(&line)?;
    let start = kept.map_or(backslash.start, |removal| backslash.start.max(removal.span.end));
    Some(TextEdit::delete(Span::new(start, backslash.end)))
}

fn add_to_command(text: &str, last: Span, word: &str) -> Vec<TextEdit> {
    let last = with_quotes(text, last);
    let Some(line) = line_at(text, last.end as usize) else { return vec![inline(text, last, word)] };
    let rest = text.get(last.end as usize..line.end()).unwrap_or("").trim_matches(unit::BLANKS);
    let joined_to = line_before(text, line.start).filter(|line| line.is_continued());
    let own_lines = joined_to.is_some() || line.is_continued();
    if !own_lines || !(rest.is_empty() || rest == "\\") {
        return vec![inline(text, last, word)];
    }
    let model = if joined_to.is_some() { Some(line) } else { line_after(text, &line) };
    let indent = model.filter(|line| !line.is_blank()).map_or("  ", |line| indentation(line.text));
    let ending = line_ending(text);
    if line.is_continued() {
        return vec![TextEdit::insert(Span::of(0, line.end()).end, format!("{ending}{indent}{word} \\"))];
    }
    vec![TextEdit::insert(last.end, format!(" \\{ending}{indent}{word}"))]
}

/// A new word in an assignment without quotes would be an assignment of its own: such a one gets quotes.
fn add_to_environment(text: &str, last: Span, word: &str) -> Vec<TextEdit> {
    let edit = inline(text, last, word);
    let Some(assignment) = environment_word(text, last) else { return vec![edit] };
    let Some(place) = assignment.place else { return vec![edit] };
    let is_open = assignment.unterminated.is_some() || place.span.end > edit.span.start;
    if last.is_empty() || is_open || assignment.quoting == Quoting::Whole {
        return vec![edit];
    }
    let quote = if place.span.slice(text).contains('"') { '\'' } else { '"' };
    vec![TextEdit::insert(place.span.start, quote), TextEdit::insert(place.span.end, format!("{}{quote}", edit.text))]
}

/// The assignment of a unit that holds `span`.
fn environment_word(text: &str, span: Span) -> Option<Word> {
    let parsed = unit::parse(text, DocId(0));
    let sections = parsed.files.iter().flat_map(|file| &file.sections);
    let mut entries = sections.flat_map(|section| &section.entries);
    let entry = entries.find(|entry| entry.span.contains(span))?;
    let words = words::split(&entry.value);
    words.into_iter().find(|word| word.place.is_some_and(|place| place.span.contains(span)))
}

/// Inserts the word right behind `last`; a value without any word gets no blank.
fn inline(text: &str, last: Span, word: &str) -> TextEdit {
    let mut end = last.end;
    if let Some(quote) = open_quote(last.slice(text))
        && text.get(end as usize..).is_some_and(|rest| rest.starts_with(quote))
    {
        end += 1;
    }
    let blank = if last.is_empty() { "" } else { " " };
    TextEdit::insert(end, format!("{blank}{word}"))
}

/// `span` with the quotes that belong to the word: around it, or one that opens inside and closes right behind.
fn with_quotes(text: &str, span: Span) -> Span {
    let before = text.get(..span.start as usize).unwrap_or("");
    let after = text.get(span.end as usize..).unwrap_or("");
    let Some(quote) = after.chars().next().filter(|c| matches!(c, '"' | '\'')) else { return span };
    if open_quote(span.slice(text)) == Some(quote) {
        return Span::new(span.start, span.end + 1);
    }
    let outside = before.strip_suffix(quote).map(|before| before.chars().next_back());
    let stands_alone = outside.is_some_and(|c| c.is_none_or(|c| unit::BLANKS.contains(&c)));
    let behind = after.chars().nth(1);
    let ends_there = behind.is_none_or(|c| unit::BLANKS.contains(&c) || c == '\\');
    if stands_alone && ends_there { Span::new(span.start - 1, span.end + 1) } else { span }
}

/// The quote that is opened and not closed in `text`.
fn open_quote(text: &str) -> Option<char> {
    let mut open = None;
    let mut chars = text.chars();
    while let Some(c) = chars.next() {
        match (open, c) {
            (_, '\\') => _ = chars.next(),
            (None, '"' | '\'') => open = Some(c),
            (Some(quote), c) if quote == c => open = None,
            _ => {}
        }
    }
    open
}

/// What `words` covers of the line, without blanks and the final backslash; nothing in a comment line.
fn part_of_line(line: &Line<'_>, words: Span) -> Option<Span> {
    let begins_here = words.start as usize >= line.start;
    if line.is_comment() && !begins_here {
        return None;
    }
    let start = (words.start as usize).max(line.start);
    let end = (words.end as usize).min(line.end() - final_backslash_length(line));
    let text = line.text.get(start.checked_sub(line.start)?..end.checked_sub(line.start)?)?;
    let trimmed = text.trim_start_matches(unit::BLANKS);
    let start = start + (text.len() - trimmed.len());
    let length = trimmed.trim_end_matches(unit::BLANKS).len();
    (length > 0).then(|| Span::of(start, start + length))
}

/// The bytes to remove so that `part` is gone from its line: the whole line, or the part and blanks beside it.
fn removal_in_line(text: &str, line: &Line<'_>, part: Span) -> Span {
    let (start, end) = (part.start as usize, part.end as usize);
    let before = text.get(line.start..start).unwrap_or("");
    let after = text.get(end..line.end()).unwrap_or("");
    let gap = before.len() - before.trim_end_matches(unit::BLANKS).len();
    let next = after.len() - after.trim_start_matches(unit::BLANKS).len();
    let rest = after.trim_matches(unit::BLANKS);
    if gap == before.len() && (rest.is_empty() || rest == "\\") {
        return with_line_end(text, line);
    }
    if gap > 0 && gap < before.len() {
        return Span::of(start - gap, end);
    }
    let next = if is_whole_assignment(before) { 0 } else { next };
    Span::of(start, end + next)
}

/// Whether what stands right behind `before` is the whole value of one of several assignments on a line: the blank
/// behind it parts it from the next.
fn is_whole_assignment(before: &str) -> bool {
    let token = before.rsplit(unit::BLANKS).next().unwrap_or(before);
    let of_unit = token.len() < before.len() || token.starts_with("Environment=");
    of_unit && token.ends_with('=') && !token.contains(['"', '\''])
}

/// The backslash that joins the next line, with the blanks before it.
fn final_backslash(line: &Line<'_>) -> Option<Span> {
    let length = final_backslash_length(line);
    (length > 0).then(|| Span::of(line.end() - length, line.end()))
}

fn final_backslash_length(line: &Line<'_>) -> usize {
    if !line.is_continued() {
        return 0;
    }
    let written = line.text.strip_suffix('\\').unwrap_or(line.text).trim_end_matches(unit::BLANKS);
    line.text.len() - written.len()
}

fn indentation(line: &str) -> &str {
    line.get(..line.len() - line.trim_start_matches(unit::BLANKS).len()).unwrap_or("")
}

fn with_line_end(text: &str, line: &Line<'_>) -> Span {
    let rest = text.get(line.end()..).unwrap_or("");
    let ending = if rest.starts_with("\r\n") { 2 } else { rest.len().min(1) };
    Span::of(line.start, line.end() + ending)
}

/// The physical line that holds `offset` or ends there.
fn line_at(text: &str, offset: usize) -> Option<Line<'_>> {
    let start = text.get(..offset)?.rfind(['\n', '\r']).map_or(0, |at| at + 1);
    let length = text.get(offset..)?.find(['\n', '\r']).unwrap_or(text.len() - offset);
    text.get(start..offset + length).map(|text| Line { text, start })
}

/// The physical lines that `span` touches.
fn lines_in(text: &str, span: Span) -> Vec<Line<'_>> {
    let mut lines = Vec::new();
    let mut next = line_at(text, span.start as usize);
    while let Some(line) = next.filter(|line| line.start <= span.end as usize) {
        lines.push(line);
        let after = with_line_end(text, &line).end as usize;
        next = if after > line.end() { line_at(text, after) } else { None };
    }
    lines
}

/// The last line before `start` that is no comment.
fn line_before(text: &str, start: usize) -> Option<Line<'_>> {
    let mut start = start;
    loop {
        let before = text.get(..start)?;
        let end = before.strip_suffix("\r\n").or_else(|| before.strip_suffix(['\n', '\r']))?.len();
        let line = line_at(text, end)?;
        if !line.is_comment() {
            return Some(line);
        }
        start = line.start;
    }
}

/// The first line behind `line` that is no comment.
fn line_after<'t>(text: &'t str, line: &Line<'t>) -> Option<Line<'t>> {
    let mut line = *line;
    loop {
        let after = with_line_end(text, &line).end as usize;
        if after == line.end() {
            return None;
        }
        line = line_at(text, after)?;
        if !line.is_comment() {
            return Some(line);
        }
    }
}
