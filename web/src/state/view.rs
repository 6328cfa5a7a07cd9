//! What is drawn, derived from the state each time and never stored.

use plimsoll_rules::report::{Finding, Report, Safety, Severity, Verdict};
use plimsoll_rules::{Coverage, Status};

/// How many findings a list draws before it is asked for more, and how many more it draws then.
pub const PORTION: usize = 200;

/// The severities that the list leaves out.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Filter {
    hidden: u8,
}

impl Filter {
    /// Shows what was hidden, hides what was shown.
    #[must_use]
    pub fn toggled(self, severity: Severity) -> Self {
        Self { hidden: self.hidden ^ (1 << severity as u8) }
    }

    /// Whether findings of this severity are shown.
    pub fn shows(self, severity: Severity) -> bool {
        self.hidden & (1 << severity as u8) == 0
    }
}

/// How many open findings there are of each severity, worst first.
pub fn counts(report: &Report) -> [(Severity, usize); 5] {
    Severity::ALL.map(|severity| (severity, open(report).filter(|found| found.severity == severity).count()))
}

/// The findings that no comment suppresses.
pub fn open(report: &Report) -> impl Iterator<Item = &Finding> {
    report.findings.iter().filter(|finding| finding.suppressed.is_none())
}

/// Indexes of the findings that a comment suppresses, worst first, then as they stand in the files.
pub fn suppressed(report: &Report) -> Vec<usize> {
    let all = report.findings.iter().enumerate().filter(|(_, finding)| finding.suppressed.is_some());
    worst_first(all)
}

fn worst_first<'r>(findings: impl Iterator<Item = (usize, &'r Finding)>) -> Vec<usize> {
    let mut all: Vec<(usize, &Finding)> = findings.collect();
    all.sort_by_key(|(_, found)| (std::cmp::Reverse(found.severity), found.document, found.start));
    all.into_iter().map(|(index, _)| index).collect()
}

/// Indexes of the open findings that the list shows: worst first, then as they stand in the files.
pub fn listed(report: &Report, filter: Filter) -> Vec<usize> {
    let shown = report.findings.iter().enumerate();
    worst_first(shown.filter(|(_, finding)| finding.suppressed.is_none() && filter.shows(finding.severity)))
}

/// Whether a finding is only worth knowing. Such notes are folded in the list.
pub fn is_note(finding: &Finding) -> bool {
    finding.severity == Severity::Info
}

/// `order` parted into findings and, for each document that has some, notes.
pub fn part_notes(report: &Report, order: &[usize]) -> (Vec<usize>, Vec<(u32, Vec<usize>)>) {
    let mut findings = Vec::new();
    let mut notes: Vec<(u32, Vec<usize>)> = Vec::new();
    for index in order {
        let Some(finding) = report.findings.get(*index) else { continue };
        match notes.last_mut() {
            _ if !is_note(finding) => findings.push(*index),
            Some((document, group)) if *document == finding.document => group.push(*index),
            _ => notes.push((finding.document, vec![*index])),
        }
    }
    (findings, notes)
}

/// How many open findings are more than notes, and how many are notes.
pub fn tally(report: &Report) -> (usize, usize) {
    let notes = open(report).filter(|finding| is_note(finding)).count();
    (open(report).count() - notes, notes)
}

/// What names a release at a place, told from the text there.
pub fn named_by(text: &str) -> &'static str {
    let last = text.rsplit('/').next().unwrap_or(text);
    if text.starts_with("kubeadm.k8s.io/") {
        "apiVersion"
    } else if last.contains(':') {
        "image tag"
    } else if text.contains('/') {
        "path of the program"
    } else {
        "version"
    }
}

/// How many findings "Fix all safe" would mend.
pub fn safely_fixable(report: &Report) -> usize {
    let safe = |finding: &&Finding| finding.fixes.iter().any(|fix| fix.safety == Safety::Safe);
    report.findings.iter().filter(safe).count()
}

/// What the rules could say about the settings of a bundle.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Judged {
    /// Settings that a rule judges and whose value is known.
    pub known: usize,
    /// Settings that a rule judges and whose value cannot be known.
    pub unknown: usize,
}

/// Counts the settings that were judged.
pub fn judged(report: &Report) -> Judged {
    let count = |wanted: &[Verdict]| report.settings.iter().filter(|row| wanted.contains(&row.verdict)).count();
    Judged { known: count(&[Verdict::Ok, Verdict::Insecure]), unknown: count(&[Verdict::Unknown]) }
}

/// The counts as a sentence, such as `3 findings: 1 critical, 2 low. 4 notes. 1 suppressed.`
pub fn summary(report: &Report) -> String {
    let (findings, notes) = tally(report);
    let some = counts(report).into_iter().filter(|(severity, count)| *count > 0 && *severity != Severity::Info);
    let parts: Vec<String> = some.map(|(severity, count)| format!("{count} {}", severity.name())).collect();
    let told = match findings {
        0 => "No findings.".to_owned(),
        _ => format!("{}: {}.", plural(findings, "finding"), parts.join(", ")),
    };
    let told = if notes == 0 { told } else { format!("{told} {}.", plural(notes, "note")) };
    match suppressed(report).len() {
        0 => told,
        count => format!("{told} {count} suppressed."),
    }
}

/// How many controls there are of each status, as a sentence.
pub fn totals(coverage: &Coverage) -> String {
    let count =
        |status: &Status| format!("{} {}", coverage.totals.of_status(*status), status.title().to_ascii_lowercase());
    let counts: Vec<String> = Status::ALL.iter().map(count).collect();
    format!("{}: {}.", plural(coverage.totals.all, "control"), counts.join(", "))
}

/// `1 finding`, `2 findings`.
pub fn plural(count: usize, noun: &str) -> String {
    if count == 1 { format!("1 {noun}") } else { format!("{count} {noun}s") }
}
