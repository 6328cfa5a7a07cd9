//! The same documents over all releases.

use std::collections::{BTreeMap, BTreeSet};

use plimsoll_rules::knowledge::{Component, by_field, by_flag};
use plimsoll_rules::report::{Category, Finding, Report};
use plimsoll_rules::{Document, Options, Version, analyze, apply};
use plimsoll_suite::{cases, documents_in, root};

fn releases() -> impl Iterator<Item = Version> {
    (Version::OLDEST.0..=Version::PREVIEW.0).map(Version)
}

fn report(documents: &[Document], version: Version) -> Report {
    analyze(documents, &Options { version: Some(version), ..Options::default() })
}

/// A line per finding: the releases that have it, its severity, rule, setting and line.
#[test]
fn findings_come_and_go_with_the_release() {
    let mut settings = insta::Settings::clone_current();
    settings.set_snapshot_path("releases/snapshots");
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    settings.bind(|| {
        for name in ["kubelet-flags", "kubelet-config", "kube-apiserver"] {
            let documents = documents_in(&root().join("releases").join(name));
            insta::assert_snapshot!(name, matrix(&documents));
        }
    });
}

fn matrix(documents: &[Document]) -> String {
    let mut rows: BTreeMap<(u32, u32, String), BTreeSet<Version>> = BTreeMap::new();
    for version in releases() {
        for finding in report(documents, version).findings {
            let (rule, severity, setting) = (finding.rule, finding.severity.name(), finding.setting);
            let fixes: Vec<&str> = finding.fixes.iter().map(|fix| fix.safety.name()).collect();
            let words = format!("{severity} {rule} {setting} [{}]", fixes.join(" "));
            rows.entry((finding.document, finding.line, words)).or_default().insert(version);
        }
    }
    let heads = |digit: fn(u8) -> u8| releases().map(move |version| char::from(b'0' + digit(version.0)));
    let mut text =
        format!("1.{}\n  {}\n", heads(|v| v / 10).collect::<String>(), heads(|v| v % 10).collect::<String>());
    for ((document, line, words), versions) in rows {
        let marks: String = releases().map(|version| if versions.contains(&version) { 'x' } else { '.' }).collect();
        text.push_str(&format!("  {marks}  {}:{line} {words}\n", documents[document as usize].name));
    }
    text
}

/// Nothing that a rule says or a fix writes names what the release does not have, unless the user wrote it.
#[test]
fn nothing_is_proposed_that_the_release_does_not_have() {
    let mut wrong = BTreeSet::new();
    let mut checked = 0;
    for case in cases("rules") {
        let text: String = case.documents.iter().map(|document| document.text.as_str()).collect();
        for version in releases() {
            let before = report(&case.documents, version);
            for finding in &before.findings {
                checked += 1;
                for name in foreign_names(finding, &text, version) {
                    wrong.insert(format!("{} says {name} in {version}: {}", finding.rule, finding.message));
                }
                wrong.extend(unknown_after(&case.documents, &before, finding, version));
            }
        }
    }
    assert!(checked > 10_000, "only {checked} findings were checked");
    let shown: Vec<&str> = wrong.iter().take(40).map(String::as_str).collect();
    assert!(wrong.is_empty(), "{} of {checked}:\n{}", wrong.len(), shown.join("\n"));
}

/// Flags and fields in the words of a finding and of its fixes that the release does not have. A release named in
/// the same sentence explains the name.
fn foreign_names(finding: &Finding, text: &str, version: Version) -> Vec<String> {
    let advice = finding.fixes.iter().map(|fix| fix.title.as_str());
    let sentences = finding.message.split(". ").chain(advice).filter(|words| !words.contains(" 1."));
    let quoted = sentences.flat_map(|words| words.split('`').skip(1).step_by(2));
    let names = quoted.map(|name| name.split(['=', ' ']).next().unwrap_or(name));
    let unknown = names.filter(|name| {
        let settings = match name.strip_prefix("--") {
            Some(flag) => [Component::Kubelet, Component::KubeApiserver].map(|component| by_flag(component, flag)),
            None => [by_field(name), None],
        };
        let rows: Vec<_> = settings.into_iter().flatten().map(|id| id.row()).collect();
        let exists = rows.iter().any(|row| {
            if name.starts_with("--") {
                row.has_flag(version)
            } else {
                row.has_field(version) || !row.field.contains('.')
            }
        });
        !rows.is_empty() && !exists && !text.contains(name.trim_start_matches('-'))
    });
    unknown.map(str::to_owned).collect()
}

/// Names that a fix brought in and the release refuses.
fn unknown_after(documents: &[Document], before: &Report, finding: &Finding, version: Version) -> Vec<String> {
    let refused = |report: &Report| -> BTreeSet<String> {
        let refused =
            report.findings.iter().filter(|finding| matches!(finding.category, Category::Unknown | Category::Removed));
        refused.map(|finding| finding.setting.clone()).collect()
    };
    let mut wrong = Vec::new();
    for fix in &finding.fixes {
        let texts = apply(documents, &fix.edits).unwrap();
        let pairs = documents.iter().zip(texts);
        let fixed: Vec<Document> = pairs.map(|(document, text)| Document { text, ..document.clone() }).collect();
        let new: Vec<String> = refused(&report(&fixed, version)).difference(&refused(before)).cloned().collect();
        let written: String = fix.edits.iter().map(|edit| edit.text.as_str()).collect();
        for name in new.iter().filter(|name| written.contains(name.trim_start_matches('-'))) {
            wrong.push(format!("{} `{}` writes {name} in {version}", finding.rule, fix.title));
        }
    }
    wrong
}
