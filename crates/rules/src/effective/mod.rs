//! From the places that set something to the one value the component computes, with provenance.
//!
//! Source of the order: `cmd/kubelet/app/server.go` (releases 1.24 to 1.36): built-in defaults, then the
//! `--config` file, then the drop-in directory, then the command line a second time.

mod absent;

use std::borrow::Cow;
use std::ops::Range;

use crate::command::{CommandLine, Extent, Flag, Host, is_filled_in_later, is_templated};
use crate::knowledge::{self, Component, Repeat, SettingId, Type, at_version};
use crate::order::sort_by;
use crate::report::{Confidence, Layer};
use crate::syntax::mapped::Location;
use crate::target::{Config, Reading, Target};
use crate::value::{self, Value};
use crate::version::Version;

use absent::absent;
pub use absent::default_of;

/// One place that sets a setting.
#[derive(Clone, Debug)]
pub struct Occurrence<'t> {
    /// The setting.
    pub setting: SettingId,
    /// Which layer it belongs to.
    pub layer: Layer,
    /// The name as written: the flag with its dashes, or the key.
    pub name: Location,
    /// The value, where one is written.
    pub value: Option<Location>,
    /// What the component makes of it.
    pub reading: Cow<'t, Reading>,
    /// How to find it again for an edit.
    pub place: Place,
}

impl Occurrence<'_> {
    /// Whether the value is written right behind the name and not in a variable.
    fn adjoins(&self, value: Location) -> bool {
        let gap = value.span.start.checked_sub(self.name.span.end);
        value.doc == self.name.doc && gap.is_some_and(|gap| gap <= 3)
    }

    /// The name and the value together, when they stand side by side; else the name.
    pub fn whole(&self) -> Location {
        match self.value {
            Some(value) if self.layer == Layer::File || self.adjoins(value) => {
                Location::new(value.doc, self.name.span.cover(value.span))
            }
            _ => self.name,
        }
    }
}

/// Index of what an [`Occurrence`] was made from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// Index into [`CommandLine::flags`].
    Flag(usize),
    /// Index of the file in [`Target::configs`] and of the field in [`Config::fields`].
    Field(usize, usize),
}

/// Why a value cannot be known.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Unknown {
    /// The configuration file was not given.
    ConfigFile(String),
    /// A variable or template on the command line may set it.
    Variable(String),
    /// The value itself is made from a template.
    Template(String),
    /// Only a part of the command line was given.
    Fragment,
    /// The program that sets the component up chooses it on the machine.
    Installer,
}

/// The outcome for one setting.
#[derive(Clone, Debug, PartialEq)]
pub enum State {
    /// Set by the winning occurrence, or by the program that sets the component up where there is none.
    Set(Value),
    /// Not set anywhere; the built-in default holds. Empty when there is none.
    Default(&'static str),
    /// The winning occurrence holds text that the component refuses.
    Invalid(String, value::Wanted),
    /// Cannot be known.
    Unknown(Unknown),
}

/// The effective value of one setting.
#[derive(Clone, Debug)]
pub struct Effective {
    /// The setting.
    pub setting: SettingId,
    /// The outcome.
    pub state: State,
    /// Occurrences that decide it, as indices into [`Computed::occurrences`]; the last one wins.
    pub winners: Vec<usize>,
    /// Occurrences that set it and lose, weakest first.
    pub losers: Vec<usize>,
    /// How sure the outcome is.
    pub confidence: Confidence,
}

impl Effective {
    /// The value, set or default, when it is known and there is one.
    pub fn value(&self) -> Option<Cow<'_, Value>> {
        match &self.state {
            State::Set(value) => Some(Cow::Borrowed(value)),
            State::Default(text) => value::read_default(self.setting.row().ty, text).map(Cow::Owned),
            State::Invalid(..) | State::Unknown(_) => None,
        }
    }

    /// Whether anything in the bundle sets it.
    pub fn is_written(&self) -> bool {
        !self.winners.is_empty()
    }
}

/// Everything computed for one target.
#[derive(Debug)]
pub struct Computed<'t> {
    /// Sorted by setting, then from weakest to strongest.
    pub occurrences: Vec<Occurrence<'t>>,
    /// One entry per setting of the component that the release knows or the bundle sets, sorted by setting.
    pub settings: Vec<Effective>,
}

