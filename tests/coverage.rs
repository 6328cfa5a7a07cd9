//! Profiles and the coverage of their controls. `coverage/PROFILE/CASE` is judged by that profile.

use std::collections::BTreeSet;

use plimsoll_rules::report::{Category, Report};
use plimsoll_rules::{Coverage, Options, Profile, Standard, Status, analyze, coverage, pages, profiles};
use plimsoll_suite::{Case, cases, root};

fn standard(name: &str) -> Profile {
    Profile::named(name).unwrap()
}

fn of(case: &Case, profile: Profile) -> (Coverage, Report) {
    let options = Options { profile, ..case.options.clone() };
    (coverage(&case.documents, &options), analyze(&case.documents, &options))
}

#[test]
fn what_a_person_reads() {
    let mut settings = insta::Settings::clone_current();
    settings.set_snapshot_path("coverage/snapshots");
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    settings.bind(|| {
        for case in cases("coverage").iter().filter(|case| case.group != "snapshots") {
            let (found, _) = of(case, standard(&case.group));
            let text = plimsoll::profile::render(&found, &case.documents);
            insta::assert_snapshot!(format!("{}__{}", case.group, case.name), text);
        }
    });
}

/// The properties of a coverage report that hold for any documents.
fn complaints(found: &Coverage) -> Vec<String> {
    let mut wrong = Vec::new();
    let totals = found.totals;
    let sum: usize = Status::ALL.into_iter().map(|status| totals.of_status(status)).sum();
    if sum != totals.all || totals.all != found.controls.len() {
        wrong.push(format!("totals do not add up: {totals:?}"));
    }
    let mut seen = BTreeSet::new();
    for control in &found.controls {
        let id = &control.id;
        if !seen.insert((&control.benchmark, id)) {
            wrong.push(format!("{id} is there twice"));
        }
        let count = found.controls.iter().filter(|other| other.status == control.status).count();
        if count != totals.of_status(control.status) {
            wrong.push(format!("{} counts {count}", control.status.name()));
        }
        let fails = control.status == Status::Fail;
        if fails == control.findings.is_empty() {
            wrong.push(format!("{id} is {} with {} findings", control.status.name(), control.findings.len()));
        }
        if control.status == Status::Unknown && control.note.is_none() {
            wrong.push(format!("{id} is unknown, and nothing says what to add"));
        }
        if control.status == Status::Manual && control.by_hand.is_none() {
            wrong.push(format!("{id} is manual, and nothing says how"));
        }
    }
    wrong
}

#[test]
fn totals_add_up_over_all_fixtures() {
    let standards = profiles();
    let all = cases("rules").into_iter().chain(cases("bundles")).chain(cases("suppressions"));
    for (at, case) in all.filter(|case| case.group != "snapshots").enumerate() {
        // Each profile on every sixth fixture keeps the test short.
        let page = &standards[at % standards.len()];
        let (found, report) = of(&case, standard(&page.name));
        let place = format!("{}/{} {}", case.group, case.name, page.name);
        assert_eq!(complaints(&found), Vec::<String>::new(), "{place}");
        assert_eq!(found.controls.len(), page.controls, "{place}");
        let listed: BTreeSet<_> =
            found.critical.iter().map(|one| (one.rule.as_str(), one.document, one.start)).collect();
        let open = report.findings.iter().filter(|finding| finding.category != Category::Unassessed);
        for finding in open.filter(|finding| finding.severity.name() == "critical") {
            assert!(listed.contains(&(finding.rule.as_str(), finding.document, finding.start)), "{place}");
        }
    }
}

#[test]
fn without_documents_nothing_passes() {
    for page in profiles() {
        let found = coverage(&[], &Options { profile: standard(&page.name), ..Options::default() });
        assert_eq!(complaints(&found), Vec::<String>::new(), "{}", page.name);
        let passed: Vec<_> = found.controls.iter().filter(|control| control.status == Status::Pass).collect();
        assert!(passed.iter().all(|control| control.id.starts_with("suppression-")), "{}: {passed:#?}", page.name);
    }
}

