//! Profiles: which rules judge, how bad their findings are, and the numbers they compare with.

mod file;
mod standard;
#[cfg(test)]
mod tests;

pub use file::ProfileError;
pub use standard::Standard;

use crate::report::Severity;
use crate::rule::Rule;
use crate::thresholds::Thresholds;
use crate::version::Version;

/// A choice of rules.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Profile {
    name: String,
    standard: Standard,
    kubernetes: Option<Version>,
    changes: Vec<(String, Treatment)>,
    thresholds: Thresholds,
}

/// What a profile does with one rule.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Treatment {
    Off,
    On,
    As(Severity),
}

impl Default for Profile {
    /// Every rule, as it is.
    fn default() -> Self {
        Self::standard(Standard::Everything)
    }
}

impl Profile {
    /// A profile that comes with the project.
    pub fn standard(standard: Standard) -> Self {
        Self {
            name: standard.name().to_owned(),
            standard,
            kubernetes: None,
            changes: Vec::new(),
            thresholds: Thresholds::default(),
        }
    }

    /// A user's own profile, from its YAML.
    ///
    /// # Errors
    /// [`ProfileError`] with the place of the first thing that is not understood.
    pub fn read(text: &str) -> Result<Self, ProfileError> {
        file::read(text)
    }

    /// Its name.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The profile of the project that it begins with.
    pub const fn base(&self) -> Standard {
        self.standard
    }

    /// The release that it is for, if it says.
    pub const fn kubernetes(&self) -> Option<Version> {
        self.kubernetes
    }

    /// The numbers that rules compare with.
    pub(crate) const fn thresholds(&self) -> Thresholds {
        self.thresholds
    }

    /// Whether a rule judges.
    pub(crate) fn runs(&self, rule: &Rule) -> bool {
        match self.treatment(rule.id) {
            Some(Treatment::Off) => false,
            Some(Treatment::On | Treatment::As(_)) => true,
            None => self.standard.includes(rule),
        }
    }

    /// The severity that it gives all findings of a rule; absent when it leaves them as they are.
    pub(crate) fn severity(&self, rule: &str) -> Option<Severity> {
        match self.treatment(rule)? {
            Treatment::As(severity) => Some(severity),
            Treatment::Off | Treatment::On => None,
        }
    }

    /// The same numbers and release with every rule, as it is.
    pub(crate) fn widened(&self) -> Self {
        Self { standard: Standard::Everything, changes: Vec::new(), ..self.clone() }
    }

    fn treatment(&self, rule: &str) -> Option<Treatment> {
        self.changes.iter().find(|(id, _)| id == rule).map(|(_, treatment)| *treatment)
    }
}