impl Computed<'_> {
    /// The outcome for a setting of the target's component; absent when the release does not have it and
    /// nothing sets it.
    pub fn get(&self, setting: SettingId) -> Option<&Effective> {
        let at = self.settings.binary_search_by_key(&setting, |effective| effective.setting).ok()?;
        self.settings.get(at)
    }

    /// The occurrence that wins.
    pub fn winner(&self, setting: SettingId) -> Option<&Occurrence<'_>> {
        self.winner_of(self.get(setting)?)
    }

    /// The occurrence that wins in one of [`Self::settings`].
    pub fn winner_of(&self, effective: &Effective) -> Option<&Occurrence<'_>> {
        self.occurrences.get(*effective.winners.last()?)
    }
}

/// Computes all settings of `target` for `version`.
pub fn compute(target: &Target, version: Version) -> Computed<'_> {
    let mut occurrences = Vec::new();
    for (file, config) in target.configs.iter().enumerate() {
        collect_fields(config, file, version, &mut occurrences);
    }
    if let Some(command) = &target.command {
        collect_flags(command, version, &mut occurrences);
    }
    // Stable: within a setting the order of collection, weakest first, remains.
    sort_by(&mut occurrences, |a, b| a.setting.cmp(&b.setting));
    let mut settings = Vec::with_capacity(knowledge::SETTINGS.len());
    let mut start = 0;
    for id in knowledge::settings_of(target.component) {
        // Both are sorted by setting, so the occurrences of the next one follow those of this one.
        let length = occurrences.iter().skip(start).take_while(|occurrence| occurrence.setting == id).count();
        settings.extend(one(target, version, id, &occurrences, start..start + length));
        start += length;
    }
    Computed { occurrences, settings }
}

fn collect_fields<'t>(config: &'t Config, file: usize, version: Version, all: &mut Vec<Occurrence<'t>>) {
    for (at, field) in config.fields.iter().enumerate() {
        // In a drop-in `null` and zero are merged over the files before, then defaulted; elsewhere they are as if
        // they were not there.
        let nothing = field.reading == Reading::Absent || is_zero_for_default(field.setting, &field.reading, version);
        if nothing && !config.drop_in {
            continue;
        }
        all.push(Occurrence {
            setting: field.setting,
            layer: Layer::File,
            name: field.key,
            value: Some(field.value),
            reading: if nothing { Cow::Owned(Reading::Absent) } else { Cow::Borrowed(&field.reading) },
            place: Place::Field(file, at),
        });
    }
}

fn collect_flags(command: &CommandLine, version: Version, all: &mut Vec<Occurrence<'_>>) {
    for (at, flag) in command.flags.iter().enumerate() {
        let (Some(setting), Some(name)) = (flag.setting, flag.written.location()) else { continue };
        if !setting.row().has_flag(version) {
            // The component exits over it, so its value never counts.
            continue;
        }
        all.push(Occurrence {
            setting,
            layer: flag.host.layer(),
            name,
            value: flag.value.as_ref().and_then(|value| value.location()),
            reading: Cow::Owned(flag_reading(flag, setting, version)),
            place: Place::Flag(at),
        });
    }
}

fn flag_reading(flag: &Flag, setting: SettingId, version: Version) -> Reading {
    let row = setting.row();
    let text = match &flag.value {
        Some(value) => value.text(),
        None if row.ty == Type::Bool => "true",
        None => "",
    };
    // systemd replaces `$NAME` only where it is a whole word, and the kubelet replaces `$(NAME)` in a manifest: what
    // is left of them reaches the component as it is.
    let replaced = matches!(flag.host, Host::Unit | Host::Environment | Host::EnvironmentFile | Host::ListItem { .. });
    let templated = if replaced { is_filled_in_later(text) } else { is_templated(text) };
    if !flag.known || templated {
        return Reading::Templated(text.to_owned());
    }
    match value::read(row.ty, text).and_then(|value| value::accept(row, version, value)) {
        Ok(value) => Reading::Value(value),
        Err(wanted) => Reading::Invalid { text: text.to_owned(), wanted },
    }
}

/// Whether a field says zero or nothing and the decoder takes that as "not set".
pub fn is_zero_for_default(setting: SettingId, reading: &Reading, version: Version) -> bool {
    matches!(reading, Reading::Value(value) if value::stands_for_default(setting.row(), version, value))
}

