//! Reads the files of a call.

use std::io::Read;

use plimsoll_rules::{Document, MAX_DOCUMENT_BYTES};

use crate::Failure;

/// The name of standard input.
pub const STDIN: &str = "-";

/// Reads `files` in order. `-` is standard input.
///
/// # Errors
/// [`Failure`] when one cannot be read or is not UTF-8.
pub fn read(files: &[String]) -> Result<Vec<Document>, Failure> {
    files.iter().map(|file| read_one(file)).collect()
}

/// Reads one file. `-` is standard input.
///
/// # Errors
/// [`Failure`] when it cannot be read or is not UTF-8.
pub fn read_one(file: &str) -> Result<Document, Failure> {
    let mut bytes = Vec::new();
    let unreadable = |error| Failure::Io(format!("cannot read {file}"), error);
    // One byte more than the limit is enough to know that there is too much.
    let limit = MAX_DOCUMENT_BYTES as u64 + 1;
    if file == STDIN {
        std::io::stdin().lock().take(limit).read_to_end(&mut bytes).map_err(unreadable)?;
    } else {
        std::fs::File::open(file).and_then(|open| open.take(limit).read_to_end(&mut bytes)).map_err(unreadable)?;
    }
    if bytes.contains(&0) && std::str::from_utf8(&bytes).is_err() {
        return Err(Failure::NotText(file.to_owned()));
    }
    let oversized = bytes.len() > MAX_DOCUMENT_BYTES;
    let text = match String::from_utf8(bytes) {
        Ok(text) => text,
        // The cut may lie inside a character; the text is refused for its size, so its end does not matter.
        Err(error) if oversized => String::from_utf8_lossy(error.as_bytes()).into_owned(),
        Err(_) => return Err(Failure::NotText(file.to_owned())),
    };
    Ok(Document::new(file, text))
}
