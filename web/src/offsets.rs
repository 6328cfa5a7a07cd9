//! Between byte offsets, which the rules speak, and UTF-16 units, which editors speak.

use plimsoll_rules::report::{Edit, Report, SourceReport};
use plimsoll_rules::text::LineIndex;
use plimsoll_rules::{Coverage, Upgrade};

/// Turns every `start` and `end` of `report` from bytes into UTF-16 units. `texts` are the documents' texts.
pub fn report_to_utf16(report: &mut Report, texts: &[&str]) {
    let indexes: Vec<LineIndex<'_>> = texts.iter().map(|text| LineIndex::new(text)).collect();
    let shift = |document: u32, offset: &mut u32| {
        if let Some(index) = indexes.get(document as usize) {
            *offset = index.utf16(*offset);
        }
    };
    if let Some(at) = &mut report.release.at {
        shift(at.document, &mut at.start);
        shift(at.document, &mut at.end);
    }
    for (document, entry) in (0..).zip(&mut report.documents) {
        for problem in &mut entry.problems {
            shift(document, &mut problem.start);
            shift(document, &mut problem.end);
        }
    }
    for finding in &mut report.findings {
        shift(finding.document, &mut finding.start);
        shift(finding.document, &mut finding.end);
        for related in &mut finding.related {
            shift(related.document, &mut related.start);
            shift(related.document, &mut related.end);
        }
        for edit in finding.fixes.iter_mut().flat_map(|fix| &mut fix.edits) {
            shift(edit.document, &mut edit.start);
            shift(edit.document, &mut edit.end);
        }
    }
    let shift_source = |source: &mut SourceReport| {
        let Some(document) = source.document else { return };
        for offset in [&mut source.start, &mut source.end].into_iter().flatten() {
            shift(document, offset);
        }
    };
    for setting in &mut report.settings {
        shift_source(&mut setting.source);
        setting.shadowed.iter_mut().for_each(shift_source);
    }
}

/// Turns every place of `upgrade` from bytes into UTF-16 units. `texts` are the documents' texts.
pub fn upgrade_to_utf16(upgrade: &mut Upgrade, texts: &[&str]) {
    let indexes: Vec<LineIndex<'_>> = texts.iter().map(|text| LineIndex::new(text)).collect();
    for at in upgrade.changes.iter_mut().filter_map(|change| change.at.as_mut()) {
        if let Some(index) = indexes.get(at.document as usize) {
            (at.start, at.end) = (index.utf16(at.start), index.utf16(at.end));
        }
    }
}

/// Turns every place of `coverage` from bytes into UTF-16 units. `texts` are the documents' texts.
pub fn coverage_to_utf16(coverage: &mut Coverage, texts: &[&str]) {
    let indexes: Vec<LineIndex<'_>> = texts.iter().map(|text| LineIndex::new(text)).collect();
    let controls = coverage.controls.iter_mut().flat_map(|control| &mut control.findings);
    for evidence in coverage.critical.iter_mut().chain(controls) {
        if let Some(index) = indexes.get(evidence.document as usize) {
            (evidence.start, evidence.end) = (index.utf16(evidence.start), index.utf16(evidence.end));
        }
    }
}

/// The UTF-16 offset of a byte offset.
pub fn utf16_of(text: &str, byte: u32) -> u32 {
    LineIndex::new(text).utf16(byte)
}

/// The byte offset of a UTF-16 offset; inside a surrogate pair it is the character's start. An offset past the
/// end counts as the end.
pub fn byte_of(text: &str, utf16: u32) -> u32 {
    let mut units = 0;
    let mut bytes = 0;
    for character in text.chars() {
        units += if character > '\u{ffff}' { 2 } else { 1 };
        if units > utf16 {
            return bytes;
        }
        bytes += if character < '\u{80}' { 1 } else { character.len_utf8().try_into().unwrap_or(4) };
    }
    bytes
}

/// `edits` with their offsets turned from UTF-16 units into bytes.
pub fn edits_to_bytes(edits: &[Edit], texts: &[&str]) -> Vec<Edit> {
    let convert = |edit: &Edit| {
        let text = texts.get(edit.document as usize).copied().unwrap_or("");
        Edit { start: byte_of(text, edit.start), end: byte_of(text, edit.end), ..edit.clone() }
    };
    edits.iter().map(convert).collect()
}

