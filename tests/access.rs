//! Who may do what: which parts of a kubeconfig count, how the kubelet's command line tells who reads it, and that
//! what Kubernetes makes for itself is no alarm.

use std::time::{Duration, Instant};

use plimsoll_rules::report::{Report, Severity};
use plimsoll_rules::{Document, Options, analyze};
use plimsoll_suite::cases;

fn report(documents: &[(&str, &str)]) -> Report {
    let documents: Vec<Document> = documents.iter().map(|(name, text)| Document::new(*name, *text)).collect();
    analyze(&documents, &Options::default())
}

/// The findings of rules about kubeconfigs, each with its severity.
fn found(documents: &[(&str, &str)]) -> Vec<(String, Severity)> {
    let findings = report(documents).findings.into_iter();
    let own = findings.filter(|finding| finding.rule.starts_with("kubeconfig-"));
    own.map(|finding| (finding.rule, finding.severity)).collect()
}

const TOKEN: &str = "apiVersion: v1
kind: Config
clusters:
- name: c
  cluster: {server: 'https://10.0.0.1:6443', certificate-authority: /ca.crt}
contexts:
- name: x
  context: {cluster: c, user: u}
current-context: x
users:
- name: u
  user: {token: abcdef.0123456789abcdef}
";

#[test]
fn the_command_line_tells_who_reads_a_kubeconfig() {
    let unit = |flag: &str| format!("[Service]\nExecStart=/usr/bin/kubelet --config=/c.yaml {flag}\n");
    let with = |flag: &str| found(&[("kubelet.service", &unit(flag)), ("node.conf", TOKEN)]);
    let bootstrap = |severity| vec![("kubeconfig-bootstrap-token".to_owned(), severity)];
    assert_eq!(with("--kubeconfig=/etc/kubernetes/node.conf"), bootstrap(Severity::High));
    assert_eq!(with("--bootstrap-kubeconfig=/etc/kubernetes/node.conf"), []);
    assert_eq!(with("--kubeconfig=/etc/kubernetes/other.conf"), bootstrap(Severity::Low));
    // The last of a repeated flag wins, and a path that is not known names nothing.
    assert_eq!(with("--kubeconfig=/node.conf --kubeconfig=/other.conf"), bootstrap(Severity::Low));
    assert_eq!(with("--kubeconfig=${DIR}/node.conf"), bootstrap(Severity::Low));
}

#[test]
fn the_flag_is_named_beside_the_finding() {
    let unit = "[Service]\nExecStart=/usr/bin/kubelet --config=/c.yaml --kubeconfig=/etc/node.conf\n";
    let report = report(&[("kubelet.service", unit), ("node.conf", TOKEN)]);
    let finding = report.findings.iter().find(|finding| finding.rule == "kubeconfig-bootstrap-token").unwrap();
    let related = &finding.related[0];
    assert_eq!(related.document, 0);
    assert_eq!(&unit[related.start as usize..related.end as usize], "/etc/node.conf");
}

#[test]
fn only_the_current_context_counts() {
    let text = TOKEN.replace("current-context: x", "current-context: y");
    let rest = "- name: v\n  user: {client-certificate: /c.crt, client-key: /c.key}\n";
    let text = text.replace("contexts:\n", "contexts:\n- name: y\n  context: {cluster: c, user: v}\n") + rest;
    assert_eq!(found(&[("work.conf", &text)]), []);
    let kept = vec![("kubeconfig-other-credentials".to_owned(), Severity::Medium)];
    assert_eq!(found(&[("kubelet.conf", &text)]), kept);
}

#[test]
fn what_kubernetes_makes_for_itself_is_no_alarm() {
    let role = |kind: &str, name: &str| {
        format!(
            "apiVersion: rbac.authorization.k8s.io/v1\nkind: {kind}\nmetadata:\n  name: {name}\n  namespace: \
             kube-system\n  labels: {{kubernetes.io/bootstrapping: rbac-defaults}}\nrules:\n- apiGroups: ['*']\n  \
             resources: ['*', secrets, nodes/proxy, serviceaccounts/token]\n  verbs: ['*']\n"
        )
    };
    for (kind, name) in [
        ("ClusterRole", "cluster-admin"),
        ("ClusterRole", "system:controller:namespace-controller"),
        ("ClusterRole", "system:kubelet-api-admin"),
        ("ClusterRole", "system:new-in-some-release"),
        ("Role", "system:controller:token-cleaner"),
    ] {
        assert_eq!(report(&[("role.yaml", &role(kind, name))]).findings, [], "{name}");
    }
    for (kind, name) in [("ClusterRole", "mine"), ("Role", "cluster-admin"), ("ClusterRole", "systemd")] {
        assert!(!report(&[("role.yaml", &role(kind, name))]).findings.is_empty(), "{name}");
    }
}

#[test]
fn half_typed_objects_are_read() {
    let files: Vec<Document> = cases("rules")
        .into_iter()
        .filter(|case| ["kubeconfig-", "rbac-", "namespace-"].iter().any(|family| case.group.starts_with(family)))
        .flat_map(|case| case.documents)
        .collect();
    assert!(files.len() > 100, "{} files", files.len());
    for file in files {
        let ends = file.text.char_indices().map(|(at, _)| at).step_by(11).filter(|at| *at < 1200);
        for end in ends {
            let text = Document { text: file.text[..end].to_owned(), ..file.clone() };
            analyze(&[text], &Options::default());
        }
    }
}

#[test]
fn many_objects_and_long_lists_are_judged_in_time() {
    let head = "apiVersion: rbac.authorization.k8s.io/v1\nkind: ClusterRoleBinding\nmetadata: {name: a}\nroleRef: \
                {apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: cluster-admin}\nsubjects:\n";
    let subject = "- {kind: User, name: 'system:anonymous', apiGroup: rbac.authorization.k8s.io}\n";
    let namespace = "---\napiVersion: v1\nkind: Namespace\nmetadata: {name: a}\n";
    let labels: String = (0..4000).map(|at| format!("    pod-security.kubernetes.io/x{at}: baseline\n")).collect();
    let role = "apiVersion: rbac.authorization.k8s.io/v1\nkind: ClusterRole\nmetadata: {name: a}\nrules:\n- apiGroups: \
                ['']\n  verbs: [get]\n  resources:\n";
    // Of one list the first 500 items are looked at.
    for (name, least, text) in [
        ("subjects", 500, format!("{head}{}", subject.repeat(4000))),
        ("bindings", 1500, format!("---\n{head}{subject}").repeat(1500)),
        ("namespaces", 4000, namespace.repeat(4000)),
        ("labels", 4000, format!("apiVersion: v1\nkind: Namespace\nmetadata:\n  name: a\n  labels:\n{labels}")),
        ("resources", 500, format!("{role}{}", "  - pods/*\n".repeat(8000))),
    ] {
        let start = Instant::now();
        let findings = report(&[("objects.yaml", &text)]).findings;
        assert!(findings.len() >= least, "{name}: {}", findings.len());
        assert!(findings.iter().filter(|finding| !finding.fixes.is_empty()).count() <= 500, "{name}");
        assert!(start.elapsed() < Duration::from_secs(20), "{name}: {:?}", start.elapsed());
    }
}
