//! SARIF 2.1.0. Places are text regions in Unicode code points, as `columnKind` says; a byte order mark does not count.

mod fingerprint;
mod model;
mod place;
mod rules;

use plimsoll_rules::report::{Edit, Finding, Fix, Severity};
use plimsoll_rules::{EDITION, Kind, Version};

use crate::{Masking, Part, words};
use fingerprint::Fingerprinter;
use model::*;
use place::Places;

/// The log of `parts`, one run each.
///
/// # Errors
/// [`serde_json::Error`] in theory; the log holds nothing that JSON cannot.
pub fn log(parts: &[Part<'_>]) -> Result<String, serde_json::Error> {
    let log = Log { schema: SCHEMA, version: "2.1.0", runs: parts.iter().map(run).collect() };
    Ok(serde_json::to_string_pretty(&log)? + "\n")
}

/// How bad a finding is in the words of the standard.
pub const fn level(severity: Severity) -> &'static str {
    match severity {
        Severity::Critical | Severity::High => "error",
        Severity::Medium => "warning",
        Severity::Low | Severity::Info => "note",
    }
}

fn run(part: &Part<'_>) -> Run {
    let report = part.report();
    let places = Places::new(part);
    let mut ids: Vec<&str> = report.findings.iter().map(|finding| finding.rule.as_str()).collect();
    ids.sort_unstable();
    ids.dedup();
    let mut fingerprints = Fingerprinter::new(part);
    let result = |finding: &Finding| {
        let rule_index = ids.partition_point(|id| *id < finding.rule.as_str());
        result(finding, rule_index, &places, fingerprints.next(finding))
    };
    let results = report.findings.iter().map(result).collect();
    let driver = Driver {
        name: "Plimsoll",
        semantic_version: env!("CARGO_PKG_VERSION"),
        rules: ids.iter().filter_map(|id| rules::rule(id)).collect(),
        properties: DriverProperties {
            rule_data: EDITION,
            kubernetes_oldest: Version::OLDEST.to_string(),
            kubernetes_newest: Version::NEWEST.to_string(),
        },
    };
    Run {
        tool: Tool { driver },
        // What stands behind the last slash would name one run; nothing here knows one.
        automation_details: Automation { id: format!("plimsoll/{}/{}/", encoded(&report.profile), report.kubernetes) },
        invocations: vec![invocation(part, &places)],
        artifacts: (0..).zip(&report.documents).map(|(at, document)| artifact(&places, at, &document.kind)).collect(),
        column_kind: "unicodeCodePoints",
        default_encoding: "UTF-8",
        newline_sequences: ["\r\n", "\n"],
        language: "en-GB",
        results,
        properties: RunProperties {
            kubernetes: report.kubernetes.clone(),
            profile: report.profile.clone(),
            secrets_masked: part.masking() == Masking::Masked,
        },
    }
}

fn artifact(places: &Places<'_>, at: u32, kind: &str) -> Artifact {
    let kind = Kind::from_name(kind).map_or("", Kind::title);
    let description = Text { text: kind.to_owned() };
    Artifact { location: places.artifact(at), roles: ["analysisTarget"], description }
}

fn invocation(part: &Part<'_>, places: &Places<'_>) -> Invocation {
    let mut notifications = Vec::new();
    for (at, document) in (0..).zip(&part.report().documents) {
        for problem in &document.problems {
            let place = places.location(at, problem.start, problem.end);
            let message = Text { text: problem.message.clone() };
            notifications.push(Notification { level: "warning", message, locations: vec![place] });
        }
    }
    if let Some(text) = words::masking(part) {
        notifications.push(Notification { level: "note", message: Text { text }, locations: Vec::new() });
    }
    Invocation { execution_successful: true, tool_execution_notifications: notifications }
}

fn result(finding: &Finding, rule_index: usize, places: &Places<'_>, fingerprint: String) -> SarifResult {
    let suppression =
        |reason: &String| Suppression { kind: "inSource", status: "accepted", justification: reason.clone() };
    let related = finding.related.iter().enumerate().map(|(at, related)| Location {
        id: Some(at + 1),
        message: Some(Text { text: related.label.clone() }),
        ..places.location(related.document, related.start, related.end)
    });
    SarifResult {
        rule_id: finding.rule.clone(),
        rule_index,
        level: level(finding.severity),
        message: Text { text: message(finding) },
        locations: vec![places.with_snippet(finding.document, finding.start, finding.end)],
        related_locations: related.collect(),
        partial_fingerprints: Fingerprints { plimsoll: fingerprint },
        fixes: finding.fixes.iter().map(|one| fix(one, places)).collect(),
        suppressions: finding.suppressed.iter().map(suppression).collect(),
        properties: ResultProperties {
            severity: finding.severity.name(),
            confidence: finding.confidence.name(),
            category: finding.category.name(),
            component: finding.component.clone(),
            setting: finding.setting.clone(),
            references: finding
                .references
                .iter()
                .map(|one| format!("{} {}", one.kind.to_uppercase(), one.id))
                .collect(),
        },
    }
}

/// Title and message. In the standard's messages a bracket may begin a link, so it is escaped.
fn message(finding: &Finding) -> String {
    let full = format!("{}. {}", finding.title.trim_end_matches('.'), finding.message);
    full.replace('\\', "\\\\").replace('[', "\\[").replace(']', "\\]")
}

fn fix(fix: &Fix, places: &Places<'_>) -> SarifFix {
    let mut changes: Vec<ArtifactChange> = Vec::new();
    let mut last = None;
    for edit in &fix.edits {
        let replacement = replacement(edit, places);
        match changes.last_mut().filter(|_| last == Some(edit.document)) {
            Some(change) => change.replacements.push(replacement),
            None => changes.push(ArtifactChange {
                artifact_location: places.artifact(edit.document),
                replacements: vec![replacement],
            }),
        }
        last = Some(edit.document);
    }
    SarifFix {
        description: Text { text: fix.title.clone() },
        artifact_changes: changes,
        properties: FixProperties { safety: fix.safety.name() },
    }
}

fn replacement(edit: &Edit, places: &Places<'_>) -> Replacement {
    Replacement {
        deleted_region: places.region(edit.document, edit.start, edit.end),
        inserted_content: Text { text: edit.text.clone() },
    }
}

/// A name as part of a relative URI.
pub(crate) fn encoded(name: &str) -> String {
    let mut uri = String::with_capacity(name.len());
    for byte in name.bytes() {
        match byte {
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' | b'/' => uri.push(char::from(byte)),
            byte => uri.push_str(&format!("%{byte:02X}")),
        }
    }
    uri
}
