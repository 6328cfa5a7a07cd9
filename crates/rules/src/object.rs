//! Objects that a component reads besides its own configuration: files that its settings name, and what it stores.

use crate::knowledge::Component;
use crate::syntax::mapped::DocId;
use crate::syntax::yaml::{NodeId, Parsed, Tree};

/// Deepest nesting of lists followed.
const MAX_DEPTH: usize = 4;

/// What an object is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ObjectKind {
    /// What `--encryption-provider-config` names.
    EncryptionConfiguration,
    /// What `--audit-policy-file` names.
    AuditPolicy,
    /// What `--admission-control-config-file` names.
    AdmissionConfiguration,
    /// The PodSecurity plugin's part of it, alone or inside one.
    PodSecurityConfiguration,
    /// What `--authentication-config` names.
    AuthenticationConfiguration,
    /// What `--authorization-config` names.
    AuthorizationConfiguration,
    /// What `--kubeconfig` names.
    Kubeconfig,
    /// Role or ClusterRole.
    Role,
    /// RoleBinding or ClusterRoleBinding.
    RoleBinding,
    /// A namespace with its labels.
    Namespace,
}

impl ObjectKind {
    /// The kind of an object by its `apiVersion` and `kind`; nothing for one that is not judged.
    pub fn of(api_version: &str, kind: &str) -> Option<Self> {
        let group = api_version.rsplit_once('/').map_or("", |(group, _)| group);
        Some(match (group, kind) {
            ("apiserver.config.k8s.io", "EncryptionConfiguration") | ("", "EncryptionConfig") => {
                Self::EncryptionConfiguration
            }
            ("audit.k8s.io", "Policy") => Self::AuditPolicy,
            ("apiserver.config.k8s.io" | "apiserver.k8s.io", "AdmissionConfiguration") => Self::AdmissionConfiguration,
            ("pod-security.admission.config.k8s.io", "PodSecurityConfiguration") => Self::PodSecurityConfiguration,
            ("apiserver.config.k8s.io", "AuthenticationConfiguration") => Self::AuthenticationConfiguration,
            ("apiserver.config.k8s.io", "AuthorizationConfiguration") => Self::AuthorizationConfiguration,
            ("", "Config") => Self::Kubeconfig,
            ("rbac.authorization.k8s.io", "Role" | "ClusterRole") => Self::Role,
            ("rbac.authorization.k8s.io", "RoleBinding" | "ClusterRoleBinding") => Self::RoleBinding,
            ("", "Namespace") => Self::Namespace,
            _ => return None,
        })
    }

    /// The `kind` that names its settings in reports.
    pub const fn name(self) -> &'static str {
        match self {
            Self::EncryptionConfiguration => "EncryptionConfiguration",
            Self::AuditPolicy => "Policy",
            Self::AdmissionConfiguration => "AdmissionConfiguration",
            Self::PodSecurityConfiguration => "PodSecurityConfiguration",
            Self::AuthenticationConfiguration => "AuthenticationConfiguration",
            Self::AuthorizationConfiguration => "AuthorizationConfiguration",
            Self::Kubeconfig => "Config",
            Self::Role => "Role",
            Self::RoleBinding => "RoleBinding",
            Self::Namespace => "Namespace",
        }
    }

    /// The component that reads it.
    pub const fn component(self) -> Component {
        match self {
            Self::Kubeconfig => Component::Kubelet,
            _ => Component::KubeApiserver,
        }
    }
}

/// One object of a bundle.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Object {
    /// What it is.
    pub kind: ObjectKind,
    /// The document.
    pub doc: DocId,
    /// Index of the parsed part.
    pub part: usize,
    /// Its top mapping.
    pub root: NodeId,
}

/// The objects in a text, those in lists included; `part` is the index of `parsed`.
pub fn objects(parsed: &Parsed<'_>, part: usize) -> Vec<Object> {
    let mut found = Vec::new();
    for document in &parsed.tree.documents {
        collect(&parsed.tree, document.root, part, MAX_DEPTH, &mut found);
    }
    found
}

fn collect(tree: &Tree<'_>, node: NodeId, part: usize, depth: usize, found: &mut Vec<Object>) {
    let text = |key: &str| tree.get(node, key).and_then(|entry| tree.scalar(entry.value)).unwrap_or("");
    if let Some(kind) = ObjectKind::of(text("apiVersion"), text("kind")) {
        found.push(Object { kind, doc: tree.doc, part, root: tree.resolve(node) });
    }
    let inside: &[&str] = match text("kind") {
        kind if kind.ends_with("List") => &["items"],
        "AdmissionConfiguration" => &["plugins"],
        _ => &[],
    };
    if depth == 0 {
        return;
    }
    for entry in inside.iter().filter_map(|key| tree.get(node, key)) {
        for item in tree.items(entry.value) {
            // A plugin of AdmissionConfiguration holds its own configuration one level down.
            let item = tree.get(*item, "configuration").map_or(*item, |entry| entry.value);
            collect(tree, item, part, depth - 1, found);
        }
    }
}
