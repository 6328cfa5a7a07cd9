//! Which feature gates a component runs with: those it is told, `AllAlpha` and `AllBeta`, and the defaults of the
//! release.
//!
//! Source: `featuregate/feature_gate.go` and `compatibility/registry.go` of kubernetes/component-base, releases 1.24 to
//! 1.36: a gate that is named has the value it is given; `AllAlpha` and `AllBeta` move every gate of their stage that
//! is not named, in whatever order they stand; the rest have their defaults.

use std::collections::BTreeMap;

use crate::command::Extent;
use crate::context::Context;
use crate::finding::{Change, Hit, Plan, with_risk};
use crate::knowledge::{
    Component, FeatureGate, GATE_REQUIREMENTS, GateRequirement, GateState, SettingId, Stage, feature_gate,
    kube_apiserver, kubelet,
};
use crate::report::{Category, Confidence, Safety};
use crate::target::{ConfigUse, Target};
use crate::value::{Value, bool_of};
use crate::version::Version;

/// The gate that moves every alpha gate.
pub const ALL_ALPHA: &str = "AllAlpha";
/// The gate that moves every beta gate.
pub const ALL_BETA: &str = "AllBeta";

/// Names no release has that are looked at; a text of nothing but such names must not cost more.
const MOST_STRANGERS: usize = 100;

/// The gates of one component.
#[derive(Debug)]
pub struct Gates {
    /// The setting that holds them.
    pub setting: SettingId,
    /// The release of the binary, which decides what names exist.
    pub built: Version,
    /// The release whose states hold: an older one where the API server emulates it.
    pub release: Version,
    /// The gates that are named, each once.
    pub told: Vec<Told>,
    /// Whether every layer that could name more gates was given, as far as it is known that there is one.
    pub complete: bool,
}

/// A gate that is named.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Told {
    /// The name as written, with the prefix where there is one.
    pub key: String,
    /// The component before the colon, as in `kube:Name=true`.
    pub prefix: Option<String>,
    /// The name alone.
    pub name: String,
    /// What it is set to.
    pub on: bool,
}

impl Told {
    /// The start of a sentence about it, without a full stop.
    pub fn found(&self) -> String {
        format!("The feature gate `{}` is set to `{}`", self.name, self.on)
    }
}

/// What decides whether a gate is on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Decider {
    /// It is named.
    Itself,
    /// `AllAlpha` or `AllBeta` is named.
    Group(&'static str),
    /// The release.
    Release,
}

impl Gates {
    /// The gates that the component is told; nothing when it is told none or they cannot be known.
    pub fn of(context: &Context<'_>) -> Option<Self> {
        let component = context.target.component;
        let setting = match component {
            Component::Kubelet => kubelet::FEATURE_GATES,
            Component::KubeApiserver => kube_apiserver::FEATURE_GATES,
        };
        let value = context.value(setting)?;
        let pairs = value.pairs();
        let release = release(context)?;
        let complete = is_complete(context.target);
        (!pairs.is_empty()).then(|| Self::new(setting, context.version, release, pairs, complete))
    }

    fn new(setting: SettingId, built: Version, release: Version, pairs: &[(String, String)], complete: bool) -> Self {
        let last: BTreeMap<&str, usize> = pairs.iter().enumerate().map(|(at, (key, _))| (key.as_str(), at)).collect();
        let mut strangers = 0;
        let mut told = Vec::new();
        for (at, (key, value)) in pairs.iter().enumerate() {
            let Some(on) = bool_of(value).filter(|_| last.get(key.as_str()) == Some(&at)) else { continue };
            let (prefix, name) = match key.split_once(':') {
                Some((prefix, name)) => (Some(prefix.trim().to_owned()), name.trim().to_owned()),
                None => (None, key.clone()),
            };
            let stranger = feature_gate(&name).is_none();
            strangers += usize::from(stranger);
            if !stranger || strangers <= MOST_STRANGERS {
                told.push(Told { key: key.clone(), prefix, name, on });
            }
        }
        Self { setting, built, release, told, complete }
    }

    /// The gate of this name, with its state, where the component knows it.
    pub fn known(&self, name: &str) -> Option<(&'static FeatureGate, GateState)> {
        let gate = feature_gate(name).filter(|gate| gate.life.covers(self.built))?;
        Some((gate, gate.at(self.release)?))
    }

    /// The gates that are named and that the component knows.
    pub fn told_and_known(&self) -> impl Iterator<Item = (&Told, &'static FeatureGate, GateState)> {
        self.told.iter().filter_map(|told| {
            let (gate, state) = self.known(&told.name)?;
            Some((told, gate, state))
        })
    }

    /// What the gate of this name is set to; nothing when it is not named.
    pub fn named(&self, name: &str) -> Option<&Told> {
        self.told.iter().rev().find(|told| told.name == name)
    }

    /// Whether the gate would be on if it were not named.
    pub fn unnamed(&self, gate: &FeatureGate, state: GateState) -> bool {
        match self.group_of(gate.name, state).and_then(|group| self.named(group)) {
            Some(group) => group.on,
            None => state.on_by_default,
        }
    }

