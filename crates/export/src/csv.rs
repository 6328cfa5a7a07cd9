//! A table of findings and problems as RFC 4180 has it: commas, quotes, CRLF, a row of names first.

use plimsoll_rules::report::{Finding, ProblemReport};

use crate::{Part, words};

/// The media type of such a table.
pub const MEDIA_TYPE: &str = "text/csv; charset=utf-8; header=present";

/// Names of the columns.
const COLUMNS: [&str; 17] = [
    "severity",
    "confidence",
    "category",
    "rule",
    "title",
    "component",
    "setting",
    "actual",
    "file",
    "line",
    "column",
    "end line",
    "end column",
    "message",
    "fix",
    "references",
    "accepted",
];

/// Every finding and problem of `parts` as a row.
pub fn table(parts: &[Part<'_>]) -> String {
    let mut text = String::new();
    row(&mut text, &COLUMNS);
    for part in parts {
        for finding in &part.report().findings {
            finding_row(&mut text, part, finding);
        }
        for (at, document) in (0..).zip(&part.report().documents) {
            document.problems.iter().for_each(|problem| problem_row(&mut text, part.name(at), problem));
        }
    }
    text
}

fn finding_row(text: &mut String, part: &Part<'_>, finding: &Finding) {
    let fix = finding.fixes.first().map(|fix| format!("{} ({})", fix.title, fix.safety.name()));
    let actual = words::actual(part.report(), finding).unwrap_or_default();
    let [line, column, end_line, end_column] =
        [finding.line, finding.column, finding.end_line, finding.end_column].map(|number| number.to_string());
    let references = words::references(finding);
    row(
        text,
        &[
            finding.severity.name(),
            finding.confidence.name(),
            finding.category.name(),
            &finding.rule,
            &finding.title,
            &finding.component,
            &finding.setting,
            &actual,
            part.name(finding.document),
            &line,
            &column,
            &end_line,
            &end_column,
            &finding.message,
            fix.as_deref().unwrap_or_default(),
            &references,
            finding.suppressed.as_deref().unwrap_or_default(),
        ],
    );
}

fn problem_row(text: &mut String, name: &str, problem: &ProblemReport) {
    let (line, column) = (problem.line.to_string(), problem.column.to_string());
    let mut cells = [""; COLUMNS.len()];
    for (column, cell) in [(2, "problem"), (8, name), (9, &line), (10, &column), (13, &problem.message)] {
        cells.get_mut(column).into_iter().for_each(|place| *place = cell);
    }
    row(text, &cells);
}

fn row(text: &mut String, cells: &[&str]) {
    for (at, cell) in cells.iter().enumerate() {
        if at > 0 {
            text.push(',');
        }
        push_cell(text, cell);
    }
    text.push_str("\r\n");
}

/// A spreadsheet takes a cell that begins like this for a formula, so a quote goes before it; the full-width forms count
/// as the plain ones in some.
const FORMULA: [char; 10] = ['=', '+', '-', '@', '\t', '\r', '＝', '＋', '－', '＠'];

fn push_cell(text: &mut String, cell: &str) {
    let guarded = cell.starts_with(FORMULA);
    let quoted = cell.contains([',', '"', '\n', '\r']);
    let quote = if quoted { "\"" } else { "" };
    text.push_str(quote);
    text.push_str(if guarded { "'" } else { "" });
    text.push_str(&cell.replace('"', "\"\""));
    text.push_str(quote);
}
