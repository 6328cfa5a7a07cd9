//! What to add to know what is not known.

use crate::context::Context;
use crate::effective::{State, Unknown};
use crate::knowledge::{Component, SettingId, kube_apiserver, kubelet};
use crate::object::ObjectKind;
use crate::target::is_manifest_folder;

/// For a component of which nothing was given.
pub const fn component(component: Component) -> &'static str {
    match component {
        Component::Kubelet => "Add the kubelet's unit with its drop-ins, and the KubeletConfiguration.",
        Component::KubeApiserver => "Add the kube-apiserver's manifest or unit.",
    }
}

/// For a command line of which only a part, or nothing, was given.
pub const fn command(component: Component) -> &'static str {
    match component {
        Component::Kubelet => "Add the kubelet's unit with its drop-ins, or its command line.",
        Component::KubeApiserver => "Add the whole manifest or unit of the kube-apiserver.",
    }
}

/// For the first of `settings` that is not known.
pub fn value(settings: impl Iterator<Item = SettingId>, context: &Context<'_>) -> Option<String> {
    settings.filter_map(|setting| context.effective(setting)).find_map(|effective| match &effective.state {
        State::Unknown(why) => Some(reason(why, context.target.component)),
        State::Set(_) | State::Default(_) | State::Invalid(..) => None,
    })
}

fn reason(why: &Unknown, of: Component) -> String {
    match why {
        Unknown::ConfigFile(path) if path.is_empty() || is_manifest_folder(path) => {
            "Add the configuration file.".to_owned()
        }
        Unknown::ConfigFile(path) => format!("Add `{path}`."),
        Unknown::Variable(name) => {
            format!("Add the file that sets `{name}`, or give the command line as `ps` shows it.")
        }
        Unknown::Template(_) => "Give the finished file: a template fills the value in.".to_owned(),
        Unknown::Fragment | Unknown::Installer => command(of).to_owned(),
    }
}

/// The setting that names the file in which an object stands.
pub const fn names(kind: ObjectKind) -> Option<SettingId> {
    match kind {
        ObjectKind::EncryptionConfiguration => Some(kube_apiserver::ENCRYPTION_PROVIDER_CONFIG),
        ObjectKind::AuditPolicy => Some(kube_apiserver::AUDIT_POLICY_FILE),
        ObjectKind::AdmissionConfiguration | ObjectKind::PodSecurityConfiguration => {
            Some(kube_apiserver::ADMISSION_CONTROL_CONFIG_FILE)
        }
        ObjectKind::AuthenticationConfiguration => Some(kube_apiserver::AUTHENTICATION_CONFIG),
        ObjectKind::AuthorizationConfiguration => Some(kube_apiserver::AUTHORIZATION_CONFIG),
        ObjectKind::Kubeconfig => Some(kubelet::KUBECONFIG),
        ObjectKind::Role | ObjectKind::RoleBinding | ObjectKind::Namespace => None,
    }
}

/// For an object that was not given, and the setting that names its file where there is one.
pub fn object(kind: ObjectKind, path: Option<String>) -> String {
    let what = match kind {
        ObjectKind::AuditPolicy => "audit Policy",
        ObjectKind::Kubeconfig => "kubeconfig",
        ObjectKind::Role => "Roles and ClusterRoles",
        ObjectKind::RoleBinding => "RoleBindings and ClusterRoleBindings",
        ObjectKind::Namespace => "Namespaces",
        _ => kind.name(),
    };
    match path {
        Some(path) => format!("Add the {what}, `{path}`."),
        None => format!("Add the {what}."),
    }
}
