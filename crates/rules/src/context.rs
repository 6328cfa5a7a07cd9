//! What a rule sees: effective values and where they come from, never text.

use std::borrow::Cow;

use crate::effective::{Computed, Effective, Occurrence, Place, State, default_of};
use crate::knowledge::{Component, Installer, SettingId};
use crate::neighbours::Neighbours;
use crate::object::ObjectKind;
use crate::object_context::ObjectContext;
use crate::report::{Confidence, Layer};
use crate::rule::PLACEHOLDER;
use crate::syntax::mapped::Location;
use crate::target::{ConfigUse, Target};
use crate::thresholds::Thresholds;
use crate::value::{self, Value};
use crate::version::Version;

/// One target with its computed values.
#[derive(Debug)]
pub struct Context<'a> {
    /// The component and its documents.
    pub target: &'a Target,
    /// Its effective values.
    pub computed: &'a Computed<'a>,
    /// The release that is judged for.
    pub version: Version,
    /// The numbers that rules compare with.
    pub thresholds: Thresholds,
    /// The objects beside the components.
    pub neighbours: &'a Neighbours<'a>,
}

impl Context<'_> {
    /// The outcome for a setting; absent when the release does not have it and nothing sets it.
    pub fn effective(&self, setting: SettingId) -> Option<&Effective> {
        self.computed.get(setting)
    }

    /// The value, set or default; absent when there is none or it cannot be known.
    pub fn value(&self, setting: SettingId) -> Option<Value> {
        self.effective(setting)?.value().map(Cow::into_owned)
    }

    /// Whether the outcome is known: a value, or nothing where nothing is the default.
    pub fn is_known(&self, setting: SettingId) -> bool {
        self.effective(setting).is_none_or(|effective| !matches!(effective.state, State::Unknown(_)))
    }

    /// Whether something other than empty text, an empty list or a placeholder is in effect. Absent when that
    /// cannot be known.
    pub fn is_present(&self, setting: SettingId) -> Option<bool> {
        let Some(effective) = self.effective(setting) else { return Some(false) };
        match &effective.state {
            State::Unknown(_) => None,
            State::Invalid(..) => Some(true),
            State::Set(_) | State::Default(_) => Some(effective.value().is_some_and(|value| is_present(&value))),
        }
    }

    /// What the release uses when nothing sets it; absent when there is none, or when it cannot be known.
    pub fn default_value(&self, setting: SettingId) -> Option<Value> {
        value::read_default(setting.row().ty, default_of(self.target, self.version, setting))
    }

    /// Whether a boolean setting is true. Absent when that cannot be known or the text is refused.
    pub fn is_true(&self, setting: SettingId) -> Option<bool> {
        self.value(setting)?.as_bool()
    }

    /// The object that the file named by a setting holds, when it was given.
    pub fn file(&self, setting: SettingId, kind: ObjectKind) -> Option<&ObjectContext<'_>> {
        let path = self.value(setting).filter(|_| self.is_present(setting) == Some(true))?;
        self.neighbours.named(kind, &path.to_string())
    }

    /// Whether anything in the bundle sets it.
    pub fn is_written(&self, setting: SettingId) -> bool {
        self.effective(setting).is_some_and(Effective::is_written)
    }

    /// Whether kind sets it and nothing written does. Its nodes are containers that share one machine, so what suits
    /// them there is meant.
    pub fn is_choice_of_kind(&self, setting: SettingId) -> bool {
        let setup = self.target.setup.as_ref().filter(|setup| setup.installer == Installer::Kind);
        !self.is_written(setting) && setup.is_some_and(|setup| setup.value(setting).is_some())
    }

    /// The occurrence that wins.
    pub fn winner(&self, setting: SettingId) -> Option<&Occurrence<'_>> {
        self.computed.winner(setting)
    }

    /// The occurrences that lose, weakest first.
    pub fn losers(&self, setting: SettingId) -> impl Iterator<Item = &Occurrence<'_>> {
        let indices = self.effective(setting).map_or(&[][..], |effective| &effective.losers);
        indices.iter().filter_map(|at| self.computed.occurrences.get(*at))
    }

    /// The confidence of what is said about a setting.
    pub fn confidence(&self, setting: SettingId) -> Confidence {
        self.effective(setting).map_or(Confidence::Certain, |effective| effective.confidence)
    }

    /// The place to point at: the winning occurrence, else where the setting would be written.
    pub fn place(&self, setting: SettingId) -> Location {
        match self.winner(setting) {
            Some(occurrence) => occurrence.whole(),
            None => self.insertion_anchor(setting),
        }
    }

    /// The place of one item of a list setting, or of one key of a map setting; the whole where it is not written
    /// by itself.
    pub fn place_of_part(&self, setting: SettingId, part: &str) -> Location {
        let winners = self.effective(setting).map_or(&[][..], |effective| &effective.winners);
        let occurrences = winners.iter().rev().filter_map(|at| self.computed.occurrences.get(*at));
        occurrences.filter_map(|occurrence| self.part(occurrence, part)).next().unwrap_or_else(|| self.place(setting))
    }

    fn part(&self, occurrence: &Occurrence<'_>, part: &str) -> Option<Location> {
        match occurrence.place {
            Place::Flag(at) => {
                let value = self.target.command.as_ref()?.flags.get(at)?.value.as_ref()?;
                let (mut start, mut found) = (0, None);
                for piece in value.text().split(',') {
                    let name = piece.split(['=', '<']).next().unwrap_or(piece);
                    if name.trim() == part {
                        let blanks = piece.len() - piece.trim_start().len();
                        found = value.slice(start + blanks..start + piece.trim_end().len().max(blanks)).location();
                    }
                    start += piece.len() + 1;
                }
                found
            }
            Place::Field(file, at) => {
                let parts = &self.target.configs.get(file)?.fields.get(at)?.parts;
                parts.iter().rev().find(|(name, _)| name == part).map(|(_, place)| *place)
            }
        }
    }

    /// Where an absent setting would be written: the configuration file when there is one and the setting has a
    /// field, else the command.
    pub fn insertion_anchor(&self, setting: SettingId) -> Location {
        let config = self.target.configs.first().filter(|_| setting.row().has_field(self.version));
        let executable = self.target.command.as_ref().and_then(|command| command.executable);
        config.map(|config| config.anchor).or(executable).unwrap_or(self.target.anchor)
    }

    /// The name a fix will write: as the winner spells it, else as the layer it goes to spells it.
    pub fn target_spelling(&self, setting: SettingId) -> String {
        if let Some(winner) = self.winner(setting) {
            return spelling(setting, winner);
        }
        let row = setting.row();
        let in_file = row.has_field(self.version) && !self.target.configs.is_empty();
        if in_file || row.flag.is_empty() { row.field.to_owned() } else { format!("--{}", row.flag) }
    }

    /// "`x` is `y`", with the default named where nothing sets it. Ends without a full stop.
    pub fn found(&self, setting: SettingId) -> String {
        let row = setting.row();
        let name = self.winner(setting).map_or_else(|| row.name(), |winner| spelling(setting, winner));
        let Some(effective) = self.effective(setting) else { return format!("`{name}` does not exist here") };
        match &effective.state {
            State::Set(value) if !effective.is_written() => {
                let installer = self.target.setup.as_ref().map_or("the installer", |setup| setup.installer.name());
                format!("`{name}` is `{value}` as {installer} sets it")
            }
            State::Set(value) if value.is_blank() => format!("`{name}` is empty"),
            State::Set(value) if text_holds_placeholder(value) => {
                format!("`{name}` still holds the placeholder `{value}`")
            }
            State::Set(value) => format!("`{name}` is `{value}`"),
            State::Invalid(text, wanted) => format!("`{name}` is `{text}`, but it must be {}", wanted.words()),
            State::Default("" | "[]" | "{}") => format!("`{name}` is not set"),
            State::Default(text) => format!("`{name}` is not set; {} `{text}`", self.default_words(setting)),
            State::Unknown(_) => format!("`{name}` cannot be known from what was given"),
        }
    }

    /// Words before the default of a setting that nothing sets.
    fn default_words(&self, setting: SettingId) -> &'static str {
        let differs = setting.row().default_flags_only.is_some();
        match (self.target.component, &self.target.config_use) {
            (Component::Kubelet, ConfigUse::None) if differs => "without a configuration file the default is",
            _ => "the default is",
        }
    }
}

/// The name of a setting as its writer spelled it: the field's path in a file, the flag elsewhere.
pub fn spelling(setting: SettingId, occurrence: &Occurrence<'_>) -> String {
    let row = setting.row();
    match occurrence.layer {
        Layer::File => row.field.to_owned(),
        _ => format!("--{}", row.flag),
    }
}

fn is_present(value: &Value) -> bool {
    !value.is_blank() && !text_holds_placeholder(value)
}

/// Whether the value still holds what a manual fix wrote.
pub fn text_holds_placeholder(value: &Value) -> bool {
    match value {
        Value::Text(text) => text.contains(PLACEHOLDER),
        Value::List(items) => items.iter().any(|item| item.contains(PLACEHOLDER)),
        Value::Map(pairs) => pairs.iter().any(|(_, value)| value.contains(PLACEHOLDER)),
        _ => false,
    }
}
