//! The log: its fixes, applied from the log alone, and fingerprints. `tests/browser/export.test.mjs` checks the schema.

use plimsoll_export::{Format, Masking, Part, export};
use plimsoll_rules::{Document, analyze, apply};
use plimsoll_suite::{cases, with_texts, writings};
use serde_json::Value;

use crate::written;

fn log(text: &str) -> Value {
    serde_json::from_str(text).unwrap()
}

/// The texts of the artifacts after one fix of the log, found by characters or by lines and columns.
fn fixed(documents: &[Document], fix: &Value, place: impl Fn(&[char], &Value) -> (usize, usize)) -> Vec<String> {
    let mut texts: Vec<String> = documents.iter().map(|document| document.text.clone()).collect();
    for change in fix["artifactChanges"].as_array().unwrap() {
        let index = change["artifactLocation"]["index"].as_u64().unwrap() as usize;
        let mark = if texts[index].starts_with('\u{feff}') { "\u{feff}" } else { "" };
        let mut characters: Vec<char> = texts[index].trim_start_matches('\u{feff}').chars().collect();
        let mut replacements: Vec<&Value> = change["replacements"].as_array().unwrap().iter().collect();
        replacements.reverse();
        for replacement in replacements {
            let (start, end) = place(&characters, &replacement["deletedRegion"]);
            let inserted = replacement["insertedContent"]["text"].as_str().unwrap();
            characters.splice(start..end, inserted.chars());
        }
        texts[index] = format!("{mark}{}", String::from_iter(characters));
    }
    texts
}

fn number(region: &Value, name: &str) -> usize {
    region[name].as_u64().unwrap() as usize
}

fn by_characters(_: &[char], region: &Value) -> (usize, usize) {
    let start = number(region, "charOffset");
    (start, start + number(region, "charLength"))
}

fn by_lines(characters: &[char], region: &Value) -> (usize, usize) {
    let at = |line: usize, column: usize| {
        let ends = characters.iter().enumerate().filter(|(_, c)| **c == '\n').map(|(at, _)| at + 1);
        std::iter::once(0).chain(ends).nth(line - 1).unwrap() + column - 1
    };
    let place = |line: &str, column: &str| at(number(region, line), number(region, column));
    (place("startLine", "startColumn"), place("endLine", "endColumn"))
}

#[test]
fn fixes_apply_from_the_log_alone() {
    let mut count = 0;
    for case in cases("rules").into_iter().chain(cases("bundles")) {
        for (writing, documents) in writings(&case) {
            let report = analyze(&documents, &case.options);
            let part = Part::new(&documents, &case.options, &report, Masking::Plain);
            let log = log(&export(&[part], Format::Sarif).unwrap());
            let run = &log["runs"][0];
            assert_eq!(run["columnKind"], "unicodeCodePoints");
            for (finding, result) in report.findings.iter().zip(run["results"].as_array().unwrap()) {
                let fixes = result["fixes"].as_array().cloned().unwrap_or_default();
                assert_eq!(fixes.len(), finding.fixes.len());
                for (fix, told) in finding.fixes.iter().zip(&fixes) {
                    let wanted = apply(&documents, &fix.edits).unwrap();
                    let name = format!("{} {} {writing}: {}", case.group, case.name, fix.title);
                    assert_eq!(fixed(&documents, told, by_characters), wanted, "{name}");
                    assert_eq!(fixed(&documents, told, by_lines), wanted, "{name}");
                    count += 1;
                }
            }
        }
    }
    assert!(count > 2000, "only {count} fixes");
}

#[test]
fn an_accepted_finding_is_suppressed_with_its_reason() {
    let text = "apiVersion: kubelet.config.k8s.io/v1beta1\nkind: KubeletConfiguration\n\
                # plimsoll: ignore kubelet-read-only-port the agent needs it\nreadOnlyPort: 10255\n";
    let log = log(&written(&[Document::new("config.yaml", text)], Format::Sarif, Masking::Masked));
    let results = log["runs"][0]["results"].as_array().unwrap();
    let accepted = results.iter().find(|result| result["ruleId"] == "kubelet-read-only-port").unwrap();
    assert_eq!(accepted["suppressions"][0]["justification"], "the agent needs it");
    assert_eq!(accepted["suppressions"][0]["kind"], "inSource");
    let others = results.iter().filter(|result| result["ruleId"] != "kubelet-read-only-port");
    assert!(others.clone().count() > 0);
    others.for_each(|result| assert_eq!(result["suppressions"], Value::Array(Vec::new())));
}

#[test]
fn what_could_not_be_read_is_a_notification() {
    let log = log(&written(&[Document::new("x", "certainly: not\n  : [known\n")], Format::Sarif, Masking::Masked));
    let notifications = &log["runs"][0]["invocations"][0]["toolExecutionNotifications"];
    assert!(!notifications.as_array().unwrap().is_empty(), "{log}");
}

fn fingerprints(documents: &[Document]) -> Vec<String> {
    let log = log(&written(documents, Format::Sarif, Masking::Masked));
    let results = log["runs"][0]["results"].as_array().unwrap();
    results.iter().map(|result| result["partialFingerprints"]["plimsoll/v1"].as_str().unwrap().to_owned()).collect()
}

#[test]
fn fingerprints_are_single_and_survive_moved_lines() {
    for case in cases("rules") {
        let before = fingerprints(&case.documents);
        let mut single = before.clone();
        single.sort();
        single.dedup();
        assert_eq!(single.len(), before.len(), "{} {}", case.group, case.name);
    }
    let text = "apiVersion: kubelet.config.k8s.io/v1beta1\nkind: KubeletConfiguration\nreadOnlyPort: 10255\n\
                authentication:\n  anonymous:\n    enabled: true\n";
    let documents = [Document::new("config.yaml", text)];
    let moved = with_texts(&documents, &[format!("# a comment\n\n{text}")]);
    assert_eq!(fingerprints(&documents), fingerprints(&moved));
    let secret = |value: &str| {
        [Document::new(
            "k.conf",
            format!("apiVersion: v1\nkind: Config\nusers:\n- name: a\n  user: {{password: {value}}}\n"),
        )]
    };
    assert_eq!(fingerprints(&secret("sunshine")), fingerprints(&secret("moonshine")), "a hash tells of a password");
}
