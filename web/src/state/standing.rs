//! How a setting's value stands to its default: set, set to what holds anyway, or left out.

use plimsoll_rules::report::{Layer, Report, SettingReport, Verdict};

/// How a setting's value stands to its default.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// Nothing sets it, so the default holds.
    NotSet,
    /// It is set, to the default.
    SetToDefault,
    /// It is set, to something else than the default.
    Differs,
    /// Its value cannot be known from what was given.
    Unknown,
}

impl Standing {
    /// Name of its class.
    pub const fn name(self) -> &'static str {
        match self {
            Self::NotSet => "not-set",
            Self::SetToDefault => "set-to-default",
            Self::Differs => "differs",
            Self::Unknown => "not-known",
        }
    }
}

/// One for each setting of the report.
pub fn standings(report: &Report) -> Vec<Standing> {
    let open: Vec<_> = report.settings.iter().filter(|row| is_unknown(row)).map(group).collect();
    let standing = |row: &SettingReport| match &row.value {
        None if row.source.kind != Layer::Default || open.contains(&group(row)) => Standing::Unknown,
        _ if row.source.kind == Layer::Default => Standing::NotSet,
        value if *value == row.default => Standing::SetToDefault,
        _ => Standing::Differs,
    };
    report.settings.iter().map(standing).collect()
}

/// Whether the report says by itself that nothing is known: there is a default, and it is not known to hold.
fn is_unknown(row: &SettingReport) -> bool {
    row.source.kind == Layer::Default
        && row.value.is_none()
        && (row.default.is_some() || row.verdict == Verdict::Unknown)
}

/// What is not given, a file or the command, leaves open all that could stand there. A setting without a default shows
/// no difference between open and left out, so the others of its group tell.
fn group(row: &SettingReport) -> (&str, bool) {
    (&row.component, row.setting.starts_with("--"))
}
