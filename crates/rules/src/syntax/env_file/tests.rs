#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "tests")]

use super::*;
use crate::syntax::unit::mutations::{mutants, prefixes};

const DOC: DocId = DocId(3);

const SAMPLE: &str = "# comment\nA=b c # no comment\n  B = \"x \\\"y\\\" $z\\\nw\"  \nC='l1\nl2'\n\
    ; d\nD=a\\\nb \\ \nexport E=f\n\
    nothing\nF=\"--a --b=é\"\r\nG=\n";

fn pairs(text: &str) -> Vec<(String, String)> {
    let variables = parse(text, DOC).variables;
    variables.into_iter().map(|one| (one.name, one.value.text().to_owned())).collect()
}

fn value(text: &str) -> String {
    pairs(text)[0].1.clone()
}

#[test]
fn reads_a_file_as_systemd_does() {
    let expected = [
        ("A", "b c # no comment"),
        ("B", "x \"y\" $zw"),
        ("C", "l1\nl2"),
        ("D", "ab  "),
        ("F", "--a --b=é"),
        ("G", ""),
    ];
    assert_eq!(pairs(SAMPLE), expected.map(|(name, value)| (name.to_owned(), value.to_owned())));
}

#[test]
fn quotes_count_only_before_plain_text() {
    assert_eq!(value("A=\"b\" 'c' d"), "bcd");
    assert_eq!(value("A=b\"c\""), "b\"c\"");
    assert_eq!(value("A=  b  "), "b");
    assert_eq!(value("A=\" b \"  "), " b ");
    assert_eq!(value("A=\"a\\b\\`\\$\\\\\""), "a\\b`$\\");
    assert_eq!(value("A='a\\b'"), "a\\b");
    assert_eq!(value("A=\\\n\"b\""), "\"b\"");
    assert_eq!(value("A=b\\c\\\\"), "bc\\");
    assert_eq!(value("A=b \\"), "b ");
}

#[test]
fn problems_say_what_is_not_set() {
    let text = "export A=b\nB-C=d\nflag\n# x \\\nE=f\nG=\"h";
    let parsed = parse(text, DOC);
    let problems: Vec<_> = parsed.problems.iter().map(|one| one.span.slice(text)).collect();
    assert_eq!(problems, ["export A", "B-C", "flag", "\\", "\""]);
    assert!(parsed.problems[0].message.contains("`A` is not set"));
    let names: Vec<_> = parsed.variables.iter().map(|one| one.name.as_str()).collect();
    assert_eq!(names, ["E", "G"]);
}

#[test]
fn a_carriage_return_breaks_a_joined_line() {
    let text = "A=--b \\\r\n--c=1\r\nB=d\r\n";
    let parsed = parse(text, DOC);
    let expected = [("A", "--b "), ("B", "d")];
    assert_eq!(pairs(text), expected.map(|(name, value)| (name.to_owned(), value.to_owned())));
    assert_eq!(parsed.problems.len(), 2);
    assert_eq!(parsed.problems[0].span.slice(text), "\\");
}

#[test]
fn spans_cover_name_and_value() {
    let parsed = parse(SAMPLE, DOC);
    let spans: Vec<_> = parsed.variables.iter().map(|one| one.span.slice(SAMPLE)).collect();
    assert_eq!(spans[0], "A=b c # no comment");
    assert_eq!(spans[1], "B = \"x \\\"y\\\" $z\\\nw\"");
    assert_eq!(spans[4], "F=\"--a --b=é\"");
    assert_eq!(parsed.variables[4].value.location().unwrap().span.slice(SAMPLE), "--a --b=é");
    let empty = parse("A=\"\"\nB=\n", DOC).variables;
    assert_eq!(empty[0].value.location().unwrap().span, Span::at(3));
    assert_eq!(empty[1].value.location().unwrap().span, Span::at(7));
}

#[test]
fn never_fails_and_spans_stay_inside() {
    for text in prefixes(SAMPLE).map(str::to_owned).chain(mutants(SAMPLE, 2000)) {
        let mut end = 0;
        for variable in parse(&text, DOC).variables {
            assert_eq!(variable.name_span.slice(&text), variable.name, "{text:?}");
            assert!(variable.span.contains(variable.name_span) && variable.span.start >= end);
            assert!((variable.span.end as usize) <= text.len());
            end = variable.span.end;
            assert!(variable.span.contains(variable.value.location().unwrap().span), "{text:?} {variable:?}");
        }
    }
}
