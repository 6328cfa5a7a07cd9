//! Suppression in the file, in every kind of text that has comments.

use std::fmt::Write;

use plimsoll_rules::report::{Category, Finding, Report, Safety};
use plimsoll_rules::{Document, Options, analyze, fix_all};
use plimsoll_suite::{Case, cases, with_texts, writings};

/// The fixtures, without the folder of their snapshots.
fn fixtures() -> impl Iterator<Item = Case> {
    cases("suppressions").into_iter().filter(|case| case.group != "snapshots")
}

#[test]
fn what_is_suppressed() {
    let mut settings = insta::Settings::clone_current();
    settings.set_snapshot_path("suppressions/snapshots");
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    settings.bind(|| {
        for case in fixtures() {
            let report = analyze(&case.documents, &case.options);
            insta::assert_snapshot!(format!("{}__{}", case.group, case.name), listed(&report));
        }
    });
}

/// The findings above info, the suppressed ones with their reasons, and what is said about comments.
fn listed(report: &Report) -> String {
    let mut text = String::new();
    for finding in &report.findings {
        let Finding { line, rule, .. } = finding;
        let severity = finding.severity.name();
        if let Some(reason) = &finding.suppressed {
            let _ = writeln!(text, "{line}: suppressed {severity} {rule}: {reason}");
        } else if rule.starts_with("suppression-") {
            let _ = writeln!(text, "{line}: {severity} {rule}: {}", finding.message);
        } else if severity != "info" {
            let _ = writeln!(text, "{line}: {severity} {rule}");
        }
    }
    text
}

#[test]
fn every_writing_suppresses_the_same() {
    for case in fixtures() {
        let of = |documents: &[Document]| listed(&analyze(documents, &case.options));
        for (writing, documents) in writings(&case) {
            assert_eq!(of(&documents), of(&case.documents), "{}/{} ({writing})", case.group, case.name);
        }
    }
}

/// With every rule of every fixture suppressed in turn for the whole file, no fix touches what is accepted: the text
/// stays, and so does the value.
#[test]
fn fixes_leave_suppressed_text_alone() {
    let (mut checked, mut wrong) = (0, Vec::new());
    for case in fixtures().chain(cases("rules")) {
        for (at, rule) in suppressible(&case) {
            let mut documents = case.documents.clone();
            documents[at].text = format!("# plimsoll: ignore-file {rule} accepted\n{}", documents[at].text);
            let before = analyze(&documents, &case.options);
            let own = before.findings.iter().filter(|finding| finding.rule == rule && finding.suppressed.is_some());
            let own: Vec<&Finding> = own.collect();
            assert!(own.iter().all(|finding| finding.fixes.is_empty()));
            let fixed = with_texts(&documents, &fix_all(&documents, &case.options, Safety::Safe).texts);
            let after = analyze(&fixed, &case.options);
            let place = format!("{}/{} {rule}", case.group, case.name);
            if own.is_empty() {
                wrong.push(format!("{place}: not suppressed"));
            }
            // What is missing has no text, and its place is a line that others share.
            for finding in own.iter().filter(|finding| finding.category != Category::Missing) {
                let text = &documents[finding.document as usize].text[finding.start as usize..finding.end as usize];
                if !fixed[finding.document as usize].text.contains(text) {
                    wrong.push(format!("{place}: `{text}` is gone"));
                }
                if value(&before, finding) != value(&after, finding) {
                    wrong.push(format!("{place}: `{}` is another", finding.setting));
                }
            }
            checked += 1;
        }
    }
    assert!(checked > 500, "only {checked} suppressions were checked");
    assert!(wrong.is_empty(), "{} of {checked}:\n{}", wrong.len(), wrong.join("\n"));
}

/// The value of the setting that a finding is about.
fn value<'r>(report: &'r Report, finding: &Finding) -> Option<&'r str> {
    let own =
        report.settings.iter().find(|one| (&one.component, &one.setting) == (&finding.component, &finding.setting));
    own.and_then(|setting| setting.value.as_deref())
}

/// Each rule that finds something in a document that has comments, with the document.
fn suppressible(case: &Case) -> Vec<(usize, String)> {
    let report = analyze(&case.documents, &case.options);
    let can = |finding: &&Finding| {
        let document = &case.documents[finding.document as usize];
        let kind = report.documents[finding.document as usize].kind.as_str();
        let comments = !document.text.trim_start().starts_with(['{', '\u{feff}']) && kind != "process-list";
        comments && finding.category != Category::Unassessed && !finding.rule.starts_with("suppression-")
    };
    let found = report.findings.iter().filter(can);
    let mut all: Vec<_> = found.map(|finding| (finding.document as usize, finding.rule.clone())).collect();
    all.sort();
    all.dedup();
    all
}

#[test]
fn suppressed_findings_do_not_hide_each_other() {
    let text = "[Service]\n# plimsoll: ignore kubelet-anonymous-auth lab\nExecStart=/usr/bin/kubelet --config=/c \
                --anonymous-auth=true --read-only-port=1\n";
    let report = analyze(&[Document::new("kubelet.service", text)], &Options::default());
    let open: Vec<&str> = report
        .findings
        .iter()
        .filter(|finding| finding.suppressed.is_none() && !finding.fixes.is_empty())
        .map(|finding| finding.rule.as_str())
        .collect();
    assert!(open.contains(&"kubelet-read-only-port"), "{open:?}");
}
