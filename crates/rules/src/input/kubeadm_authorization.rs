//! How kubeadm treats the authorization mode, which it merges in a way of its own.
//!
//! Sources: `getAuthzModes` in `cmd/kubeadm/app/phases/controlplane/manifests.go`; pull request
//! kubernetes/kubernetes#123654 (1.30): no mode beside an authorization configuration, and arguments as written.

use crate::command::Argument;
use crate::syntax::mapped::Mapped;
use crate::version::Version;

/// The flag.
pub const MODE: &str = "authorization-mode";
/// First release that passes the argument on as it is written and heeds `--authorization-config`.
pub const RAW: Version = Version(30);
/// Modes that kubeadm knows; it drops others.
const KNOWN: &[&str] = &["Node", "RBAC", "Webhook", "ABAC", "AlwaysAllow", "AlwaysDeny"];

/// Whether kubeadm passes modes of its own when no argument does.
pub fn sets_mode(names: &[String], version: Version) -> bool {
    version < RAW || !names.iter().any(|name| name == "authorization-config")
}

/// Drops the modes that kubeadm does not know; false when none is left, so that its own are in force.
pub fn keep_valid(argument: &mut Argument) -> bool {
    let text = argument.text.text();
    let Some(equals) = text.find('=') else { return false };
    let (mut kept, mut at, mut any) = (Mapped::new(), equals + 1, false);
    kept.append(&argument.text.slice(0..equals + 1));
    let value = text.get(equals + 1..).unwrap_or("");
    if crate::command::is_templated(value) || value.split(',').all(|mode| KNOWN.contains(&mode)) {
        return true;
    }
    for mode in value.split(',') {
        if KNOWN.contains(&mode) {
            kept.push_unwritten(if any { "," } else { "" });
            kept.append(&argument.text.slice(at..at + mode.len()));
            any = true;
        }
        at += mode.len() + 1;
    }
    argument.text = kept;
    any
}
