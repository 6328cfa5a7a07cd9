//! `plimsoll upgrade`: what changes from one release to another.

use std::fmt::Write as _;
use std::io::Write;

use plimsoll_rules::report::Basis;
use plimsoll_rules::{ChangeKind, Document, Options, UpgradeChange, Version, analyze, upgrade};

use crate::arguments::{ListFormat, Upgrade};
use crate::commands::write;
use crate::{CLEAN, FINDINGS, Failure, input};

/// Prints what changes; the exit status tells whether anything stops working.
///
/// # Errors
/// [`Failure`] when a file cannot be read, when no release to start from is known, or when the output cannot be
/// written.
pub fn print(arguments: &Upgrade, out: &mut dyn Write) -> Result<u8, Failure> {
    let documents = input::read(&arguments.files)?;
    let from = match arguments.from {
        Some(from) => from,
        None => named(&documents).ok_or(Failure::NoRelease)?,
    };
    if from >= arguments.to {
        return Err(Failure::NotNewer(from, arguments.to));
    }
    let found = upgrade(&documents, from, arguments.to);
    match arguments.format {
        ListFormat::Json => write(out, &format!("{}\n", serde_json::to_string_pretty(&found)?))?,
        ListFormat::Human => write(out, &render(&found.changes, &documents, from, arguments.to))?,
    }
    let stops = found.changes.iter().any(|change| change.kind == ChangeKind::Stops);
    Ok(if stops { FINDINGS } else { CLEAN })
}

/// The release that the documents name.
fn named(documents: &[Document]) -> Option<Version> {
    let report = analyze(documents, &Options::default());
    (report.release.basis == Basis::Guessed).then(|| report.kubernetes.parse().ok()).flatten()
}

/// The changes as text.
pub fn render(changes: &[UpgradeChange], documents: &[Document], from: Version, to: Version) -> String {
    let mut text = String::new();
    let mut counts = Vec::new();
    for kind in ChangeKind::ALL {
        let own: Vec<&UpgradeChange> = changes.iter().filter(|change| change.kind == kind).collect();
        if own.is_empty() {
            continue;
        }
        counts.push(format!("{}: {}", kind.title().to_lowercase(), own.len()));
        let _ = writeln!(text, "{}", kind.title());
        for change in own {
            let _ = writeln!(text, "  {}{}", place(change, documents), change.message);
        }
        text.push('\n');
    }
    let counts = if counts.is_empty() { "nothing changes".to_owned() } else { counts.join("; ") };
    let _ = writeln!(text, "From Kubernetes {from} to {to}: {counts}.");
    text
}

/// `name:line:column: ` for a change with a place, else the component's name.
fn place(change: &UpgradeChange, documents: &[Document]) -> String {
    let document = change.at.and_then(|at| documents.get(at.document as usize));
    match (document, change.line, change.column) {
        (Some(document), Some(line), Some(column)) => format!("{}:{line}:{column}: ", document.name),
        _ => format!("{}: ", change.component),
    }
}
