//! Drill packs on the command line: whether one can be used.

use std::fmt::Write as _;
use std::io::Write;

use plimsoll_rules::{Pack, faults};

use crate::commands::write;
use crate::{CLEAN, FINDINGS, Failure, input};

/// Reads a pack and tries each drill: its files must show what its rules name, and its answer must mend that and nothing
/// else.
///
/// # Errors
/// [`Failure`] when the file cannot be read or is no pack, or the output cannot be written.
pub fn check(path: &str, out: &mut dyn Write) -> Result<u8, Failure> {
    let document = input::read_one(path)?;
    let pack = Pack::read(&document.text).map_err(|error| Failure::Pack(path.to_owned(), error))?;
    let (mut text, mut wrong) = (String::new(), 0);
    for drill in &pack.drills {
        let faults = faults(drill);
        wrong += usize::from(!faults.is_empty());
        for fault in faults {
            let _ = writeln!(text, "{}: {fault}", drill.id);
        }
    }
    let count = pack.drills.len();
    let noun = if count == 1 { "drill" } else { "drills" };
    let verdict = if wrong == 0 { "all can be used".to_owned() } else { format!("{wrong} cannot be used yet") };
    let _ = writeln!(text, "{} ({}): {count} {noun}, {verdict}.", pack.title, pack.id);
    write(out, &text)?;
    Ok(if wrong == 0 { CLEAN } else { FINDINGS })
}
