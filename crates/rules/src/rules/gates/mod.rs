// Made by `cargo xtask gen` from the files in this folder. DO NOT EDIT.

//! Rules that judge feature gates, of the kubelet and of the kube-apiserver.

pub(crate) mod feature_gate_alpha;
pub(crate) mod feature_gate_locked;
pub(crate) mod feature_gate_needless;
pub(crate) mod feature_gate_prefix;
pub(crate) mod feature_gate_removed;
pub(crate) mod feature_gate_requirement;
pub(crate) mod feature_gate_retiring;
pub(crate) mod feature_gate_security;
pub(crate) mod feature_gate_unknown;
