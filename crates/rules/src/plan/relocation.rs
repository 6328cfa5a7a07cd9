//! Moves a setting from the command line into the configuration file, where that changes nothing but its place.

use super::{Edits, Planner};
use crate::effective::{self, Effective, Occurrence, State, is_zero_for_default};
use crate::knowledge::{Repeat, SettingId, Type};
use crate::target::{Config, ConfigUse, Reading};
use crate::value::Value;

impl Planner<'_> {
    /// Writes the value of the flags into the file and removes them; nothing where the file would read it otherwise.
    pub(super) fn move_to_file(&self, setting: SettingId) -> Option<Edits> {
        let effective = self.context.effective(setting)?;
        let config = self.receiving_file(setting)?;
        let State::Set(value) = &effective.state else { return None };
        if !survives(value, setting)
            || is_zero_for_default(setting, &Reading::Value(value.clone()), self.context.version)
        {
            return None;
        }
        let mut all = self.insert_field(config, setting, &value.to_string())?;
        for occurrence in self.uses(effective) {
            if let effective::Place::Flag(at) = occurrence.place {
                all.extend(self.drop_flag(self.command()?.flags.get(at)?)?);
            }
        }
        Some(all)
    }

    /// The `--config` file, when it is all there and nothing after it sets the setting.
    fn receiving_file(&self, setting: SettingId) -> Option<&Config> {
        let target = self.context.target;
        let (config, drop_ins) = target.configs.split_first()?;
        let sets = |config: &Config| config.fields.iter().any(|field| field.setting == setting);
        let merges = setting.row().repeat == Repeat::MergesOverFile && sets(config);
        let fits = target.config_use == ConfigUse::Given && target.missing_directory.is_none();
        let whole = !config.drop_in && !config.open;
        (fits && whole && !merges && !drop_ins.iter().any(sets)).then_some(config)
    }

    fn uses(&self, effective: &Effective) -> impl Iterator<Item = &Occurrence<'_>> {
        let indices = effective.losers.iter().chain(&effective.winners);
        indices.filter_map(|at| self.context.computed.occurrences.get(*at))
    }
}

/// Whether the file reads the value as the flag does. A path in the file counts from the file's folder, one on the
/// command line from where the kubelet is started.
fn survives(value: &Value, setting: SettingId) -> bool {
    let plain = |text: &str| !text.contains([',', '=']);
    match value {
        Value::Bool(_) | Value::Int(_) | Value::Duration(_) => true,
        Value::Text(text) => {
            let anywhere = !text.contains('/') || text.starts_with('/') || text.contains("://");
            !text.is_empty() && (anywhere || setting.row().ty != Type::Text)
        }
        Value::List(items) => !items.is_empty() && items.iter().all(|item| plain(item)),
        Value::Map(pairs) => !pairs.is_empty() && pairs.iter().all(|(key, value)| plain(key) && plain(value)),
        Value::Structured => false,
    }
}
