//! Undoes shifts in a diff. Where two settings swap their values, as in `enabled: true` for `enabled: false` and the
//! reverse, a diff keeps the line that moved and replaces what stood between. A reader wants each place compared
//! with itself.

use super::{Change, Row};

/// Longest run that is looked at.
const LONGEST: usize = 8;

/// The rows with every shift undone.
pub(super) fn straighten(rows: Vec<Row>) -> Vec<Row> {
    let runs: Vec<&[Row]> = rows.chunk_by(|one, other| one.change == other.change).collect();
    let mut all = Vec::with_capacity(rows.len());
    let mut rest = runs.as_slice();
    while let [run, more @ ..] = rest {
        if let [first, kept, last, after @ ..] = rest
            && let Some(straight) = compare_in_place(first, kept, last)
        {
            all.extend(straight);
            rest = after;
        } else {
            all.extend_from_slice(run);
            rest = more;
        }
    }
    all
}

/// As many lines go as come on the two sides of fewer unchanged ones: the same as pairs of lines, when that finds
/// at least as many equal lines.
fn compare_in_place(first: &[Row], kept: &[Row], last: &[Row]) -> Option<Vec<Row>> {
    let change = |run: &[Row]| run.first().map(|row| row.change);
    let (old, new): (Vec<&Row>, Vec<&Row>) = match (change(first)?, change(kept)?, change(last)?) {
        (Change::Removed, Change::Same, Change::Added) => {
            (first.iter().chain(kept).collect(), kept.iter().chain(last).collect())
        }
        (Change::Added, Change::Same, Change::Removed) => {
            (kept.iter().chain(last).collect(), first.iter().chain(kept).collect())
        }
        _ => return None,
    };
    if first.len() != last.len() || kept.len() > first.len() || first.len() > LONGEST {
        return None;
    }
    let pairs: Vec<(&Row, &Row)> = old.into_iter().zip(new).collect();
    let equal = |(old, new): &(&Row, &Row)| old.parts == new.parts;
    if pairs.iter().filter(|pair| equal(pair)).count() < kept.len() {
        return None;
    }
    let mut rows = Vec::new();
    for block in pairs.chunk_by(|one, other| equal(one) == equal(other)) {
        if block.first().is_some_and(equal) {
            rows.extend(block.iter().map(|(old, new)| Row { change: Change::Same, new: new.new, ..(*old).clone() }));
        } else {
            rows.extend(block.iter().map(|(old, _)| Row { change: Change::Removed, new: None, ..(*old).clone() }));
            rows.extend(block.iter().map(|(_, new)| Row { change: Change::Added, old: None, ..(*new).clone() }));
        }
    }
    Some(rows)
}
