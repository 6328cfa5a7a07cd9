//! One setting and how its values are read and combined.

use std::str::Split;

use super::generated::ROWS;
use super::{Component, Life};
use crate::version::Version;

/// Index of a row of [`SETTINGS`](super::SETTINGS). The constants in [`kubelet`](super::kubelet) and
/// [`kube_apiserver`](super::kube_apiserver) name them all.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SettingId(pub u16);

impl SettingId {
    /// The row.
    pub fn row(self) -> &'static Setting {
        // Ids are only made by the generator, one per row, so the first row never stands in for another.
        ROWS.get(usize::from(self.0)).unwrap_or(&ROWS[0])
    }
}

/// How a component reads the text of a value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Type {
    /// Go boolean.
    Bool,
    /// Signed integer of this many bits.
    Int(u8),
    /// Unsigned integer of this many bits.
    Uint(u8),
    /// Verbosity of logs: a decimal number of 31 bits, without a sign.
    Level,
    /// Floating-point number.
    Float,
    /// Any text.
    Text,
    /// Go duration with unit.
    Duration,
    /// Kubernetes resource quantity.
    Quantity,
    /// IP address.
    Ip,
    /// List of texts; comma separated as a flag.
    List,
    /// List of whole numbers of 32 bits; comma separated as a flag.
    Ints,
    /// Flag that takes one list element per use, without splitting.
    Array,
    /// Map from text to text; `k=v,k2=v2` as a flag.
    Map,
    /// Map from text to text; one `k=v` per use as a flag, commas belong to the value.
    Pair,
    /// Map from text to text; `k<v,k2<v2` as a flag.
    Thresholds,
    /// Map from text to a list of texts; `k:v,k2:v2` as a flag.
    Headers,
    /// Flag that takes pairs `k=v` with commas in them, in quotes where there are several.
    CsvMap,
    /// Flag that takes pairs, where a name without a value counts as on.
    Switches,
    /// Map from text to boolean.
    BoolMap,
    /// Structured value: a list of objects in a file, a notation of its own as a flag.
    Object,
}

impl Type {
    /// Whether the values are pairs of a name and a text.
    pub const fn is_map(self) -> bool {
        matches!(
            self,
            Self::Map | Self::Pair | Self::Thresholds | Self::Headers | Self::CsvMap | Self::Switches | Self::BoolMap
        )
    }
}

/// What a repeated flag does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Repeat {
    /// The last occurrence wins.
    LastWins,
    /// Every occurrence adds elements; the first one discards what the file says.
    Appends,
    /// Every occurrence adds or replaces keys; the first one discards what the file says.
    Merges,
    /// Every occurrence adds or replaces keys, over those of the file.
    MergesOverFile,
    /// A boolean that is true when either the flag or the file says so.
    EitherTrue,
}

/// A value that changes with the release: the last entry whose version is not newer holds.
pub type ByVersion = &'static [(Version, &'static str)];

/// The entry of `values` that holds for `version`; empty when none does.
pub fn at_version(values: ByVersion, version: Version) -> &'static str {
    values.iter().rev().find(|(since, _)| *since <= version).map_or("", |(_, value)| value)
}

/// One setting. It has up to two spellings (a flag, a field of the configuration file) and two defaults.
#[derive(Debug)]
pub struct Setting {
    /// The program.
    pub component: Component,
    /// Name of the flag without dashes; empty when there is none.
    pub flag: &'static str,
    /// Path of the field, such as `authentication.anonymous.enabled`; empty when there is none.
    pub field: &'static str,
    /// How the value is read.
    pub ty: Type,
    /// Default when a configuration file is loaded; empty text stands for "not set".
    pub default: ByVersion,
    /// Default when only flags are given, where it differs.
    pub default_flags_only: Option<ByVersion>,
    /// The only values accepted, parted by `|`; see [`Setting::allowed_in`].
    pub allowed: ByVersion,
    /// The accepted range, as `smallest..largest`; see [`Setting::range_in`].
    pub range: ByVersion,
    /// Life of the flag.
    pub flag_life: Life,
    /// Life of the field.
    pub field_life: Life,
    /// What a repeated flag does.
    pub repeat: Repeat,
    /// What to use instead of the flag where that is not simply the field: a flag with its dashes, a field, or
    /// `none`, perhaps with a reason (`none: dockershim only`). Empty when not known or not needed.
    pub replacement: &'static str,
    /// What it does, as a phrase without a full stop. That of a flag which only got a new name is
    /// `early name of --flag`; see [`Setting::newer_name`].
    pub about: &'static str,
}

impl Setting {
    /// The name used in reports: the field's path, else the flag with its dashes.
    pub fn name(&self) -> String {
        if self.field.is_empty() { format!("--{}", self.flag) } else { self.field.to_owned() }
    }

    /// The flag without dashes under which this one lives on, with the same meaning.
    pub fn newer_name(&self) -> Option<&'static str> {
        self.about.strip_prefix("early name of --")
    }

    /// Whether the flag exists in `version`.
    pub fn has_flag(&self, version: Version) -> bool {
        self.flag_life.covers(version)
    }

    /// Whether the field exists in `version`.
    pub fn has_field(&self, version: Version) -> bool {
        self.field_life.covers(version)
    }

    /// The only values accepted in `version` (for lists: the only elements, for maps: the only keys), among
    /// them perhaps the empty one. Nothing when any value of the type will do.
    pub fn allowed_in(&self, version: Version) -> Option<Split<'static, char>> {
        let values = at_version(self.allowed, version);
        (!values.is_empty()).then(|| values.split('|'))
    }

    /// Smallest and largest value accepted in `version`, written as the setting's type is; an empty text
    /// leaves that side open, and behind a `>` the smallest is itself refused. Nothing when the whole range of the type will do.
    pub fn range_in(&self, version: Version) -> Option<(&'static str, &'static str)> {
        at_version(self.range, version).split_once("..")
    }
}
