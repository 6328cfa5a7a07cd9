//! Keys and certificates as PEM, in any number of lines or one, and as base64 of PEM.

use super::SecretKind;
use super::found::Found;
use crate::base64;

const BEGIN: &str = "-----BEGIN ";
const END: &str = "-----END";
/// Base64 of [`BEGIN`] without its last byte, whose letters depend on what follows.
const ENCODED: &str = "LS0tLS1CRUdJTi";

/// Notes the body of every block.
pub fn scan(text: &str, found: &mut Found) {
    for (offset, _) in text.match_indices(BEGIN) {
        plain(text, offset + BEGIN.len(), found);
    }
    let mut done = 0;
    for (offset, _) in text.match_indices(ENCODED) {
        if offset >= done {
            done = encoded(text, offset, found);
        }
    }
}

/// Whether a value is PEM, or base64 of it, of certificates and other public things only. Such a text stays: rules read
/// whom it names. A key behind the certificate, as in the file of a kubelet's current one, makes it secret.
pub fn is_public(value: &str) -> bool {
    let digits: String = value.split_whitespace().collect();
    let decoded = base64::decode(&digits).map(|bytes| String::from_utf8_lossy(&bytes).into_owned());
    let text = decoded.as_deref().unwrap_or(value).trim_start();
    let secret = |block: &str| kind(block.split("-----").next().unwrap_or("")).is_some();
    text.starts_with(BEGIN) && !text.split(BEGIN).any(secret)
}

/// What a block of this label holds; nothing where it is public.
fn kind(label: &str) -> Option<SecretKind> {
    match label {
        _ if label.contains("PRIVATE") => Some(SecretKind::PrivateKey),
        _ if ["CERTIFICATE", "PKCS7", "PUBLIC"].iter().any(|public| label.contains(public)) => None,
        _ if label.contains("KEY") => Some(SecretKind::Key),
        _ => None,
    }
}

/// A block whose label begins at `start`.
fn plain(text: &str, start: usize, found: &mut Found) {
    let rest = text.get(start..).unwrap_or("");
    let Some((label, _)) = rest.split_once("-----").filter(|(label, _)| label.len() < 60 && !label.contains('\n'))
    else {
        return;
    };
    let Some(kind) = kind(label) else { return };
    let body = start + label.len() + 5;
    let rest = text.get(body..).unwrap_or("");
    // A block that another one follows before its end has none.
    let rest = rest.split(BEGIN).next().unwrap_or("");
    let end = rest.find(END).unwrap_or_else(|| open_body(rest));
    let inner = rest.get(..end).unwrap_or("");
    // The escapes of a line end in JSON stay, so that the text reads as before.
    let trimmed = inner.trim_end();
    let trimmed = trimmed.strip_suffix("\\n").unwrap_or(trimmed);
    let before = if inner.starts_with("\\r\\n") {
        4
    } else if inner.starts_with("\\n") {
        2
    } else {
        0
    };
    let mut at = body + before;
    for line in trimmed.get(before..).unwrap_or("").split_inclusive('\n') {
        // In a comment its sign stays, else the line would be none any more.
        let sign = line.len() - line.trim_start_matches([' ', '\t', '#', ';']).len();
        found.add(text, at + sign, at + line.len(), kind);
        at += line.len();
    }
}

/// Where a block without an end ends: with the last line that looks like one of it.
fn open_body(rest: &str) -> usize {
    let mut end = 0;
    for (at, line) in rest.split_inclusive('\n').enumerate() {
        let content = line.trim().trim_matches(['"', '\'', '+', '\\', ',']);
        let coded = content.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"+/=\\".contains(&byte));
        let header = content.contains(": ") && !content.starts_with(char::is_lowercase);
        if at > 0 && (content.is_empty() || !(coded || header)) {
            break;
        }
        end += line.len();
    }
    end
}

/// Base64 of a block, which begins at `start`; it may go on in the lines below. Gives where it ends.
fn encoded(text: &str, start: usize, found: &mut Found) -> usize {
    let run = run(text, start);
    if run < 40 {
        return start + run;
    }
    let head = text.get(start..start + run.min(64) / 4 * 4).and_then(base64::decode).unwrap_or_default();
    let label = String::from_utf8_lossy(&head);
    let mut at = start + run;
    let lines = text.get(at..).unwrap_or("").split_inclusive('\n');
    for (number, line) in lines.enumerate() {
        let content = line.trim().trim_end_matches('\\');
        let coded = content.bytes().all(is_digit);
        let whole = content.len() >= 20 || content.ends_with('=') && content.len() >= 4;
        if number > 0 && !(coded && whole) || number == 0 && !content.is_empty() {
            break;
        }
        at += line.len();
    }
    // What cannot be read to its end may hold a key.
    let unclear = || (!is_public(text.get(start..at).unwrap_or(""))).then_some(SecretKind::Certificate);
    if let Some(kind) = kind(&label).or_else(unclear) {
        found.add(text, start, at, kind);
    }
    at
}

fn is_digit(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || matches!(byte, b'+' | b'/' | b'=')
}

fn run(text: &str, start: usize) -> usize {
    text.as_bytes().iter().skip(start).take_while(|byte| is_digit(**byte)).count()
}
