//! Documents of kubeadm and of kind: which value wins, what the installer adds, where findings point.

use plimsoll_rules::report::{Finding, Report};
use plimsoll_rules::{Document, Options, Version, analyze};

fn report_for(minor: u8, text: &str) -> Report {
    let mut options = Options::default();
    options.version.replace(Version(minor));
    analyze(&[Document::new("kubeadm.yaml", text)], &options)
}

fn value(report: &Report, component: &str, name: &str) -> Option<String> {
    let mut settings = report.settings.iter().filter(|setting| setting.component == component);
    settings.find(|setting| setting.setting == name).and_then(|setting| setting.value.clone())
}

fn apiserver(report: &Report, name: &str) -> Option<String> {
    value(report, "kube-apiserver", name)
}

fn found<'r>(report: &'r Report, rule: &str) -> Vec<&'r Finding> {
    report.findings.iter().filter(|finding| finding.rule == rule).collect()
}

fn cluster(version: &str, rest: &str) -> String {
    format!("apiVersion: kubeadm.k8s.io/{version}\nkind: ClusterConfiguration\n{rest}")
}

#[test]
fn kubeadm_fills_in_what_nobody_wrote() {
    let report = report_for(36, &cluster("v1beta4", "certificatesDir: /pki\nnetworking:\n  dnsDomain: example.org\n"));
    for (flag, expected) in [
        ("--authorization-mode", "Node,RBAC"),
        ("--client-ca-file", "/pki/ca.crt"),
        ("--enable-admission-plugins", "NodeRestriction"),
        ("--secure-port", "6443"),
        ("--service-account-issuer", "https://kubernetes.default.svc.example.org"),
        ("--service-cluster-ip-range", "10.96.0.0/12"),
    ] {
        assert_eq!(apiserver(&report, flag).as_deref(), Some(expected), "{flag}");
    }
    assert_eq!(apiserver(&report, "--advertise-address"), None);
}

#[test]
fn an_argument_takes_the_place_of_kubeadms_own() {
    let list = "apiServer:\n  extraArgs:\n  - name: enable-admission-plugins\n    value: PodSecurity\n";
    let map = "apiServer:\n  extraArgs:\n    enable-admission-plugins: PodSecurity\n";
    for text in [cluster("v1beta4", list), cluster("v1beta3", map)] {
        let report = report_for(35, &text);
        assert_eq!(apiserver(&report, "--enable-admission-plugins").as_deref(), Some("PodSecurity"));
    }
}

#[test]
fn the_authorization_mode_is_merged_by_release() {
    let mode = |minor: u8, arguments: &str| {
        let text = cluster("v1beta3", &format!("apiServer:\n  extraArgs:\n{arguments}"));
        apiserver(&report_for(minor, &text), "--authorization-mode")
    };
    let half = "    authorization-mode: RBAC,Nobody\n";
    assert_eq!(mode(29, half).as_deref(), Some("RBAC"));
    assert_eq!(mode(29, "    authorization-mode: Nobody\n").as_deref(), Some("Node,RBAC"));
    assert_eq!(mode(30, half).as_deref(), Some("RBAC,Nobody"));
    let file = "    authorization-config: /etc/kubernetes/authorization.yaml\n";
    assert_eq!(mode(29, file).as_deref(), Some("Node,RBAC"));
    assert_ne!(mode(31, file).as_deref(), Some("Node,RBAC"));
}

#[test]
fn repeated_arguments_were_sorted_once() {
    let text = cluster(
        "v1beta4",
        "apiServer:\n  extraArgs:\n  - {name: profiling, value: \"true\"}\n  - {name: profiling, value: \"false\"}\n",
    );
    assert_eq!(apiserver(&report_for(31, &text), "--profiling").as_deref(), Some("true"));
    assert_eq!(apiserver(&report_for(32, &text), "--profiling").as_deref(), Some("false"));
}

#[test]
fn an_external_etcd_is_as_it_is_written() {
    let text = cluster("v1beta4", "etcd:\n  external:\n    endpoints: [\"https://a:2379\", \"https://b:2379\"]\n");
    let report = report_for(36, &text);
    assert_eq!(apiserver(&report, "--etcd-servers").as_deref(), Some("https://a:2379,https://b:2379"));
    assert_eq!(found(&report, "apiserver-etcd-cafile").len(), 1);
}

#[test]
fn arguments_of_the_kubelet_win_over_the_file() {
    let text = "apiVersion: kubeadm.k8s.io/v1beta4\nkind: InitConfiguration\nnodeRegistration:\n  kubeletExtraArgs:\n  \
                - name: read-only-port\n    value: \"10255\"\n---\napiVersion: kubelet.config.k8s.io/v1beta1\nkind: \
                KubeletConfiguration\nreadOnlyPort: 0\n";
    let report = report_for(36, text);
    assert_eq!(value(&report, "kubelet", "readOnlyPort").as_deref(), Some("10255"));
    assert_eq!(value(&report, "kubelet", "rotateCertificates").as_deref(), Some("true"));
    assert!(found(&report, "kubelet-legacy-defaults").is_empty());
}

#[test]
fn the_file_of_a_joining_node_is_not_known() {
    let text = "apiVersion: kubeadm.k8s.io/v1beta4\nkind: JoinConfiguration\nnodeRegistration:\n  kubeletExtraArgs:\n  \
                - name: v\n    value: \"2\"\n";
    let report = report_for(36, text);
    assert_eq!(value(&report, "kubelet", "protectKernelDefaults"), None);
    assert!(found(&report, "kubelet-protect-kernel-defaults").is_empty());
    assert_eq!(found(&report, "kubelet-config-file-not-given").len(), 1);
}

#[test]
fn a_patch_of_kind_points_into_its_block() {
    let text = "kind: Cluster\napiVersion: kind.x-k8s.io/v1alpha4\nnodes:\n- role: control-plane\n  \
                kubeadmConfigPatches:\n  - |\n    kind: ClusterConfiguration\n    apiServer:\n      extraArgs:\n        \
                profiling: \"true\"\n";
    let report = report_for(33, text);
    let profiling = found(&report, "apiserver-profiling");
    assert_eq!(&text[profiling[0].start as usize..profiling[0].end as usize], "profiling: \"true");
    let edit = &profiling[0].fixes[0].edits[0];
    assert_eq!(&text[edit.start as usize..edit.end as usize], "\"true\"");
}

#[test]
fn what_is_not_read_is_said() {
    let problems = |text: &str| report_for(36, text).documents[0].problems.clone();
    let head = "kind: Cluster\napiVersion: kind.x-k8s.io/v1alpha4\n";
    let folded = problems(&format!("{head}kubeadmConfigPatches:\n- >\n  kind: ClusterConfiguration\n"));
    assert!(folded[0].message.contains("This is not read"), "{folded:?}");
    let nothing = problems("apiVersion: kubeadm.k8s.io/v1beta4\nkind: JoinConfiguration\n");
    assert!(nothing[0].message.contains("Nothing in this text was checked"), "{nothing:?}");
}

#[test]
fn arguments_made_by_a_template_leave_the_rest_unknown() {
    let text = cluster("v1beta3", "apiServer:\n  extraArgs: {{ toJson .Values.arguments }}\n");
    let report = report_for(33, &text);
    assert!(found(&report, "apiserver-profiling").is_empty());
    assert!(found(&report, "apiserver-audit-log-path").is_empty());
}
