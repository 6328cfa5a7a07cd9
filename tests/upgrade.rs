//! What a bundle's upgrade changes: fixtures named `CASE@FROM-TO`, snapshots of what a person reads.

use plimsoll_rules::{ChangeKind, Version, upgrade};
use plimsoll_suite::{documents_in, root};

#[test]
fn what_a_person_reads() {
    let mut settings = insta::Settings::clone_current();
    settings.set_snapshot_path("upgrades/snapshots");
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    settings.bind(|| {
        for folder in folders() {
            let (name, releases) = folder.split_once('@').unwrap();
            let (from, to) = releases.split_once('-').unwrap();
            let (from, to): (Version, Version) = (from.parse().unwrap(), to.parse().unwrap());
            let documents = documents_in(&root().join("upgrades").join(&folder));
            let found = upgrade(&documents, from, to);
            insta::assert_snapshot!(name, plimsoll::upgrade::render(&found.changes, &documents, from, to));
        }
    });
}

#[test]
fn a_release_changes_nothing_against_itself() {
    for folder in folders() {
        let documents = documents_in(&root().join("upgrades").join(&folder));
        for version in (Version::OLDEST.0..=Version::PREVIEW.0).map(Version) {
            let changes = upgrade(&documents, version, version).changes;
            assert!(
                changes.iter().all(|change| change.kind == ChangeKind::Unknown),
                "{folder} {version}: {changes:#?}"
            );
        }
    }
}

#[test]
fn a_long_way_is_no_less_than_its_last_step() {
    for folder in folders() {
        let documents = documents_in(&root().join("upgrades").join(&folder));
        let stops = |from, to| {
            let changes = upgrade(&documents, Version(from), Version(to)).changes;
            changes.into_iter().filter(|change| change.kind == ChangeKind::Stops).count()
        };
        for to in Version::OLDEST.0 + 1..=Version::NEWEST.0 {
            assert!(stops(Version::OLDEST.0, to) >= stops(to - 1, to), "{folder} 1.{to}");
        }
    }
}

fn folders() -> Vec<String> {
    let entries = std::fs::read_dir(root().join("upgrades")).unwrap();
    let names = entries.map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned());
    let mut names: Vec<String> = names.filter(|name| name.contains('@')).collect();
    names.sort();
    assert!(names.len() >= 4, "the fixtures are gone");
    names
}
