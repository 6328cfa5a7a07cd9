//! Several documents judged together: what wins, what is unknown, what is said about it.

use plimsoll_rules::report::{Confidence, Layer, Report, SettingReport, Verdict};
use plimsoll_rules::{Document, Options, analyze};
use plimsoll_suite::cases;

fn report(documents: &[(&str, &str)]) -> Report {
    let documents: Vec<Document> = documents.iter().map(|(name, text)| Document::new(*name, *text)).collect();
    analyze(&documents, &Options::default())
}

fn setting<'r>(report: &'r Report, name: &str) -> &'r SettingReport {
    report.settings.iter().find(|setting| setting.setting == name).unwrap()
}

fn value(report: &Report, name: &str) -> Option<String> {
    setting(report, name).value.clone()
}

/// The folder `bundles/<name>/` holds the files themselves, so it is read as one group of single documents.
fn files(name: &str) -> Vec<Document> {
    cases("bundles").into_iter().filter(|case| case.group == name).flat_map(|case| case.documents).collect()
}

const CONFIG: &str = "apiVersion: kubelet.config.k8s.io/v1beta1\nkind: KubeletConfiguration\n";

#[test]
fn flags_only_start_from_the_lenient_defaults() {
    let report = report(&[("kubelet.service", "[Service]\nExecStart=/usr/bin/kubelet --kubeconfig=/k\n")]);
    assert_eq!(value(&report, "authentication.anonymous.enabled").as_deref(), Some("true"));
    assert_eq!(value(&report, "authentication.webhook.enabled").as_deref(), Some("false"));
    assert_eq!(value(&report, "authorization.mode").as_deref(), Some("AlwaysAllow"));
    assert_eq!(value(&report, "readOnlyPort").as_deref(), Some("10255"));
    assert_eq!(setting(&report, "readOnlyPort").source.kind, Layer::Default);
}

#[test]
fn a_configuration_file_brings_the_strict_defaults() {
    let unit = "[Service]\nExecStart=/usr/bin/kubelet --config=/c.yaml\n";
    let report = report(&[("kubelet.service", unit), ("c.yaml", CONFIG)]);
    assert_eq!(value(&report, "authentication.anonymous.enabled").as_deref(), Some("false"));
    assert_eq!(value(&report, "authorization.mode").as_deref(), Some("Webhook"));
    assert_eq!(value(&report, "readOnlyPort").as_deref(), Some("0"));
}

#[test]
fn a_file_that_was_not_given_leaves_values_unknown() {
    let report = report(&[("kubelet.service", "[Service]\nExecStart=/usr/bin/kubelet --config=/c.yaml\n")]);
    assert_eq!(value(&report, "authentication.anonymous.enabled"), None);
    assert_eq!(setting(&report, "authentication.anonymous.enabled").verdict, Verdict::Unknown);
    let told = report.findings.iter().find(|finding| finding.rule == "kubelet-config-file-not-given").unwrap();
    assert!(told.message.contains("/c.yaml"), "{}", told.message);
    assert!(report.findings.iter().all(|finding| finding.rule != "kubelet-anonymous-auth"));
}

#[test]
fn flags_win_over_the_file_and_the_last_flag_wins() {
    let unit = "[Service]\nExecStart=/usr/bin/kubelet --config=/c.yaml --read-only-port=1 --read-only-port=2\n";
    let config = format!("{CONFIG}readOnlyPort: 3\n");
    let report = report(&[("kubelet.service", unit), ("c.yaml", &config)]);
    let port = setting(&report, "readOnlyPort");
    assert_eq!((port.value.as_deref(), port.source.kind, port.shadowed.len()), (Some("2"), Layer::Flag, 2));
    assert_eq!(port.shadowed[0].kind, Layer::File);
}

#[test]
fn an_empty_exec_start_resets_and_a_drop_in_replaces() {
    let unit = "[Service]\nExecStart=/usr/bin/kubelet --read-only-port=1\n";
    let drop_in = "[Service]\nExecStart=\nExecStart=/usr/bin/kubelet --read-only-port=0\n";
    let report = report(&[("kubelet.service", unit), ("10-x.conf", drop_in)]);
    assert_eq!(value(&report, "readOnlyPort").as_deref(), Some("0"));
    assert!(report.findings.iter().all(|finding| finding.rule != "second-exec-start"));
}

