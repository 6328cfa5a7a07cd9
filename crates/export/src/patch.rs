//! The safe fixes as a unified diff that patch(1) and git apply: `patch -p1 < plimsoll.patch`.
//!
//! Where secrets are masked, a change that would show one is left out and said to be, and lines around a change are left
//! out as far as they hold one; what remains applies as it is.

use std::fmt::Write;

use similar::{Algorithm, DiffOp, capture_diff_slices, group_diff_ops};

use crate::part::relative;
use crate::{Part, words};

/// Unchanged lines shown around a change.
const CONTEXT: usize = 3;

/// All safe fixes of `parts`.
pub fn patch(parts: &[Part<'_>]) -> String {
    let mut text = String::new();
    for part in parts {
        let fixed = part.fixed();
        for ((at, document), new) in (0..).zip(part.places()).zip(&fixed) {
            if document.text != *new {
                let guard = Guard { part: Some((part, at)) };
                file(&mut text, &guard, part.name(at), &document.text, new);
            }
        }
    }
    text
}

/// How the text `old` of the file `name` becomes `new`, with its secrets; empty when they are equal.
pub fn diff(name: &str, old: &str, new: &str) -> String {
    let mut text = String::new();
    if old != new {
        file(&mut text, &Guard { part: None }, relative(name), old, new);
    }
    text
}

/// What must not be shown of one document.
struct Guard<'p> {
    /// The part and the index of the document; nothing where all may be shown.
    part: Option<(&'p Part<'p>, u32)>,
}

impl Guard<'_> {
    /// Whether bytes of the old text touch a secret.
    fn touches(&self, start: usize, end: usize) -> bool {
        self.part.is_some_and(|(part, index)| part.touches_secret(index as usize, start, end))
    }

    /// Whether the old lines of `op` touch a secret.
    fn shows(&self, old: &Lines<'_>, op: &DiffOp) -> bool {
        let range = op.old_range();
        let bytes = (old.starts.get(range.start).copied(), old.starts.get(range.end).copied());
        matches!(bytes, (Some(start), Some(end)) if self.touches(start, end))
    }

    /// Whether a line of the new text holds a secret.
    fn holds(&self, line: &str) -> bool {
        self.part.is_some_and(|(part, _)| part.holds_secret(line))
    }
}

/// The lines of a text before or after, with where each begins.
struct Lines<'t> {
    lines: Vec<&'t str>,
    starts: Vec<usize>,
}

impl<'t> Lines<'t> {
    /// Only `\n` ends a line, as in patch(1).
    fn of(text: &'t str) -> Self {
        let lines: Vec<&str> = text.split_inclusive('\n').collect();
        let mut starts = vec![0];
        starts.extend(lines.iter().scan(0, |at, line| {
            *at += line.len();
            Some(*at)
        }));
        Self { lines, starts }
    }

    fn get(&self, at: usize) -> &'t str {
        self.lines.get(at).copied().unwrap_or("")
    }
}

/// One document.
fn file(text: &mut String, guard: &Guard<'_>, name: &str, old: &str, new: &str) {
    let (old, new) = (Lines::of(old), Lines::of(new));
    let ops = capture_diff_slices(Algorithm::Myers, &old.lines, &new.lines);
    let shown = |op: &DiffOp| shows_nothing(guard, &old, &new, op);
    let left_out = ops.iter().filter(|op| !shown(op)).count();
    let (mut hunks, mut bare) = (String::new(), false);
    // Lines that are left out stay as they are, so that what follows stands where the new text will have it.
    let mut shift = 0isize;
    for group in group_diff_ops(ops.clone(), CONTEXT) {
        for hunk in pieces(guard, &old, group, shown) {
            let last = hunk.last().map_or(0, |op| op.old_range().end);
            bare |= hunk.last().is_some_and(is_change) && last < old.lines.len();
            run_text(&mut hunks, &hunk, (&old, &new), &mut shift);
        }
    }
    if left_out > 0 {
        let left_out = words::count(left_out, "change");
        let _ = writeln!(text, "# {}: {left_out} left out, since their lines hold a secret.", plain(name));
    }
    if bare {
        let _ = writeln!(
            text,
            "# {}: a change stands without the lines around it, which hold a secret. patch(1) applies it as it is, git \
             by `git apply --unidiff-zero`.",
            plain(name)
        );
    }
    if !hunks.is_empty() {
        let _ = write!(text, "--- {}\n+++ {}\n{hunks}", header("a", name), header("b", name));
    }
}

fn is_change(op: &DiffOp) -> bool {
    !matches!(op, DiffOp::Equal { .. })
}

