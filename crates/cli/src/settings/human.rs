//! The knowledge of one release for reading: columns below headings, and what a name means below it.

use std::fmt::Write;

use plimsoll_rules::Version;
use plimsoll_rules::knowledge::{
    ADMISSION_PLUGINS, AdmissionPlugin, Component, FEATURE_GATES, FeatureGate, Setting, at_version, gate_requirements,
    settings_of,
};

use super::{stage_name, switch, type_name};

/// Width from which a column does not push the next one any further.
const WIDEST: usize = 48;

/// Everything that the component has in `version`.
pub(super) fn all(component: Component, version: Version) -> String {
    let rows: Vec<&Setting> = settings_of(component).map(|id| id.row()).collect();
    let spelled = |flag: bool, field: bool| {
        let rows = rows.iter().filter(|row| row.has_flag(version) == flag && row.has_field(version) == field);
        rows.map(|row| setting(row, version)).collect::<Vec<_>>()
    };
    let mut text = String::new();
    section(&mut text, "Settings with a flag and a field in the configuration file", &spelled(true, true));
    section(&mut text, "Settings with a flag", &spelled(true, false));
    section(&mut text, "Settings with a field in the configuration file", &spelled(false, true));
    let gates: Vec<Entry> = FEATURE_GATES.iter().filter_map(|row| gate(row, version)).collect();
    section(&mut text, "Feature gates", &gates);
    if component == Component::KubeApiserver {
        let plugins = ADMISSION_PLUGINS.iter().filter(|row| row.life.covers(version));
        section(&mut text, "Admission plugins", &plugins.map(|row| plugin(row, version)).collect::<Vec<_>>());
    }
    text
}

/// Cells that stand in columns, and a line below them.
struct Entry {
    cells: Vec<String>,
    below: String,
}

fn section(text: &mut String, heading: &str, entries: &[Entry]) {
    if entries.is_empty() {
        return;
    }
    let gap = if text.is_empty() { "" } else { "\n" };
    let _ = writeln!(text, "{gap}{heading} ({})\n", entries.len());
    let columns = entries.iter().map(|entry| entry.cells.len()).max().unwrap_or(0);
    let width = |column: usize| {
        let cells = entries.iter().filter_map(|entry| entry.cells.get(column));
        cells.map(|cell| cell.chars().count()).filter(|width| *width <= WIDEST).max().unwrap_or(0)
    };
    let widths: Vec<usize> = (0..columns).map(width).collect();
    for entry in entries {
        let cells = entry.cells.iter().zip(&widths).map(|(cell, width)| format!("  {cell:width$}"));
        let _ = writeln!(text, "{}", cells.collect::<String>().trim_end());
        if !entry.below.is_empty() {
            let _ = writeln!(text, "      {}", entry.below);
        }
    }
}

fn setting(row: &Setting, version: Version) -> Entry {
    let mut cells = Vec::new();
    if row.has_field(version) {
        cells.push(row.field.to_owned());
    }
    if row.has_flag(version) {
        cells.push(format!("--{}", row.flag));
    }
    cells.push(type_name(row.ty));
    cells.push(match row.default_flags_only.map(|values| at_version(values, version)) {
        Some(flags_only) => format!("{} (flags only: {})", value(at_version(row.default, version)), value(flags_only)),
        None => value(at_version(row.default, version)).to_owned(),
    });
    let mut notes = vec![row.about.to_owned()];
    notes.extend(row.allowed_in(version).map(|allowed| {
        let named: Vec<&str> = allowed.map(|one| if one.is_empty() { "empty" } else { one }).collect();
        format!("one of {}", named.join(", "))
    }));
    notes.extend(row.range_in(version).map(|(least, most)| range(least, most)));
    let life = if row.has_flag(version) { row.flag_life } else { row.field_life };
    let what = if row.has_flag(version) && row.has_field(version) { "flag " } else { "" };
    let deprecated = life.deprecated_words().filter(|_| life.is_deprecated_in(version));
    notes.extend(deprecated.map(|since| format!("{what}deprecated since {since}")));
    notes.extend(life.removed_words().map(|gone| format!("{what}removed in {gone}")));
    Entry { cells, below: notes.join("; ") }
}

fn value(text: &str) -> &str {
    if text.is_empty() { "not set" } else { text }
}

fn range(least: &str, most: &str) -> String {
    match (least.strip_prefix('>'), least, most) {
        (Some(bound), _, _) => format!("more than {bound}, at most {most}"),
        (None, "", _) => format!("at most {most}"),
        (None, _, "") => format!("at least {least}"),
        (None, _, _) => format!("{least} to {most}"),
    }
}

fn gate(row: &FeatureGate, version: Version) -> Option<Entry> {
    let state = row.at(version)?;
    let mut notes = Vec::new();
    if state.locked {
        notes.push("locked".to_owned());
    }
    notes.extend(row.life.removed_words().map(|gone| format!("removed in {gone}")));
    let requires: Vec<&str> = gate_requirements(row.name, version).collect();
    if !requires.is_empty() {
        notes.push(format!("needs {}", requires.join(" and ")));
    }
    let cells =
        [row.name, stage_name(state.stage), switch(state.on_by_default), &notes.join("; ")].map(str::to_owned).into();
    Some(Entry { cells, below: String::new() })
}

fn plugin(row: &AdmissionPlugin, version: Version) -> Entry {
    let mut notes = vec![row.about.to_owned()];
    let deprecated = row.life.deprecated_words().filter(|_| row.life.is_deprecated_in(version));
    notes.extend(deprecated.map(|since| format!("deprecated since {since}")));
    notes.extend(row.life.removed_words().map(|gone| format!("removed in {gone}")));
    let cells = [row.name, switch(row.on_by_default), &notes.join("; ")].map(str::to_owned).into();
    Entry { cells, below: String::new() }
}