    /// The gates as they are when this one is not named.
    #[must_use]
    pub fn without(&self, key: &str) -> Self {
        let told = self.told.iter().filter(|told| told.key != key).cloned().collect();
        Self { told, ..*self }
    }

    /// Whether the gate is on; nothing when the component does not know it.
    pub fn is_on(&self, name: &str) -> Option<bool> {
        let (gate, state) = self.known(name)?;
        Some(self.named(name).map_or_else(|| self.unnamed(gate, state), |told| told.on))
    }

    /// What decides whether the gate is on; nothing when the component does not know it.
    pub fn decider(&self, name: &str) -> Option<Decider> {
        let (gate, state) = self.known(name)?;
        if self.named(name).is_some() {
            return Some(Decider::Itself);
        }
        let group = self.group_of(gate.name, state).filter(|group| self.named(group).is_some());
        Some(group.map_or(Decider::Release, Decider::Group))
    }

    /// The gate that moves this one along with all others of its stage.
    fn group_of(&self, name: &str, state: GateState) -> Option<&'static str> {
        // Registered apart from the others, where the groups do not reach them any more.
        let apart = self.release >= Version(33) && matches!(name, "LoggingAlphaOptions" | "LoggingBetaOptions");
        match state.stage {
            _ if apart || matches!(name, ALL_ALPHA | ALL_BETA) => None,
            Stage::Alpha => Some(ALL_ALPHA),
            Stage::Beta => Some(ALL_BETA),
            Stage::Stable | Stage::Deprecated => None,
        }
    }

    /// A hit that points at the gate.
    pub fn hit(&self, context: &Context<'_>, told: &Told, category: Category, message: String) -> Hit {
        let name = if told.prefix.is_some() { &told.name } else { &told.key };
        Hit::new(category, context.place_of_part(self.setting, &told.key), message)
            .about_name(format!("featureGates.{name}"))
            .confidence(context.confidence(self.setting))
    }

    /// A plan that takes the gate out, and with a group the gates that then say nothing new; nothing when a
    /// requirement would no longer be met.
    pub fn take_out(&self, told: &Told, safety: Safety, risk: &str) -> Option<Plan> {
        let after = self.without(&told.key);
        let was = |row: &GateRequirement| self.broken().any(|old| (old.gate, old.requires) == (row.gate, row.requires));
        if !after.broken().all(was) {
            return None;
        }
        let mut keys = vec![told.key.clone()];
        let needless = after.told.iter().filter(|other| after.is_needless(other) && !self.is_needless(other));
        keys.extend(needless.map(|other| other.key.clone()));
        let names: Vec<String> = keys.iter().map(|key| format!("`{key}`")).collect();
        let title = with_risk(format!("Remove {} from the feature gates", names.join(", ")), risk);
        Some(Plan::new(title, safety, Change::TakeAll(self.setting, keys)))
    }

    /// The requirements that are not met.
    pub fn broken(&self) -> impl Iterator<Item = &'static GateRequirement> {
        // The defaults of a release meet its requirements, so something about the two must be told.
        let by_group = self.named(ALL_ALPHA).or(self.named(ALL_BETA)).is_some();
        let touched = move |row: &&GateRequirement| {
            by_group || self.named(row.gate).is_some() || self.named(row.requires).is_some()
        };
        let rows = GATE_REQUIREMENTS.iter().filter(|row| row.life.covers(self.release)).filter(touched);
        rows.filter(|row| self.is_on(row.gate) == Some(true) && self.is_on(row.requires) == Some(false))
    }

    /// Whether the gate is set to what it is by default and would be if it were not named.
    pub fn is_needless(&self, told: &Told) -> bool {
        let Some((gate, state)) = self.known(&told.name) else { return false };
        // Saying no to all alpha features is a statement that auditors look for; no to all beta ones has an effect.
        let group = matches!(gate.name, ALL_ALPHA | ALL_BETA);
        let same = told.on == state.on_by_default && told.on == self.unnamed(gate, state);
        // A layer that was not given may say otherwise, but not of a locked gate.
        same && !group && (self.complete || state.locked)
    }

    /// The confidence of what follows from the list of names alone; the list of a preview may still change.
    pub fn confidence_of_names(&self, context: &Context<'_>) -> Confidence {
        let confidence = context.confidence(self.setting);
        if self.built >= Version::PREVIEW { confidence.min(Confidence::Likely) } else { confidence }
    }
}

/// The release whose gates hold: that of the binary, or an older one that the API server is told to emulate. Nothing
/// when that cannot be read.
fn release(context: &Context<'_>) -> Option<Version> {
    let emulated = kube_apiserver::EMULATED_VERSION;
    let knows = emulated.row().has_flag(context.version) && context.target.component == Component::KubeApiserver;
    if !knows || !context.is_written(emulated) {
        return Some(context.version);
    }
    match context.value(emulated)? {
        Value::List(items) => {
            let mut own = items.iter().filter_map(|item| match item.split_once('=') {
                Some((component, version)) => (component.trim() == "kube").then_some(version),
                None => Some(item.as_str()),
            });
            let version = own.next_back().map_or(Some(context.version), |version| version.trim().parse().ok());
            // A binary that is told to emulate what it cannot exits; its own gates are as good as any.
            version.map(|version: Version| version.min(context.version))
        }
        _ => None,
    }
}

