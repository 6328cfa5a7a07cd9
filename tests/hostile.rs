//! Input that nobody should give: it must get an answer, and nothing may panic.

use plimsoll_rules::{Document, Kind, MAX_DOCUMENT_BYTES, Options, analyze};

fn problems(name: &str, text: &str) -> Vec<String> {
    let report = analyze(&[Document::new(name, text)], &Options::default());
    report.documents[0].problems.iter().map(|problem| problem.message.clone()).collect()
}

#[test]
fn too_large_is_said_with_the_limit() {
    let text = "a".repeat(MAX_DOCUMENT_BYTES + 1);
    assert!(problems("big.yaml", &text)[0].contains("the limit is 4 MiB"));
}

#[test]
fn binary_is_said() {
    assert!(problems("kubelet", "\u{7f}ELF\u{2}\u{1}\0\0kind: KubeletConfiguration")[0].contains("NUL"));
}

#[test]
fn unknown_text_is_said() {
    assert!(problems("letter.txt", "Dear all,\nplease find enclosed.\n")[0].contains("not recognised"));
}

#[test]
fn empty_text_is_no_problem() {
    assert_eq!(problems("new", ""), Vec::<String>::new());
    assert_eq!(problems("new", " \n"), Vec::<String>::new());
}

#[test]
fn broken_yaml_is_read_as_far_as_it_goes() {
    let text = "kind: KubeletConfiguration\napiVersion: kubelet.config.k8s.io/v1beta1\nauthentication: [\nreadOnlyPort: 10255\n";
    let report = analyze(&[Document::new("c.yaml", text)], &Options::default());
    assert!(!report.documents[0].problems.is_empty());
    assert!(report.findings.iter().any(|finding| finding.rule == "kubelet-read-only-port"), "{:#?}", report.findings);
}

#[test]
fn every_kind_takes_every_prefix_and_nonsense() {
    let texts = [
        include_str!("bundles/kubeadm-complete/kubelet.service"),
        include_str!("bundles/kubeadm-complete/config.yaml"),
        include_str!("bundles/kubeadm-complete/10-kubeadm.conf"),
        include_str!("rules/kubelet-anonymous-auth/bad-kubeadm.yaml"),
        include_str!("rules/kubelet-anonymous-auth/bad-kind.yaml"),
        include_str!("rules/apiserver-profiling/bad-configmap.yaml"),
        "{\"kind\": \"KubeletConfiguration\", \"authentication\": {\"anonymous\": {\"enabled\": tr",
        "--anonymous-auth=\"fal\\",
        "\u{feff}[Service]\r\nExecStart=/usr/bin/kubelet \\\r\n  ${A\\\r\n",
        "- - - - - - - - [[[[[[{{{{{{",
    ];
    for kind in Kind::ALL {
        for text in texts {
            for end in (0..=text.len()).step_by(7).filter(|end| text.is_char_boundary(*end)) {
                let document = Document { kind: Some(*kind), ..Document::new("x", &text[..end]) };
                analyze(&[document], &Options::default());
            }
        }
    }
}

#[test]
fn deep_and_repetitive_input_is_bounded() {
    for kind in Kind::ALL {
        for text in [
            "- ".repeat(100_000),
            "[".repeat(100_000),
            "{\"a\":".repeat(50_000),
            "a: &a [*a, *a]\n".repeat(10_000),
            "ExecStart=/usr/bin/kubelet $A $A \\\n".repeat(5_000),
            "\"".repeat(100_000),
            "--a ".repeat(50_000),
            "\\\n".repeat(100_000),
            "---\nkind: InitConfiguration\nnodeRegistration: {kubeletExtraArgs: {v: a}}\n".repeat(3_000),
            "---\nkind: ClusterConfiguration\napiServer: {extraArgs: [{name: v}]}\n".repeat(3_000),
            "# plimsoll: ignore removed-flag x\n".repeat(20_000),
            "a: # plimsoll: ignore-file config-unknown-field x\n".repeat(5_000),
        ] {
            let document = Document { kind: Some(*kind), ..Document::new("x", text) };
            analyze(&[document], &Options::default());
        }
    }
}

