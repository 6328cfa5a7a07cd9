//! What a setting is when nothing in the bundle sets it.

use super::{Effective, State, Unknown, confidence_of};
use crate::command::Extent;
use crate::knowledge::{SettingId, at_version};
use crate::target::{ConfigUse, Target};
use crate::value;
use crate::version::Version;

/// What holds when nothing sets it, for the way in which the component is started. Empty when there is none, or when
/// that way is not known and matters.
pub fn default_of(target: &Target, version: Version, id: SettingId) -> &'static str {
    let row = id.row();
    let strict = at_version(row.default, version);
    let lenient = at_version(row.default_flags_only.unwrap_or(row.default), version);
    match target.config_use {
        ConfigUse::Given | ConfigUse::Missing { .. } => strict,
        ConfigUse::None => lenient,
        ConfigUse::Unknown if strict == lenient => strict,
        ConfigUse::Unknown => "",
    }
}

/// What a setting is when nothing in the bundle sets it.
pub(super) fn absent(target: &Target, version: Version, id: SettingId) -> Effective {
    let row = id.row();
    let flags_only = row.default_flags_only.unwrap_or(row.default);
    let strict = at_version(row.default, version);
    let lenient = at_version(flags_only, version);
    let field = row.has_field(version);
    let unresolved = target.command.as_ref().and_then(|command| command.unresolved.first());
    let fragment = target.command.as_ref().is_some_and(|command| command.extent == Extent::Fragment);
    let open = target.configs.iter().any(|config| config.open);
    let directory = target.missing_directory.as_ref();
    if let Some(state) = own(target, version, id) {
        let confidence = confidence_of(target, None);
        return Effective { setting: id, state, winners: Vec::new(), losers: Vec::new(), confidence };
    }
    let state = match &target.config_use {
        ConfigUse::None if field && directory.is_some() => {
            State::Unknown(Unknown::ConfigFile(directory.map_or_else(String::new, |(path, _)| path.clone())))
        }
        ConfigUse::Given if field && open => State::Unknown(Unknown::Template(String::new())),
        ConfigUse::Given if field => State::Default(strict),
        // A flag without a field: a configuration file alone says nothing about it.
        ConfigUse::Given if target.command.is_none() || fragment => State::Unknown(Unknown::Fragment),
        ConfigUse::Missing { path, .. } if field => State::Unknown(Unknown::ConfigFile(path.clone())),
        _ if fragment => State::Unknown(Unknown::Fragment),
        _ if let Some(variable) = unresolved => State::Unknown(Unknown::Variable(variable.name.clone())),
        ConfigUse::Unknown => State::Unknown(Unknown::Fragment),
        ConfigUse::Given | ConfigUse::Missing { .. } => State::Default(strict),
        ConfigUse::None => State::Default(lenient),
    };
    let confidence = confidence_of(target, None);
    Effective { setting: id, state, winners: Vec::new(), losers: Vec::new(), confidence }
}

/// What the program that sets the component up gives it; nothing where something that was not given may come first.
fn own(target: &Target, version: Version, id: SettingId) -> Option<State> {
    let row = id.row();
    let value = target.setup.as_ref()?.value(id)?;
    let open = target.configs.iter().any(|config| config.open);
    let missing = matches!(target.config_use, ConfigUse::Missing { .. } | ConfigUse::Unknown);
    let unresolved = target.command.as_ref().is_some_and(|command| !command.unresolved.is_empty());
    let elsewhere = if row.has_field(version) { open || missing } else { unresolved };
    if elsewhere {
        return None;
    }
    Some(match value.map(|text| value::read(row.ty, text)) {
        Some(Ok(value)) => State::Set(value),
        Some(Err(_)) | None => State::Unknown(Unknown::Installer),
    })
}
