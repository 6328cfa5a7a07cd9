//! When two values of a setting do the same, however they are written.

use std::collections::BTreeSet;

use crate::knowledge::Setting;
use crate::value::Value;

/// Lists that the component turns into a set, so that order and repetition mean nothing. Sources: `TLSCipherSuites` of
/// `k8s.io/component-base/cli/flag`, `AdmissionOptions` of the kube-apiserver, the kubelet's sysctl allow list and
/// its validation of node allocatable.
const SETS: &[&str] = &[
    "--disable-admission-plugins",
    "--enable-admission-plugins",
    "--tls-cipher-suites",
    "allowedUnsafeSysctls",
    "enforceNodeAllocatable",
    "tlsCipherSuites",
];

/// Whether the component does the same with both values.
pub fn same(row: &Setting, one: &Value, other: &Value) -> bool {
    match (one, other) {
        (Value::List(one), Value::List(other)) if SETS.contains(&&*row.name()) => {
            one.iter().collect::<BTreeSet<_>>() == other.iter().collect::<BTreeSet<_>>()
        }
        (Value::Map(one), Value::Map(other)) => {
            one.iter().collect::<BTreeSet<_>>() == other.iter().collect::<BTreeSet<_>>()
        }
        _ => one == other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::knowledge::{SettingId, kubelet};

    #[test]
    fn order_matters_only_where_the_component_keeps_it() {
        let list = |items: [&str; 2]| Value::List(items.map(str::to_owned).to_vec());
        let swapped = |id: SettingId| same(id.row(), &list(["a", "b"]), &list(["b", "a"]));
        assert!(swapped(kubelet::TLS_CIPHER_SUITES));
        assert!(!swapped(kubelet::CLUSTER_DNS));
        let map = |keys: [&str; 2]| Value::Map(keys.map(|key| (key.to_owned(), "1".to_owned())).to_vec());
        assert!(same(kubelet::KUBE_RESERVED.row(), &map(["cpu", "memory"]), &map(["memory", "cpu"])));
    }
}
