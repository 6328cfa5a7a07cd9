//! Reads files that the user opens or drops. Nothing is read from a file above the limit.

use plimsoll_rules::MAX_DOCUMENT_BYTES;
use wasm_bindgen_futures::JsFuture;
use web_sys::{File, FileList};

use crate::state::file::{NewFile, Origin};

/// Most files that are opened at once.
const MOST: u32 = 64;

/// The files of a list that may be empty.
pub(crate) fn listed(list: Option<FileList>) -> Vec<File> {
    let Some(list) = list else { return Vec::new() };
    (0..list.length().min(MOST)).filter_map(|index| list.get(index)).collect()
}

/// Reads all of them; those that cannot be read say why.
pub(crate) async fn read_all(files: Vec<File>) -> Vec<NewFile> {
    let mut all = Vec::with_capacity(files.len());
    for file in files {
        all.push(NewFile { name: file.name(), content: read(&file).await, origin: Origin::Brought });
    }
    all
}

async fn read(file: &File) -> Result<String, String> {
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a size in whole bytes")]
    let size = file.size() as u64;
    if size > MAX_DOCUMENT_BYTES as u64 {
        return Err(too_large(size));
    }
    let buffer = JsFuture::from(file.array_buffer()).await;
    let buffer = buffer.map_err(|_| "The browser could not read this file. Open it again.".to_owned())?;
    decode(js_sys::Uint8Array::new(&buffer).to_vec())
}

fn too_large(size: u64) -> String {
    let tenths = size.saturating_mul(10) >> 20;
    let limit = MAX_DOCUMENT_BYTES >> 20;
    let (whole, tenth) = (tenths / 10, tenths % 10);
    format!(
        "This file has {whole}.{tenth} MiB; the limit is {limit} MiB. It was not read. Open the part that holds the \
         configuration."
    )
}

/// The text of a file, strictly: nothing is replaced or left out.
fn decode(bytes: Vec<u8>) -> Result<String, String> {
    if bytes.starts_with(&[0xFF, 0xFE]) || bytes.starts_with(&[0xFE, 0xFF]) {
        return Err("This file is UTF-16. Save it as UTF-8 and open it again.".to_owned());
    }
    if bytes.contains(&0) {
        return Err("This is a binary file: it holds NUL bytes. Plimsoll reads text.".to_owned());
    }
    String::from_utf8(bytes).map_err(|error| {
        let at = error.utf8_error().valid_up_to();
        format!("This file is not UTF-8 text (byte {at} fits no character). Save it as UTF-8 and open it again.")
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn decodes_strictly() {
        assert_eq!(decode("a: é\r\n".into()), Ok("a: é\r\n".to_owned()));
        assert!(decode(vec![0x7F, b'E', b'L', b'F', 0]).is_err_and(|reason| reason.contains("binary")));
        assert!(decode(vec![0xFF, 0xFE, b'a', 0]).is_err_and(|reason| reason.contains("UTF-16")));
        assert!(decode(vec![b'a', 0xC3]).is_err_and(|reason| reason.contains("byte 1")));
    }

    #[test]
    fn names_size_and_limit() {
        assert!(too_large(52_428_800).starts_with("This file has 50.0 MiB; the limit is 4 MiB."));
    }
}
