//! What the log says about each rule: the rule's own page.

use plimsoll_rules::report::Severity;
use plimsoll_rules::{RulePage, page};

use super::model::{Configuration, Help, Rule, RuleProperties, Text};

/// The rule of an id.
pub fn rule(id: &str) -> Option<Rule> {
    let page = page(id)?;
    let mut tags = vec!["security".to_owned(), "kubernetes".to_owned()];
    tags.extend(page.references.iter().map(|one| format!("{} {}", one.kind.to_uppercase(), one.id)));
    Some(Rule {
        help: Help { text: help(&page, ""), markdown: help(&page, "**") },
        short_description: Text { text: page.title.clone() },
        full_description: Text { text: page.why.clone() },
        default_configuration: Configuration { level: super::level(page.severity) },
        properties: RuleProperties { tags, security_severity: score(page.severity) },
        id: page.id,
    })
}

/// Why, what to write, how to verify and who may notice, with `mark` around the headings.
fn help(page: &RulePage, mark: &str) -> String {
    let spellings: Vec<String> =
        page.spellings.iter().map(|spelling| format!("{}: `{}`", spelling.place, spelling.text.trim())).collect();
    let parts = [
        ("Why", page.why.clone()),
        ("What to write", spellings.join("; ")),
        ("How to verify", page.verify.clone()),
        ("Side effects", page.side_effects.clone()),
    ];
    let written = parts.iter().filter(|(_, text)| !text.is_empty());
    written.map(|(name, text)| format!("{mark}{name}:{mark} {text}")).collect::<Vec<_>>().join("\n\n")
}

/// A number for readers that sort by one, in the middle of the range that they give the word.
const fn score(severity: Severity) -> &'static str {
    match severity {
        Severity::Critical => "9.5",
        Severity::High => "8.0",
        Severity::Medium => "5.5",
        Severity::Low => "2.0",
        Severity::Info => "0.0",
    }
}