#[test]
fn systemctl_cat_is_one_bundle() {
    let text = "# /lib/systemd/system/kubelet.service\n[Service]\nExecStart=/usr/bin/kubelet\n\n\
                # /etc/systemd/system/kubelet.service.d/10.conf\n[Service]\nEnvironment=\"A=--read-only-port=5\"\n\
                ExecStart=\nExecStart=/usr/bin/kubelet $A\n";
    let report = report(&[("paste", text)]);
    assert_eq!(report.documents[0].kind, "kubelet-unit");
    let port = setting(&report, "readOnlyPort");
    assert_eq!((port.value.as_deref(), port.source.kind), (Some("5"), Layer::Env));
    let at = text.find("--read-only-port").unwrap() as u32;
    assert_eq!(port.source.start, Some(at));
}

#[test]
fn environment_files_override_environment() {
    let unit = "[Service]\nEnvironment=\"X=--read-only-port=1\"\nEnvironmentFile=-/etc/default/kubelet\n\
                ExecStart=/usr/bin/kubelet $X\n";
    let report = report(&[("kubelet.service", unit), ("kubelet", "X=--read-only-port=7\n")]);
    assert_eq!(value(&report, "readOnlyPort").as_deref(), Some("7"));
    assert_eq!(setting(&report, "readOnlyPort").source.document, Some(1));
}

#[test]
fn the_stock_kubeadm_drop_in_alone_says_what_is_missing() {
    let report = bundle_of(files("kubeadm-drop-in-alone"));
    let unassessed: Vec<&str> = report
        .findings
        .iter()
        .filter(|finding| finding.category.name() == "unassessed")
        .map(|finding| finding.message.as_str())
        .collect();
    let all = unassessed.join("\n");
    for wanted in [
        "/var/lib/kubelet/config.yaml",
        "KUBELET_EXTRA_ARGS",
        "/etc/sysconfig/kubelet",
        "/var/lib/kubelet/kubeadm-flags.env",
    ] {
        assert!(all.contains(wanted), "{wanted} is not named in:\n{all}");
    }
    assert!(report.findings.iter().all(|finding| finding.category.name() == "unassessed"), "{:#?}", report.findings);
    assert_eq!(value(&report, "readOnlyPort"), None);
}

#[test]
fn the_complete_kubeadm_bundle_is_known_and_certain() {
    let report = bundle_of(files("kubeadm-complete"));
    assert_eq!(value(&report, "authentication.anonymous.enabled").as_deref(), Some("false"));
    assert!(report.findings.iter().all(|finding| finding.category.name() != "unassessed"), "{:#?}", report.findings);
    assert!(report.findings.iter().all(|finding| finding.confidence == Confidence::Certain));
    assert!(report.findings.iter().all(|finding| finding.severity.name() != "critical"));
}

#[test]
fn a_text_from_which_nothing_is_read_says_so() {
    let kind = "kind: Config\napiVersion: kind.sigs.k8s.io/v1alpha3\nnodes:\n- role: control-plane\n";
    let policy = "apiVersion: kyverno.io/v1\nkind: Policy\nmetadata:\n  name: p\nspec: {}\n";
    let exporter = "apiVersion: v1\nkind: Pod\nmetadata:\n  name: kube-apiserver-exporter\nspec:\n  containers:\n  - name: x\n    image: x\n";
    let unit = "[Unit]\nDescription=kube-apiserver\n[Service]\nExecStart=/opt/kubelet-wrapper --secure-port=6443\n";
    for (name, text) in [("a.yaml", kind), ("b.yaml", policy), ("c.yaml", exporter), ("kube-apiserver.service", unit)] {
        let report = report(&[(name, text)]);
        let told = report.documents[0].problems.iter().any(|problem| problem.message.contains("Nothing in it was"));
        assert!(told && report.findings.is_empty(), "{name}: {:#?}", report.documents[0]);
    }
    let role = "apiVersion: rbac.authorization.k8s.io/v1\nkind: Role\nmetadata:\n  name: r\nrules: []\n";
    assert!(report(&[("role.yaml", role)]).documents[0].problems.is_empty());
}

