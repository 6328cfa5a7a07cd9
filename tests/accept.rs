//! Accepting a finding: the comment is put where it is read, and changes nothing else.

use plimsoll_rules::report::Category;
use plimsoll_rules::{Document, Options, accept, analyze, apply};
use plimsoll_suite::cases;

fn accepted(name: &str, text: &str, rule: &str, reason: &str) -> Result<String, String> {
    let documents = [Document::new(name, text)];
    let options = Options::default();
    let report = analyze(&documents, &options);
    let at = report.findings.iter().position(|finding| finding.rule == rule).expect("the finding");
    let edit = accept(&documents, &options, at, reason)?.edit;
    let mut new = text.to_owned();
    new.replace_range(edit.start as usize..edit.end as usize, &edit.text);
    Ok(new)
}

#[test]
fn a_comment_stands_above_the_line_with_its_indentation_and_line_end() {
    let config = "apiVersion: kubelet.config.k8s.io/v1beta1\r\nkind: KubeletConfiguration\r\nauthentication:\r\n  \
                  anonymous:\r\n    enabled: true\r\n";
    let new = accepted("config.yaml", config, "kubelet-anonymous-auth", "the gateway\n asks again \\").unwrap();
    let comment = "    # plimsoll: ignore kubelet-anonymous-auth the gateway asks again\r\n";
    assert_eq!(new, config.replace("    enabled", &format!("{comment}    enabled")));
}

#[test]
fn a_continued_command_is_not_torn() {
    let unit = "[Service]\nExecStart=/usr/bin/kubelet --config=/etc/k.yaml \\\n  --anonymous-auth=true \\\n  \
                --max-pods=110\n";
    let new = accepted("kubelet.service", unit, "kubelet-anonymous-auth", "agreed").unwrap();
    assert!(new.contains("# plimsoll: ignore kubelet-anonymous-auth agreed\n"), "{new}");
    let report = analyze(&[Document::new("kubelet.service", new)], &Options::default());
    assert!(report.settings.iter().any(|row| row.setting == "maxPods" && row.value.as_deref() == Some("110")));
}

#[test]
fn json_and_an_empty_reason_are_refused_with_the_reason_why() {
    let json = "{\"apiVersion\": \"kubelet.config.k8s.io/v1beta1\", \"kind\": \"KubeletConfiguration\",\n\
                \"authentication\": {\"anonymous\": {\"enabled\": true}}}\n";
    let refusal = accepted("config.json", json, "kubelet-anonymous-auth", "agreed").unwrap_err();
    assert!(refusal.starts_with("JSON has no comments"), "{refusal}");
    let config = "apiVersion: kubelet.config.k8s.io/v1beta1\nkind: KubeletConfiguration\nreadOnlyPort: 10255\n";
    let refusal = accepted("config.yaml", config, "kubelet-read-only-port", " \n").unwrap_err();
    assert!(refusal.starts_with("Write a reason"), "{refusal}");
}

/// A comment suppresses the finding in every fixture, but where a text holds no comments or is no text to keep.
#[test]
fn every_finding_of_the_fixtures_can_be_accepted() {
    let (mut refused, mut checked) = (Vec::new(), 0);
    for case in cases("rules").into_iter().filter(|case| case.is_bad) {
        let report = analyze(&case.documents, &case.options);
        let Some(at) = report.findings.iter().position(|finding| finding.rule == case.group) else { continue };
        let finding = &report.findings[at];
        if finding.category == Category::Unassessed || finding.suppressed.is_some() {
            continue;
        }
        checked += 1;
        let text = &case.documents[finding.document as usize].text;
        match accept(&case.documents, &case.options, at, "agreed with the team") {
            Ok(acceptance) => {
                let texts = apply(&case.documents, &[acceptance.edit]).expect("the edit fits");
                let pairs = case.documents.iter().zip(texts);
                let documents: Vec<_> = pairs.map(|(old, text)| Document { text, ..old.clone() }).collect();
                let after = analyze(&documents, &case.options);
                let newly = after.findings.iter().filter(|finding| finding.suppressed.is_some()).count();
                let old = report.findings.iter().filter(|finding| finding.suppressed.is_some()).count();
                let place = format!("{}/{}", case.group, case.name);
                assert_eq!(after.findings[at].suppressed.as_deref(), Some("agreed with the team"), "{place}");
                assert_eq!(newly - old, 1 + acceptance.others, "{place}");
                assert_eq!(after.findings.len(), report.findings.len(), "{place}");
            }
            Err(_) if text.trim_start_matches('\u{feff}').trim_start().starts_with('{') => {}
            Err(_) if case.group.starts_with("suppression-") => {}
            Err(refusal) => refused.push(format!("{}/{}: {refusal}", case.group, case.name)),
        }
    }
    assert!(checked > 100, "only {checked} findings were checked");
    assert!(refused.is_empty(), "{} of {checked} refused:\n{}", refused.len(), refused.join("\n"));
}
