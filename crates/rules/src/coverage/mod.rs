//! Coverage: every control of a profile once, with what is known about it.

mod entry;
mod judge;
mod missing;

#[cfg(feature = "serde")]
use serde::{Deserialize, Serialize};

use crate::Options;
use crate::assess;
use crate::bundle::{self, Sources};
use crate::document::Document;
use crate::effective::{Computed, compute};
use crate::neighbours::Neighbours;
use crate::report::{Category, Finding, Report, SCHEMA, Severity};
use crate::surroundings::Surroundings;
use judge::{Judge, Judged};

/// What is known about the controls of a profile. It has no score: a number would hide what matters.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "serde", derive(Serialize, Deserialize))]
pub struct Coverage {
    /// Version of this structure, as that of a report.
    pub schema: u32,
    /// The release that is judged for, such as `1.36`.
    pub kubernetes: String,
    /// Name of the profile.
    pub profile: String,
    /// For people, what the profile begins with.
    pub title: String,
    /// All critical findings of every rule, whether or not the profile has it, suppressed ones included.
    pub critical: Vec<Evidence>,
    /// How many controls there are of each status.
    pub totals: Totals,
    /// Every control once, in the order of the benchmark.
    pub controls: Vec<ControlReport>,
}

/// How many controls there are of each status; they add up to `all`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(Serialize, Deserialize), serde(rename_all = "camelCase"))]
pub struct Totals {
    /// Controls that are met.
    pub pass: usize,
    /// Controls with a finding.
    pub fail: usize,
    /// Controls that have nothing to ask here.
    pub not_applicable: usize,
    /// Controls that more text would decide.
    pub unknown: usize,
    /// Controls that no text decides.
    pub manual: usize,
    /// All controls.
    pub all: usize,
}

/// What is known about a control.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(Serialize, Deserialize), serde(rename_all = "kebab-case"))]
pub enum Status {
    /// It is met.
    Pass,
    /// A finding speaks against it, suppressed or not.
    Fail,
    /// It has nothing to ask here.
    NotApplicable,
    /// What was given does not tell.
    Unknown,
    /// No text of these components tells.
    Manual,
}

impl Status {
    /// All of them, in the order in which a report lists them.
    pub const ALL: [Self; 5] = [Self::Fail, Self::Unknown, Self::Manual, Self::Pass, Self::NotApplicable];

    /// The name in reports.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Pass => "pass",
            Self::Fail => "fail",
            Self::NotApplicable => "not-applicable",
            Self::Unknown => "unknown",
            Self::Manual => "manual",
        }
    }

    /// The name for people.
    pub const fn title(self) -> &'static str {
        match self {
            Self::Pass => "Pass",
            Self::Fail => "Fail",
            Self::NotApplicable => "Not applicable",
            Self::Unknown => "Unknown",
            Self::Manual => "Manual",
        }
    }
}

/// One control.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "serde", derive(Serialize, Deserialize), serde(rename_all = "camelCase"))]
pub struct ControlReport {
    /// `cis`, `stig`, `nsa-cisa` or `cks`; `plimsoll` for a rule that is a control of its own.
    pub benchmark: String,
    /// Its id there.
    pub id: String,
    /// For CIS its level, where a source tells it.
    pub level: Option<u8>,
    /// What it is about, such as `kubelet` or `etcd`.
    pub component: String,
    /// The good state in one phrase; for a rule the bad one.
    pub title: String,
    /// What Plimsoll finds.
    pub status: Status,
    /// Ids of the rules that judge it.
    pub rules: Vec<String>,
    /// The findings that speak against it.
    pub findings: Vec<Evidence>,
    /// For an unknown one what to add to know it; for one that is not applicable why, where that is known.
    pub note: Option<String>,
    /// A command and what it must show.
    pub by_hand: Option<String>,
    /// What the benchmark's own audit says, where that differs or where Plimsoll's advice is another.
    pub audit: Option<AuditReport>,
}