#[test]
fn an_unset_variable_is_nothing_and_a_literal_one_is_said() {
    let command = "[Service]\nExecStart=/usr/bin/kubelet --kubeconfig=/k $NOBODY_SETS_THIS\n";
    // `systemctl cat` shows everything that could set it; a unit by itself does not.
    let whole = format!("# /lib/systemd/system/kubelet.service\n{command}");
    assert_eq!(value(&report(&[("paste", &whole)]), "readOnlyPort").as_deref(), Some("10255"));
    assert_eq!(value(&report(&[("kubelet.service", command)]), "readOnlyPort"), None);
}

#[test]
fn a_shell_wrapper_in_a_manifest_is_read() {
    let manifest = "apiVersion: v1\nkind: Pod\nspec:\n  containers:\n  - name: kube-apiserver\n    command:\n    - /bin/sh\n    - -c\n    \
                    - exec kube-apiserver --profiling=true --authorization-mode=Node,RBAC 2>&1 | tee /x\n";
    let report = report(&[("kube-apiserver.yaml", manifest)]);
    assert_eq!(value(&report, "--profiling").as_deref(), Some("true"));
    assert_eq!(value(&report, "--authorization-mode").as_deref(), Some("Node,RBAC"));
}

#[test]
fn variables_of_a_container_are_replaced_in_its_command() {
    let env = "    env:\n    - name: PORT\n      value: \"7443\"\n    - name: IP\n      valueFrom:\n        fieldRef:\n          \
               fieldPath: status.podIP\n    - name: BOTH\n      value: $(PORT)-$(NOBODY)\n";
    for (flag, setting_name, wanted) in [
        ("--secure-port=$(PORT)", "--secure-port", Some("7443")),
        ("--advertise-address=$(IP)", "--advertise-address", None),
        ("--external-hostname=a$(PORT)b", "--external-hostname", Some("a7443b")),
        ("--external-hostname=$(BOTH)", "--external-hostname", Some("7443-$(NOBODY)")),
        ("--external-hostname=$$(PORT)", "--external-hostname", Some("$(PORT)")),
        ("--external-hostname=$(NOBODY)", "--external-hostname", Some("$(NOBODY)")),
        ("--external-hostname=$(KUBERNETES_SERVICE_HOST)", "--external-hostname", None),
        ("--external-hostname=$(hostname -f)", "--external-hostname", None),
        ("--external-hostname=${HOST}", "--external-hostname", None),
    ] {
        let manifest = format!(
            "apiVersion: v1\nkind: Pod\nspec:\n  containers:\n  - name: kube-apiserver\n    command:\n    - kube-apiserver\n    \
             - {flag}\n{env}"
        );
        let report = report(&[("kube-apiserver.yaml", &manifest)]);
        assert_eq!(value(&report, setting_name).as_deref(), wanted, "{flag}");
    }
}

#[test]
fn a_replaced_variable_points_at_its_value() {
    let manifest = "apiVersion: v1\nkind: Pod\nspec:\n  containers:\n  - name: kube-apiserver\n    command:\n    - kube-apiserver\n    \
                    - --secure-port=$(PORT)\n    env:\n    - name: PORT\n      value: \"zero\"\n";
    let report = report(&[("kube-apiserver.yaml", manifest)]);
    let refused = report.findings.iter().find(|finding| finding.rule == "apiserver-secure-port").unwrap();
    let line = manifest.lines().nth(refused.line as usize - 1).unwrap();
    assert!(line.contains("--secure-port") || line.contains("zero"), "{line}");
}

