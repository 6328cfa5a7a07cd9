//! Tells what a text is, from the text first and from its name second.

use crate::command::is_templated;
use crate::document::{Document, Kind};
use crate::knowledge::{self, Component};

/// Lines looked at; a kind shows itself early, and huge texts must not cost more.
const MAX_LINES: usize = 4000;

/// The kind of a document: the one set by hand, else the detected one.
pub fn kind(document: &Document) -> Kind {
    document.kind.unwrap_or_else(|| detect(document))
}

fn detect(document: &Document) -> Kind {
    let text = document.text.trim_start_matches('\u{feff}');
    let lines: Vec<&str> = text.lines().take(MAX_LINES).collect();
    let content = || lines.iter().map(|line| line.trim()).filter(|line| !line.is_empty());
    let Some(first) = content().find(|line| !line.starts_with('#')) else { return Kind::Unknown };
    if let Some(kind) = object_kind(document, text, &lines) {
        return kind;
    }
    if content().any(is_section_header) || content().any(|line| line.starts_with("ExecStart=")) {
        return unit_kind(document, text);
    }
    if let Some(component) = process_line(&lines) {
        // A command by itself, not a line of `ps` with a user and a process id before it.
        let command =
            first.starts_with("--") || first.split_whitespace().next().is_some_and(|word| program(word).is_some());
        return if command { flags_kind(component) } else { Kind::ProcessList };
    }
    if content().any(|line| line.starts_with("Active: ")) {
        // `systemctl status` wraps and cuts the command line.
        return Kind::Unknown;
    }
    if lines.iter().any(|line| is_flag_line(line)) && !first.contains('=') || is_flag_line(first) {
        return flags_kind(component_of_flags(&lines));
    }
    if content().any(is_assignment) && content().filter(|line| !line.starts_with('#')).all(is_env_line) {
        return Kind::EnvironmentFile;
    }
    if has_kubelet_field(&lines) { config_kind(document) } else { Kind::Unknown }
}

/// Kinds of objects that have rules, as far as `kind` alone tells.
const JUDGED_OBJECTS: &[&str] = &[
    "AdmissionConfiguration",
    "AuthenticationConfiguration",
    "AuthorizationConfiguration",
    "ClusterRole",
    "ClusterRoleBinding",
    "Config",
    "EncryptionConfig",
    "EncryptionConfiguration",
    "Namespace",
    "PodSecurityConfiguration",
    "Policy",
    "Role",
    "RoleBinding",
];

/// Kinds of kubeadm's documents that are read.
const KUBEADM: &[&str] = &["ClusterConfiguration", "InitConfiguration", "JoinConfiguration"];

/// Whether a list holds objects that have rules.
fn mentions_object(text: &str) -> bool {
    let named = |kind: &&str| text.contains(&format!("kind: {kind}\n")) || text.contains(&format!("\"{kind}\""));
    JUDGED_OBJECTS.iter().any(named)
}

/// A YAML or JSON object with a `kind`.
fn object_kind(document: &Document, text: &str, lines: &[&str]) -> Option<Kind> {
    let mut other = None;
    let kinds = declared_kinds(text, lines);
    if is_for_kubeadm(text, &kinds) {
        return Some(Kind::KubeadmConfig);
    }
    for name in kinds {
        match name {
            "KubeletConfiguration" => return Some(config_kind(document)),
            "Pod" | "List" | "PodList" | "Deployment" | "DaemonSet" | "StatefulSet"
                if text.contains("kube-apiserver") || text.contains("hyperkube") =>
            {
                return Some(Kind::ApiserverManifest);
            }
            _ if JUDGED_OBJECTS.contains(&name) => other = Some(Kind::KubernetesObjects),
            "List" if mentions_object(text) => other = Some(Kind::KubernetesObjects),
            _ => other = other.or(Some(Kind::OtherKubernetes)),
        }
    }
    other.filter(|_| text.contains("apiVersion"))
}

fn config_kind(document: &Document) -> Kind {
    let name = document.name.to_ascii_lowercase();
    let in_directory = name.contains(".conf.d/") || name.contains(".d/") && name.ends_with(".conf");
    // Drop-ins are numbered for their order: `10-anonymous.conf`.
    let numbered = document.file_name().starts_with(|c: char| c.is_ascii_digit()) && name.ends_with(".conf");
    if in_directory || numbered { Kind::KubeletConfigDropIn } else { Kind::KubeletConfig }
}

/// Whether documents of kubeadm stand in the text, by themselves or inside another.
fn is_for_kubeadm(text: &str, kinds: &[&str]) -> bool {
    let group = text.contains("kubeadm.k8s.io");
    kinds.iter().any(|kind| match *kind {
        "Cluster" => text.contains("kind.x-k8s.io/") || text.contains("kind.sigs.k8s.io/"),
        "ConfigMap" => group || text.contains("kubelet.config.k8s.io/"),
        kind => group && KUBEADM.contains(&kind),
    })
}

/// Values of `kind:` at the left margin, or of `"kind":` in JSON at any depth.
fn declared_kinds<'t>(text: &'t str, lines: &[&'t str]) -> Vec<&'t str> {
    let value = |rest: &'t str| {
        let plain = rest.trim().trim_end_matches(',').trim();
        plain.split(" #").next().unwrap_or(plain).trim().trim_matches(['"', '\''])
    };
    if text.trim_start().starts_with('{') {
        let keys = text.match_indices("\"kind\"");
        let after = keys.filter_map(|(at, key)| text.get(at + key.len()..)?.trim_start().strip_prefix(':'));
        return after.map(|rest| value(rest.split([',', '}', '\n']).next().unwrap_or(""))).collect();
    }
    lines.iter().filter_map(|line| line.strip_prefix("kind:")).map(value).collect()
}

