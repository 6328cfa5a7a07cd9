//! What each command does.

use std::io::Write;

use plimsoll_export::{Format, Masking, Part, diff, export};
use plimsoll_rules::report::{Finding, Report, Safety, Severity};
use plimsoll_rules::{Document, Kind, Options, analyze, fix_all, pages};

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
    let reports: Vec<Report> = bundles.iter().map(|bundle| analyze(bundle, &options)).collect();
    let masking = masking(arguments);
    let parts: Vec<Part<'_>> =
        bundles.iter().zip(&reports).map(|(bundle, report)| Part::new(bundle, &options, report, masking)).collect();
    let text = match format(arguments.format) {
        None => parts.iter().map(|part| human::render(part.report(), &part.documents(), least)).collect(),
        // A list even of one, since each file was asked for.
        Some(Format::Json) if arguments.each => {
            let reports: Vec<&Report> = parts.iter().map(Part::report).collect();
            serde_json::to_string_pretty(&reports)? + "\n"
        }
        Some(format) => export(&parts, format)?,
    };
    write(out, &text)?;
    Ok(status(&reports, least))
}

/// The exit status that reports ask for.
fn status(reports: &[Report], least: Severity) -> u8 {
    let counts = |finding: &Finding| finding.severity >= least && finding.suppressed.is_none();
    let of = |status: u8, report: &Report| match report {
        report if report.findings.iter().any(counts) => status.max(FINDINGS),
        report if is_unread(report) => FAILURE,
        _ => status,
    };
    reports.iter().fold(CLEAN, of)
}

/// What the report is written as; nothing for people at a terminal.
const fn format(format: ReportFormat) -> Option<Format> {
    match format {
        ReportFormat::Human => None,
        ReportFormat::Json => Some(Format::Json),
        ReportFormat::Sarif => Some(Format::Sarif),
        ReportFormat::Markdown => Some(Format::Markdown),
        ReportFormat::Csv => Some(Format::Csv),
        ReportFormat::Html => Some(Format::Html),
    }
}

/// What is made to be sent is masked, and what stays at the terminal or goes to a program is not, unless asked for.
const fn masking(arguments: &Check) -> Masking {
    let stays = matches!(arguments.format, ReportFormat::Human | ReportFormat::Json);
    if arguments.mask || !stays && !arguments.no_mask { Masking::Masked } else { Masking::Plain }
}

/// Whether nothing was judged, and that not because the documents are of a kind without settings: a silent pass would
/// look like a clean configuration.
pub(crate) fn is_unread(report: &Report) -> bool {
    let without = [Kind::OtherKubernetes.name(), Kind::KubernetesObjects.name()];
    report.settings.is_empty() && report.documents.iter().any(|document| !without.contains(&&*document.kind))
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
            write(out, &diff(&document.name, &document.text, text))?;
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
