//! What changes for a bundle from one release to another.

use std::collections::BTreeSet;

#[cfg(feature = "serde")]
use serde::{Deserialize, Serialize};

use crate::assess;
use crate::bundle::{self, Sources};
use crate::context::{Context, spelling};
use crate::document::Document;
use crate::effective::{Effective, State, compute};
use crate::equality::same;
use crate::neighbours::Neighbours;
use crate::report::{Category, Finding, Layer, PlaceReport, SCHEMA};
use crate::surroundings::Surroundings;
use crate::syntax::mapped::Location;
use crate::text::LineIndex;
use crate::value;
use crate::version::Version;

/// What changes for one bundle.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "serde", derive(Serialize, Deserialize))]
pub struct Upgrade {
    /// Version of this structure, as that of a report.
    pub schema: u32,
    /// The release now, such as `1.29`.
    pub from: String,
    /// The release to come.
    pub to: String,
    /// What changes: by kind in the order of [`ChangeKind`], then by component and setting.
    pub changes: Vec<UpgradeChange>,
}

/// One change.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "serde", derive(Serialize, Deserialize))]
pub struct UpgradeChange {
    /// What kind of change it is.
    pub kind: ChangeKind,
    /// Name of the component.
    pub component: String,
    /// Canonical name of the setting, or the name as written when nothing knows it.
    pub setting: String,
    /// What happens, in sentences.
    pub message: String,
    /// For a default that changes, the one of the release now.
    pub before: Option<String>,
    /// For a default that changes or a new setting, the one of the release to come.
    pub after: Option<String>,
    /// The place that sets it; absent for what nothing sets.
    pub at: Option<PlaceReport>,
    /// 1-based line of that place.
    pub line: Option<u32>,
    /// 1-based column of that place, in characters.
    pub column: Option<u32>,
}

/// Kinds of [`UpgradeChange`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[cfg_attr(feature = "serde", derive(Serialize, Deserialize), serde(rename_all = "kebab-case"))]
pub enum ChangeKind {
    /// Works now; the release to come refuses it or ignores it.
    Stops,
    /// Nothing sets it, and its default changes.
    Default,
    /// It comes with a release on the way, and it is on or limits something, by default or because it is written.
    New,
    /// Works in both; the release to come marks it as going away.
    Deprecated,
    /// Has to be set now; the release to come does the same without it.
    Needless,
    /// Some settings cannot be known from what was given, so their changes are not listed.
    Unknown,
}

impl ChangeKind {
    /// All kinds, in the order of a report.
    pub const ALL: [Self; 6] = [Self::Stops, Self::Default, Self::New, Self::Deprecated, Self::Needless, Self::Unknown];

    /// Heading for people.
    pub const fn title(self) -> &'static str {
        match self {
            Self::Stops => "Stops working",
            Self::Default => "Changes its default",
            Self::New => "Is new",
            Self::Deprecated => "Becomes deprecated",
            Self::Needless => "Becomes needless",
            Self::Unknown => "Cannot be known",
        }
    }
}

/// What changes for `documents`, judged together, between two releases.
pub fn upgrade(documents: &[Document], from: Version, to: Version) -> Upgrade {
    let mut changes = changed_findings(documents, from, to);
    changes.extend(changed_values(documents, from, to));
    let key = |change: &UpgradeChange| (change.kind, change.component.clone(), change.setting.clone());
    changes.sort_by_cached_key(|change| (key(change), change.line));
    // A flag that is used twice stops once.
    changes.dedup_by(|one, other| key(one) == key(other) && one.at == other.at);
    Upgrade { schema: SCHEMA, from: from.to_string(), to: to.to_string(), changes }
}

/// Findings about names and values that only the release to come has.
fn changed_findings(documents: &[Document], from: Version, to: Version) -> Vec<UpgradeChange> {
    let of = |version| assess::report(documents, &crate::Options { version: Some(version) }).findings;
    let key = |finding: &Finding| (finding.document, finding.start, finding.end, finding.category.name());
    let now: BTreeSet<_> = of(from).iter().map(key).collect();
    let mut changes = Vec::new();
    for finding in of(to) {
        let Some(kind) = kind_of(&finding).filter(|_| !now.contains(&key(&finding))) else { continue };
        changes.push(UpgradeChange {
            kind,
            component: finding.component,
            setting: finding.setting,
            message: finding.message,
            before: None,
            after: None,
            at: Some(PlaceReport { document: finding.document, start: finding.start, end: finding.end }),
            line: Some(finding.line),
            column: Some(finding.column),
        });
    }
    changes
}

fn kind_of(finding: &Finding) -> Option<ChangeKind> {
    if finding.rule.ends_with("-needless") {
        return Some(ChangeKind::Needless);
    }
    match finding.category {
        Category::Removed | Category::Unknown | Category::Invalid | Category::Conflict => Some(ChangeKind::Stops),
        Category::Deprecated => Some(ChangeKind::Deprecated),
        Category::Insecure | Category::Missing | Category::Syntax | Category::Unassessed => None,
    }
}

