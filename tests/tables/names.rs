//! Every spelling is known in its releases and reported outside them.

use plimsoll_rules::Version;
use plimsoll_rules::knowledge::{Component, Setting};

use super::sample::good;
use super::{for_each_release, sheet};

#[test]
fn flags_are_known_in_their_releases() {
    for_each_release(|component, version, rows| {
        let flags: Vec<_> = rows.iter().filter(|row| row.has_flag(version)).map(|row| written(row, version)).collect();
        sheet::command(component, &flags).judge(version, |verdict| {
            assert!(!verdict.is_stranger(), "{} --{} in {version}", component.name(), verdict.row.flag);
        });
    });
}

#[test]
fn flags_are_reported_outside_their_releases() {
    for_each_release(|component, version, rows| {
        let absent = |row: &&&Setting| !row.flag.is_empty() && !row.has_flag(version);
        let flags: Vec<_> = rows.iter().filter(absent).map(|row| written(row, version)).collect();
        sheet::command(component, &flags).judge(version, |verdict| {
            let gone = verdict.row.flag_life.is_removed_in(version);
            let told = if gone { verdict.is_removed() } else { verdict.is_stranger() && !verdict.is_removed() };
            assert!(told, "{} --{} in {version}", component.name(), verdict.row.flag);
        });
    });
}

#[test]
fn fields_are_known_in_their_releases() {
    for_each_release(|component, version, rows| {
        if component != Component::Kubelet {
            return;
        }
        let fields: Vec<_> =
            rows.iter().filter(|row| row.has_field(version)).map(|row| in_file(row, version)).collect();
        sheet::file(&fields).judge(version, |verdict| {
            assert!(!verdict.is_stranger(), "{} in {version}", verdict.row.field);
        });
    });
}

#[test]
fn fields_are_reported_outside_their_releases() {
    for_each_release(|_, version, rows| {
        let absent = |row: &&&Setting| !row.field.is_empty() && !row.has_field(version);
        let fields: Vec<_> = rows.iter().filter(absent).map(|row| in_file(row, version)).collect();
        sheet::file(&fields).judge(version, |verdict| {
            assert!(verdict.is_stranger(), "{} in {version}", verdict.row.field);
        });
    });
}

/// The flag with a good value; every second one with the underscores that the components take for dashes.
fn written(row: &&'static Setting, version: Version) -> (&'static Setting, String) {
    let value = &good(row, version)[0].text;
    let name = if row.flag.len().is_multiple_of(2) { row.flag.replace('-', "_") } else { row.flag.to_owned() };
    (row, format!("--{name}={value}"))
}

fn in_file(row: &&'static Setting, version: Version) -> (&'static Setting, String) {
    (row, good(row, version)[0].in_file(row, version))
}
