//! The report as one page that needs nothing else: no script, no request, its own policy; made to be read and printed.

use std::fmt::Write;

use plimsoll_rules::report::{Finding, Severity};

use crate::lines::Lines;
use crate::{Part, words};

/// The stylesheet. The policy admits it by its hash, so a change here needs [`STYLE_HASH`] to follow.
const STYLE: &str = include_str!("report.css");
/// The hash of [`STYLE`] as a policy names it; `tests/browser/export.test.mjs` checks it.
const STYLE_HASH: &str = "sha256-WytUSgbxWEIyge27yYlj8eN1eYbxNTsAy1lJJ4Qy6eE=";

/// The report on `parts`.
pub fn page(parts: &[Part<'_>]) -> String {
    let body: String = parts.iter().map(part_text).collect();
    let origin = escaped(&words::origin());
    format!(
        "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src '{STYLE_HASH}'; \
         base-uri 'none'; form-action 'none'\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <meta name=\"referrer\" content=\"no-referrer\">\n<title>Plimsoll report</title>\n\
         <style>{STYLE}</style>\n</head>\n<body>\n<header>\n<h1>Plimsoll report</h1>\n</header>\n\
         <main>\n{body}</main>\n<footer>\n<p>{origin}.</p>\n</footer>\n</body>\n</html>\n"
    )
}

fn part_text(part: &Part<'_>) -> String {
    let report = part.report();
    let mut text = format!("<p>{}</p>\n", escaped(&words::summary(report)));
    if let Some(sentence) = words::masking(part) {
        let _ = writeln!(text, "<p>{}</p>", escaped(&sentence));
    }
    text.push_str(&summary(part));
    let shown = Lines::of(part.texts().iter().map(AsRef::as_ref));
    let given = Lines::of(part.places().iter().map(|document| document.text.as_str()));
    for (at, document) in (0..).zip(&report.documents) {
        let _ = writeln!(text, "<section>\n<h2>{}</h2>", escaped(part.name(at)));
        let kind = plimsoll_rules::Kind::from_name(&document.kind).map_or("", plimsoll_rules::Kind::title);
        let _ = writeln!(text, "<p class=\"soft\">{}</p>", escaped(kind));
        for problem in &document.problems {
            let _ = writeln!(text, "<p>Line {}: {}</p>", problem.line, prose(&problem.message));
        }
        let own = |finding: &&&Finding| finding.document == at;
        let open = words::worst_first(report);
        let accepted: Vec<&Finding> = words::accepted(report).collect();
        let findings: Vec<&&Finding> = open.iter().chain(&accepted).filter(own).collect();
        if findings.is_empty() {
            text.push_str("<p>No findings.</p>\n");
        }
        findings.iter().for_each(|finding| article(&mut text, part, (&shown, &given), finding));
        text.push_str("</section>\n");
    }
    text
}

/// How many findings of each severity each file has.
fn summary(part: &Part<'_>) -> String {
    let report = part.report();
    let head: String =
        Severity::ALL.iter().map(|severity| format!("<th scope=\"col\">{}</th>", severity.name())).collect();
    let row = |(at, _): (u32, _)| {
        let count = |severity: &Severity| {
            let own = words::open(report).filter(|one| one.document == at && one.severity == *severity);
            format!("<td>{}</td>", own.count())
        };
        let counts: String = Severity::ALL.iter().map(count).collect();
        format!("<tr><th scope=\"row\">{}</th>{counts}</tr>\n", escaped(part.name(at)))
    };
    let rows: String = (0..).zip(&report.documents).map(row).collect();
    format!("<table>\n<thead><tr><th scope=\"col\">File</th>{head}</tr></thead>\n<tbody>\n{rows}</tbody>\n</table>\n")
}

fn article(text: &mut String, part: &Part<'_>, lines: (&Lines<'_>, &Lines<'_>), finding: &Finding) {
    let severity = finding.severity.name();
    let _ = writeln!(
        text,
        "<article class=\"{severity}\">\n<h3><span class=\"word {severity}\">{severity}</span> {}</h3>",
        prose(&finding.title)
    );
    let accepted = if finding.suppressed.is_some() { ", accepted" } else { "" };
    let _ = writeln!(
        text,
        "<p class=\"soft\">Line {}, column {}, <code>{}</code>, {} confidence{accepted}</p>",
        finding.line,
        finding.column,
        escaped(&finding.rule),
        finding.confidence.name()
    );
    excerpt(text, lines, finding);
    let _ = writeln!(text, "<p>{}</p>\n<dl>", prose(&finding.message));
    if let Some(actual) = words::actual(part.report(), finding) {
        pair(text, "Actual", &format!("<code>{}</code>", escaped(&actual)));
    }
    let page = plimsoll_rules::page(&finding.rule);
    for spelling in page.iter().flat_map(|page| &page.spellings) {
        let expected = format!("<code>{}</code> ({})", escaped(spelling.text.trim()), escaped(&spelling.place));
        pair(text, "Expected", &expected);
    }
    for fix in &finding.fixes {
        pair(text, "Fix", &format!("{} ({})", prose(&fix.title), fix.safety.name()));
    }
    let references = words::references(finding);
    if !references.is_empty() {
        pair(text, "See", &escaped(&references));
    }
    if let Some(reason) = &finding.suppressed {
        pair(text, "Accepted", &escaped(reason));
    }
    text.push_str("</dl>\n</article>\n");
}

fn pair(text: &mut String, name: &str, value: &str) {
    let _ = writeln!(text, "<dt>{name}</dt><dd>{value}</dd>");
}

/// Most bytes of a line that are shown.
const LINE: usize = 400;

/// The line of a finding, with what it points at marked unless a mask moved it.
fn excerpt(text: &mut String, (shown, given): (&Lines<'_>, &Lines<'_>), finding: &Finding) {
    let [shown, given] = [shown, given].map(|lines| lines.get(finding.document, finding.line));
    if shown.trim().is_empty() || shown.len() > LINE {
        return;
    }
    let end = if finding.end_line == finding.line { finding.end_column as usize - 1 } else { usize::MAX };
    let marked = (finding.column as usize).saturating_sub(1)..end;
    let whole = shown != given || marked.is_empty();
    let pieces = |range: std::ops::Range<usize>| -> String {
        shown.chars().enumerate().filter(|(at, _)| range.contains(at)).map(|(_, c)| c).collect()
    };
    let html = if whole {
        escaped(shown)
    } else {
        let (before, inside) = (escaped(&pieces(0..marked.start)), escaped(&pieces(marked.clone())));
        format!("{before}<mark>{inside}</mark>{}", escaped(&pieces(marked.end..usize::MAX)))
    };
    let _ = writeln!(text, "<pre>{html}</pre>");
}

/// A sentence in which backticks become code.
fn prose(text: &str) -> String {
    let piece = |(at, part): (usize, &str)| {
        if at % 2 == 1 { format!("<code>{}</code>", escaped(part)) } else { escaped(part) }
    };
    text.split('`').enumerate().map(piece).collect()
}

/// Text as it stands in an element or in a quoted attribute.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            c => out.push(c),
        }
    }
    out
}