/// The parts of a group between lines that show a secret and changes that are not `shown`; the whole group where there
/// are none.
fn pieces(
    guard: &Guard<'_>,
    old: &Lines<'_>,
    group: Vec<DiffOp>,
    shown: impl Fn(&DiffOp) -> bool,
) -> impl Iterator<Item = Vec<DiffOp>> {
    let mut pieces = vec![Vec::new()];
    let mut push = |op: DiffOp, free: bool| match pieces.last_mut() {
        Some(last) if free => last.push(op),
        _ => pieces.push(Vec::new()),
    };
    for op in group {
        if is_change(&op) {
            push(op, shown(&op));
            continue;
        }
        for (at, old_index) in op.old_range().enumerate() {
            let line = DiffOp::Equal { old_index, new_index: op.new_range().start + at, len: 1 };
            push(line, !guard.shows(old, &line));
        }
    }
    let whole = pieces.len() == 1;
    let pieces = pieces.into_iter().filter(|piece| piece.iter().any(is_change));
    let lines = old.lines.len();
    pieces.map(move |piece| if whole { piece } else { balanced(&piece, lines) })
}

/// A piece with as many unchanged lines before its changes as after them, for patch(1) takes a hunk with less before
/// than after for the start of the file, and one with less after for its end.
fn balanced(piece: &[DiffOp], lines: usize) -> Vec<DiffOp> {
    let first = piece.iter().position(is_change).unwrap_or(0);
    let last = piece.iter().rposition(is_change).unwrap_or(0);
    let (before, after) = (first, piece.len() - 1 - last);
    let starts = piece.first().is_some_and(|op| op.old_range().start == 0);
    let ends = piece.last().is_some_and(|op| op.old_range().end == lines);
    let from = if after < before && !ends { before - after } else { 0 };
    let less = if before < after && !starts { after - before } else { 0 };
    piece.get(from..piece.len() - less).unwrap_or(piece).to_vec()
}

/// Whether no changed line shows a secret.
fn shows_nothing(guard: &Guard<'_>, old: &Lines<'_>, new: &Lines<'_>, op: &DiffOp) -> bool {
    !is_change(op) || !guard.shows(old, op) && !op.new_range().any(|at| guard.holds(new.get(at)))
}

/// Writes a hunk without gaps.
fn run_text(text: &mut String, ops: &[DiffOp], (old, new): (&Lines<'_>, &Lines<'_>), shift: &mut isize) {
    let (Some(first), Some(last)) = (ops.first(), ops.last()) else { return };
    let before = last.old_range().end - first.old_range().start;
    let after: usize = ops.iter().map(|op| op.new_range().len()).sum();
    // The number of a range without lines is that of the line before it.
    let start = first.old_range().start;
    let number = |start: usize, length: usize| if length == 0 { start } else { start + 1 };
    let new_start = start.saturating_add_signed(*shift);
    let _ = writeln!(text, "@@ -{},{before} +{},{after} @@", number(start, before), number(new_start, after));
    for op in ops {
        let (removed, added) = (op.old_range(), op.new_range());
        if matches!(op, DiffOp::Equal { .. }) {
            removed.for_each(|at| push_line(text, ' ', old.get(at)));
        } else {
            removed.for_each(|at| push_line(text, '-', old.get(at)));
            added.for_each(|at| push_line(text, '+', new.get(at)));
        }
    }
    *shift += isize::try_from(after).unwrap_or(0) - isize::try_from(before).unwrap_or(0);
}

fn push_line(text: &mut String, sign: char, line: &str) {
    text.push(sign);
    text.push_str(line);
    if !line.ends_with('\n') {
        text.push_str("\n\\ No newline at end of file\n");
    }
}

/// A name behind `---` or `+++`: with quotes where it holds what patch(1) would not read, else with the tab that ends a
/// name with blanks.
fn header(side: &str, name: &str) -> String {
    let name = format!("{side}/{name}");
    if name.contains(|c: char| c.is_control() || matches!(c, '"' | '\\')) {
        let mut quoted = "\"".to_owned();
        for byte in name.bytes() {
            match byte {
                b'"' | b'\\' => quoted.extend(['\\', char::from(byte)]),
                0x20..=0x7e => quoted.push(char::from(byte)),
                byte => {
                    let _ = write!(quoted, "\\{byte:03o}");
                }
            }
        }
        return quoted + "\"";
    }
    if name.contains(' ') { name + "\t" } else { name }
}

/// A name on one line.
fn plain(name: &str) -> String {
    name.chars().map(|c| if c.is_control() { ' ' } else { c }).collect()
}
