//! Admission plugins and feature gates by release.

use plimsoll_rules::knowledge::{ADMISSION_PLUGINS, FEATURE_GATES, feature_gate};
use plimsoll_rules::report::{Category, Report};
use plimsoll_rules::{Document, Options, Version, analyze};

use super::versions;

const LISTS: [&str; 3] = ["enable-admission-plugins", "disable-admission-plugins", "admission-control"];

/// Names in one list of a unit, and the findings that say a name is not there.
fn strangers(list: &str, names: &[&str], version: Version) -> Vec<String> {
    let unit = format!("[Service]\nExecStart=/usr/bin/kube-apiserver --{list}={}\n", names.join(","));
    let report: Report = analyze(
        &[Document::new("kube-apiserver.service", unit.as_str())],
        &Options { version: Some(version), ..Options::default() },
    );
    let told = report.findings.iter().filter(|finding| {
        finding.category == Category::Removed
            || (finding.category == Category::Unknown && finding.setting.contains(list))
    });
    told.map(|finding| unit[finding.start as usize..finding.end as usize].to_owned()).collect()
}

#[test]
fn plugins_are_known_in_their_releases_and_reported_outside() {
    for version in versions() {
        let (living, absent): (Vec<_>, Vec<_>) =
            ADMISSION_PLUGINS.iter().partition(|plugin| plugin.life.covers(version));
        let living: Vec<&str> = living.iter().map(|plugin| plugin.name).collect();
        let absent: Vec<&str> = absent.iter().map(|plugin| plugin.name).collect();
        for list in LISTS {
            assert_eq!(strangers(list, &living, version), Vec::<String>::new(), "--{list} in {version}");
            let mut told = strangers(list, &absent, version);
            told.sort();
            assert_eq!(told, absent, "--{list} in {version}");
        }
    }
}

#[test]
fn gates_have_a_state_in_their_releases_only() {
    for gate in FEATURE_GATES {
        let found = feature_gate(gate.name).unwrap();
        for version in versions() {
            assert_eq!(found.at(version).is_some(), found.life.covers(version), "{} in {version}", gate.name);
        }
    }
}
