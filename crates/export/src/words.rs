//! What several formats say alike.

use plimsoll_rules::report::{Basis, Finding, Report, Severity};
use plimsoll_rules::{EDITION, Version};

use crate::Part;

/// The name of the tool with its version.
pub const TOOL: &str = concat!("Plimsoll ", env!("CARGO_PKG_VERSION"));

/// What judged: the tool, how old its knowledge is, and which releases it knows.
pub fn origin() -> String {
    format!("{TOOL}, rule data of {EDITION}, Kubernetes {} to {}", Version::OLDEST, Version::NEWEST)
}

/// One line on a report: what was judged, for which release, and what was found.
pub fn summary(report: &Report) -> String {
    let files = count(report.documents.len(), "file");
    let basis = match report.release.basis {
        Basis::Chosen => "",
        Basis::Guessed => " (guessed from the files)",
        Basis::Newest => " (the newest)",
    };
    format!("{files}, Kubernetes {}{basis}, profile {}: {}.", report.kubernetes, report.profile, counts(report))
}

/// The findings by severity, and those that are accepted.
fn counts(report: &Report) -> String {
    let of = |severity: &Severity| open(report).filter(|finding| finding.severity == *severity).count();
    let by_severity =
        Severity::ALL.iter().map(|severity| (of(severity), severity.name())).filter(|(count, _)| *count > 0);
    let mut counts: Vec<String> = by_severity.map(|(count, name)| format!("{count} {name}")).collect();
    if counts.is_empty() {
        counts.push("no findings".to_owned());
    }
    match accepted(report).count() {
        0 => {}
        count => counts.push(format!("{count} accepted")),
    }
    counts.join(", ")
}

/// A number with what it counts.
pub fn count(number: usize, what: &str) -> String {
    if number == 1 { format!("1 {what}") } else { format!("{number} {what}s") }
}

/// Findings that count.
pub fn open(report: &Report) -> impl Iterator<Item = &Finding> {
    report.findings.iter().filter(|finding| finding.suppressed.is_none())
}

/// Findings that a comment accepts.
pub fn accepted(report: &Report) -> impl Iterator<Item = &Finding> {
    report.findings.iter().filter(|finding| finding.suppressed.is_some())
}

/// Findings that count, worst first, else in the order of the report.
pub fn worst_first(report: &Report) -> Vec<&Finding> {
    Severity::ALL.iter().flat_map(|severity| open(report).filter(|finding| finding.severity == *severity)).collect()
}

/// The benchmark controls of a finding.
pub fn references(finding: &Finding) -> String {
    let named: Vec<String> =
        finding.references.iter().map(|one| format!("{} {}", one.kind.to_uppercase(), one.id)).collect();
    named.join(", ")
}

/// What was done about secrets; nothing when none was found.
pub fn masking(part: &Part<'_>) -> Option<String> {
    let left_out = match part.left_out() {
        0 => "",
        1 => " One fix is left out, since its text holds a secret.",
        _ => " Fixes whose text holds a secret are left out.",
    };
    part.has_masked().then(|| format!("Secrets are masked.{left_out}"))
}

/// The value of the finding's setting as the component would see it: the value, or the default that holds.
pub fn actual(report: &Report, finding: &Finding) -> Option<String> {
    let mut rows = report.settings.iter().filter(|row| row.component == finding.component);
    let row = rows.find(|row| row.setting == finding.setting && !finding.setting.is_empty())?;
    Some(match (&row.value, row.source.kind) {
        (None, _) => "not known".to_owned(),
        (Some(value), plimsoll_rules::report::Layer::Default) if value.is_empty() => "not set".to_owned(),
        (Some(value), plimsoll_rules::report::Layer::Default) => format!("{value} (default)"),
        (Some(value), _) => value.clone(),
    })
}
