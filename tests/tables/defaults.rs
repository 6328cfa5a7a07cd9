//! What holds when nothing sets a setting.

use plimsoll_rules::knowledge::{Component, Setting, at_version, settings_of};
use plimsoll_rules::report::Layer;
use plimsoll_rules::{Document, Options, Version, analyze};

use super::versions;

/// The default as the table writes it, without the brackets of lists and maps.
fn default(row: &Setting, flags_only: Option<()>, version: Version) -> Option<&'static str> {
    let values = flags_only.and(row.default_flags_only).unwrap_or(row.default);
    let text = at_version(values, version);
    let inside = text.trim_start_matches(['[', '{']).trim_end_matches([']', '}']);
    (!text.is_empty()).then_some(inside)
}

fn check(documents: &[Document], component: Component, flags_only: Option<()>, set: &[&str]) {
    for version in versions() {
        let report = analyze(documents, &Options { version: Some(version), ..Options::default() });
        let of_component: Vec<_> =
            report.settings.iter().filter(|setting| setting.component == component.name()).collect();
        let rows = settings_of(component).map(|id| id.row());
        let living: Vec<_> = rows.filter(|row| row.has_flag(version) || row.has_field(version)).collect();
        let names: Vec<String> = living.iter().map(|row| row.name()).collect();
        let reported: Vec<&String> = of_component.iter().map(|setting| &setting.setting).collect();
        assert_eq!(reported, names.iter().collect::<Vec<_>>(), "{version}");
        for (row, setting) in living.iter().zip(of_component).filter(|(row, _)| !set.contains(&row.flag)) {
            assert_eq!(setting.source.kind, Layer::Default, "{} in {version}", setting.setting);
            assert_eq!(setting.value.as_deref(), default(row, flags_only, version), "{} in {version}", row.name());
        }
    }
}

#[test]
fn the_kubelet_with_a_file() {
    let unit = "[Service]\nExecStart=/usr/bin/kubelet --kubeconfig=/k --config=/c.yaml\n";
    let file = "apiVersion: kubelet.config.k8s.io/v1beta1\nkind: KubeletConfiguration\n";
    let documents = [Document::new("kubelet.service", unit), Document::new("c.yaml", file)];
    check(&documents, Component::Kubelet, None, &["kubeconfig", "config"]);
}

#[test]
fn the_kubelet_with_flags_only() {
    let unit = "[Service]\nExecStart=/usr/bin/kubelet --kubeconfig=/k\n";
    check(&[Document::new("kubelet.service", unit)], Component::Kubelet, Some(()), &["kubeconfig"]);
}

#[test]
fn the_api_server() {
    let unit = "[Service]\nExecStart=/usr/bin/kube-apiserver --etcd-servers=https://e:2379\n";
    check(&[Document::new("kube-apiserver.service", unit)], Component::KubeApiserver, None, &["etcd-servers"]);
}
