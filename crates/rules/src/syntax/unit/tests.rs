#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "tests")]

use super::mutations::{mutants, prefixes};
use super::*;

const DOC: DocId = DocId(7);

const SAMPLE: &str = "\u{feff}# a comment\n[Unit]\nDescription=kubelet: é\n\n[Service]\n\
    \x20 ExecStart = /usr/bin/kubelet \\\n  \
    --config=/a \\\n  # --off=1 \\\n ; also off\n  \"--x=a b\" \\\n\n--v=2 \\\n  --w=3\n--lost 4\nExecStart=\n\
    Environment=\"A=--b c\" B='d'\nnothing\n[Install]\nWantedBy=multi-user.target";

fn values(parsed: &Parsed) -> Vec<(String, String)> {
    let sections = parsed.files.iter().flat_map(|file| &file.sections);
    let entries = sections.flat_map(|section| &section.entries);
    entries.map(|entry| (entry.key.clone(), entry.value.text().to_owned())).collect()
}

fn value(text: &str) -> String {
    let parsed = parse(&format!("[S]\n{text}"), DOC);
    parsed.files[0].sections[0].entries[0].value.text().to_owned()
}

#[test]
fn reads_sections_entries_and_continuations() {
    let parsed = parse(SAMPLE, DOC);
    let expected = [
        ("Description", "kubelet: é"),
        ("ExecStart", "/usr/bin/kubelet    --config=/a    \"--x=a b\""),
        ("--v", "2    --w=3"),
        ("ExecStart", ""),
        ("Environment", "\"A=--b c\" B='d'"),
        ("WantedBy", "multi-user.target"),
    ];
    assert_eq!(values(&parsed), expected.map(|(key, value)| (key.to_owned(), value.to_owned())));
    let service = &parsed.files[0].sections[1];
    assert_eq!(service.name, "Service");
    assert_eq!(service.span.slice(SAMPLE), "[Service]");
    assert!(service.entries[1].looks_like_lost_flag());
    assert!(!service.entries[0].looks_like_lost_flag());
    assert_eq!(service.stray.len(), 2);
    assert!(service.stray[0].looks_like_lost_flag());
    assert_eq!(service.stray[0].text.text(), "--lost 4");
    assert_eq!(parsed.problems.len(), 1, "{:?}", parsed.problems);
    assert_eq!(parsed.problems[0].span.slice(SAMPLE), "nothing");
    assert_eq!(parsed.files[0].entries("Service", "ExecStart").count(), 2);
}

#[test]
fn spans_begin_at_the_key_and_end_with_the_last_line() {
    let parsed = parse(SAMPLE, DOC);
    let entry = &parsed.files[0].sections[1].entries[0];
    assert_eq!(entry.key_span.slice(SAMPLE), "ExecStart");
    assert!(entry.span.slice(SAMPLE).starts_with("ExecStart ="));
    assert!(entry.span.slice(SAMPLE).ends_with("\"--x=a b\" \\"));
    let empty = &parsed.files[0].sections[1].entries[2];
    assert_eq!(empty.span.slice(SAMPLE), "ExecStart=");
    assert_eq!(empty.value.location().unwrap(), crate::syntax::mapped::Location::new(DOC, Span::at(empty.span.end)));
}

#[test]
fn a_backslash_joins_only_at_the_very_end_and_only_when_odd() {
    assert_eq!(value("A=b \\\n c"), "b   c");
    assert_eq!(value("A=b \\\\\n c"), "b \\\\");
    assert_eq!(value("A=b \\"), "b");
    assert_eq!(value("A=b \\\n\nc"), "b");
    assert_eq!(value("A=b \\\n   \nc"), "b");
    assert_eq!(value("A=b \\\r\n c"), "b   c");
    assert_eq!(value("A=b \\\n[X]"), "b  [X]");
}

