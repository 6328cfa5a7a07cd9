//! Files for `--token-auth-file` and the basic authentication of old releases: rows of secret, user, id and groups.

use super::SecretKind;
use super::found::Found;
use super::literal::{is_literal, looks_random};
use crate::document::Document;

/// Notes the first cell of every row, when the whole text is such a file.
pub fn scan(document: &Document, found: &mut Found) {
    let name = document.file_name().to_ascii_lowercase();
    let told = ["token", "auth", "user", ".csv"].iter().any(|word| name.contains(word));
    let text = document.text.as_str();
    let rows = || text.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with('#'));
    let like = |row: &str| {
        let (first, _) = row.split_once(',').unwrap_or((row, ""));
        is_row(row) && (told || row.contains("system:") || looks_random(first.trim_matches('"')))
    };
    if rows().next().is_none() || !rows().all(like) {
        return;
    }
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        let end = line.find(',').unwrap_or(0);
        let cell = line.get(..end).unwrap_or("");
        let value = cell.trim().trim_matches('"');
        if !line.trim_start().starts_with('#') && is_literal(value) {
            let start = at + cell.find(value).unwrap_or(0);
            found.add(text, start, start + value.len(), SecretKind::Token);
        }
        at += line.len();
    }
}

/// Whether a line has at least three cells, none of the first three empty, and no more blanks than groups need.
fn is_row(line: &str) -> bool {
    let cells: Vec<&str> = line.splitn(4, ',').collect();
    let plain = |cell: &&str| !cell.trim().is_empty() && !cell.trim().contains([' ', ':', '=']);
    cells.len() >= 3
        && cells.iter().take(1).all(|cell| !cell.trim().is_empty())
        && cells.iter().skip(2).take(1).all(plain)
}