/// Settings whose default changes, new ones, and those whose value becomes the default.
fn changed_values(documents: &[Document], from: Version, to: Version) -> Vec<UpgradeChange> {
    let sources = Sources::new(documents);
    let (now, then) = (bundle::read(&sources, Some(from)), bundle::read(&sources, Some(to)));
    let indices: Vec<LineIndex<'_>> = documents.iter().map(|document| LineIndex::new(&document.text)).collect();
    let (around_now, around_then) = (Surroundings::of(&now), Surroundings::of(&then));
    let (beside_now, beside_then) = (Neighbours::of(&now, &around_now), Neighbours::of(&then, &around_then));
    let mut changes = Vec::new();
    for (old_target, target) in now.targets.iter().zip(&then.targets) {
        let (old_computed, computed) = (compute(old_target, from), compute(target, to));
        let old = Context { target: old_target, computed: &old_computed, version: from, neighbours: &beside_now };
        let new = Context { target, computed: &computed, version: to, neighbours: &beside_then };
        changes.extend(computed.settings.iter().filter_map(|effective| match old.effective(effective.setting) {
            Some(before) if before.is_written() => becomes_needless(&old, &new, before, effective, &indices),
            Some(before) => changes_default(&new, before, effective),
            None if effective.is_written() => takes_effect(&new, effective, &indices),
            None => is_new(&new, effective),
        }));
        changes.extend(left_out(&new));
    }
    changes
}

fn changes_default(new: &Context<'_>, before: &Effective, after: &Effective) -> Option<UpgradeChange> {
    let (State::Default(old), State::Default(then)) = (&before.state, &after.state) else { return None };
    let shown = |text: &str| value::read_default(after.setting.row().ty, text).map(|value| value.to_string());
    let (old, then) = (shown(old), shown(then));
    if old == then {
        return None;
    }
    let words = |value: &Option<String>| value.as_ref().map_or("nothing".to_owned(), |value| format!("`{value}`"));
    let name = after.setting.row().name();
    let message = format!("`{name}` is not set. Its default goes from {} to {}.", words(&old), words(&then));
    Some(UpgradeChange { before: old, after: then, ..change(ChangeKind::Default, new, after, message) })
}

fn is_new(new: &Context<'_>, after: &Effective) -> Option<UpgradeChange> {
    let State::Default(text) = &after.state else { return None };
    let value = value::read_default(after.setting.row().ty, text).map(|value| value.to_string())?;
    if matches!(&*value, "" | "false" | "0" | "0s") {
        return None;
    }
    let row = after.setting.row();
    let life = if row.has_field(new.version) { row.field_life } else { row.flag_life };
    let message = format!("`{}` comes with {}. Its default is `{value}`.", row.name(), life.since);
    Some(UpgradeChange { after: Some(value), ..change(ChangeKind::New, new, after, message) })
}

/// A value that is written, differs from the default now and equals the one to come.
fn becomes_needless(
    old: &Context<'_>,
    new: &Context<'_>,
    before: &Effective,
    after: &Effective,
    indices: &[LineIndex<'_>],
) -> Option<UpgradeChange> {
    let (State::Set(_), State::Set(value)) = (&before.state, &after.state) else { return None };
    let is_default = |context: &Context<'_>| {
        let default = context.default_value(after.setting);
        default.is_some_and(|default| same(after.setting.row(), &default, value))
    };
    if is_default(old) || !is_default(new) {
        return None;
    }
    let winner = new.winner(after.setting)?;
    let message = format!("`{}` is `{value}`, which becomes the default.", spelling(after.setting, winner));
    Some(placed(change(ChangeKind::Needless, new, after, message), winner.whole(), indices))
}

/// A value that is written now and counts for nothing before the release that brings its setting.
fn takes_effect(new: &Context<'_>, after: &Effective, indices: &[LineIndex<'_>]) -> Option<UpgradeChange> {
    let State::Set(value) = &after.state else { return None };
    let winner = new.winner(after.setting)?;
    let row = after.setting.row();
    let life = if winner.layer == Layer::File { row.field_life } else { row.flag_life };
    let name = spelling(after.setting, winner);
    let message = format!("`{name}` comes with {}. What is written, `{value}`, takes effect.", life.since);
    Some(placed(change(ChangeKind::New, new, after, message), winner.whole(), indices))
}

/// Says of a component that something about it was not given.
fn left_out(new: &Context<'_>) -> Option<UpgradeChange> {
    let mut unknown = new.computed.settings.iter().filter(|effective| matches!(effective.state, State::Unknown(_)));
    let first = unknown.next()?;
    let (count, component) = (1 + unknown.count(), new.target.component.name());
    let settings = if count == 1 { "1 setting".to_owned() } else { format!("{count} settings") };
    let message = format!(
        "{settings} of the {component} cannot be known: a file, a variable or a part of the command line was not \
         given. What changes for them is not listed."
    );
    Some(UpgradeChange { setting: String::new(), ..change(ChangeKind::Unknown, new, first, message) })
}

fn placed(change: UpgradeChange, at: Location, indices: &[LineIndex<'_>]) -> UpgradeChange {
    let place = indices.get(at.doc.0 as usize).map(|index| index.line_column(at.span.start));
    UpgradeChange {
        at: Some(PlaceReport { document: at.doc.0, start: at.span.start, end: at.span.end }),
        line: place.map(|place| place.line),
        column: place.map(|place| place.column),
        ..change
    }
}

/// A change without a place.
fn change(kind: ChangeKind, new: &Context<'_>, after: &Effective, message: String) -> UpgradeChange {
    UpgradeChange {
        kind,
        component: new.target.component.name().to_owned(),
        setting: after.setting.row().name(),
        message,
        before: None,
        after: None,
        at: None,
        line: None,
        column: None,
    }
}
