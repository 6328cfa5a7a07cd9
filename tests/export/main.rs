//! What leaves: every format of `plimsoll-export`, read back by readers that are not ours.

mod csv;
mod markdown;
mod masking;
mod patch;
mod sarif;

use plimsoll_export::{Format, Masking, Part, export};
use plimsoll_rules::report::Report;
use plimsoll_rules::{Document, Options, analyze};
use plimsoll_suite::{Case, cases};

/// All fixtures with their reports.
fn reports() -> Vec<(Case, Report)> {
    let all = cases("rules").into_iter().chain(cases("bundles")).chain(cases("suppressions"));
    all.map(|case| {
        let report = analyze(&case.documents, &case.options);
        (case, report)
    })
    .collect()
}

/// One bundle as `format`.
fn written(documents: &[Document], format: Format, masking: Masking) -> String {
    let options = Options::default();
    let report = analyze(documents, &options);
    export(&[Part::new(documents, &options, &report, masking)], format).unwrap()
}

/// Names and texts that try to become something else than text.
fn hostile() -> Vec<Document> {
    let text = "[Service]\nExecStart=/usr/bin/kubelet --config=/c --anonymous-auth=true --\u{60}<img/src=x>|[a](http://b)@all=1 \
                --=cmd|'/c'!A1 --node-ip=`x` --<script>alert(1)</script>=2\n# plimsoll: ignore kubelet-event-qps =HYPERLINK(\"x\")\n";
    [
        "=cmd|' /C calc'!A0.service",
        "+1.service",
        "-x.service",
        "@all <b>.service",
        "a|b`c``d](x).service",
        "\tx.service",
    ]
    .map(|name| Document::new(name, text))
    .to_vec()
}

#[test]
fn a_log_and_a_table_say_which_rules_and_which_data_judged() {
    let documents = [Document::new("kubelet.service", "[Service]\nExecStart=/usr/bin/kubelet --anonymous-auth=true\n")];
    for format in [Format::Sarif, Format::Markdown, Format::Html] {
        let text = written(&documents, format, Masking::Masked);
        assert!(text.contains(plimsoll_rules::EDITION) && text.contains("kubelet-anonymous-auth"), "{format:?}");
    }
}

#[test]
fn json_is_the_report_of_the_command_line() {
    for (case, report) in reports() {
        let part = Part::new(&case.documents, &case.options, &report, Masking::Plain);
        let plain = serde_json::to_string_pretty(&report).unwrap() + "\n";
        assert_eq!(export(&[part], Format::Json).unwrap(), plain);
    }
}

#[test]
fn no_path_of_the_machine_leaves() {
    let text = "[Service]\nExecStart=/usr/bin/kubelet --anonymous-auth=true\n";
    for name in ["/home/someone/kubelet.service", "C:\\Users\\someone\\kubelet.service", "./kubelet.service", "-"] {
        let log = written(&[Document::new(name, text)], Format::Sarif, Masking::Masked);
        let log: serde_json::Value = serde_json::from_str(&log).unwrap();
        let uri = log["runs"][0]["results"][0]["locations"][0]["physicalLocation"]["artifactLocation"]["uri"].as_str();
        let uri = uri.unwrap();
        assert!(!uri.starts_with('/') && !uri.contains(':') && !uri.contains('\\') && !uri.starts_with('.'), "{uri}");
    }
}
