//! What Kubernetes is: every setting of the kubelet and the kube-apiserver, every feature gate and admission
//! plugin, by release.
//!
//! The rows live in `data/*.tsv`, where each file names its sources; `generated/` is made from them by
//! `cargo xtask gen`. This module holds the types of a row and the look-ups, and knows nothing of documents.

mod gate;
mod generated;
mod life;
mod object_fields;
mod setting;
#[cfg(test)]
#[expect(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, reason = "tests")]
mod tests;

pub use gate::{FeatureGate, GateRequirement, GateState, Stage};
pub use generated::{
    ADMISSION_PLUGINS, FEATURE_GATES, GATE_REQUIREMENTS, KUBELET_ITEM_FIELDS, KUBELET_SECTIONS, SETTINGS,
    kube_apiserver, kubelet,
};
pub use life::Life;
pub use object_fields::{ObjectField, fields_below, object_fields};
pub use setting::{ByVersion, Repeat, Setting, SettingId, Type, at_version};

use crate::version::Version;
use generated::{KUBE_APISERVER_BY_FLAG, KUBELET_BY_FIELD, KUBELET_BY_FLAG};

/// A program whose configuration is judged.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Component {
    /// The node agent.
    Kubelet,
    /// The API server.
    KubeApiserver,
}

impl Component {
    /// The name of the binary.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Kubelet => "kubelet",
            Self::KubeApiserver => "kube-apiserver",
        }
    }
}

/// One admission plugin of the kube-apiserver.
#[derive(Debug)]
pub struct AdmissionPlugin {
    /// Its name.
    pub name: &'static str,
    /// Whether it runs without being named.
    pub on_by_default: bool,
    /// The releases that have it.
    pub life: Life,
    /// The plugin to use instead; empty when there is none or no need.
    pub replacement: &'static str,
    /// What it does, as a phrase without a full stop.
    pub about: &'static str,
}

/// The name under which a component looks up a flag: `_` counts as `-`.
pub fn normalised_flag(name: &str) -> String {
    name.replace('_', "-")
}

/// The setting behind a flag, named without dashes as [`normalised_flag`] gives it. Finds removed flags too.
pub fn by_flag(component: Component, name: &str) -> Option<SettingId> {
    let index = match component {
        Component::Kubelet => KUBELET_BY_FLAG,
        Component::KubeApiserver => KUBE_APISERVER_BY_FLAG,
    };
    let at = index.binary_search_by(|id| id.row().flag.cmp(name)).ok()?;
    index.get(at).copied()
}

/// The kubelet's setting behind a path of the configuration file. Finds removed fields too.
pub fn by_field(path: &str) -> Option<SettingId> {
    let at = KUBELET_BY_FIELD.binary_search_by(|id| id.row().field.cmp(path)).ok()?;
    KUBELET_BY_FIELD.get(at).copied()
}

/// All settings of a component, of every release, in the order of their ids.
pub fn settings_of(component: Component) -> impl Iterator<Item = SettingId> {
    let ids = (0..).map(SettingId);
    ids.zip(SETTINGS).filter(move |(_, row)| row.component == component).map(|(id, _)| id)
}

/// The admission plugin of this name, of any release.
pub fn admission_plugin(name: &str) -> Option<&'static AdmissionPlugin> {
    let at = ADMISSION_PLUGINS.binary_search_by(|plugin| plugin.name.cmp(name)).ok()?;
    ADMISSION_PLUGINS.get(at)
}

/// The feature gate of this name, of any release.
pub fn feature_gate(name: &str) -> Option<&'static FeatureGate> {
    let at = FEATURE_GATES.binary_search_by(|gate| gate.name.cmp(name)).ok()?;
    FEATURE_GATES.get(at)
}

/// The gates that must be on in `version` where `gate` is on; otherwise the component refuses to start.
pub fn gate_requirements(gate: &str, version: Version) -> impl Iterator<Item = &'static str> {
    let holds = move |row: &&GateRequirement| row.gate == gate && row.life.covers(version);
    GATE_REQUIREMENTS.iter().filter(holds).map(|row| row.requires)
}