#[test]
fn spellings_of_flags_are_read_as_pflag_reads_them() {
    for (flags, wanted) in [
        ("--profiling=FALSE", "false"),
        ("--profiling=0", "false"),
        ("--profiling", "true"),
        ("--profiling=true --profiling=f", "false"),
        ("--audit_log_path /x --profiling=F", "false"),
    ] {
        let unit = format!("[Service]\nExecStart=/usr/local/bin/kube-apiserver {flags}\n");
        let report = report(&[("kube-apiserver.service", &unit)]);
        assert_eq!(value(&report, "--profiling").as_deref(), Some(wanted), "{flags}");
    }
}

fn bundle_of(documents: Vec<Document>) -> Report {
    analyze(&documents, &Options::default())
}

#[test]
fn what_a_template_makes_is_unknown_and_never_an_alarm() {
    let report = bundle_of(files("templated"));
    for name in ["readOnlyPort", "authentication.anonymous.enabled"] {
        assert_eq!(setting(&report, name).verdict, Verdict::Unknown, "{name}");
    }
    assert_eq!(value(&report, "eventRecordQPS").as_deref(), Some("0"));
    let silent = ["stray-word", "invalid-value", "config-duplicate-key", "lost-continuation", "kubelet-anonymous-auth"];
    for finding in &report.findings {
        assert!(!silent.contains(&finding.rule.as_str()), "{finding:#?}");
        assert!(!finding.message.contains('\u{e000}'), "{}", finding.message);
    }
    assert!(report.documents.iter().all(|document| document.problems[0].message.contains("template")));
}

#[test]
fn drop_ins_of_the_configuration_merge_in_order_and_zero_counts() {
    let report = bundle_of(files("config-directory"));
    assert_eq!(value(&report, "readOnlyPort").as_deref(), Some("0"));
    assert_eq!(value(&report, "eventRecordQPS").as_deref(), Some("9"));
    assert!(report.findings.iter().all(|finding| finding.rule != "kubelet-read-only-port"));
}

#[test]
fn a_configuration_directory_that_was_not_given_leaves_doubt() {
    let unit = "[Service]\nExecStart=/usr/bin/kubelet --kubeconfig=/k --config-dir=/etc/kubelet.conf.d\n";
    let report = report(&[("kubelet.service", unit)]);
    assert_eq!(value(&report, "readOnlyPort"), None);
    assert!(report.findings.iter().any(|finding| finding.message.contains("/etc/kubelet.conf.d")));
}

#[test]
fn a_template_that_holds_the_flags_leaves_everything_unknown() {
    let report = bundle_of(files("template-last-line"));
    assert_eq!(value(&report, "readOnlyPort"), None);
    assert!(report.findings.iter().all(|finding| finding.category.name() == "unassessed"), "{:#?}", report.findings);
}

#[test]
fn an_empty_config_flag_loads_no_file() {
    let unit = "[Service]\nExecStart=/usr/bin/kubelet --kubeconfig=/k --config=\n";
    let config = format!("{CONFIG}readOnlyPort: 0\n");
    let report = report(&[("kubelet.service", unit), ("c.yaml", &config)]);
    let ports: Vec<_> = report.settings.iter().filter(|setting| setting.setting == "readOnlyPort").collect();
    assert_eq!(ports[0].value.as_deref(), Some("10255"));
}

#[test]
fn an_open_quote_drops_the_assignment() {
    let unit = "[Service]\nEnvironment=\"A=--read-only-port=0\nExecStart=/usr/bin/kubelet --kubeconfig=/k $A\n";
    let cat = format!("# /lib/systemd/system/kubelet.service\n{unit}");
    assert_eq!(value(&report(&[("paste", &cat)]), "readOnlyPort").as_deref(), Some("10255"));
}

#[test]
fn kubeadm_adds_its_own_values() {
    let text = format!("apiVersion: kubeadm.k8s.io/v1beta4\nkind: ClusterConfiguration\n---\n{CONFIG}");
    let report = report(&[("kubeadm.yaml", &text)]);
    assert_eq!(value(&report, "rotateCertificates").as_deref(), Some("true"));
    let silent = ["kubelet-rotate-certificates", "kubelet-client-ca-file"];
    assert!(report.findings.iter().all(|finding| !silent.contains(&finding.rule.as_str())));
}

