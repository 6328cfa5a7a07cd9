//! The properties of every fix, over every fixture in several writings.

use std::collections::BTreeMap;

use plimsoll_rules::report::{Finding, Fix, Report, Safety};
use plimsoll_rules::{Document, PLACEHOLDER, analyze, apply, fix_all};
use plimsoll_suite::{Case, cases, with_texts, writings};

/// Rules whose fix means to change more than one setting, or a setting that the finding does not name: text that
/// was ignored is read again.
const READS_MORE: &[&str] = &[
    "lost-continuation",
    "blank-after-backslash",
    "config-lost-indentation",
    "config-unknown-field",
    "object-unknown-field",
    "config-duplicate-key",
    "unknown-flag",
    "feature-gate-unknown",
    "stray-word",
    "second-exec-start",
];

#[test]
fn every_fix_keeps_its_promises() {
    let mut broken = Vec::new();
    let mut checked = 0;
    for case in cases("rules").into_iter().chain(cases("bundles")).chain(cases("suppressions")) {
        for (writing, documents) in writings(&case) {
            let report = analyze(&documents, &case.options);
            for finding in &report.findings {
                for fix in &finding.fixes {
                    checked += 1;
                    let complaints = complaints(&case, &documents, &report, finding, fix);
                    let place = format!("{}/{} ({writing})", case.group, case.name);
                    let named = |what| format!("{place} {} `{}`: {what}", finding.rule, fix.title);
                    broken.extend(complaints.into_iter().map(named));
                }
            }
        }
    }
    assert!(checked > 100, "only {checked} fixes were checked");
    let shown = broken.iter().take(40).cloned().collect::<Vec<_>>().join("\n");
    assert!(broken.is_empty(), "{} complaints about {checked} fixes:\n{shown}", broken.len());
}

#[test]
fn fixing_all_twice_changes_nothing_more() {
    for case in cases("rules") {
        for limit in [Safety::Safe, Safety::Unsafe, Safety::Manual] {
            let once = fix_all(&case.documents, &case.options, limit);
            let documents = with_texts(&case.documents, &once.texts);
            let twice = fix_all(&documents, &case.options, limit);
            assert_eq!(once.texts, twice.texts, "{}/{} {limit:?}", case.group, case.name);
            let doubles = |documents: &[Document]| {
                let findings = analyze(documents, &case.options).findings;
                findings.iter().filter(|finding| finding.rule == "config-duplicate-key").count()
            };
            assert!(doubles(&documents) <= doubles(&case.documents), "{}/{} {limit:?}", case.group, case.name);
        }
    }
}

fn complaints(case: &Case, documents: &[Document], before: &Report, finding: &Finding, fix: &Fix) -> Vec<String> {
    let texts = match apply(documents, &fix.edits) {
        Ok(texts) => texts,
        Err(error) => return vec![error.to_string()],
    };
    let fixed = with_texts(documents, &texts);
    let after = analyze(&fixed, &case.options);
    let mut wrong = Vec::new();
    finding_is_gone(before, &after, finding, fix, &mut wrong);
    if !READS_MORE.contains(&finding.rule.as_str()) {
        nothing_new(before, &after, finding, fix, &mut wrong);
        other_values_stay(before, &after, finding, &mut wrong);
    }
    for (document, text) in documents.iter().zip(&texts) {
        if finding.rule != "stray-word" {
            comments_stay(&document.text, text, &mut wrong);
        }
        line_ends_stay(&document.text, text, &mut wrong);
    }
    wrong
}

fn key(finding: &Finding) -> (String, String) {
    (finding.rule.clone(), finding.setting.clone())
}

fn counts(report: &Report) -> BTreeMap<(String, String), usize> {
    let mut counts = BTreeMap::new();
    for finding in &report.findings {
        *counts.entry(key(finding)).or_insert(0) += 1;
    }
    counts
}

fn finding_is_gone(before: &Report, after: &Report, finding: &Finding, fix: &Fix, wrong: &mut Vec<String>) {
    let key = key(finding);
    let (was, is) = (counts(before).get(&key).copied().unwrap_or(0), counts(after).get(&key).copied().unwrap_or(0));
    match fix.safety {
        Safety::Manual => {
            if !fix.edits.iter().any(|edit| edit.text.contains(PLACEHOLDER)) {
                wrong.push("a manual fix writes no placeholder".to_owned());
            }
            let left: Vec<&Finding> = after.findings.iter().filter(|other| other.rule == finding.rule).collect();
            if left.is_empty() {
                wrong.push("a placeholder passes".to_owned());
            }
            if left.iter().any(|left| left.fixes.iter().any(|other| other.title == fix.title)) {
                wrong.push("a placeholder is offered twice".to_owned());
            }
        }
        _ if is >= was => wrong.push(format!("found {was} times before and {is} times after")),
        _ => {}
    }
}

