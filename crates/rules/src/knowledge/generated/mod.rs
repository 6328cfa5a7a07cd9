// Made by `cargo xtask gen` from data/*.tsv. DO NOT EDIT.

//! Tables made from `data/*.tsv`.

mod gates;
pub mod kube_apiserver;
mod kubeadm;
pub mod kubelet;
mod plugins;
mod settings;

pub use gates::{FEATURE_GATES, GATE_REQUIREMENTS};
pub use kubeadm::OWN_VALUES;
pub use plugins::ADMISSION_PLUGINS;
pub(super) use settings::{KUBE_APISERVER_BY_FLAG, KUBELET_BY_FIELD, KUBELET_BY_FLAG, ROWS};
pub use settings::{KUBELET_ITEM_FIELDS, KUBELET_SECTIONS, SETTINGS};
