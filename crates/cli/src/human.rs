//! A report for people: each finding with the line it is about.

use std::fmt::Write;

use plimsoll_rules::Document;
use plimsoll_rules::report::{Basis, Finding, PlaceReport, Report, Severity};

/// The report on `documents` as text; findings below `least` are left out but counted.
pub fn render(report: &Report, documents: &[Document], least: Severity) -> String {
    let mut text = String::new();
    for (document, reported) in documents.iter().zip(&report.documents) {
        for problem in &reported.problems {
            let _ = writeln!(text, "{}:{}:{}: {}\n", document.name, problem.line, problem.column, problem.message);
        }
    }
    let (accepted, open): (Vec<&Finding>, Vec<&Finding>) =
        report.findings.iter().partition(|finding| finding.suppressed.is_some());
    let (shown, hidden): (Vec<&Finding>, Vec<&Finding>) =
        open.into_iter().partition(|finding| finding.severity >= least);
    for finding in &shown {
        finding_text(&mut text, finding, documents);
    }
    for finding in &accepted {
        accepted_text(&mut text, finding, documents);
    }
    if !accepted.is_empty() {
        text.push('\n');
    }
    let _ = writeln!(text, "{}", summary(report, &shown, hidden.len(), accepted.len()));
    text
}

/// One line for a finding that a comment in the file suppresses.
fn accepted_text(text: &mut String, finding: &Finding, documents: &[Document]) {
    let name = documents.get(finding.document as usize).map_or("", |document| document.name.as_str());
    let Finding { line, column, rule, title, .. } = finding;
    let reason = finding.suppressed.as_deref().unwrap_or_default();
    let severity = finding.severity.name();
    let _ = writeln!(text, "{name}:{line}:{column}: suppressed {severity} [{rule}] {title}\n    reason: {reason}");
}

fn finding_text(text: &mut String, finding: &Finding, documents: &[Document]) {
    let document = documents.get(finding.document as usize);
    let name = document.map_or("", |document| document.name.as_str());
    let _ = writeln!(
        text,
        "{name}:{}:{}: {} [{}] {}",
        finding.line,
        finding.column,
        finding.severity.name(),
        finding.rule,
        finding.title
    );
    if let Some(document) = document {
        excerpt(text, finding, &document.text);
    }
    let certainty = match finding.confidence.name() {
        "certain" => String::new(),
        other => format!(" ({other})"),
    };
    let _ = writeln!(text, "    {}{certainty}", finding.message);
    for fix in &finding.fixes {
        let _ = writeln!(text, "    fix ({}): {}", fix.safety.name(), fix.title);
    }
    let references: Vec<String> = finding
        .references
        .iter()
        .map(|reference| format!("{} {}", reference.kind.to_uppercase(), reference.id))
        .collect();
    if !references.is_empty() {
        let _ = writeln!(text, "    see {}", references.join(", "));
    }
    text.push('\n');
}

/// The line of the finding with carets below it. Tabs are kept, so that the carets stand below their text.
fn excerpt(text: &mut String, finding: &Finding, source: &str) {
    let Some(line) = source.lines().nth(finding.line as usize - 1) else { return };
    let before = finding.column as usize - 1;
    let end = if finding.end_line == finding.line { finding.end_column } else { u32::MAX };
    let width = (end.saturating_sub(finding.column).max(1)) as usize;
    let shown: String = line.chars().take(160).collect();
    let indent: String = shown.chars().take(before).map(|c| if c == '\t' { '\t' } else { ' ' }).collect();
    let left = shown.chars().count().saturating_sub(before).max(1);
    let number = finding.line.to_string();
    let gutter = " ".repeat(number.len());
    let _ = writeln!(text, "  {number} | {shown}");
    let _ = writeln!(text, "  {gutter} | {indent}{}", "^".repeat(width.min(left)));
}

/// Behind the release: how it came about, unless it was chosen.
fn basis(report: &Report) -> String {
    let name = |at: PlaceReport| report.documents.get(at.document as usize).map_or("", |document| &*document.name);
    match (report.release.basis, report.release.at) {
        (Basis::Chosen, _) => String::new(),
        (_, Some(at)) => format!(" (guessed from {})", name(at)),
        (_, None) => " (the newest; --kubernetes chooses another)".to_owned(),
    }
}

fn summary(report: &Report, shown: &[&Finding], hidden: usize, accepted: usize) -> String {
    let judged = report.documents.iter().filter(|document| document.kind != "unknown").count();
    let files = if report.documents.len() == 1 { "1 file" } else { &format!("{} files", report.documents.len()) };
    let hidden = match hidden {
        0 => String::new(),
        1 => " 1 finding below the threshold is not listed.".to_owned(),
        count => format!(" {count} findings below the threshold are not listed."),
    };
    let accepted = match accepted {
        0 => String::new(),
        1 => " 1 finding is suppressed.".to_owned(),
        count => format!(" {count} findings are suppressed."),
    };
    if judged == 0 {
        return format!("Nothing was judged in {files}.{hidden}");
    }
    let counts: Vec<String> = Severity::ALL
        .iter()
        .map(|severity| (severity, shown.iter().filter(|finding| finding.severity == *severity).count()))
        .filter(|(_, count)| *count > 0)
        .map(|(severity, count)| format!("{count} {}", severity.name()))
        .collect();
    let counts = if counts.is_empty() { "no findings".to_owned() } else { counts.join(", ") };
    let profile = match report.profile.as_str() {
        "everything" => String::new(),
        name => format!(", profile {name}"),
    };
    let release = format!("Kubernetes {}{}", report.kubernetes, basis(report));
    format!("{files}, {release}{profile}: {counts}.{hidden}{accepted}")
}