#[test]
fn a_blank_behind_the_backslash_breaks_the_continuation() {
    let text = "[S]\nA=b \\ \t\r\n--c=1\nB=\\\\ \n# \\ \n";
    let parsed = parse(text, DOC);
    assert_eq!(values(&parsed)[0].1, "b \\");
    assert_eq!(parsed.broken_continuation.len(), 1);
    assert_eq!(parsed.broken_continuation[0].slice(text), "\\ \t");
    assert!(parsed.has_crlf);
}

#[test]
fn splits_the_output_of_systemctl_cat() {
    let text = "# /lib/systemd/system/kubelet.service\n[Service]\nExecStart=/a\n\n\
        # /etc/systemd/system/kubelet.service.d/10-kubeadm.conf\n# Note\n[Service]\nExecStart=\n\
        # /etc/kubernetes/a.conf\nExecStart=/b\n\n# /etc/systemd/system/kubelet.service.d/20-empty.conf\n";
    let files = parse(text, DOC).files;
    let paths: Vec<_> = files.iter().map(|file| file.path.as_ref().unwrap().text()).collect();
    assert_eq!(paths[0], "/lib/systemd/system/kubelet.service");
    assert_eq!(paths[1], "/etc/systemd/system/kubelet.service.d/10-kubeadm.conf");
    assert_eq!(files.len(), 3, "a path in an ordinary comment begins no file");
    assert_eq!(files[1].sections[0].entries.len(), 2);
    assert_eq!(files[0].span.end, files[1].span.start);
    assert_eq!(files[2].span.end as usize, text.len());
    assert_eq!(files[0].path.as_ref().unwrap().location().unwrap().span.slice(text), paths[0]);
}

#[test]
fn text_without_path_lines_is_one_file() {
    for text in ["", "\n", "# x\n", "[S]", "A=b"] {
        let files = parse(text, DOC).files;
        assert_eq!(files.len(), 1, "{text:?}");
        assert_eq!(files[0].path, None);
        assert_eq!(files[0].span, Span::of(0, text.len()));
    }
}

#[test]
fn reports_what_systemd_ignores_or_refuses() {
    let text = "A=b\n[Service\n=c\nd\n--e\n";
    let parsed = parse(text, DOC);
    let places: Vec<_> = parsed.problems.iter().map(|problem| problem.span.slice(text)).collect();
    assert_eq!(places, ["A=b", "[Service", "=c", "d"]);
    assert_eq!(parsed.files[0].stray[0].text.text(), "A=b");
    assert_eq!(parsed.files[0].sections[0].name, "Service");
}

#[test]
fn lines_of_a_template_are_no_problem() {
    let parsed = parse("{% if a %}\n[Service]\n{{- if .b }}\nA=b\n{# note #}\n", DOC);
    assert_eq!(parsed.problems, []);
    assert_eq!(parsed.files[0].sections[0].stray.len(), 2);
}

#[test]
fn never_fails_and_spans_stay_inside() {
    let texts = prefixes(SAMPLE).map(str::to_owned).chain(mutants(SAMPLE, 2000));
    for text in texts {
        let parsed = parse(&text, DOC);
        for entry in parsed.files.iter().flat_map(|file| &file.sections).flat_map(|section| &section.entries) {
            assert!(entry.span.slice(&text).starts_with(entry.key_span.slice(&text)), "{text:?}");
            assert!(!entry.key.is_empty());
            if entry.value.is_verbatim() {
                assert_eq!(entry.value.location().unwrap().span.slice(&text), entry.value.text(), "{text:?}");
            }
        }
    }
}

#[test]
fn cost_is_linear() {
    let lines = "  --feature-gates=A=true \\\n  # comment\n".repeat(50_000);
    let parsed = parse(&format!("[Service]\nExecStart=/a \\\n{lines}"), DOC);
    assert_eq!(crate::syntax::words::split(&parsed.files[0].sections[0].entries[0].value).len(), 50_001);
    let headers = "# /a/b.conf\n".repeat(50_000);
    assert_eq!(parse(&headers, DOC).files.len(), 50_000);
}