fn nothing_new(before: &Report, after: &Report, finding: &Finding, fix: &Fix, wrong: &mut Vec<String>) {
    let known = counts(before);
    for (key, count) in counts(after) {
        // A placeholder changes what the finding is about, not that it is there.
        let own = fix.safety == Safety::Manual && key.0 == finding.rule;
        if !own && count > known.get(&key).copied().unwrap_or(0) {
            wrong.push(format!("new finding {} {}", key.0, key.1));
        }
    }
    let problems = |report: &Report| report.documents.iter().map(|document| document.problems.len()).sum::<usize>();
    if problems(after) > problems(before) {
        wrong.push("new syntax problem".to_owned());
    }
}

fn other_values_stay(before: &Report, after: &Report, finding: &Finding, wrong: &mut Vec<String>) {
    // A gate is named `featureGates.NAME` in the finding and is a part of a map.
    let gate = finding.setting.starts_with("featureGates.");
    let part = |name: &str| gate && matches!(name, "featureGates" | "--feature-gates");
    let named = |name: &str| name == finding.setting || part(name) || companions(&finding.rule).contains(&name);
    for (was, is) in before.settings.iter().zip(&after.settings) {
        if (was.setting != is.setting || was.value != is.value) && !named(&was.setting) {
            wrong.push(format!("`{}` was {:?} and is {:?} ({})", was.setting, was.value, is.value, is.setting));
        }
    }
    if before.settings.len() != after.settings.len() {
        wrong.push("the settings known are others".to_owned());
    }
}

/// Settings that a fix changes besides the one its finding names: the other half of a pair, the list that a
/// plugin moves to, the companion without which the component would refuse the new value.
fn companions(rule: &str) -> &'static [&'static str] {
    match rule {
        "kubelet-legacy-defaults" => &[
            "authentication.anonymous.enabled",
            "authentication.webhook.enabled",
            "authorization.mode",
            "readOnlyPort",
        ],
        "apiserver-admission-node-restriction"
        | "apiserver-admission-always-pull-images"
        | "apiserver-admission-conflict" => &["--enable-admission-plugins", "--disable-admission-plugins"],
        "apiserver-authorization-abac" => &["--authorization-mode", "--authorization-policy-file"],
        "apiserver-requestheader-ca" => &["--requestheader-allowed-names"],
        "kubelet-tls-serving-cert" => &["tlsCertFile", "tlsPrivateKeyFile", "serverTLSBootstrap"],
        "apiserver-kubelet-client-cert" => &["--kubelet-client-certificate", "--kubelet-client-key"],
        "apiserver-tls-serving-cert" => &["--tls-cert-file", "--tls-private-key-file"],
        // A flag that lives on under another name.
        "removed-flag" => &[
            "--encryption-provider-config",
            "--enable-bootstrap-token-auth",
            "--bootstrap-kubeconfig",
            "--api-audiences",
        ],
        "apiserver-etcd-client-cert" => &["--etcd-certfile", "--etcd-keyfile"],
        _ => &[],
    }
}

fn comments(text: &str) -> Vec<&str> {
    // The last three end a line for the decoder alone.
    text.split(['\n', '\u{85}', '\u{2028}', '\u{2029}']).map(str::trim).filter(|line| line.starts_with('#')).collect()
}

fn comments_stay(before: &str, after: &str, wrong: &mut Vec<String>) {
    if comments(before) != comments(after) {
        wrong.push("comments changed".to_owned());
    }
}

fn line_ends_stay(before: &str, after: &str, wrong: &mut Vec<String>) {
    let lone = |text: &str| text.matches('\n').count() - text.matches("\r\n").count();
    let windows = |text: &str| text.contains("\r\n");
    if (lone(before) == 0 && windows(before) && lone(after) > 0) || (!windows(before) && windows(after)) {
        wrong.push("line ends are mixed".to_owned());
    }
}
