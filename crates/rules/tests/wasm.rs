//! The rules as the page runs them: as wasm, one instance for many texts, with a small stack.

#![cfg(target_arch = "wasm32")]
#![expect(clippy::indexing_slicing, clippy::panic, clippy::string_slice, reason = "tests")]

use plimsoll_rules::report::{Report, Safety};
use plimsoll_rules::{Document, Kind, Options, analyze, fix_all};
use wasm_bindgen_test::wasm_bindgen_test;

const UNIT: &str = "[Service]\n\
    ExecStart=/usr/bin/kubelet \\\n  \
    # kept for the dashboards\n  \
    --read-only-port=10255 \\\n  \
    --anonymous-auth=true --config=/var/lib/kubelet/config.yaml\n";
const CONFIG: &str = "apiVersion: kubelet.config.k8s.io/v1beta1\n\
    kind: KubeletConfiguration\n\
    authentication:\n  anonymous:\n    enabled: true # for the agent\n\
    clusterDNS: [10.96.0.10]\n\
    readOnlyPort: 10255\n";
const MANIFEST: &str = "apiVersion: v1\nkind: Pod\nspec:\n  containers:\n  - name: kube-apiserver\n    command:\n    \
    - kube-apiserver\n    - --anonymous-auth=true\n    - --authorization-mode=AlwaysAllow\n";

fn lint(name: &str, text: &str) -> Report {
    analyze(&[Document::new(name, text)], &Options::default())
}

/// The text that the finding of `rule` points at.
fn found<'t>(report: &Report, rule: &str, text: &'t str) -> &'t str {
    let finding = report.findings.iter().find(|finding| finding.rule == rule);
    let Some(finding) = finding else { panic!("{rule} is not among {:#?}", report.findings) };
    &text[finding.start as usize..finding.end as usize]
}

#[wasm_bindgen_test]
fn finds_what_is_insecure_in_each_kind() {
    let unit = lint("kubelet.service", UNIT);
    assert_eq!(found(&unit, "kubelet-read-only-port", UNIT), "--read-only-port=10255");
    let config = lint("config.yaml", CONFIG);
    assert_eq!(found(&config, "kubelet-anonymous-auth", CONFIG), "enabled: true");
    let manifest = lint("kube-apiserver.yaml", MANIFEST);
    assert!(found(&manifest, "apiserver-authz-not-always-allow", MANIFEST).ends_with("AlwaysAllow"));
}

#[wasm_bindgen_test]
fn mends_unit_and_file_together() {
    let documents = [Document::new("kubelet.service", UNIT), Document::new("config.yaml", CONFIG)];
    let fixed = fix_all(&documents, &Options::default(), Safety::Safe);
    assert!(fixed.texts[0].contains("--anonymous-auth=false"), "{}", fixed.texts[0]);
    assert!(fixed.texts[0].contains("# kept for the dashboards"), "{}", fixed.texts[0]);
}

#[wasm_bindgen_test]
fn takes_half_typed_text() {
    for text in [UNIT, CONFIG, MANIFEST, "{\"kind\": \"KubeletConfiguration\", \"authentication\": {\"x509\": ["] {
        for end in 0..=text.len() {
            lint("half", &text[..end]);
        }
    }
    let broken = CONFIG.replace("clusterDNS: [", "clusterDNS [");
    let report = lint("config.yaml", &broken);
    assert_eq!(report.documents[0].problems.len(), 1, "{report:#?}");
    assert_eq!(found(&report, "kubelet-read-only-port", &broken), "readOnlyPort: 10255");
}

#[wasm_bindgen_test]
fn reads_a_megabyte() {
    let mut text = CONFIG.replace("[10.96.0.10]", "");
    text.push_str("registerWithTaints:\n");
    while text.len() < 1024 * 1024 {
        text.push_str("  - key: example.org/rack # kept\n    effect: NoSchedule\n");
    }
    let report = lint("config.yaml", &text);
    assert_eq!(report.documents[0].problems, []);
    assert_eq!(found(&report, "kubelet-anonymous-auth", &text), "enabled: true");
    let unit = format!("{UNIT}{}", "# a note\nEnvironment=A=b\n".repeat(40_000));
    assert_eq!(found(&lint("kubelet.service", &unit), "kubelet-read-only-port", &unit), "--read-only-port=10255");
}

#[wasm_bindgen_test]
fn survives_ten_thousand_levels_as_any_kind() {
    const LEVELS: usize = 10_000;
    let steps: String = (0..LEVELS).map(|depth| format!("{}a:\n", " ".repeat(depth.min(300)))).collect();
    let texts = [
        "- ".repeat(LEVELS),
        "[".repeat(LEVELS),
        "{\"a\":".repeat(LEVELS),
        "? ".repeat(LEVELS),
        format!("{}{}", "[".repeat(LEVELS), "]".repeat(LEVELS)),
        format!("ExecStart=/usr/bin/kubelet {}", "\"'".repeat(LEVELS)),
        format!("ExecStart=/bin/sh -c '{}kubelet", "$(".repeat(LEVELS)),
        steps,
    ];
    for kind in Kind::ALL {
        for text in &texts {
            let document = Document { kind: Some(*kind), ..Document::new("deep", text.clone()) };
            analyze(&[document], &Options::default());
        }
    }
}

#[wasm_bindgen_test]
fn one_instance_gives_the_same_answer_each_time() {
    let documents = [Document::new("kubelet.service", UNIT), Document::new("config.yaml", CONFIG)];
    let first = analyze(&documents, &Options::default());
    for _ in 0..2_000 {
        assert_eq!(analyze(&documents, &Options::default()), first);
    }
}
