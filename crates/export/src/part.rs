//! One bundle with its report, as it may leave.

use std::borrow::Cow;

use plimsoll_rules::report::{DocumentReport, Finding, Fix, Report, Safety, SettingReport};
use plimsoll_rules::{Document, Masker, Options, fix_all};

/// Whether secrets are masked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub enum Masking {
    /// Every secret is replaced by a marker, and fixes that would write one are left out.
    Masked,
    /// Nothing is changed.
    Plain,
}

/// One bundle with its report. All that its methods give is masked, if masking was asked for.
#[derive(Debug)]
pub struct Part<'a> {
    given: &'a [Document],
    options: &'a Options,
    report: Cow<'a, Report>,
    texts: Vec<Cow<'a, str>>,
    masker: Masker,
    masking: Masking,
    left_out: usize,
}

impl<'a> Part<'a> {
    /// The report on `documents`, made with `options`.
    pub fn new(documents: &'a [Document], options: &'a Options, report: &'a Report, masking: Masking) -> Self {
        let masker = Masker::new(documents);
        let text = |(at, document): (usize, &'a Document)| match masking {
            Masking::Masked => masker.document(at, &document.text),
            Masking::Plain => Cow::Borrowed(document.text.as_str()),
        };
        let texts = documents.iter().enumerate().map(text).collect();
        let (report, left_out) = match masking {
            Masking::Masked => masked(report, &masker),
            Masking::Plain => (Cow::Borrowed(report), 0),
        };
        Self { given: documents, options, report, texts, masker, masking, left_out }
    }

    /// The report.
    pub fn report(&self) -> &Report {
        &self.report
    }

    /// Fixes that were left out, since their text holds a secret.
    pub const fn left_out(&self) -> usize {
        self.left_out
    }

    /// What was done about secrets, as a sentence; nothing when there was nothing to do.
    pub fn note(&self) -> Option<String> {
        crate::words::masking(self)
    }

    /// Whether secrets are masked.
    pub const fn masking(&self) -> Masking {
        self.masking
    }

    /// Whether the documents hold secrets that were masked.
    pub fn has_masked(&self) -> bool {
        self.masking == Masking::Masked && !self.masker.is_empty()
    }

    /// The documents as they were given, for places only: their texts are not masked.
    pub(crate) const fn places(&self) -> &'a [Document] {
        self.given
    }

    /// The texts, line by line as long as those given.
    pub(crate) fn texts(&self) -> &[Cow<'a, str>] {
        &self.texts
    }

    /// The documents with these texts, by the names that the report gives them.
    pub fn documents(&self) -> Vec<Document> {
        let named = self.report.documents.iter().zip(&self.texts);
        named.map(|(document, text)| Document::new(document.name.as_str(), text.as_ref())).collect()
    }

    /// The text of one document without its secrets, whatever was asked for: what is made of it cannot give them away.
    pub(crate) fn secretless(&self, document: usize) -> Cow<'_, str> {
        let text = self.given.get(document).map_or("", |document| document.text.as_str());
        self.masker.document(document, text)
    }

    /// The texts after all safe fixes, as they are: what is taken from them must go through [`Self::holds_secret`].
    pub(crate) fn fixed(&self) -> Vec<String> {
        fix_all(self.given, self.options, Safety::Safe).texts
    }

    /// Whether a piece of configuration holds a secret that is to be masked.
    pub(crate) fn holds_secret(&self, text: &str) -> bool {
        self.masking == Masking::Masked && matches!(self.masker.content(text), Cow::Owned(_))
    }

    /// Whether the bytes `start..end` of a document touch a secret that is to be masked.
    pub(crate) fn touches_secret(&self, document: usize, start: usize, end: usize) -> bool {
        let secrets = self.masker.of(document);
        let after = secrets.partition_point(|(span, _)| span.end as usize <= start);
        let touches = secrets.get(after).is_some_and(|(span, _)| (span.start as usize) < end);
        self.masking == Masking::Masked && touches
    }

    /// The name of a document: without the blanks and slashes of an absolute path, `stdin` for standard input.
    pub fn name(&self, document: u32) -> &str {
        let name = self.report.documents.get(document as usize).map_or("", |document| document.name.as_str());
        relative(name)
    }
}

/// A path from somewhere, so that no layout of a machine leaves with it.
pub(crate) fn relative(name: &str) -> &str {
    let name = match name.as_bytes() {
        [drive, b':', b'/' | b'\\', ..] if drive.is_ascii_alphabetic() => name.get(2..).unwrap_or(name),
        _ => name,
    };
    match name.trim_start_matches(['/', '\\']) {
        "" | "-" => "stdin",
        name => name.strip_prefix("./").unwrap_or(name),
    }
}

/// The report without secrets, and how many fixes that left out.
fn masked<'a>(report: &Report, masker: &Masker) -> (Cow<'a, Report>, usize) {
    let mut left_out = 0;
    let prose = |text: &str| masker.prose(text).into_owned();
    let document = |document: &DocumentReport| {
        let mut document = document.clone();
        document.name = prose(&document.name);
        document.problems.iter_mut().for_each(|problem| problem.message = prose(&problem.message));
        document
    };
    let mut finding = |finding: &Finding| {
        let mut finding = finding.clone();
        for text in [&mut finding.title, &mut finding.message, &mut finding.setting] {
            *text = prose(text);
        }
        finding.related.iter_mut().for_each(|related| related.label = prose(&related.label));
        finding.suppressed = finding.suppressed.as_deref().map(prose);
        let before = finding.fixes.len();
        finding.fixes.retain(|fix| is_free(fix, masker));
        left_out += before - finding.fixes.len();
        finding.fixes.iter_mut().for_each(|fix| fix.title = prose(&fix.title));
        finding
    };
    let setting = |setting: &SettingReport| {
        let value = setting.value.as_deref().map(prose);
        SettingReport { value, setting: prose(&setting.setting), ..setting.clone() }
    };
    let report = Report {
        profile: prose(&report.profile),
        documents: report.documents.iter().map(document).collect(),
        findings: report.findings.iter().map(&mut finding).collect(),
        settings: report.settings.iter().map(setting).collect(),
        ..report.clone()
    };
    (Cow::Owned(report), left_out)
}

/// Whether a fix writes no secret.
fn is_free(fix: &Fix, masker: &Masker) -> bool {
    fix.edits.iter().all(|edit| matches!(masker.content(&edit.text), Cow::Borrowed(_)))
}