/// The outcome for a setting whose occurrences are those at `own`.
fn one(
    target: &Target,
    version: Version,
    id: SettingId,
    all: &[Occurrence<'_>],
    own: Range<usize>,
) -> Option<Effective> {
    let start = own.start;
    let own = all.get(own).unwrap_or(&[]);
    let row = id.row();
    if own.is_empty() {
        let exists = row.has_flag(version) || row.has_field(version);
        return exists.then(|| absent(target, version, id));
    }
    let flags_from = own.iter().position(|occurrence| occurrence.layer != Layer::File).unwrap_or(own.len());
    let (files, flags) = own.split_at_checked(flags_from)?;
    let indices = |range: Range<usize>| range.map(|at| start + at).collect::<Vec<_>>();
    let (winners, losers) = match row.repeat {
        Repeat::MergesOverFile | Repeat::EitherTrue => (indices(0..own.len()), Vec::new()),
        Repeat::Appends | Repeat::Merges if !flags.is_empty() => {
            (indices(flags_from..own.len()), indices(0..flags_from))
        }
        Repeat::Merges if !files.is_empty() => (indices(0..own.len()), Vec::new()),
        _ => (indices(own.len() - 1..own.len()), indices(0..own.len() - 1)),
    };
    let deciding: Vec<&Occurrence<'_>> = winners.iter().filter_map(|at| all.get(*at)).collect();
    let state = match combine(row.repeat, &deciding) {
        // A drop-in took the value away again.
        State::Default(_) => State::Default(at_version(row.default, version)),
        state => state,
    };
    let confidence = confidence_of(target, deciding.last().copied());
    Some(Effective { setting: id, state, winners, losers, confidence })
}

/// Folds the deciding occurrences. One that cannot be known makes the whole unknown; a refused one is refused.
fn combine(repeat: Repeat, deciding: &[&Occurrence<'_>]) -> State {
    for occurrence in deciding {
        match &*occurrence.reading {
            Reading::Templated(text) => return State::Unknown(Unknown::Template(text.clone())),
            Reading::Invalid { text, wanted } => return State::Invalid(text.clone(), *wanted),
            Reading::Value(_) | Reading::Absent => {}
        }
    }
    let values = deciding.iter().filter_map(|occurrence| match &*occurrence.reading {
        Reading::Value(value) => Some(value),
        _ => None,
    });
    let merged = values.cloned().reduce(|sum, next| match (repeat, sum, next) {
        (Repeat::EitherTrue, Value::Bool(a), Value::Bool(b)) => Value::Bool(a || b),
        (_, Value::List(mut items), Value::List(more)) => {
            items.extend(more);
            Value::List(items)
        }
        (_, Value::Map(mut pairs), Value::Map(more)) => {
            pairs.retain(|(key, _)| !more.iter().any(|(other, _)| other == key));
            pairs.extend(more);
            Value::Map(pairs)
        }
        (_, _, next) => next,
    });
    merged.map_or(State::Default(""), State::Set)
}

/// Certain when every layer that could still override was given.
fn confidence_of(target: &Target, winner: Option<&Occurrence<'_>>) -> Confidence {
    let Some(command) = &target.command else { return Confidence::Likely };
    if target.component == Component::Kubelet && target.setup.as_ref().is_some_and(|setup| setup.extra_args.is_some()) {
        // The unit that kubeadm brings adds `KUBELET_EXTRA_ARGS`, which was not given.
        return Confidence::Likely;
    }
    let position = match winner.map(|occurrence| occurrence.place) {
        Some(Place::Flag(at)) => command.flags.get(at).map_or(0, |flag| flag.first),
        _ => 0,
    };
    let by_flag = matches!(winner.map(|occurrence| occurrence.place), Some(Place::Flag(_)));
    // A unit that starts the bare program gets its flags from drop-ins, which were not given.
    let bare = command.arguments.is_empty() && target.setup.is_none();
    if bare || (target.missing_directory.is_some() && !by_flag) {
        return Confidence::Likely;
    }
    let later = command.unresolved.iter().any(|unresolved| unresolved.position >= position);
    match command.extent {
        Extent::Whole if !later => Confidence::Certain,
        _ => Confidence::Likely,
    }
}