/// What a benchmark's own audit says.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(Serialize, Deserialize))]
pub struct AuditReport {
    /// [`Status::Pass`] or [`Status::Fail`].
    pub verdict: Status,
    /// What Plimsoll advises.
    pub advice: String,
}

/// A finding in short.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(Serialize, Deserialize))]
pub struct Evidence {
    /// Id of the rule.
    pub rule: String,
    /// How bad it is.
    pub severity: Severity,
    /// What is wrong, in one line.
    pub title: String,
    /// Index of the document.
    pub document: u32,
    /// First byte.
    pub start: u32,
    /// One past the last byte.
    pub end: u32,
    /// 1-based line.
    pub line: u32,
    /// 1-based column, in characters.
    pub column: u32,
    /// The reason why it is accepted, where a comment in the file gives one.
    pub suppressed: Option<String>,
}

impl Evidence {
    fn of(finding: &Finding) -> Self {
        Self {
            rule: finding.rule.clone(),
            severity: finding.severity,
            title: finding.title.clone(),
            document: finding.document,
            start: finding.start,
            end: finding.end,
            line: finding.line,
            column: finding.column,
            suppressed: finding.suppressed.clone(),
        }
    }
}

/// Every control of the profile in `options`, judged on `documents` together.
pub fn coverage(documents: &[Document], options: &Options) -> Coverage {
    let profile = &options.profile;
    let version = options.version.or(profile.kubernetes());
    let report = assess::report(documents, &Options { version, profile: profile.widened() });
    let sources = Sources::new(documents);
    let bundle = bundle::read(&sources, version);
    let release = bundle.release.version;
    let computed: Vec<Computed<'_>> = bundle.targets.iter().map(|target| compute(target, release)).collect();
    let around = Surroundings::of(&bundle);
    let neighbours = Neighbours::of(&bundle, &around);
    let judge = Judge::new(&bundle, &computed, &neighbours, &report, profile);
    let controls: Vec<ControlReport> = entry::entries(profile).iter().map(|entry| report_on(entry, &judge)).collect();
    Coverage {
        schema: SCHEMA,
        kubernetes: report.kubernetes.clone(),
        profile: profile.name().to_owned(),
        title: profile.base().title().to_owned(),
        critical: critical(&report),
        totals: Totals::of(&controls),
        controls,
    }
}

fn critical(report: &Report) -> Vec<Evidence> {
    let worst = report.findings.iter().filter(|finding| finding.severity == Severity::Critical);
    worst.filter(|finding| finding.category != Category::Unassessed).map(Evidence::of).collect()
}

fn report_on(entry: &entry::Entry, judge: &Judge<'_>) -> ControlReport {
    let Judged { status, findings, note, audit } = judge.judge(entry);
    let by_hand = matches!(status, Status::Manual | Status::Unknown) && !entry.by_hand.is_empty();
    ControlReport {
        benchmark: entry.benchmark.to_owned(),
        id: entry.id.to_owned(),
        level: entry.level,
        component: entry.component.to_owned(),
        title: entry.title.to_owned(),
        status,
        rules: entry.rules.iter().map(|(rule, _)| rule.id.to_owned()).collect(),
        findings,
        note,
        by_hand: by_hand.then(|| entry.by_hand.to_owned()),
        audit,
    }
}

impl Totals {
    fn of(controls: &[ControlReport]) -> Self {
        let mut totals = Self { all: controls.len(), ..Self::default() };
        for control in controls {
            *match control.status {
                Status::Pass => &mut totals.pass,
                Status::Fail => &mut totals.fail,
                Status::NotApplicable => &mut totals.not_applicable,
                Status::Unknown => &mut totals.unknown,
                Status::Manual => &mut totals.manual,
            } += 1;
        }
        totals
    }

    /// How many controls have a status.
    pub const fn of_status(&self, status: Status) -> usize {
        match status {
            Status::Pass => self.pass,
            Status::Fail => self.fail,
            Status::NotApplicable => self.not_applicable,
            Status::Unknown => self.unknown,
            Status::Manual => self.manual,
        }
    }
}
