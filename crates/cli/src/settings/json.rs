//! The knowledge of one release as JSON: one array of objects, told apart by `kind`. What is not known is null.

use plimsoll_rules::Version;
use plimsoll_rules::knowledge::{
    ADMISSION_PLUGINS, AdmissionPlugin, Component, FEATURE_GATES, FeatureGate, Life, Setting, at_version,
    gate_requirements, settings_of,
};
use serde_json::{Value, json};

use super::{repeat_name, type_name};

/// Everything that the component has in `version`.
pub(super) fn all(component: Component, version: Version) -> Vec<Value> {
    let rows = settings_of(component).map(|id| id.row()).filter(|row| row.has_flag(version) || row.has_field(version));
    let mut all: Vec<Value> = rows.map(|row| setting(row, version)).collect();
    all.extend(FEATURE_GATES.iter().filter_map(|row| gate(row, version)));
    if component == Component::KubeApiserver {
        all.extend(ADMISSION_PLUGINS.iter().filter(|row| row.life.covers(version)).map(|row| plugin(row, version)));
    }
    all
}

fn setting(row: &Setting, version: Version) -> Value {
    let flag = row.has_flag(version).then(|| format!("--{}", row.flag));
    let field = row.has_field(version).then_some(row.field);
    let life = if row.has_flag(version) { row.flag_life } else { row.field_life };
    let first = if row.flag_life.since < row.field_life.since { row.flag_life } else { row.field_life };
    let allowed: Option<Vec<&str>> = row.allowed_in(version).map(Iterator::collect);
    json!({
        "kind": "setting",
        "setting": row.name(),
        "flag": flag,
        "field": field,
        "type": type_name(row.ty),
        "default": text(at_version(row.default, version)),
        // Here an empty text says that without a configuration file nothing is set.
        "default_flags_only": row.default_flags_only.map(|values| at_version(values, version)),
        "allowed": allowed,
        "range": row.range_in(version).map(range),
        "since": since(first),
        "deprecated": deprecated(life, version),
        "removed": life.removed_words(),
        "repeatable": repeat_name(row.repeat),
        "replacement": text(row.replacement),
        "description": row.about,
    })
}

fn range((least, most): (&str, &str)) -> Value {
    let bound = least.strip_prefix('>');
    json!({ "min": text(bound.unwrap_or(least)), "min_excluded": bound.is_some(), "max": text(most) })
}

fn gate(row: &FeatureGate, version: Version) -> Option<Value> {
    let state = row.at(version)?;
    let requires: Vec<&str> = gate_requirements(row.name, version).collect();
    Some(json!({
        "kind": "gate",
        "setting": format!("featureGates.{}", row.name),
        "stage": super::stage_name(state.stage),
        "default": state.on_by_default,
        "locked": state.locked,
        "since": since(row.life),
        "removed": row.life.removed_words(),
        "requires": requires,
    }))
}

fn plugin(row: &AdmissionPlugin, version: Version) -> Value {
    json!({
        "kind": "admission-plugin",
        "name": row.name,
        "default": super::switch(row.on_by_default),
        "since": since(row.life),
        "deprecated": deprecated(row.life, version),
        "removed": row.life.removed_words(),
        "replacement": text(row.replacement),
        "description": row.about,
    })
}

/// The first release, where the tables reach back that far.
fn since(life: Life) -> Option<String> {
    (life.since >= Version::OLDEST).then(|| life.since.to_string())
}

/// The release that marked it, as long as the mark holds.
fn deprecated(life: Life, version: Version) -> Option<String> {
    life.deprecated_words().filter(|_| life.is_deprecated_in(version))
}

/// Empty text means "none" in the tables.
fn text(text: &str) -> Option<&str> {
    (!text.is_empty()).then_some(text)
}
