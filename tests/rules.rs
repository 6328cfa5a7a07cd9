//! Every rule against its fixtures, and what a person sees of each.

use plimsoll_rules::report::{Report, Safety, Severity};
use plimsoll_rules::{analyze, fix_all};
use plimsoll_suite::{Case, cases};
use similar::TextDiff;

#[test]
fn bad_fixtures_are_found_and_good_ones_are_not() {
    let mut wrong = Vec::new();
    for case in cases("rules") {
        let report = analyze(&case.documents, &case.options);
        let found = report.findings.iter().any(|finding| finding.rule == case.group);
        if found != case.is_bad {
            wrong.push(format!("{}/{}: found {found}", case.group, case.name));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn what_a_person_sees() {
    let mut settings = insta::Settings::clone_current();
    settings.set_snapshot_path("snapshots");
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    settings.bind(|| {
        for case in cases("rules").iter().filter(|case| case.is_bad) {
            let report = analyze(&case.documents, &case.options);
            insta::assert_snapshot!(format!("{}__{}", case.group, case.name), shown(case, &report));
        }
    });
}

/// The findings of the fixture's own rule, a line for each other one, and the diff of all safe fixes.
fn shown(case: &Case, report: &Report) -> String {
    let (own, others): (Vec<_>, Vec<_>) =
        report.findings.iter().cloned().partition(|finding| finding.rule == case.group);
    let own = Report { findings: own, ..report.clone() };
    let mut text = plimsoll::human::render(&own, &case.documents, Severity::Info);
    for finding in others {
        let (severity, rule) = (finding.severity.name(), &finding.rule);
        text.push_str(&format!("also {severity} {rule} at {}:{}\n", finding.line, finding.column));
    }
    let fixed = fix_all(&case.documents, &case.options, Safety::Safe);
    for (document, after) in case.documents.iter().zip(&fixed.texts) {
        if document.text != *after {
            let diff = TextDiff::from_lines(document.text.as_str(), after.as_str());
            text.push_str(&format!("\nsafe fixes\n{}", diff.unified_diff().header(&document.name, &document.name)));
        }
    }
    text
}
