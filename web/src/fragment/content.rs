//! The files in a link, before they are deflated: `{"v":1,"f":[["name","text"],["name","text","kind"]]}`. The page lets
//! the browser read the JSON; what the browser makes of it is judged here.

use plimsoll_rules::{Kind, MAX_DOCUMENT_BYTES};
use serde::Serialize;

use super::QUOTED;

/// Version of the form.
pub const VERSION: u32 = 1;
/// Most bytes of the JSON; inflating stops there.
pub const MOST_BYTES: usize = MAX_DOCUMENT_BYTES;
/// Most files.
pub const MOST_FILES: usize = 64;
/// Longest name of a file, in characters.
const LONGEST_NAME: usize = 255;

/// Said where a link was cut or changed on its way.
pub const DAMAGED: &str = "The files in the link are damaged, so none of them was opened.";

/// One file of a link.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shared {
    /// Its name.
    pub name: String,
    /// Its text.
    pub text: String,
    /// Its kind, where it was chosen by hand.
    pub kind: Option<Kind>,
}

/// The whole, as it is written.
#[derive(Serialize)]
struct Written<'f> {
    v: u32,
    f: Vec<Vec<&'f str>>,
}

/// The JSON of some files.
pub fn write(files: &[Shared]) -> String {
    let mut all = Vec::with_capacity(files.len());
    for file in files {
        let mut fields = vec![file.name.as_str(), file.text.as_str()];
        fields.extend(file.kind.map(Kind::name));
        all.push(fields);
    }
    serde_json::to_string(&Written { v: VERSION, f: all }).unwrap_or_default()
}

/// Files and the sentences that are to be said about them.
pub type Read = (Vec<Shared>, Vec<String>);

/// The files of a JSON, given as its version and the fields of each file.
///
/// # Errors
/// A sentence that says why none of them is taken.
pub fn read(version: f64, files: Vec<Vec<String>>) -> Result<Read, String> {
    if version != f64::from(VERSION) {
        return Err(format!(
            "The files in the link are written in form {version}; this page reads form {VERSION}. None of them was \
             opened. Open the link with the Plimsoll that made it."
        ));
    }
    if files.len() > MOST_FILES {
        let count = files.len();
        return Err(format!("The link holds {count} files; the limit is {MOST_FILES}. None of them was opened."));
    }
    if files.is_empty() {
        return Err("The link holds no files.".to_owned());
    }
    let mut read = Read::default();
    for fields in files {
        let (name, text, kind) = parts(fields).ok_or(DAMAGED)?;
        let known = kind.as_deref().and_then(Kind::from_name);
        if let (Some(kind), None) = (kind, known) {
            let kind: String = kind.chars().take(QUOTED).collect();
            read.1.push(format!(
                "The link says that {name} is `{kind}`, a kind that this page does not know. The kind is detected instead."
            ));
        }
        read.0.push(Shared { name, text, kind: known });
    }
    Ok(read)
}

/// Name, text and kind of a file; `None` where its name is none.
fn parts(fields: Vec<String>) -> Option<(String, String, Option<String>)> {
    let mut fields = fields.into_iter();
    let (name, text) = (fields.next()?, fields.next()?);
    let fits = !name.trim().is_empty() && name.chars().count() <= LONGEST_NAME && !name.contains(char::is_control);
    fits.then_some((name, text, fields.next()))
}
