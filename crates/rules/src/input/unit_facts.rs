//! What the `[Service]` of a unit says besides the command.

use super::service::{EnvDocument, UnitDocument};
use crate::runner::{Fact, Unit, Variable};
use crate::syntax::mapped::Location;
use crate::syntax::words;

/// Reads `units`, the unit first and its drop-ins in order, and the variables of `env_files`. Nothing without a unit.
pub fn read(units: &[UnitDocument<'_>], env_files: &[EnvDocument<'_>]) -> Option<Unit> {
    if units.is_empty() {
        return None;
    }
    let mut facts = Unit::default();
    for unit in units {
        let sections = unit.parsed.files.iter().flat_map(|file| &file.sections);
        for entry in sections.filter(|section| section.name == "Service").flat_map(|section| &section.entries) {
            let at = Location::new(unit.doc, entry.span);
            facts.lines.push((entry.key.clone(), Fact { text: entry.value.text().to_owned(), at }));
            if entry.key == "Environment" {
                facts.variables.extend(words::assignments(&entry.value).into_iter().map(|assignment| Variable {
                    name: assignment.name,
                    value: Fact { text: assignment.value.text().to_owned(), at: assignment.place.unwrap_or(at) },
                    in_file: false,
                }));
            }
        }
    }
    for file in env_files {
        facts.variables.extend(file.parsed.variables.iter().map(|variable| Variable {
            name: variable.name.clone(),
            value: Fact { text: variable.value.text().to_owned(), at: Location::new(file.doc, variable.span) },
            in_file: true,
        }));
    }
    Some(facts)
}