/// One replacement in UTF-16 units, as the editor takes it.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
pub struct Replacement {
    /// First unit replaced.
    pub from: u32,
    /// One past the last unit replaced.
    pub to: u32,
    /// What stands there afterwards.
    pub insert: String,
}

/// The smallest single replacement that turns `before` into `after`; `None` when they are equal.
pub fn replacement(before: &str, after: &str) -> Option<Replacement> {
    if before == after {
        return None;
    }
    let same_start = common_start(before, after);
    let (before_rest, after_rest) = (before.get(same_start..)?, after.get(same_start..)?);
    let same_end = common_end(before_rest, after_rest);
    let gone = before_rest.get(..before_rest.len().checked_sub(same_end)?)?;
    let insert = after_rest.get(..after_rest.len().checked_sub(same_end)?)?.to_owned();
    let from = units(before.get(..same_start)?);
    Some(Replacement { from, to: from + units(gone), insert })
}

/// Length in bytes of the characters that both begin with. It never ends between `\r` and `\n`.
fn common_start(one: &str, other: &str) -> usize {
    let pairs = one.chars().zip(other.chars());
    let same = pairs.take_while(|(left, right)| left == right).map(|(left, _)| left);
    let (length, last) = same.fold((0, ' '), |(length, _), found| (length + found.len_utf8(), found));
    if last == '\r' { length - 1 } else { length }
}

/// Length in bytes of the characters that both end with. It never begins between `\r` and `\n`.
fn common_end(one: &str, other: &str) -> usize {
    let pairs = one.chars().rev().zip(other.chars().rev());
    let same = pairs.take_while(|(left, right)| left == right).map(|(left, _)| left);
    let (length, last) = same.fold((0, ' '), |(length, _), found| (length + found.len_utf8(), found));
    if last == '\n' { length - 1 } else { length }
}

fn units(text: &str) -> u32 {
    text.chars().map(|character| if character > '\u{ffff}' { 2 } else { 1 }).sum()
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "tests")]
mod tests {
    use super::*;

    const TEXT: &str = "a: é\r\nb: 😀 x\r\n";

    #[test]
    fn finds_bytes_of_utf16_offsets() {
        assert_eq!(byte_of(TEXT, 0), 0);
        assert_eq!(byte_of(TEXT, 4), 5, "behind é");
        assert_eq!(byte_of(TEXT, 9), 10, "before the emoji");
        assert_eq!(byte_of(TEXT, 10), 10, "inside it");
        assert_eq!(byte_of(TEXT, 11), 14, "behind it");
        assert_eq!(byte_of(TEXT, 999), u32::try_from(TEXT.len()).unwrap());
    }

    #[test]
    fn agrees_with_the_index_of_the_rules() {
        let index = LineIndex::new(TEXT);
        for (byte, _) in TEXT.char_indices() {
            let byte = u32::try_from(byte).unwrap();
            assert_eq!(byte_of(TEXT, index.utf16(byte)), byte);
        }
    }

    #[test]
    fn replaces_as_little_as_possible() {
        let cases = [
            ("anonymous: true\n", "anonymous: false\n"),
            ("", "x"),
            ("x", ""),
            ("😀a😀", "😀b😀"),
            ("aa", "aaa"),
            ("a\r\nb\r\n", "a\r\nb\r\nc\r\n"),
            ("a\r\nb", "a\nb"),
        ];
        for (before, after) in cases {
            let found = replacement(before, after).unwrap();
            let (from, to) = (byte_of(before, found.from) as usize, byte_of(before, found.to) as usize);
            let mut text = before.to_owned();
            text.replace_range(from..to, &found.insert);
            assert_eq!(text, after);
        }
        assert_eq!(replacement("same", "same"), None);
        let found = replacement("x: 😀 true\r\n", "x: 😀 false\r\n").unwrap();
        assert_eq!(found, Replacement { from: 6, to: 9, insert: "fals".to_owned() });
    }
}
