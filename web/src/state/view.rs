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

/// The counts as a sentence, such as `3 findings: 1 critical, 2 low.`
pub fn summary(report: &Report) -> String {
    let total = report.findings.len();
    if total == 0 {
        return "No findings.".to_owned();
    }
    let some = counts(report).into_iter().filter(|(_, count)| *count > 0);
    let parts: Vec<String> = some.map(|(severity, count)| format!("{count} {}", severity.name())).collect();
    format!("{}: {}.", plural(total, "finding"), parts.join(", "))
}

/// `1 finding`, `2 findings`.
pub fn plural(count: usize, noun: &str) -> String {
    if count == 1 { format!("1 {noun}") } else { format!("{count} {noun}s") }
}
