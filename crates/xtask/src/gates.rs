//! Feature gates and what they require.

use std::path::Path;

use crate::output::Output;
use crate::table::{Row, Table};
use crate::{Result, cell};

/// `gates.rs`.
pub(crate) fn outputs(data: &Path) -> Result<Vec<Output>> {
    let gates = Table::read(data, "feature_gates.tsv")?;
    let requirements = Table::read(data, "feature_gate_requirements.tsv")?;
    let mut gates: Vec<Row<'_>> = gates.rows().collect();
    gates.sort_by_key(|row| row.get("gate"));
    let gate_rows = gates.iter().map(|row| gate_literal(*row)).collect::<Result<String>>()?;
    let required = requirements.rows().map(requirement_literal).collect::<Result<String>>()?;
    let body = format!(
        "//! Feature gates, sorted by name, and what they require.

use crate::knowledge::{{FeatureGate, GateRequirement, Life}};

/// Every feature gate, sorted by name.
#[rustfmt::skip]
pub static FEATURE_GATES: &[FeatureGate] = &[
{gate_rows}];

/// Gates that may only be on while another one is.
#[rustfmt::skip]
pub static GATE_REQUIREMENTS: &[GateRequirement] = &[
{required}];
"
    );
    let path = "crates/rules/src/knowledge/generated/gates.rs";
    Ok(vec![Output::new(path, "data/feature_gates.tsv and data/feature_gate_requirements.tsv", &body)])
}

fn gate_literal(row: Row<'_>) -> Result<String> {
    let (name, history) = (row.get("gate"), history(row)?);
    let life = life(row).map_err(|what| row.complaint(what))?;
    Ok(format!("    FeatureGate {{ name: {name:?}, life: {life}, history: {history:?} }},\n"))
}

/// From the first release with a state to the first one after it without; all of them empty: the cell `removed`.
fn life(row: Row<'_>) -> Result<String> {
    let is_known = |(_, state): &(u8, &str)| !state.is_empty();
    let Some((first, _)) = row.releases().find(is_known) else {
        return cell::life("<1.24", "", row.get("removed"));
    };
    let since = if row.releases().next().is_some_and(|(oldest, _)| oldest == first) { 0 } else { first };
    let mut after = row.releases().skip_while(|(minor, _)| *minor < first).skip_while(is_known);
    let removed = after.next().map(|(minor, _)| minor);
    if after.any(|known| is_known(&known)) {
        return Err("a gap between two releases that know the gate".to_owned());
    }
    Ok(format!("Life::since({since}){}", removed.map(|minor| format!(".removed({minor})")).unwrap_or_default()))
}

/// The states that differ from that of the release before.
fn history(row: Row<'_>) -> Result<String> {
    let mut changes = Vec::new();
    let mut before = "";
    for (minor, state) in row.releases() {
        if !matches!(state, "" | "A-" | "A+" | "B-" | "B+" | "G+" | "G+L" | "G-L" | "D-" | "D+" | "D-L" | "D+L") {
            return Err(row.complaint(format!("`{state}` is no state of a gate")));
        }
        if state != before && !state.is_empty() {
            changes.push(format!("{minor}{state}"));
        }
        before = state;
    }
    Ok(changes.join(" "))
}

fn requirement_literal(row: Row<'_>) -> Result<String> {
    let life = cell::life(row.get("since"), "", row.get("removed")).map_err(|what| row.complaint(what))?;
    let (gate, requires) = (row.get("gate"), row.get("requires"));
    Ok(format!("    GateRequirement {{ gate: {gate:?}, requires: {requires:?}, life: {life} }},\n"))
}