/// Whether no layer is missing that is known to be there or that usually is.
fn is_complete(target: &Target) -> bool {
    let whole =
        target.command.as_ref().is_none_or(|command| command.extent == Extent::Whole && command.unresolved.is_empty());
    let open = target.configs.iter().any(|config| config.open);
    let file = match target.component {
        Component::Kubelet => matches!(target.config_use, ConfigUse::Given | ConfigUse::None),
        Component::KubeApiserver => true,
    };
    whole && file && !open && target.missing_directory.is_none()
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "tests")]
mod tests {
    use super::*;
    use crate::knowledge::FEATURE_GATES;

    fn gates(minor: u8, text: &str) -> Gates {
        let pairs: Vec<(String, String)> =
            text.split(',').filter_map(|pair| pair.split_once('=')).map(|(k, v)| (k.into(), v.into())).collect();
        Gates::new(kubelet::FEATURE_GATES, Version(minor), Version(minor), &pairs, true)
    }

    #[test]
    fn a_name_beats_its_group_and_the_group_the_default() {
        // As they are in 1.36: beta and on, alpha and off, stable and locked.
        let (beta, alpha, stable) = ("ContainerCheckpoint", "UserNamespacesHostNetworkSupport", "NodeLogQuery");
        for (text, name, wanted) in [
            ("X=true", beta, Some(true)),
            ("ContainerCheckpoint=false", beta, Some(false)),
            ("AllBeta=false", beta, Some(false)),
            ("ContainerCheckpoint=true,AllBeta=false", beta, Some(true)),
            ("AllBeta=false,ContainerCheckpoint=true", beta, Some(true)),
            ("AllAlpha=true", beta, Some(true)),
            ("AllAlpha=false", beta, Some(true)),
            ("AllAlpha=true,AllBeta=false", alpha, Some(true)),
            ("UserNamespacesHostNetworkSupport=false,AllAlpha=1", alpha, Some(false)),
            ("X=true", alpha, Some(false)),
            ("AllBeta=false", stable, Some(true)),
            ("AllBeta=true", "SELinuxMount", Some(true)),
            ("AllAlpha=true", "LoggingAlphaOptions", Some(false)),
            ("AllBeta=true", ALL_ALPHA, Some(false)),
            ("X=true", "X", None),
            ("ContainerCheckpoint=true,ContainerCheckpoint=false", beta, Some(false)),
        ] {
            assert_eq!(gates(36, text).is_on(name), wanted, "{text}: {name}");
        }
    }

    #[test]
    fn says_what_decides() {
        let gates = gates(36, "AllBeta=false,KubeletTracing=true,SELinuxMount=true");
        assert_eq!(gates.decider("SELinuxMount"), Some(Decider::Itself));
        assert_eq!(gates.decider("ContainerCheckpoint"), Some(Decider::Group(ALL_BETA)));
        assert_eq!(gates.decider("KMSv1"), Some(Decider::Release));
        assert_eq!(gates.decider("AppArmor"), None);
    }

    #[test]
    fn a_prefix_is_not_part_of_the_name() {
        let gates = gates(36, "kube:KMSv1=true,kube: SELinuxMount=true");
        assert_eq!(gates.is_on("KMSv1"), Some(true));
        assert_eq!(gates.is_on("SELinuxMount"), Some(true));
    }

    #[test]
    fn an_emulated_release_has_its_own_states() {
        let pairs = [("ServiceAccountTokenJTI".to_owned(), "false".to_owned())];
        let setting = kube_apiserver::FEATURE_GATES;
        let state = |built, release| {
            let gates = Gates::new(setting, Version(built), Version(release), &pairs, true);
            gates.known("ServiceAccountTokenJTI").map(|(_, state)| state.locked)
        };
        assert_eq!(state(32, 32), Some(true));
        assert_eq!(state(32, 31), Some(false));
        assert_eq!(state(32, 28), None);
    }

    #[test]
    fn the_defaults_of_every_release_meet_their_requirements() {
        for minor in Version::OLDEST.0..=Version::PREVIEW.0 {
            let gates = gates(minor, "");
            for row in GATE_REQUIREMENTS.iter().filter(|row| row.life.covers(Version(minor))) {
                assert!(gates.known(row.gate).is_some(), "1.{minor}: {}", row.gate);
                let broken = gates.is_on(row.gate).unwrap() && gates.is_on(row.requires) == Some(false);
                assert!(!broken, "1.{minor}: {} without {}", row.gate, row.requires);
            }
        }
    }

    #[test]
    fn every_state_of_every_gate_is_its_default_when_nothing_is_named() {
        for minor in Version::OLDEST.0..=Version::PREVIEW.0 {
            let gates = gates(minor, "");
            for gate in FEATURE_GATES {
                let state = gate.at(Version(minor));
                assert_eq!(gates.is_on(gate.name), state.map(|state| state.on_by_default), "1.{minor}: {}", gate.name);
            }
        }
    }
}