fn is_section_header(line: &str) -> bool {
    let name = line.strip_prefix('[').and_then(|rest| rest.strip_suffix(']'));
    name.is_some_and(|name| !name.is_empty() && name.chars().all(|c| c.is_ascii_alphanumeric() || c == '-'))
}

fn unit_kind(document: &Document, text: &str) -> Kind {
    let apiserver = mentions(text, &["kube-apiserver", "apiserver", "KUBE_API"]);
    let kubelet = mentions(text, &["kubelet", "KUBELET"]);
    let whole = text.contains("[Unit]") || text.contains("[Install]") || document.name.ends_with(".service");
    let drop_in = document.name.ends_with(".conf") || !whole;
    let concatenated = text.starts_with("# /") && text.contains(".service\n");
    match (kubelet, apiserver) {
        _ if started(text) == Some(Component::KubeApiserver) => Kind::ApiserverUnit,
        _ if document.file_name().contains("apiserver") => Kind::ApiserverUnit,
        (true, _) if concatenated || !drop_in => Kind::KubeletUnit,
        (true, _) => Kind::KubeletDropIn,
        (false, true) => Kind::ApiserverUnit,
        (false, false) if document.file_name().contains("kubelet") || document.name.contains("kubelet.service.d") => {
            if drop_in {
                Kind::KubeletDropIn
            } else {
                Kind::KubeletUnit
            }
        }
        (false, false) => Kind::Unknown,
    }
}

/// The component that the `ExecStart=` lines name as a program.
fn started(text: &str) -> Option<Component> {
    let commands = text.lines().filter_map(|line| line.trim_start().strip_prefix("ExecStart="));
    commands.rev().flat_map(str::split_whitespace).find_map(program)
}

/// Whether a program name stands in the commands or variables of a unit. An API server's unit often names the
/// kubelet in flags such as `--kubelet-client-key`, so only words that start a command count.
fn mentions(text: &str, names: &[&str]) -> bool {
    let relevant = text.lines().filter(|line| !line.trim_start().starts_with("--"));
    let mut lines = relevant.filter(|line| !line.trim_start().starts_with('#'));
    lines.any(|line| names.iter().any(|name| line.contains(name)))
}

/// The component whose command line a line of `ps` or a pasted command shows.
fn process_line(lines: &[&str]) -> Option<Component> {
    lines.iter().find_map(|line| {
        let mut words = line.split_whitespace().peekable();
        while let Some(word) = words.next() {
            let flags_follow = words.peek().is_some_and(|next| next.starts_with("--"));
            match program(word) {
                Some(component) if flags_follow => return Some(component),
                _ => {}
            }
        }
        None
    })
}

/// The component that a word names as a program, with or without a path.
pub fn program(word: &str) -> Option<Component> {
    match word.rsplit('/').next().unwrap_or(word) {
        "kubelet" | "kubelet-wrapper" => Some(Component::Kubelet),
        "kube-apiserver" => Some(Component::KubeApiserver),
        _ => None,
    }
}

fn is_flag_line(line: &str) -> bool {
    let item = line.trim_start();
    let item = item.strip_prefix("- ").unwrap_or(item).trim_start_matches(['"', '\'']);
    item.strip_prefix("--").is_some_and(|name| name.starts_with(|c: char| c.is_ascii_lowercase()))
}

const fn flags_kind(component: Component) -> Kind {
    match component {
        Component::Kubelet => Kind::KubeletFlags,
        Component::KubeApiserver => Kind::ApiserverFlags,
    }
}

/// The component that knows more of the flags; the kubelet when both know as many.
pub fn component_of_flags(lines: &[&str]) -> Component {
    let mut score = 0i32;
    for word in lines.iter().flat_map(|line| line.split_whitespace()) {
        let Some(start) = word.find("--").and_then(|at| word.get(at + 2..)) else { continue };
        let name = start.split(['=', ':', '"', '\'']).next().unwrap_or(start);
        let name = knowledge::normalised_flag(name);
        score += i32::from(knowledge::by_flag(Component::Kubelet, &name).is_some());
        score -= i32::from(knowledge::by_flag(Component::KubeApiserver, &name).is_some());
    }
    if score < 0 { Component::KubeApiserver } else { Component::Kubelet }
}

fn is_assignment(line: &str) -> bool {
    let name = line.strip_prefix("export ").unwrap_or(line).split_once('=').map(|(name, _)| name.trim());
    name.is_some_and(|name| {
        name.starts_with(|c: char| c.is_ascii_uppercase() || c == '_')
            && name.chars().all(|c| c.is_ascii_alphanumeric() || c == '_')
    })
}

/// Whether a line can stand in an environment file: an assignment, or the rest of one.
fn is_env_line(line: &str) -> bool {
    is_assignment(line) || line.starts_with("--") || line.starts_with(['"', '\'']) || is_templated(line)
}

fn has_kubelet_field(lines: &[&str]) -> bool {
    lines.iter().any(|line| {
        let key = line.split(':').next().unwrap_or("").trim_matches(['"', '\'']);
        let is_key = line.contains(':') && !key.is_empty() && !key.starts_with([' ', '-']);
        is_key && (knowledge::by_field(key).is_some() || knowledge::KUBELET_SECTIONS.contains(&key))
    })
}