#[test]
fn every_reference_is_a_control_and_belongs_to_its_profile() {
    let ids = |name: &str| -> BTreeSet<String> {
        let found = coverage(&[], &Options { profile: standard(name), ..Options::default() });
        found.controls.into_iter().map(|control| control.id).collect()
    };
    let (cis, stig) = (ids("cis-level-2"), ids("stig"));
    let pages_of = profiles();
    let rules_of = |name: &str| &pages_of.iter().find(|page| page.name == name).unwrap().rules;
    for rule in pages() {
        for reference in &rule.references {
            let (known, name) = if reference.kind == "cis" { (&cis, "cis-level-2") } else { (&stig, "stig") };
            assert!(known.contains(&reference.id), "{} names {} {}", rule.id, reference.kind, reference.id);
            assert!(rules_of(name).contains(&rule.id), "{} is not in {name}", rule.id);
        }
    }
    let (one, two) = (ids("cis-level-1"), &cis);
    assert!(one.is_subset(two) && one.len() < two.len());
    assert!(!one.contains("4.2.8") && two.contains("4.2.8"), "4.2.8 is of level 2");
}

#[test]
fn benchmark_and_advice_are_both_said() {
    let config = "apiVersion: kubelet.config.k8s.io/v1beta1\nkind: KubeletConfiguration\n";
    let documents = [plimsoll_rules::Document::new("config.yaml", config)];
    let found = coverage(&documents, &Options { profile: standard("cis-level-2"), ..Options::default() });
    let control = |id: &str| found.controls.iter().find(|control| control.id == id).unwrap();
    let said = |id: &str| (control(id).status, control(id).audit.as_ref().map(|audit| audit.verdict));
    // Absent means false, which CIS takes for true.
    assert_eq!(said("4.2.10"), (Status::Fail, Some(Status::Pass)));
    // Absent means false with a file, which CIS wants written.
    assert_eq!(said("4.2.1"), (Status::Pass, Some(Status::Fail)));
    assert_eq!(said("4.2.11"), (Status::Pass, Some(Status::Fail)));
    assert_eq!(said("4.2.6"), (Status::Pass, None));
    assert!(control("4.2.10").audit.as_ref().unwrap().advice.contains("write `true`"));
}

#[test]
fn a_profile_of_ones_own() {
    let mut settings = insta::Settings::clone_current();
    settings.set_snapshot_path("profiles/snapshots");
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    settings.bind(|| {
        for kind in ["bad", "good"] {
            let mut files: Vec<_> = std::fs::read_dir(root().join("profiles").join(kind)).unwrap().flatten().collect();
            files.sort_by_key(std::fs::DirEntry::file_name);
            let mut text = String::new();
            for file in files {
                let name = file.file_name().to_string_lossy().into_owned();
                let written = std::fs::read_to_string(file.path()).unwrap();
                let profile = Profile::read(&written);
                assert_eq!(profile.is_ok(), kind == "good", "{name}: {profile:?}");
                text += &format!("-- {name}\n{written}{}\n", told(profile));
            }
            insta::assert_snapshot!(kind, text);
        }
    });
}

/// What a profile comes to, or why it is none.
fn told(profile: Result<Profile, plimsoll_rules::ProfileError>) -> String {
    let profile = match profile {
        Ok(profile) => profile,
        Err(error) => return format!("=> {error}\n"),
    };
    let config = "apiVersion: kubelet.config.k8s.io/v1beta1\nkind: KubeletConfiguration\nreadOnlyPort: 1\n\
                  podPidsLimit: 5000\nauthentication:\n  anonymous:\n    enabled: true\n  webhook:\n    enabled: false\n";
    let documents = [plimsoll_rules::Document::new("config.yaml", config)];
    let report = analyze(&documents, &Options { profile, ..Options::default() });
    let mut text = format!("=> {} for Kubernetes {}\n", report.profile, report.kubernetes);
    for finding in report.findings.iter().filter(|finding| finding.line > 2) {
        text += &format!("   {} {}\n", finding.severity.name(), finding.rule);
    }
    text
}

#[test]
fn names_are_stable_and_lists_agree() {
    let names: Vec<String> = profiles().into_iter().map(|page| page.name).collect();
    assert_eq!(names, ["everything", "cis-level-1", "cis-level-2", "stig", "nsa-cisa", "cks"]);
    assert_eq!(Standard::ALL.map(Standard::name).to_vec(), names);
    assert_eq!(profiles()[0].rules.len(), pages().len());
    assert!(Profile::named("cis").unwrap_err().contains("`cis-level-1` meant"));
}
