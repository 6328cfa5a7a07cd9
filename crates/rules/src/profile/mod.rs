//! Profiles: which rules judge, how bad their findings are, and the numbers they compare with.

mod file;
mod likely;
mod standard;
#[cfg(test)]
mod tests;

pub use file::{ProfileError, rule as rule_id};
pub use likely::is_likely_profile;
pub use standard::{ProfilePage, Standard, profiles};

use crate::catalog::CATALOG;
use crate::nearest::nearest;
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

    /// The profile of the project with this name.
    ///
    /// # Errors
    /// A sentence that names those there are, and the one that was meant where that is clear.
    pub fn named(name: &str) -> Result<Self, String> {
        if let Some(standard) = Standard::named(name) {
            return Ok(Self::standard(standard));
        }
        let names = Standard::ALL.map(Standard::name);
        let begins = names.into_iter().find(|known| !name.is_empty() && known.starts_with(name));
        let near = begins.or_else(|| nearest(name, names).map(|near| near.name));
        let hint = near.map(|near| format!(" (is `{near}` meant?)")).unwrap_or_default();
        Err(format!(
            "there is no profile `{name}`{hint}; there are {}, or give a file of your own",
            file::listed(&names)
        ))
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

    /// The rules that judge, in catalogue order.
    pub(crate) fn rules(&self) -> Vec<&'static Rule> {
        CATALOG.iter().copied().filter(|rule| self.runs(rule)).collect()
    }

    /// Whether a rule is switched off, whatever the profile begins with.
    pub(crate) fn drops(&self, rule: &Rule) -> bool {
        self.treatment(rule.id) == Some(Treatment::Off)
    }

    /// Whether a rule is named to judge, whatever the profile begins with.
    pub(crate) fn adds(&self, rule: &Rule) -> bool {
        matches!(self.treatment(rule.id), Some(Treatment::On | Treatment::As(_)))
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