#[test]
fn quotes_around_a_value_of_bare_flags_are_not_part_of_it() {
    let report =
        report(&[("args", "--enable-admission-plugins=\"NodeRestriction,AlwaysPullImages\"\n--profiling='false'\n")]);
    assert_eq!(value(&report, "--enable-admission-plugins").as_deref(), Some("NodeRestriction,AlwaysPullImages"));
    assert_eq!(value(&report, "--profiling").as_deref(), Some("false"));
}

const AUTHORIZERS: &str = "apiVersion: apiserver.config.k8s.io/v1\nkind: AuthorizationConfiguration\nauthorizers:\n\
                           - {type: Node, name: node}\n- {type: RBAC, name: rbac}\n";

fn apiserver(flag: &str) -> String {
    format!("apiVersion: v1\nkind: Pod\nspec:\n  containers:\n  - command:\n    - kube-apiserver\n    - {flag}\n")
}

fn rules_of(report: &Report) -> Vec<&str> {
    report.findings.iter().map(|finding| finding.rule.as_str()).collect()
}

#[test]
fn a_file_belongs_to_the_api_server_whose_flag_has_its_name() {
    let (named, other) =
        (apiserver("--authorization-config=/etc/authz.yaml"), apiserver("--authorization-config=/b.yaml"));
    let two = [("one.yaml", &*named), ("two.yaml", &*other), ("authz.yaml", AUTHORIZERS)];
    let report = report(&two);
    let left: Vec<u32> = report
        .findings
        .iter()
        .filter(|finding| finding.rule == "apiserver-authorization-config")
        .map(|finding| finding.document)
        .collect();
    assert_eq!(left, [1], "the second API server's file was not given");
    assert!(!rules_of(&report).contains(&"apiserver-file-unused"), "it may be for any of the two");
}

#[test]
fn the_only_file_of_its_kind_is_that_of_the_only_api_server() {
    let report = report(&[("m.yaml", &apiserver("--authorization-config=/b.yaml")), ("authz.yaml", AUTHORIZERS)]);
    assert!(!rules_of(&report).contains(&"apiserver-authorization-config"), "{:?}", rules_of(&report));
}

#[test]
fn a_file_that_two_units_name_is_read_by_both() {
    let unit = |program: &str| {
        format!("[Service]\nEnvironmentFile=/etc/kubernetes/config\nExecStart=/usr/bin/{program} $LOG\n")
    };
    let (kubelet, apiserver) = (unit("kubelet"), unit("kube-apiserver"));
    let shared = ("etc/kubernetes/config", "LOG=--v=3\n");
    let units = [("kubelet.service", kubelet.as_str()), ("kube-apiserver.service", apiserver.as_str())];
    let told = report(&[units[0], units[1], shared]);
    assert!(told.findings.iter().all(|finding| finding.rule != "variable-unresolved"), "{:#?}", told.findings);
    // A file of the same name elsewhere is another file.
    let other = apiserver.replace("/etc/kubernetes", "/etc/apiserver");
    let told = report(&[units[0], ("kube-apiserver.service", &other), shared]);
    let missing: Vec<u32> =
        told.findings.iter().filter(|f| f.rule == "variable-unresolved").map(|f| f.document).collect();
    assert_eq!(missing, [1]);
}

#[test]
fn the_name_of_a_container_in_a_list_of_processes_is_no_program() {
    let line = |command: &str| format!("root 1 {command}\n");
    let name = line("podman run --name kubelet --privileged hub/node:v1 /start.sh");
    let told = report(&[("ps", &name)]);
    assert!(told.findings.is_empty() && told.settings.is_empty(), "{:#?}", told.findings);
    assert!(told.documents[0].problems.iter().any(|problem| problem.message.contains("Nothing in it was")));
    let inner = line("podman run --name kubelet --privileged hub/node:v1 /usr/bin/kubelet --read-only-port=5");
    let plain = line("/usr/bin/kubelet --container-runtime-endpoint docker --read-only-port=5");
    for text in [inner, plain] {
        assert_eq!(value(&report(&[("ps", &text)]), "readOnlyPort").as_deref(), Some("5"), "{text}");
    }
}
