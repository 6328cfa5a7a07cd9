//! What each command does.

use std::io::Write;

use plimsoll_rules::report::{Finding, Report, Safety, Severity};
use plimsoll_rules::{Document, Kind, Options, analyze, fix_all, pages};
use similar::TextDiff;

use crate::arguments::{Check, Fix, ListFormat, ReportFormat};
use crate::input::{self, STDIN};
use crate::{CLEAN, FAILURE, FINDINGS, Failure, human, profile};

/// Judges files and prints the report.
///
/// # Errors
/// [`Failure`] when a file cannot be read or the output cannot be written.
pub fn check(arguments: &Check, out: &mut dyn Write) -> Result<u8, Failure> {
    let options = Options { version: arguments.kubernetes, profile: profile::choose(&arguments.profile)? };
    let documents = input::read(&arguments.files)?;
    let least = Severity::from(arguments.min_severity);
    let bundles: Vec<&[Document]> = if arguments.each { documents.chunks(1).collect() } else { vec![&documents] };
    let mut status = CLEAN;
    let mut reports = Vec::new();
    for bundle in bundles {
        let report = analyze(bundle, &options);
        let counts = |finding: &Finding| finding.severity >= least && finding.suppressed.is_none();
        if report.findings.iter().any(counts) {
            status = status.max(FINDINGS);
        } else if is_unread(&report) {
            status = FAILURE;
        }
        match arguments.format {
            ReportFormat::Human => write(out, &human::render(&report, bundle, least))?,
            ReportFormat::Json => reports.push(report),
        }
    }
    match reports.as_slice() {
        [] => {}
        [report] if !arguments.each => write(out, &format!("{}\n", report_json(report)?))?,
        reports => write(out, &format!("{}\n", serde_json::to_string_pretty(reports)?))?,
    }
    Ok(status)
}

/// Whether nothing was judged, and that not because the documents are of a kind without settings: a silent pass would
/// look like a clean configuration.
pub(crate) fn is_unread(report: &Report) -> bool {
    let without = [Kind::OtherKubernetes.name(), Kind::KubernetesObjects.name()];
    report.settings.is_empty() && report.documents.iter().any(|document| !without.contains(&&*document.kind))
}

/// The report as the page offers it too.
///
/// # Errors
/// [`serde_json::Error`] in theory; a report holds nothing that JSON cannot.
pub fn report_json(report: &Report) -> Result<String, serde_json::Error> {
    serde_json::to_string_pretty(report)
}

/// Applies fixes to files.
///
/// # Errors
/// [`Failure`] when a file cannot be read or written.
pub fn fix(arguments: &Fix, out: &mut dyn Write) -> Result<u8, Failure> {
    let options = Options { version: arguments.kubernetes, profile: profile::choose(&arguments.profile)? };
    let documents = input::read(&arguments.files)?;
    let limit = if arguments.r#unsafe { Safety::Manual } else { Safety::Safe };
    let fixed = fix_all(&documents, &options, limit);
    for (document, text) in documents.iter().zip(&fixed.texts) {
        if arguments.diff {
            write(out, &unified_diff(document, text))?;
        } else if document.name == STDIN {
            write(out, text)?;
        } else if *text != document.text {
            let failed = |error| Failure::Io(format!("cannot write {}", document.name), error);
            std::fs::write(&document.name, text).map_err(failed)?;
        }
    }
    if !arguments.diff && !arguments.files.iter().any(|file| file == STDIN) {
        for applied in &fixed.applied {
            let name = documents.get(applied.document as usize).map_or("", |document| document.name.as_str());
            write(out, &format!("{name}: {} [{}]\n", applied.title, applied.rule))?;
        }
    }
    Ok(CLEAN)
}

/// A unified diff that patch(1) applies; empty when nothing changed.
fn unified_diff(document: &Document, text: &str) -> String {
    if document.text == text {
        return String::new();
    }
    let name = if document.name == STDIN { "stdin" } else { &document.name };
    let diff = TextDiff::from_lines(document.text.as_str(), text);
    diff.unified_diff().header(name, name).to_string()
}

/// Lists all rules.
///
/// # Errors
/// [`Failure`] when the output cannot be written.
pub fn rules(format: ListFormat, out: &mut dyn Write) -> Result<u8, Failure> {
    let all = pages();
    if format == ListFormat::Json {
        write(out, &format!("{}\n", serde_json::to_string_pretty(&all)?))?;
        return Ok(CLEAN);
    }
    let width = all.iter().map(|rule| rule.id.len()).max().unwrap_or(0);
    for rule in &all {
        write(out, &format!("{:width$}  {:8}  {}\n", rule.id, rule.severity.name(), rule.title))?;
    }
    Ok(CLEAN)
}

pub(crate) fn write(out: &mut dyn Write, text: &str) -> Result<(), Failure> {
    out.write_all(text.as_bytes()).map_err(|error| Failure::Io("cannot write the output".to_owned(), error))
}
