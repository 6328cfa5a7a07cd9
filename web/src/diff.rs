//! Two texts as rows of a diff, ready to be drawn.

mod straighten;

use serde::{Deserialize, Serialize};
use similar::{Algorithm, ChangeTag, DiffableStr};
use straighten::straighten;

/// Unchanged lines shown around a change.
const CONTEXT: usize = 3;

/// How one document changes.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct FileDiff {
    /// Index of the document.
    pub document: u32,
    /// Number of lines added.
    pub added: u32,
    /// Number of lines removed.
    pub removed: u32,
    /// Groups of neighbouring changes with the lines around them.
    pub hunks: Vec<Vec<Row>>,
}

/// One line of a diff.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Row {
    /// What happens to it.
    pub change: Change,
    /// 1-based line in the old text.
    pub old: Option<u32>,
    /// 1-based line in the new text.
    pub new: Option<u32>,
    /// The line without its end, cut where it starts and stops to differ from its counterpart.
    pub parts: Vec<Part>,
}

/// What happens to a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Change {
    /// Stays.
    Same,
    /// Goes.
    Removed,
    /// Comes.
    Added,
}

/// A piece of a line.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Part {
    /// The text.
    pub text: String,
    /// Whether the counterpart of the line lacks it.
    pub differs: bool,
}

/// How `old` becomes `new`; `None` when they are equal.
pub fn diff(document: u32, old: &str, new: &str) -> Option<FileDiff> {
    if old == new {
        return None;
    }
    // Lines such as `enabled: true` repeat; those that occur once make the better anchors.
    let (old, new) = (old.tokenize_lines(), new.tokenize_lines());
    let changes = similar::capture_diff_slices(Algorithm::Patience, &old, &new);
    let mut hunks = Vec::new();
    for group in similar::group_diff_ops(changes, CONTEXT) {
        let changes = group.iter().flat_map(|op| op.iter_changes(old.as_slice(), new.as_slice()));
        let mut rows: Vec<Row> = changes.map(|change| row(&change)).collect();
        rows = straighten(rows);
        mark_pairs(&mut rows);
        hunks.push(rows);
    }
    let count = |wanted| {
        let rows = hunks.iter().flatten().filter(|row: &&Row| row.change == wanted);
        u32::try_from(rows.count()).unwrap_or(u32::MAX)
    };
    Some(FileDiff { document, added: count(Change::Added), removed: count(Change::Removed), hunks })
}

fn row(change: &similar::Change<&str>) -> Row {
    let number = |index: Option<usize>| index.and_then(|index| u32::try_from(index + 1).ok());
    let kind = match change.tag() {
        ChangeTag::Equal => Change::Same,
        ChangeTag::Delete => Change::Removed,
        ChangeTag::Insert => Change::Added,
    };
    let text = change.value().trim_end_matches(['\n', '\r']).to_owned();
    let parts = vec![Part { text, differs: false }];
    Row { change: kind, old: number(change.old_index()), new: number(change.new_index()), parts }
}

/// Where as many lines come as go, marks in each pair what differs.
fn mark_pairs(rows: &mut [Row]) {
    for block in rows.chunk_by_mut(|one, other| (one.change == Change::Same) == (other.change == Change::Same)) {
        let gone = block.iter().filter(|row| row.change == Change::Removed).count();
        if gone * 2 != block.len() {
            continue;
        }
        let (old, new) = block.split_at_mut(gone);
        for (old, new) in old.iter_mut().zip(new) {
            mark_pair(&mut old.parts, &mut new.parts);
        }
    }
}

fn mark_pair(old: &mut Vec<Part>, new: &mut Vec<Part>) {
    let ([old_line], [new_line]) = (old.as_slice(), new.as_slice()) else { return };
    let (one, other) = (old_line.text.clone(), new_line.text.clone());
    let start: usize =
        one.chars().zip(other.chars()).take_while(|(left, right)| left == right).map(|(left, _)| left.len_utf8()).sum();
    let rest = |text: &str| text.get(start..).unwrap_or("").to_owned();
    let end: usize = rest(&one)
        .chars()
        .rev()
        .zip(rest(&other).chars().rev())
        .take_while(|(left, right)| left == right)
        .map(|(left, _)| left.len_utf8())
        .sum();
    // A pure insertion is shown as it is; a replacement is shown in whole words.
    let replaced = start + end < one.len().min(other.len());
    let whole_words = || (start - word_at_end(one.get(..start)), end - word_at_start(&one, end));
    let (start, end) = if replaced { whole_words() } else { (start, end) };
    if start + end == 0 {
        return;
    }
    *old = cut(&one, start, end);
    *new = cut(&other, start, end);
}

