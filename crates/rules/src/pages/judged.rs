//! What the page of a rule says about the settings that it judges: their names, the releases that know them, and
//! their defaults.

#[cfg(feature = "serde")]
use serde::{Deserialize, Serialize};

use crate::knowledge::{ByVersion, Life, Setting};
use crate::rule::Rule;
use crate::version::Version;

/// A setting that a rule judges.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(Serialize, Deserialize))]
pub struct Judged {
    /// Name of the component.
    pub component: String,
    /// What it does, as a phrase without a full stop.
    pub about: String,
    /// Its names: the field of the KubeletConfiguration, then the flag with its dashes.
    pub names: Vec<Name>,
    /// What holds when nothing sets it, in words without a full stop; empty when nothing does in any release.
    pub default: String,
}

/// One name of a setting.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(Serialize, Deserialize))]
pub struct Name {
    /// The name.
    pub name: String,
    /// The releases that know it, such as `1.24 to 1.30, deprecated from 1.27`.
    pub releases: String,
    /// Whether the newest release knows it.
    pub current: bool,
}

/// The settings of a rule, each once.
pub fn judged(rule: &Rule) -> Vec<Judged> {
    let mut seen = Vec::new();
    for setting in rule.judges() {
        if !seen.contains(&setting) {
            seen.push(setting);
        }
    }
    seen.iter().map(|setting| judged_setting(setting.row())).collect()
}

fn judged_setting(row: &Setting) -> Judged {
    let name =
        |name: String, life: Life| Name { name, releases: releases(life), current: life.covers(Version::NEWEST) };
    let field = (!row.field.is_empty()).then(|| name(row.field.to_owned(), row.field_life));
    let flag = (!row.flag.is_empty()).then(|| name(format!("--{}", row.flag), row.flag_life));
    Judged {
        component: row.component.name().to_owned(),
        about: row.about.to_owned(),
        names: field.into_iter().chain(flag).collect(),
        default: default(row),
    }
}

/// The releases of a name in words, as far as the tables reach.
fn releases(life: Life) -> String {
    let (oldest, newest) = (Version::OLDEST, Version::PREVIEW);
    let first = life.since.max(oldest);
    let last = life.removed.map(|removed| Version(removed.0.saturating_sub(1)));
    let span = match last {
        Some(last) if last < oldest => return format!("none since {oldest}"),
        Some(last) if last <= first => first.to_string(),
        Some(last) => format!("{first} to {last}"),
        None if first <= oldest => format!("all, {oldest} to {newest}"),
        None => format!("from {first}"),
    };
    let marked = life.deprecated.filter(|marked| life.covers((*marked).max(first)));
    let reprieved = life.reprieved.map(|reprieved| format!(" until {reprieved}")).unwrap_or_default();
    match marked {
        Some(marked) if marked <= first => format!("{span}, deprecated{reprieved}"),
        Some(marked) => format!("{span}, deprecated from {marked}{reprieved}"),
        None => span,
    }
}

/// The default with a configuration file, and the one without where it differs.
fn default(row: &Setting) -> String {
    let usual = history(row.default);
    match row.default_flags_only.map(history) {
        None => usual,
        Some(without) => {
            let usual = if usual.is_empty() { "not set".to_owned() } else { usual };
            let without = if without.is_empty() { "not set".to_owned() } else { without };
            format!("{usual}; without a configuration file {without}")
        }
    }
}

/// A default and its changes since the oldest release; empty when there never is one.
fn history(values: ByVersion) -> String {
    let shown = |value: &str| if value.is_empty() { "not set".to_owned() } else { format!("`{value}`") };
    let earlier = values.iter().rev().find(|(since, _)| *since <= Version::OLDEST).map_or("", |(_, value)| *value);
    let later: Vec<_> = values.iter().filter(|(since, _)| *since > Version::OLDEST).collect();
    if earlier.is_empty() && later.is_empty() {
        return String::new();
    }
    let changes = later.iter().map(|(since, value)| format!(", from {since} {}", shown(value)));
    shown(earlier) + &changes.collect::<String>()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// `life` is a row of the tables: since, deprecated, removed.
    fn words(since: u8, deprecated: Option<u8>, removed: Option<u8>) -> String {
        let (deprecated, removed) = (deprecated.map(Version), removed.map(Version));
        releases(Life { since: Version(since), deprecated, reprieved: None, removed, removed_exact: true })
    }

    #[test]
    fn releases_are_told_as_far_as_the_tables_reach() {
        assert_eq!(words(0, None, None), "all, 1.24 to 1.37");
        assert_eq!(words(30, None, None), "from 1.30");
        assert_eq!(words(0, Some(27), Some(31)), "1.24 to 1.30, deprecated from 1.27");
        assert_eq!(words(0, Some(0), None), "all, 1.24 to 1.37, deprecated");
        assert_eq!(words(30, None, Some(31)), "1.30");
        assert_eq!(words(0, None, Some(23)), "none since 1.24");
    }

    #[test]
    fn defaults_are_told_with_their_changes() {
        assert_eq!(history(&[(Version(0), "true")]), "`true`");
        assert_eq!(history(&[(Version(0), "")]), "");
        assert_eq!(history(&[(Version(0), ""), (Version(30), "4h")]), "not set, from 1.30 `4h`");
    }
}
