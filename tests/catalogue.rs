//! What holds for every rule.

use std::collections::BTreeSet;

use plimsoll_rules::pages;
use plimsoll_suite::{cases, root};

#[test]
fn ids_are_unique_and_kebab_case() {
    let mut seen = BTreeSet::new();
    for rule in pages() {
        let plain = rule.id.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-');
        assert!(plain, "{}", rule.id);
        assert!(seen.insert(rule.id.clone()), "{} is there twice", rule.id);
    }
    assert!(seen.len() >= 45, "only {} rules", seen.len());
}

#[test]
fn every_rule_has_its_words() {
    for rule in pages() {
        assert!(!rule.title.ends_with('.') && rule.title.len() <= 90, "title of {}", rule.id);
        for (part, text) in
            [("what", &rule.what), ("why", &rule.why), ("verify", &rule.verify), ("side effects", &rule.side_effects)]
        {
            assert!(text.len() > 4, "{part} of {} is missing", rule.id);
            assert!(text.ends_with('.'), "{part} of {} does not end in a full stop", rule.id);
            assert!(!text.contains('!') && !text.contains("  "), "{part} of {}: {text}", rule.id);
        }
    }
}

#[test]
fn every_rule_has_a_bad_and_a_good_fixture() {
    let all = cases("rules");
    for rule in pages() {
        for bad in [true, false] {
            let has = all.iter().any(|case| case.group == rule.id && case.is_bad == bad);
            assert!(has, "{} has no {} fixture", rule.id, if bad { "bad" } else { "good" });
        }
    }
    let ids: BTreeSet<String> = pages().into_iter().map(|rule| rule.id).collect();
    for case in &all {
        assert!(ids.contains(&case.group), "tests/rules/{} belongs to no rule", case.group);
    }
}

#[test]
fn every_snapshot_has_its_fixture() {
    let names: BTreeSet<String> = cases("rules")
        .iter()
        .filter(|case| case.is_bad)
        .map(|case| format!("{}__{}.snap", case.group, case.name))
        .collect();
    for entry in std::fs::read_dir(root().join("snapshots")).unwrap() {
        let name = entry.unwrap().file_name().to_string_lossy().into_owned();
        assert!(names.contains(&name), "{name} belongs to no fixture");
    }
}
