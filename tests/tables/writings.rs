//! Ways of writing a value that readers often get wrong, each as the component takes it.

use plimsoll_rules::report::Category;
use plimsoll_rules::{Document, Options, Version, analyze};

/// The reported value of `setting`; nothing when the component refuses it.
fn taken(document: &Document, minor: u8, setting: &str) -> Option<String> {
    let report =
        analyze(std::slice::from_ref(document), &Options { version: Some(Version(minor)), ..Options::default() });
    let about = |name: &str| name == setting;
    let refused =
        report.findings.iter().any(|finding| about(&finding.setting) && finding.category == Category::Invalid);
    let found = report.settings.iter().find(|one| about(&one.setting)).unwrap_or_else(|| panic!("no {setting}"));
    (!refused).then(|| found.value.clone().unwrap_or_default())
}

#[test]
fn in_the_configuration_file() {
    for (minor, setting, yaml, wanted) in [
        (36, "cgroupDriver", "cgroupDriver: \"\"", Some("cgroupfs")),
        (36, "authorization.mode", "authorization: {mode: \"\"}", Some("Webhook")),
        (36, "port", "port: 0", Some("10250")),
        (36, "port", "port: 0x2000", Some("8192")),
        (36, "port", "port: 020", Some("16")),
        (36, "port", "port: 1e3", Some("1000")),
        (36, "port", "port: 1_000.0", Some("1000")),
        (36, "port", "port: 1.5", None),
        (36, "port", "port: \"10250\"", None),
        (36, "containerLogMaxFiles", "containerLogMaxFiles: 0", None),
        (36, "failSwapOn", "failSwapOn: off", Some("false")),
        (36, "failSwapOn", "failSwapOn: y", Some("true")),
        (36, "failSwapOn", "failSwapOn: \"true\"", None),
        (36, "failSwapOn", "failSwapOn: 1", None),
        (36, "syncFrequency", "syncFrequency: 60", None),
        (36, "syncFrequency", "syncFrequency: 1m", Some("1m0s")),
        (36, "syncFrequency", "syncFrequency: 2562048h", None),
        (36, "logging.flushFrequency", "logging: {flushFrequency: 5000000000}", Some("5s")),
        (36, "logging.flushFrequency", "logging: {flushFrequency: 5s}", Some("5s")),
        (27, "logging.flushFrequency", "logging: {flushFrequency: 5s}", None),
        (36, "tlsCurvePreferences", "tlsCurvePreferences: [29, 4588]", Some("29,4588")),
        (36, "tlsCurvePreferences", "tlsCurvePreferences: [X25519]", None),
        (36, "staticPodURLHeader", "staticPodURLHeader: {X-A: [a, b]}", Some("X-A=a,X-A=b")),
        (36, "staticPodURLHeader", "staticPodURLHeader: {X-A: a}", None),
        (36, "systemReserved", "systemReserved: {cpu: 1}", None),
        (36, "systemReserved", "systemReserved: {cpu: \"1\"}", Some("cpu=1")),
        (36, "memoryThrottlingFactor", "memoryThrottlingFactor: 0.0", None),
        (36, "memoryThrottlingFactor", "memoryThrottlingFactor: 1", Some("1")),
        (36, "clusterDNS", "clusterDNS: [10.96.0.10, ~]", Some("10.96.0.10,")),
        (36, "clusterDNS", "clusterDNS: 10.96.0.10", None),
    ] {
        let text = format!("apiVersion: kubelet.config.k8s.io/v1beta1\nkind: KubeletConfiguration\n{yaml}\n");
        let document = Document::new("config.yaml", text);
        assert_eq!(taken(&document, minor, setting).as_deref(), wanted, "{yaml} in 1.{minor}");
    }
}

#[test]
fn on_the_command_line() {
    for (minor, component, setting, flag, wanted) in [
        (36, "kubelet", "evictionHard", "--eviction-hard=memory.available<100Mi", Some("memory.available=100Mi")),
        (36, "kubelet", "evictionHard", "--eviction-hard=memory.available=100Mi", None),
        (36, "kubelet", "--node-labels", "--node-labels=edge,zone=a", Some("edge=,zone=a")),
        (36, "kubelet", "maxPods", "--max-pods=1_10", Some("110")),
        (36, "kubelet", "maxPods", "--max-pods=0o156", Some("110")),
        (36, "kubelet", "maxPods", "--max-pods=1__10", None),
        (36, "kubelet", "logging.verbosity", "--v=010", Some("10")),
        (36, "kubelet", "logging.verbosity", "--v=0x4", None),
        (36, "kubelet", "failSwapOn", "--fail-swap-on=no", None),
        (36, "kubelet", "failSwapOn", "--fail-swap-on=F", Some("false")),
        (36, "kubelet", "cpuCFSQuotaPeriod", "--cpu-cfs-quota-period=2s", None),
        (36, "kubelet", "cpuCFSQuotaPeriod", "--cpu-cfs-quota-period=.5s", Some("500ms")),
        (25, "kubelet", "--stderrthreshold", "--stderrthreshold=INFO", Some("INFO")),
        (36, "kube-apiserver", "--allow-metric-labels", "--allow-metric-labels=m,l=a,b", Some("m,l=a,b")),
        (36, "kube-apiserver", "--tls-curve-preferences", "--tls-curve-preferences=29", Some("29")),
        (36, "kube-apiserver", "--goaway-chance", "--goaway-chance=0.03", None),
        (36, "kube-apiserver", "--goaway-chance", "--goaway-chance=1e-2", Some("1e-2")),
        (36, "kube-apiserver", "--kubelet-port", "--kubelet-port=+10250", None),
        (36, "kube-apiserver", "--request-timeout", "--request-timeout=60", None),
    ] {
        let unit = format!("[Service]\nExecStart=/usr/bin/{component} '{flag}'\n");
        let document = Document::new(format!("{component}.service"), unit);
        assert_eq!(taken(&document, minor, setting).as_deref(), wanted, "{flag} in 1.{minor}");
    }
}
