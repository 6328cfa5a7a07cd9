//! A page for the terminal.

use plimsoll_rules::RulePage;

use crate::diff;
use crate::example::{Example, Listing, sections};
use crate::words;

/// Longest line of prose, in characters.
const WIDTH: usize = 100;

/// The page of a rule. Headings stand at the margin, all else is indented by two blanks.
pub fn page(rule: &RulePage) -> String {
    let sections = sections(&rule.id);
    let mut text = format!("{}\n{} ({}, {})\n", rule.title, rule.id, rule.component, rule.severity.name());
    part(&mut text, "What", &wrapped(&rule.what));
    part(&mut text, "Why", &wrapped(&rule.why));
    for spelling in &rule.spellings {
        part(&mut text, &format!("How, {}", spelling.place), &spelling.text);
    }
    for section in &sections {
        for example in &section.examples {
            part(&mut text, &format!("{}, {}", words::title(example), section.place), &listings(example));
            if let Some(mended) = &example.mended {
                part(&mut text, &words::mended(mended), &changes(example, &mended.texts));
            }
        }
    }
    part(&mut text, "Verify", &wrapped(&rule.verify));
    part(&mut text, "Side effects", &wrapped(&rule.side_effects));
    part(&mut text, "Versions", &versions(rule));
    let references: Vec<String> = rule.references.iter().map(words::reference).collect();
    part(&mut text, "References", &references.join("\n"));
    part(&mut text, "Fix", &wrapped(words::fix(words::safety(rule, &sections))));
    text
}

fn part(text: &mut String, title: &str, body: &str) {
    if body.is_empty() {
        return;
    }
    text.push_str(&format!("\n{title}\n"));
    for line in body.trim_end().lines() {
        text.push_str(format!("  {line}").trim_end());
        text.push('\n');
    }
}

/// The files of an example with carets below what the rule points at.
fn listings(example: &Example) -> String {
    let named = |file: &Listing| if file.name.is_empty() { String::new() } else { format!("# {}\n", file.name) };
    example.files.iter().map(|file| named(file) + &with_carets(file)).collect::<Vec<_>>().join("\n")
}

fn with_carets(file: &Listing) -> String {
    let mut text = String::new();
    let mut start = 0;
    for line in file.text.split_inclusive('\n') {
        let shown = line.trim_end_matches(['\n', '\r']);
        text.push_str(shown);
        text.push('\n');
        let carets = carets(file, start, shown);
        if !carets.is_empty() {
            text.push_str(&carets);
            text.push('\n');
        }
        start += line.len();
    }
    text
}

/// A line with a caret below every marked character; blanks at the line's start are left out of it.
fn carets(file: &Listing, start: usize, line: &str) -> String {
    let marked = |at: usize| file.marks.iter().any(|mark| mark.contains(&at));
    let text = line.len() - line.trim_start().len();
    let caret = |(at, c): (usize, char)| match c {
        _ if at >= text && marked(start + at) => '^',
        '\t' => '\t',
        _ => ' ',
    };
    line.char_indices().map(caret).collect::<String>().trim_end().to_owned()
}

/// The changes of a fix, file by file.
fn changes(example: &Example, texts: &[String]) -> String {
    let mut body = String::new();
    for (file, new) in example.files.iter().zip(texts) {
        let lines = diff::lines(&file.text, new);
        if !lines.is_empty() && !file.name.is_empty() {
            body.push_str(&format!("# {}\n", file.name));
        }
        for line in lines {
            body.push_str(&line.signed());
            body.push('\n');
        }
    }
    body
}

fn versions(rule: &RulePage) -> String {
    let names = rule.settings.iter().flat_map(|setting| &setting.names);
    let width = names.map(|name| name.name.len()).max().unwrap_or(0);
    let mut body = String::new();
    for setting in &rule.settings {
        for name in &setting.names {
            body.push_str(&format!("{:width$}  {}\n", name.name, name.releases));
        }
        body.push_str(&wrapped(&words::setting(setting)));
        body.push('\n');
    }
    body
}

/// Prose in lines of a limited width. What stands between backticks is a command or a value and stays whole.
fn wrapped(prose: &str) -> String {
    let mut text = String::new();
    let mut width = 0;
    for word in words_of(prose) {
        let length = word.chars().count();
        let fits = width + 1 + length <= WIDTH;
        if !text.is_empty() {
            text.push(if fits { ' ' } else { '\n' });
        }
        width = if fits { width + 1 + length } else { length };
        text.push_str(&word);
    }
    text
}

/// The words of a text; code with blanks in it is one word.
fn words_of(prose: &str) -> Vec<String> {
    let mut words: Vec<String> = Vec::new();
    let mut in_code = false;
    for word in prose.split(' ') {
        match words.last_mut().filter(|_| in_code) {
            Some(code) => *code = format!("{code} {word}"),
            None => words.push(word.to_owned()),
        }
        in_code ^= word.matches('`').count() % 2 == 1;
    }
    words
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "tests")]
mod tests {
    use super::*;

    #[test]
    fn prose_is_wrapped_and_code_stays_whole() {
        let words = "word ".repeat(19);
        let text = format!("{words}`curl -k https://127.0.0.1:10250/pods` prints it.");
        let lines: Vec<String> = wrapped(&text).lines().map(str::to_owned).collect();
        assert_eq!(lines.len(), 2);
        assert_eq!(lines.last().unwrap(), "`curl -k https://127.0.0.1:10250/pods` prints it.");
    }

    #[test]
    fn carets_stand_below_what_is_marked() {
        let file = Listing { name: String::new(), text: "a: é\n  b: 1\n".to_owned(), marks: vec![3..5, 6..12] };
        assert_eq!(with_carets(&file), "a: é\n   ^\n  b: 1\n  ^^^^\n");
    }
}
