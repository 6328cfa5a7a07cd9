//! Feature gates: which release knows which, in what stage, and on or off.

use super::Life;
use crate::version::Version;

/// A feature gate. The kubelet and the kube-apiserver accept the same names.
#[derive(Debug)]
pub struct FeatureGate {
    /// Its name.
    pub name: &'static str,
    /// The releases that know it.
    pub life: Life,
    /// Changes of state, oldest first, parted by blanks: two digits of the minor release, then the state as
    /// in the data file (`26A- 27B+ 30G+L`).
    pub(super) history: &'static str,
}

/// The state of a gate in one release.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct GateState {
    /// Its maturity.
    pub stage: Stage,
    /// Whether it is on when nothing sets it.
    pub on_by_default: bool,
    /// Whether the component refuses to start when it is set to anything but its default.
    pub locked: bool,
}

/// Maturity of a feature gate.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stage {
    /// Off unless asked for, may go away.
    Alpha,
    /// Well tested, details may change.
    Beta,
    /// Generally available; the gate is about to go.
    Stable,
    /// Switches something off or back on that is going away.
    Deprecated,
}

impl FeatureGate {
    /// Its state in `version`; nothing when that release does not know the gate.
    pub fn at(&self, version: Version) -> Option<GateState> {
        if !self.life.covers(version) {
            return None;
        }
        let changes = self.history.split(' ').filter_map(|change| change.split_at_checked(2));
        let began = |&(minor, _): &(&str, &str)| minor.parse().is_ok_and(|minor| Version(minor) <= version);
        changes.take_while(began).last().and_then(|(_, state)| GateState::read(state))
    }
}

impl GateState {
    fn read(text: &str) -> Option<Self> {
        let mut letters = text.chars();
        let stage = match letters.next()? {
            'A' => Stage::Alpha,
            'B' => Stage::Beta,
            'G' => Stage::Stable,
            'D' => Stage::Deprecated,
            _ => return None,
        };
        let on_by_default = letters.next()? == '+';
        Some(Self { stage, on_by_default, locked: letters.next() == Some('L') })
    }
}

/// A gate that may only be on while another one is.
#[derive(Debug)]
pub struct GateRequirement {
    /// The gate that is turned on.
    pub gate: &'static str,
    /// The gate it needs.
    pub requires: &'static str,
    /// The releases that check it.
    pub life: Life,
}
