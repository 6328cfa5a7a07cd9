//! Who may do what: kubeconfigs, RBAC roles and bindings, read as the components read them.

pub mod certificate;
pub mod kubeconfig;
pub mod namespace;
pub mod roles;
pub mod subjects;
