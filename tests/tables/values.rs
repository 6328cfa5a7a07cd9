//! Values that a setting takes and values that it refuses, as a flag and in the file.

use plimsoll_rules::knowledge::{Setting, Type};

use super::sample::{Sample, good, refused, refused_in_file};
use super::{for_each_release, sheet};

/// More than the values of any setting; each round tries one value of every setting at once.
const ROUNDS: usize = 12;

#[test]
fn good_flags_are_taken() {
    for_each_release(|component, version, rows| {
        for round in 0..ROUNDS {
            let nth = |row: &&'static Setting| Some((*row, good(row, version).into_iter().nth(round)?));
            let tried: Vec<(&Setting, Sample)> =
                rows.iter().filter(|row| row.has_flag(version)).filter_map(nth).collect();
            let flags: Vec<_> =
                tried.iter().map(|(row, sample)| (*row, format!("--{}={}", row.flag, sample.text))).collect();
            sheet::command(component, &flags).judge(version, |verdict| {
                let (_, sample) = tried.iter().find(|(row, _)| std::ptr::eq(*row, verdict.row)).unwrap();
                assert!(!verdict.is_refused(), "--{}={} in {version}", verdict.row.flag, sample.text);
                if let Some(shown) = &sample.shown {
                    assert_eq!(verdict.value, Some(shown.as_str()), "--{} in {version}", verdict.row.flag);
                }
            });
        }
        assert!(rows.iter().all(|row| good(row, version).len() <= ROUNDS));
    });
}

#[test]
fn bad_flags_are_refused() {
    for_each_release(|component, version, rows| {
        for round in 0..ROUNDS {
            let nth = |row: &&'static Setting| {
                Some((*row, format!("--{}={}", row.flag, refused(row, version).into_iter().nth(round)?)))
            };
            let flags: Vec<_> = rows.iter().filter(|row| row.has_flag(version)).filter_map(nth).collect();
            sheet::command(component, &flags).judge(version, |verdict| {
                assert!(verdict.is_refused(), "{:?} in {version}", find(&flags, verdict.row));
            });
        }
    });
}

#[test]
fn good_fields_are_taken() {
    for_each_release(|_, version, rows| {
        for round in 0..ROUNDS {
            let nth =
                |row: &&'static Setting| Some((*row, good(row, version).into_iter().nth(round)?.in_file(row, version)));
            let fields: Vec<_> = rows.iter().filter(|row| row.has_field(version)).filter_map(nth).collect();
            sheet::file(&fields).judge(version, |verdict| {
                assert!(!verdict.is_refused(), "{:?} in {version}", find(&fields, verdict.row));
            });
        }
    });
}

#[test]
fn bad_fields_are_refused() {
    for_each_release(|_, version, rows| {
        for round in 0..ROUNDS {
            let nth = |row: &&'static Setting| Some((*row, refused_in_file(row, version).into_iter().nth(round)?));
            let fields: Vec<_> = rows.iter().filter(|row| row.has_field(version)).filter_map(nth).collect();
            sheet::file(&fields).judge(version, |verdict| {
                assert!(verdict.is_refused(), "{:?} in {version}", find(&fields, verdict.row));
            });
        }
    });
}

/// Plain text that is empty stands for the default, even where only some words are accepted.
#[test]
fn empty_text_in_the_file_stands_for_the_default() {
    for_each_release(|_, version, rows| {
        let plain = |row: &&&Setting| row.has_field(version) && row.ty == Type::Text;
        let fields: Vec<_> = rows.iter().filter(plain).map(|row| (*row, "\"\"".to_owned())).collect();
        sheet::file(&fields).judge(version, |verdict| {
            assert!(!verdict.is_refused(), "{} in {version}", verdict.row.field);
        });
    });
}

fn find<'a>(written: &'a [(&'static Setting, String)], row: &Setting) -> Option<(&'static str, &'a str)> {
    let (row, text) = written.iter().find(|(other, _)| std::ptr::eq(*other, row))?;
    Some((row.field, text))
}