#[test]
fn an_alias_bomb_in_a_manifest_is_searched_once() {
    let mut text = "kind: Pod\na0: &a0 {image: kube-apiserver}\n".to_owned();
    for level in 1..12 {
        let below = format!("*a{}, ", level - 1).repeat(8);
        text += &format!("a{level}: &a{level} [{below}]\n");
    }
    text += "spec: *a11\n";
    let nothing = "No container in this text is recognised as a kube-apiserver. Nothing in it was checked.";
    assert_eq!(problems("kube-apiserver.yaml", &text), [nothing]);
}

#[test]
fn one_mistake_many_times_over_is_reported_each_time_and_mended_in_rounds() {
    let text = format!("[Service]\nExecStart=/usr/bin/kubelet{}\n", " --allow-privileged=true".repeat(20_000));
    let documents = [Document::new("kubelet.service", text)];
    let report = analyze(&documents, &Options::default());
    let removed: Vec<_> = report.findings.iter().filter(|finding| finding.rule == "removed-flag").collect();
    assert_eq!(removed.len(), 20_000);
    assert_eq!(removed.iter().filter(|finding| finding.fixes.is_empty()).count(), 19_500);

    let accepted = "# plimsoll: ignore removed-flag x\n".repeat(50) + "# plimsoll: ignore-file removed-flag x\n";
    let documents = [Document::new("kubelet.service", accepted + &documents[0].text)];
    let report = analyze(&documents, &Options::default());
    assert_eq!(report.findings.iter().filter(|finding| finding.suppressed.is_some()).count(), 20_000);
}

#[test]
fn more_components_than_can_be_judged_are_said() {
    let one = "apiVersion: kubelet.config.k8s.io/v1beta1\nkind: KubeletConfiguration\nreadOnlyPort: 10255\n---\n";
    let documents = [Document::new("nodes.yaml", one.repeat(502))];
    let report = analyze(&documents, &Options::default());
    assert_eq!(report.findings.iter().filter(|finding| finding.rule == "kubelet-read-only-port").count(), 500);
    let said: Vec<_> = report.documents[0].problems.iter().map(|problem| (problem.line, &*problem.message)).collect();
    let message = "These documents describe 502 components, and 500 are judged at once. Nothing from here on was \
                   checked. Give the rest by itself.";
    assert_eq!(said, [(2002, message)]);
}

#[test]
fn long_and_many_objects_are_judged_in_bounds() {
    let rule = "- level: None\n  users: [a]\n";
    let policy = format!("apiVersion: audit.k8s.io/v1\nkind: Policy\nrules:\n{}", rule.repeat(60_000));
    let entry = "- resources: [secrets]\n  providers: [{identity: {}}]\n";
    let header = "apiVersion: apiserver.config.k8s.io/v1\nkind: EncryptionConfiguration\nresources:\n";
    let encryption = format!("{header}{}", entry.repeat(30_000));
    let object = "---\napiVersion: pod-security.admission.config.k8s.io/v1\nkind: PodSecurityConfiguration\n";
    let many = object.repeat(20_000);
    let mount = "    - {name: a, mountPath: /a}\n";
    let manifest = format!(
        "kind: Pod\napiVersion: v1\nspec:\n  containers:\n  - command: [kube-apiserver, --client-ca-file=/b]\n    \
         volumeMounts:\n{}",
        mount.repeat(60_000)
    );
    let start = std::time::Instant::now();
    for text in [policy, encryption, many, manifest] {
        let documents = [Document::new("x.yaml", text)];
        std::hint::black_box(analyze(&documents, &Options::default()));
    }
    assert!(start.elapsed().as_secs() < 60, "took {:?}", start.elapsed());
}
