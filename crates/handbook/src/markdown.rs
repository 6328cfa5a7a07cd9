//! A page as Markdown (CommonMark with tables), for a wiki or a documentation site.

use plimsoll_rules::RulePage;

use crate::diff;
use crate::example::{Example, Listing, Section, sections};
use crate::words;

/// The page of a rule.
pub fn page(rule: &RulePage) -> String {
    let sections = sections(&rule.id);
    let mut text = format!("# {}\n\n`{}`, {}, {}\n", rule.title, rule.id, rule.component, rule.severity.name());
    part(&mut text, "What", &rule.what);
    part(&mut text, "Why", &rule.why);
    let spelling = |(place, body): (&String, &String)| format!("{place}:\n\n{}", fenced("", body));
    let spellings: Vec<String> = rule.spellings.iter().map(|one| spelling((&one.place, &one.text))).collect();
    part(&mut text, "What to write", &spellings.join("\n\n"));
    let examples: Vec<String> = sections.iter().map(section).collect();
    part(&mut text, "Examples", &examples.join("\n\n"));
    part(&mut text, "How to verify", &rule.verify);
    part(&mut text, "Side effects", &rule.side_effects);
    part(&mut text, "Versions", &versions(rule));
    let references: Vec<String> =
        rule.references.iter().map(|reference| format!("- {}", words::reference(reference))).collect();
    part(&mut text, "References", &references.join("\n"));
    part(&mut text, "Fix", words::fix(words::safety(rule, &sections)));
    text
}

fn part(text: &mut String, title: &str, body: &str) {
    if !body.is_empty() {
        text.push_str(&format!("\n## {title}\n\n{body}\n"));
    }
}

fn section(section: &Section) -> String {
    let examples: Vec<String> = section.examples.iter().map(example).collect();
    format!("### {}\n\n{}", section.place, examples.join("\n\n"))
}

fn example(example: &Example) -> String {
    let named = |file: &Listing| if file.name.is_empty() { String::new() } else { format!("`{}`\n\n", file.name) };
    let mut parts = vec![format!("{}:", words::title(example))];
    parts.extend(example.files.iter().map(|file| named(file) + &fenced(language(&file.text), &file.text)));
    if let Some(mended) = &example.mended {
        parts.push(format!("{}:", words::mended(mended)));
        for (file, new) in example.files.iter().zip(&mended.texts) {
            let lines: Vec<String> = diff::lines(&file.text, new).iter().map(diff::Line::signed).collect();
            if !lines.is_empty() {
                parts.push(named(file) + &fenced("diff", &lines.join("\n")));
            }
        }
    }
    parts.join("\n\n")
}

fn versions(rule: &RulePage) -> String {
    let mut parts = Vec::new();
    for setting in &rule.settings {
        let rows: Vec<String> =
            setting.names.iter().map(|name| format!("| `{}` | {} |", name.name, name.releases)).collect();
        let table = format!("| Name | Releases |\n| --- | --- |\n{}", rows.join("\n"));
        parts.push(format!("{}\n\n{table}", words::setting(setting)));
    }
    parts.join("\n\n")
}

/// A language that highlighters know.
fn language(text: &str) -> &'static str {
    match text.trim_start() {
        text if text.starts_with('{') => "json",
        text if text.starts_with('[') => "ini",
        text if text.contains("kind:") => "yaml",
        _ => "",
    }
}

/// A code block whose fence is longer than any in the text.
fn fenced(language: &str, text: &str) -> String {
    let mut fence = "```".to_owned();
    while text.contains(&fence) {
        fence.push('`');
    }
    format!("{fence}{language}\n{}\n{fence}", text.trim_end_matches('\n'))
}
