//! Kubernetes minor releases.

use std::fmt;
use std::str::FromStr;

/// A minor release of Kubernetes 1.x, such as 1.36.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Version(pub u8);

impl Version {
    /// Oldest release that the tables describe.
    pub const OLDEST: Self = Self(24);
    /// Newest release that the tables describe completely.
    pub const NEWEST: Self = Self(36);
    /// A coming release, described in part.
    pub const PREVIEW: Self = Self(37);
}

impl fmt::Display for Version {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "1.{}", self.0)
    }
}

/// The day to which the facts and rules are current, as `YYYY-MM-DD`: raise it with every change of `data/*.tsv` that
/// a user would notice. Nothing here reads a clock; who shows the date compares it with the day.
pub const EDITION: &str = "2026-11-21";

/// A version that the tables do not hold.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnknownVersion(String);

impl fmt::Display for UnknownVersion {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (oldest, newest) = (Version::OLDEST, Version::PREVIEW);
        write!(f, "Kubernetes version `{}` is not known here; choose one from {oldest} to {newest}", self.0)
    }
}

impl std::error::Error for UnknownVersion {}

impl FromStr for Version {
    type Err = UnknownVersion;

    /// Reads `1.36`, `v1.36` or `v1.36.2`.
    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let plain = text.trim().trim_start_matches('v');
        let minor = plain.strip_prefix("1.").and_then(|rest| rest.split('.').next()?.parse().ok());
        match minor.map(Self) {
            Some(version) if (Self::OLDEST..=Self::PREVIEW).contains(&version) => Ok(version),
            _ => Err(UnknownVersion(text.to_owned())),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_the_usual_spellings() {
        assert_eq!("1.36".parse(), Ok(Version(36)));
        assert_eq!("v1.24.7".parse(), Ok(Version(24)));
        for wrong in ["1.23", "1.99", "36", "", "2.30", "1.x"] {
            assert!(wrong.parse::<Version>().is_err(), "{wrong}");
        }
    }
}
