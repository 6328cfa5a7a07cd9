//! What is drawn, derived from the state each time and never stored.

use plimsoll_rules::report::{Finding, Report, Safety, Severity, Verdict};

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

/// How many findings there are of each severity, worst first.
pub fn counts(report: &Report) -> [(Severity, usize); 5] {
    Severity::ALL.map(|severity| (severity, report.findings.iter().filter(|found| found.severity == severity).count()))
}

/// Indexes of the findings that the list shows: worst first, then as they stand in the files.
pub fn listed(report: &Report, filter: Filter) -> Vec<usize> {
    let shown = report.findings.iter().enumerate().filter(|(_, finding)| filter.shows(finding.severity));
    let mut shown: Vec<(usize, &Finding)> = shown.collect();
    shown.sort_by_key(|(_, found)| (std::cmp::Reverse(found.severity), found.document, found.start));
    shown.into_iter().map(|(index, _)| index).collect()
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

/// How many findings are more than notes, and how many are notes.
pub fn tally(report: &Report) -> (usize, usize) {
    let notes = report.findings.iter().filter(|finding| is_note(finding)).count();
    (report.findings.len() - notes, notes)
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

/// The counts as a sentence, such as `3 findings: 1 critical, 2 low. 4 notes.`
pub fn summary(report: &Report) -> String {
    let (findings, notes) = tally(report);
    let some = counts(report).into_iter().filter(|(severity, count)| *count > 0 && *severity != Severity::Info);
    let parts: Vec<String> = some.map(|(severity, count)| format!("{count} {}", severity.name())).collect();
    let told = match findings {
        0 => "No findings.".to_owned(),
        _ => format!("{}: {}.", plural(findings, "finding"), parts.join(", ")),
    };
    if notes == 0 { told } else { format!("{told} {}.", plural(notes, "note")) }
}

/// `1 finding`, `2 findings`.
pub fn plural(count: usize, noun: &str) -> String {
    if count == 1 { format!("1 {noun}") } else { format!("{count} {noun}s") }
}
