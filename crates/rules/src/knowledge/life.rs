//! The releases in which a name exists.

use crate::version::Version;

/// The releases in which a name exists. [`Version`] numbers older than the tables mean "before them".
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Life {
    /// First release.
    pub since: Version,
    /// First release in which it is marked as going away.
    pub deprecated: Option<Version>,
    /// First release in which that mark is gone again.
    pub reprieved: Option<Version>,
    /// First release in which the name is unknown, as far as known: see `removed_exact`.
    pub removed: Option<Version>,
    /// Whether the name still existed in the release before `removed`. If not, it may have gone earlier.
    pub removed_exact: bool,
}

impl Life {
    /// Whether the name exists in `version`.
    pub fn covers(self, version: Version) -> bool {
        self.since <= version && !self.is_removed_in(version)
    }

    /// Whether the name once existed and is unknown in `version`.
    pub fn is_removed_in(self, version: Version) -> bool {
        self.removed.is_some_and(|removed| removed <= version)
    }

    /// Whether the name exists in `version` and is marked as going away.
    pub fn is_deprecated_in(self, version: Version) -> bool {
        let marked = self.deprecated.is_some_and(|deprecated| deprecated <= version);
        let reprieved = self.reprieved.is_some_and(|reprieved| reprieved <= version);
        self.covers(version) && marked && !reprieved
    }

    /// The release of the removal for people: `1.31`, or `1.20 or earlier` where only that is known.
    pub fn removed_words(self) -> Option<String> {
        let removed = self.removed?;
        Some(if self.removed_exact { removed.to_string() } else { format!("{removed} or earlier") })
    }

    /// The release of the mark for people: `1.27`, or `1.23 or earlier` where it is older than the tables.
    pub fn deprecated_words(self) -> Option<String> {
        let deprecated = self.deprecated?;
        let before = Version(Version::OLDEST.0.saturating_sub(1));
        Some(if deprecated == Version(0) { format!("{before} or earlier") } else { deprecated.to_string() })
    }
}

/// Builders for the generated tables. Arguments are minor release numbers; 0 is "before the tables".
impl Life {
    /// The life of a spelling that does not exist.
    pub(super) const NEVER: Self = Self::since(u8::MAX);

    pub(super) const fn since(minor: u8) -> Self {
        Self { since: Version(minor), deprecated: None, reprieved: None, removed: None, removed_exact: true }
    }

    pub(super) const fn deprecated(self, minor: u8) -> Self {
        Self { deprecated: Some(Version(minor)), ..self }
    }

    pub(super) const fn reprieved(self, minor: u8) -> Self {
        Self { reprieved: Some(Version(minor)), ..self }
    }

    pub(super) const fn removed(self, minor: u8) -> Self {
        Self { removed: Some(Version(minor)), ..self }
    }

    /// Removed in this release or before it.
    pub(super) const fn gone_by(self, minor: u8) -> Self {
        Self { removed: Some(Version(minor)), removed_exact: false, ..self }
    }
}
