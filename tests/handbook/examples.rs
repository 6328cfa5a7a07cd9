//! Every example is executed.

use std::collections::BTreeSet;

use plimsoll_handbook::{Example, Sample, State, samples, sections};
use plimsoll_rules::report::{Finding, Safety, Verdict};
use plimsoll_rules::{Document, Options, analyze, page, pages};

/// The findings of the sample's rule.
fn found(sample: &Sample, documents: &[Document]) -> Vec<Finding> {
    let report = analyze(documents, &Options { version: Some(sample.kubernetes()), ..Options::default() });
    report.findings.into_iter().filter(|finding| finding.rule == sample.rule).collect()
}

/// The example that is made from a sample.
fn shown(sample: &Sample) -> Example {
    let texts = || sample.files.iter().map(|(_, text)| *text);
    let of = |example: &Example| example.files.iter().map(|file| &*file.text).eq(texts());
    let all = plimsoll_handbook::examples(sample.rule).into_iter().map(|(_, example)| example);
    all.filter(of).find(|example| example.state == sample.state).expect("every sample is shown")
}

#[test]
fn bad_examples_are_found_and_good_ones_are_not() {
    for sample in samples() {
        let found = found(&sample, &sample.documents());
        assert_eq!(
            !found.is_empty(),
            sample.state == State::Bad,
            "{} {:?} {}",
            sample.rule,
            sample.state,
            sample.spelling
        );
    }
}

#[test]
fn good_examples_are_not_good_for_want_of_knowledge() {
    let mut unknown = Vec::new();
    for sample in samples().filter(|sample| sample.state == State::Good) {
        let options = Options { version: Some(sample.kubernetes()), ..Options::default() };
        let report = analyze(&sample.documents(), &options);
        let judged = page(sample.rule).map(|rule| rule.settings).unwrap_or_default();
        let names: Vec<&str> = judged.iter().filter_map(|setting| Some(&*setting.names.first()?.name)).collect();
        let is_unknown =
            report.settings.iter().any(|row| row.verdict == Verdict::Unknown && names.contains(&&*row.setting));
        if is_unknown {
            unknown.push(format!("{} in {}", sample.rule, sample.spelling));
        }
    }
    assert!(unknown.is_empty(), "{unknown:#?}");
}

#[test]
fn bad_examples_are_marked_and_good_ones_are_not() {
    for rule in pages() {
        for example in sections(&rule.id).into_iter().flat_map(|section| section.examples) {
            let marked = example.files.iter().any(|file| !file.marks.is_empty());
            assert_eq!(marked, example.state == State::Bad, "{}", rule.id);
        }
    }
}

#[test]
fn fixes_shown_mend_their_example() {
    let mut left = Vec::new();
    for sample in samples() {
        let example = shown(&sample);
        let Some(mended) = example.mended.filter(|mended| mended.safety != Safety::Manual) else { continue };
        let documents: Vec<Document> =
            sample.files.iter().zip(mended.texts).map(|((name, _), text)| Document::new(*name, text)).collect();
        let fixable = |finding: &Finding| finding.fixes.first().is_some_and(|fix| fix.safety != Safety::Manual);
        if found(&sample, &documents).iter().any(fixable) {
            left.push(format!("{} in {}", sample.rule, sample.spelling));
        }
    }
    assert!(left.is_empty(), "still fixable after the fix shown: {left:#?}");
}

#[test]
fn every_rule_has_a_bad_and_a_good_example() {
    let rules: BTreeSet<String> = pages().into_iter().map(|rule| rule.id).collect();
    for state in [State::Bad, State::Good] {
        let shown: BTreeSet<String> =
            samples().filter(|sample| sample.state == state).map(|sample| sample.rule.to_owned()).collect();
        assert_eq!(shown, rules, "{state:?}");
    }
}