/// Bytes of the word that `head` ends in, so that a change is shown from the start of its word.
fn word_at_end(head: Option<&str>) -> usize {
    let letters = head.unwrap_or("").chars().rev().take_while(|letter| letter.is_alphanumeric());
    letters.map(char::len_utf8).sum()
}

/// Bytes of the word that the last `end` bytes of `text` begin with.
fn word_at_start(text: &str, end: usize) -> usize {
    let tail = text.get(text.len().saturating_sub(end)..).unwrap_or("");
    tail.chars().take_while(|letter| letter.is_alphanumeric()).map(char::len_utf8).sum()
}

/// `text` as its first `start` bytes, its last `end` bytes and what differs between; empty parts left out.
fn cut(text: &str, start: usize, end: usize) -> Vec<Part> {
    let stop = text.len().saturating_sub(end);
    let piece = |text: Option<&str>, differs| Part { text: text.unwrap_or("").to_owned(), differs };
    let parts = [piece(text.get(..start), false), piece(text.get(start..stop), true), piece(text.get(stop..), false)];
    parts.into_iter().filter(|part| !part.text.is_empty()).collect()
}

#[cfg(test)]
#[expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "tests")]
mod tests {
    use super::*;

    #[test]
    fn marks_what_differs_in_a_pair() {
        let found = diff(2, "a\r\nenabled: true\r\nc\r\n", "a\r\nenabled: false\r\nc\r\n").unwrap();
        assert_eq!((found.document, found.added, found.removed), (2, 1, 1));
        let rows = &found.hunks[0];
        assert_eq!(rows.len(), 4);
        assert_eq!((rows[1].change, rows[1].old, rows[1].new), (Change::Removed, Some(2), None));
        assert_eq!(rows[1].parts[1], Part { text: "true".to_owned(), differs: true });
        assert_eq!(rows[2].parts[1], Part { text: "false".to_owned(), differs: true });
    }

    #[test]
    fn lines_that_occur_once_hold_the_rest_in_place() {
        let found = diff(0, "a:\n  on: yes\nb:\n  on: no\n", "a:\n  on: no\nb:\n  on: yes\n").unwrap();
        let changes: Vec<Change> = found.hunks[0].iter().map(|row| row.change).collect();
        use Change::{Added, Removed, Same};
        assert_eq!(changes, [Same, Removed, Added, Same, Removed, Added]);
    }

    #[test]
    fn a_swap_of_values_is_no_shift() {
        let old = "anonymous:\n  enabled: true\nwebhook:\n  enabled: false\nx509:\n";
        let new = "anonymous:\n  enabled: false\nwebhook:\n  enabled: true\nx509:\n";
        for (old, new) in [(old, new), (new, old)] {
            let found = diff(0, old, new).unwrap();
            let changes: Vec<Change> = found.hunks[0].iter().map(|row| row.change).collect();
            use Change::{Added, Removed, Same};
            assert_eq!(changes, [Same, Removed, Added, Same, Removed, Added, Same]);
            let numbers: Vec<_> = found.hunks[0].iter().map(|row| (row.old, row.new)).collect();
            assert_eq!(numbers[1..4], [(Some(2), None), (None, Some(2)), (Some(3), Some(3))]);
        }
    }

    #[test]
    fn marks_only_what_an_insertion_adds() {
        let found = diff(0, "A=\"--a=1 --r=2\"\n", "A=\"--a=1 --b=3 --r=2\"\n").unwrap();
        let marked = |row: &Row| row.parts.iter().filter(|part| part.differs).map(|part| part.text.clone()).collect();
        let all: Vec<Vec<String>> = found.hunks[0].iter().map(marked).collect();
        assert_eq!(all, [vec![], vec!["b=3 --".to_owned()]]);
    }

    #[test]
    fn equal_texts_have_no_diff() {
        assert_eq!(diff(0, "x", "x"), None);
    }

    #[test]
    fn far_changes_make_hunks_of_their_own() {
        let old: String = (0..40).map(|line| format!("{line}\n")).collect();
        let new = format!("first\n{old}last\n");
        let found = diff(0, &old, &new).unwrap();
        assert_eq!(found.hunks.len(), 2);
        assert_eq!((found.added, found.removed), (2, 0));
    }
}
