//! The report as Markdown, for issues and chat.
//!
//! What the user's files say stands in code spans or blocks whose fences are longer than any inside, or is escaped: it
//! becomes neither markup nor a link, and mentions nobody.

use std::fmt::Write;

use plimsoll_rules::report::Finding;

use crate::lines::Lines;
use crate::{Part, words};

/// Most bytes of a line that are shown.
const LINE: usize = 240;

/// The report on `parts`.
pub fn report(parts: &[Part<'_>]) -> String {
    let mut text = "# Plimsoll report\n".to_owned();
    for part in parts {
        part_text(&mut text, part);
    }
    let _ = writeln!(text, "\n---\n\n{}.", escaped(&words::origin()));
    text
}

fn part_text(text: &mut String, part: &Part<'_>) {
    let report = part.report();
    let files: Vec<String> = (0..).zip(&report.documents).map(|(at, _)| code(part.name(at))).collect();
    let _ = writeln!(text, "\n{}: {}", files.join(", "), escaped(&words::summary(report)));
    if let Some(sentence) = words::masking(part) {
        let _ = writeln!(text, "\n{sentence}");
    }
    let findings = words::worst_first(report);
    if !findings.is_empty() {
        text.push_str("\n| Severity | Place | Rule | Finding |\n| --- | --- | --- | --- |\n");
        for finding in &findings {
            let cells =
                [finding.severity.name().to_owned(), place(part, finding), code(&finding.rule), prose(&finding.title)];
            let _ = writeln!(text, "| {} |", cells.map(|cell| cell.replace('|', "\\|")).join(" | "));
        }
    }
    let lines = Lines::of(part.texts().iter().map(AsRef::as_ref));
    findings.iter().for_each(|finding| finding_text(text, part, &lines, finding));
    let accepted: Vec<&Finding> = words::accepted(report).collect();
    if !accepted.is_empty() {
        text.push_str("\n## Accepted\n\n");
    }
    for finding in accepted {
        let reason = code(finding.suppressed.as_deref().unwrap_or_default());
        let _ =
            writeln!(text, "- {} {} {}: {reason}", place(part, finding), code(&finding.rule), prose(&finding.title));
    }
    problems(text, part);
}

fn finding_text(text: &mut String, part: &Part<'_>, lines: &Lines<'_>, finding: &Finding) {
    let _ = writeln!(text, "\n## {}: {}\n", finding.severity.name(), prose(&finding.title));
    let _ =
        writeln!(text, "{} {}, {} confidence\n", place(part, finding), code(&finding.rule), finding.confidence.name());
    if let Some(line) = line(lines, finding) {
        let _ = writeln!(text, "{}\n", fenced(line));
    }
    let _ = writeln!(text, "{}", prose(&finding.message));
    if let Some(actual) = words::actual(part.report(), finding) {
        let _ = writeln!(text, "\n- Actual: {}", code(&actual));
    }
    for fix in &finding.fixes {
        let _ = writeln!(text, "- Fix ({}): {}", fix.safety.name(), prose(&fix.title));
    }
    let references = words::references(finding);
    if !references.is_empty() {
        let _ = writeln!(text, "- See {}", escaped(&references));
    }
}

fn problems(text: &mut String, part: &Part<'_>) {
    let documents = (0..).zip(&part.report().documents);
    let all: Vec<String> = documents
        .flat_map(|(at, document)| {
            let line = move |problem: &plimsoll_rules::report::ProblemReport| {
                let place = format!("{}:{}:{}", part.name(at), problem.line, problem.column);
                format!("- {} {}\n", code(&place), prose(&problem.message))
            };
            document.problems.iter().map(line)
        })
        .collect();
    if !all.is_empty() {
        let _ = write!(text, "\n## Not read\n\n{}", all.concat());
    }
}

fn place(part: &Part<'_>, finding: &Finding) -> String {
    code(&format!("{}:{}:{}", part.name(finding.document), finding.line, finding.column))
}

/// The line of a finding, cut where it is very long.
fn line<'t>(lines: &Lines<'t>, finding: &Finding) -> Option<&'t str> {
    let line = lines.get(finding.document, finding.line);
    let end = (0..=LINE.min(line.len())).rev().find(|end| line.is_char_boundary(*end))?;
    line.get(..end).filter(|line| !line.trim().is_empty())
}

/// A sentence of the engine's: what stands between backticks becomes code, the rest is escaped. A value that holds a
/// backtick itself parts the sentence elsewhere, and is harmless in either place.
fn prose(text: &str) -> String {
    let pieces = text.split('`').enumerate();
    pieces.map(|(at, piece)| if at % 2 == 1 { code(piece) } else { escaped(piece) }).collect()
}

/// A code span whose fence is longer than any run of backticks inside.
fn code(text: &str) -> String {
    let text: String = text.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
    if text.trim().is_empty() {
        return String::new();
    }
    let fence = fence(&text, 1);
    let blank = if text.starts_with('`') || text.ends_with('`') { " " } else { "" };
    format!("{fence}{blank}{text}{blank}{fence}")
}

/// A block whose fence is longer than any run of backticks inside.
fn fenced(text: &str) -> String {
    let fence = fence(text, 3);
    format!("{fence}\n{text}\n{fence}")
}

/// Backticks, more than any run of them in `text` has and no fewer than `least`.
fn fence(text: &str, least: usize) -> String {
    let longest = text.split(|c| c != '`').map(str::len).max().unwrap_or_default();
    "`".repeat(least.max(longest + 1))
}

/// Text without any meaning in Markdown or HTML.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '\n' | '\r' => out.push(' '),
            // An entity is not escaped again in a cell of a table, and names nobody.
            '@' => out.push_str("&#64;\u{2060}"),
            '\\' | '`' | '*' | '_' | '{' | '}' | '[' | ']' | '<' | '>' | '#' | '~' | '&' | '!' => {
                out.push('\\');
                out.push(c);
            }
            c => out.push(c),
        }
    }
    // A bare address would become a link.
    out.replace("://", ":\u{2060}//").replace("www.", "www\u{2060}.")
}
