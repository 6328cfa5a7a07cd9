//! Profiles on the command line: names and files, the list of them, and coverage.

use std::fmt::Write as _;
use std::io::Write;

use plimsoll_rules::report::Severity;
use plimsoll_rules::{ControlReport, Coverage, Document, Evidence, Options, Profile, Status, coverage, profiles};

use crate::arguments::{ChosenProfile, Coverage as Arguments, ListFormat};
use crate::commands::{is_unread, write};
use crate::{CLEAN, FAILURE, FINDINGS, Failure, input};

/// The profile of a call: one of the project by its name, else a file.
///
/// # Errors
/// [`Failure`] when there is no such profile, or when the file cannot be read or is no profile.
pub fn choose(chosen: &ChosenProfile) -> Result<Profile, Failure> {
    let Some(given) = &chosen.profile else { return Ok(Profile::default()) };
    let unknown = match Profile::named(given) {
        Ok(profile) => return Ok(profile),
        Err(unknown) => unknown,
    };
    if !is_path(given) {
        return Err(Failure::NoSuchProfile(unknown));
    }
    let document = input::read_one(given)?;
    Profile::read(&document.text).map_err(|error| Failure::Profile(given.clone(), error))
}

/// Whether a file is meant rather than a name.
fn is_path(given: &str) -> bool {
    given.contains(['/', '\\', '.']) || std::path::Path::new(given).exists()
}

/// Lists the profiles of the project.
///
/// # Errors
/// [`Failure`] when the output cannot be written.
pub fn list(format: ListFormat, out: &mut dyn Write) -> Result<u8, Failure> {
    let all = profiles();
    if format == ListFormat::Json {
        write(out, &format!("{}\n", serde_json::to_string_pretty(&all)?))?;
        return Ok(CLEAN);
    }
    for profile in &all {
        let (rules, controls) = (profile.rules.len(), profile.controls);
        write(out, &format!("{:12} {:3} rules {controls:4} controls  {}\n", profile.name, rules, profile.title))?;
    }
    Ok(CLEAN)
}

/// Prints the coverage of a profile; the exit status tells whether a control fails or a critical finding stands.
///
/// # Errors
/// [`Failure`] when a file cannot be read or the output cannot be written.
pub fn print(arguments: &Arguments, out: &mut dyn Write) -> Result<u8, Failure> {
    let profile = choose(&arguments.profile)?;
    let documents = input::read(&arguments.files)?;
    let options = Options { version: arguments.kubernetes, profile };
    let found = coverage(&documents, &options);
    match arguments.format {
        ListFormat::Json => write(out, &format!("{}\n", serde_json::to_string_pretty(&found)?))?,
        ListFormat::Human => write(out, &render(&found, &documents))?,
    }
    let stands = |evidence: &Evidence| evidence.suppressed.is_none();
    let mut failing = found.controls.iter().filter(|control| control.status == Status::Fail);
    if found.critical.iter().any(stands) || failing.any(|control| control.findings.iter().any(stands)) {
        return Ok(FINDINGS);
    }
    Ok(if is_unread(&plimsoll_rules::analyze(&documents, &options)) { FAILURE } else { CLEAN })
}

/// The coverage as text: critical findings, the controls by status, and how many there are of each.
pub fn render(found: &Coverage, documents: &[Document]) -> String {
    let mut text = format!("{}\n{} (profile {})\n\n", heading(found), found.title, found.profile);
    if !found.critical.is_empty() {
        text.push_str("Critical findings\n");
        for evidence in &found.critical {
            let _ = writeln!(text, "  {}", place(evidence, documents));
        }
        text.push('\n');
    }
    for status in Status::ALL {
        let own: Vec<&ControlReport> = found.controls.iter().filter(|control| control.status == status).collect();
        if own.is_empty() {
            continue;
        }
        let _ = writeln!(text, "{}", status.title());
        let width = own.iter().map(|control| control.id.len()).max().unwrap_or(0);
        for (note, controls) in by_note(&own) {
            if let Some(note) = note {
                let _ = writeln!(text, "  {note}");
            }
            for control in controls {
                control_text(&mut text, control, width, documents);
            }
        }
        text.push('\n');
    }
    let counts: Vec<String> = Status::ALL
        .iter()
        .map(|status| format!("{} {}", found.totals.of_status(*status), status.title().to_lowercase()))
        .collect();
    let _ = writeln!(text, "{} controls: {}.", found.totals.all, counts.join(", "));
    text
}

/// The controls that share a note together, so that it is said once; in the order in which each note comes first.
fn by_note<'c>(controls: &[&'c ControlReport]) -> Vec<(Option<&'c str>, Vec<&'c ControlReport>)> {
    let mut groups: Vec<(Option<&str>, Vec<&ControlReport>)> = Vec::new();
    for control in controls {
        let note = control.note.as_deref();
        match groups.iter_mut().find(|(known, _)| *known == note) {
            Some((_, group)) => group.push(control),
            None => groups.push((note, vec![control])),
        }
    }
    groups
}

fn heading(found: &Coverage) -> String {
    format!("Coverage for Kubernetes {}", found.kubernetes)
}

fn control_text(text: &mut String, control: &ControlReport, width: usize, documents: &[Document]) {
    let indent = if control.note.is_some() { "    " } else { "  " };
    // The title of a rule is its bad state, which would read wrongly where it was not found.
    let states = control.benchmark != "plimsoll" || matches!(control.status, Status::Fail | Status::Unknown);
    let title = if states { format!("  {}", control.title) } else { String::new() };
    let _ = writeln!(text, "{indent}{:width$}{title} [{}]", control.id, control.component);
    let mut line = |words: &str| {
        let _ = writeln!(text, "{indent}{:width$}    {words}", "");
    };
    for evidence in &control.findings {
        line(&place(evidence, documents));
    }
    if let Some(by_hand) = &control.by_hand {
        line(&format!("By hand: {by_hand}."));
    }
    if let Some(audit) = &control.audit {
        let benchmark = control.benchmark.to_uppercase();
        let verdict = audit.verdict.name();
        line(&format!("{benchmark} {}: {verdict}. Plimsoll advises: {}", control.id, audit.advice));
    }
}

/// `name:line:column: severity [rule] title`.
fn place(evidence: &Evidence, documents: &[Document]) -> String {
    let name = documents.get(evidence.document as usize).map_or("", |document| document.name.as_str());
    let accepted = evidence.suppressed.as_ref().map(|reason| format!(" (suppressed: {reason})")).unwrap_or_default();
    let Evidence { line, column, severity, rule, title, .. } = evidence;
    format!("{name}:{line}:{column}: {} [{rule}] {title}{accepted}", Severity::name(*severity))
}
