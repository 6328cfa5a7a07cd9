//! A drill pack as a YAML file.

use super::{Domain, Drill, DrillFile, MAX_PACK_BYTES, Pack, PackError};
use crate::knowledge::SETTINGS;
use crate::nearest::nearest;
use crate::own_yaml::{OwnYaml, Result, listed, read as read_own};
use crate::profile::rule_id;
use crate::syntax::yaml::NodeId;
use crate::version::UnknownVersion;

/// The keys of a pack.
pub(super) const KEYS: [&str; 4] = ["pack", "title", "about", "drills"];
const DRILL_KEYS: [&str; 13] = [
    "id",
    "title",
    "domain",
    "kubernetes",
    "minutes",
    "task",
    "files",
    "rules",
    "keep",
    "contain",
    "hints",
    "answer",
    "explanation",
];
const NEEDED: [&str; 9] = ["id", "title", "domain", "kubernetes", "minutes", "task", "files", "rules", "answer"];

/// Most drills of one pack.
const MAX_DRILLS: usize = 200;
/// Most files, hints, rules and the like of one drill.
const MAX_LIST: usize = 20;
/// Longest id, in bytes.
const MAX_ID: usize = 60;
/// Longest title, in bytes.
const MAX_TITLE: usize = 120;
const MAX_MINUTES: i64 = 180;

/// Reads a pack.
pub(super) fn read(text: &str) -> Result<Pack> {
    if text.len() > MAX_PACK_BYTES {
        let message = format!("A pack has at most {} KiB.", MAX_PACK_BYTES / 1024);
        return Err(PackError { message, line: 1, column: 1 });
    }
    read_own(text, "A pack", &KEYS, pack)
}

fn pack(file: &OwnYaml<'_>, root: NodeId) -> Result<Pack> {
    if let Some(alias) = file.alias() {
        return Err(file.wrong(alias, "A pack has no aliases. Write the text out."));
    }
    let mut pack = Pack { id: String::new(), title: String::new(), about: String::new(), drills: Vec::new() };
    for (key, name, value) in file.entries(root, "A pack")? {
        match name {
            "pack" => pack.id = id(file, value)?,
            "title" => pack.title = title(file, value)?,
            "about" => pack.about = prose(file, name, value)?,
            "drills" => {
                for item in file.items(value, name, MAX_DRILLS)? {
                    let drill = drill(file, *item)?;
                    if pack.drills.iter().any(|other| other.id == drill.id) {
                        return Err(file.wrong(*item, format!("There are two drills `{}`.", drill.id)));
                    }
                    pack.drills.push(drill);
                }
            }
            _ => return Err(file.no_such(key, "key", name, &KEYS)),
        }
    }
    let missing = [("pack", pack.id.is_empty()), ("title", pack.title.is_empty()), ("drills", pack.drills.is_empty())];
    match missing.iter().find(|(_, missing)| *missing) {
        Some((key, _)) => Err(file.wrong(root, format!("A pack needs `{key}`."))),
        None => Ok(pack),
    }
}

fn drill(file: &OwnYaml<'_>, node: NodeId) -> Result<Drill> {
    let mut drill = Drill {
        id: String::new(),
        title: String::new(),
        domain: Domain::ClusterSetup,
        task: String::new(),
        kubernetes: String::new(),
        minutes: 0,
        files: Vec::new(),
        rules: Vec::new(),
        keep: Vec::new(),
        contain: Vec::new(),
        hints: Vec::new(),
        answer: Vec::new(),
        explanation: String::new(),
    };
    let (mut seen, mut answer) = (Vec::new(), None);
    for (key, name, value) in file.entries(node, "A drill")? {
        match name {
            "id" => drill.id = id(file, value)?,
            "title" => drill.title = title(file, value)?,
            "domain" => drill.domain = domain(file, value)?,
            "kubernetes" => drill.kubernetes = release(file, value)?,
            "minutes" => drill.minutes = minutes(file, value)?,
            "task" => drill.task = prose(file, name, value)?,
            "files" => drill.files = files(file, name, value)?,
            "rules" => drill.rules = list(file, name, value, |at, id| rule_id(file, at, id))?,
            "keep" => drill.keep = list(file, name, value, |at, name| setting(file, at, name))?,
            "contain" => drill.contain = list(file, name, value, |_, text| Ok(text.to_owned()))?,
            "hints" => drill.hints = list(file, name, value, |_, text| Ok(text.trim().to_owned()))?,
            "answer" => {
                drill.answer = files(file, name, value)?;
                answer = Some(value);
            }
            "explanation" => drill.explanation = prose(file, name, value)?,
            _ => return Err(file.no_such(key, "key of a drill", name, &DRILL_KEYS)),
        }
        seen.push(name);
    }
    if let Some(missing) = NEEDED.iter().find(|needed| !seen.contains(needed)) {
        return Err(file.wrong(node, format!("A drill needs `{missing}`.")));
    }
    let known = |answer: &&DrillFile| !drill.files.iter().any(|file| file.name == answer.name);
    match drill.answer.iter().find(known).zip(answer) {
        Some((stray, at)) => {
            let message = format!("The answer has a file `{}`, and `files` has none of that name.", stray.name);
            Err(file.wrong(at, message))
        }
        None => Ok(drill),
    }
}

fn id(file: &OwnYaml<'_>, node: NodeId) -> Result<String> {
    let message = format!("An id is made of small letters, digits and hyphens, at most {MAX_ID} of them.");
    let text = file.text(node, &message)?;
    let fits = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-';
    if text.len() > MAX_ID || !text.bytes().all(fits) {
        return Err(file.wrong(node, message));
    }
    Ok(text.to_owned())
}

fn title(file: &OwnYaml<'_>, node: NodeId) -> Result<String> {
    let message = format!("`title` must be text of one line and at most {MAX_TITLE} bytes.");
    let text = file.text(node, &message)?.trim();
    if text.len() > MAX_TITLE || text.contains('\n') {
        return Err(file.wrong(node, message));
    }
    Ok(text.to_owned())
}

fn prose(file: &OwnYaml<'_>, name: &str, node: NodeId) -> Result<String> {
    Ok(file.text(node, &format!("`{name}` must be text."))?.trim().to_owned())
}

fn domain(file: &OwnYaml<'_>, node: NodeId) -> Result<Domain> {
    let names = Domain::ALL.map(Domain::title);
    let text = file.text(node, &format!("`domain` must be one of {}.", listed(&names)))?;
    let found = Domain::ALL.into_iter().find(|domain| domain.title() == text);
    found.ok_or_else(|| file.no_such(node, "domain", text, &names))
}

fn release(file: &OwnYaml<'_>, node: NodeId) -> Result<String> {
    let text = file.text(node, "`kubernetes` must be a release, such as `1.36`.")?;
    let version: crate::Version = text.parse().map_err(|error: UnknownVersion| file.wrong(node, error.to_string()))?;
    Ok(version.to_string())
}

fn minutes(file: &OwnYaml<'_>, node: NodeId) -> Result<u32> {
    let minutes = file.number("minutes", node)?;
    let fits = Some(minutes).filter(|minutes| *minutes <= MAX_MINUTES).and_then(|minutes| u32::try_from(minutes).ok());
    fits.ok_or_else(|| file.wrong(node, format!("`minutes` is at most {MAX_MINUTES}.")))
}

fn setting(file: &OwnYaml<'_>, at: NodeId, name: &str) -> Result<String> {
    if SETTINGS.iter().any(|row| row.name() == name) {
        return Ok(name.to_owned());
    }
    let names: Vec<String> = SETTINGS.iter().map(|row| row.name()).collect();
    let near = nearest(name, names.iter().map(String::as_str));
    let hint = near.map(|near| format!(" Is `{}` meant?", near.name)).unwrap_or_default();
    Err(file.wrong(at, format!("There is no setting `{name}`; `plimsoll settings` lists them.{hint}")))
}

/// The entries of a list, each read by `one`.
fn list(
    file: &OwnYaml<'_>,
    name: &str,
    node: NodeId,
    one: impl Fn(NodeId, &str) -> Result<String>,
) -> Result<Vec<String>> {
    let message = format!("An entry of `{name}` must be text.");
    file.items(node, name, MAX_LIST)?.iter().map(|item| one(*item, file.text(*item, &message)?)).collect()
}

fn files(file: &OwnYaml<'_>, name: &str, node: NodeId) -> Result<Vec<DrillFile>> {
    let mut all: Vec<DrillFile> = Vec::new();
    for (key, own, value) in file.entries(node, &format!("`{name}`"))? {
        if own.trim().is_empty() || own.len() > MAX_TITLE || own.contains(['\n', '\r']) {
            return Err(file.wrong(key, format!("A file's name is one line of at most {MAX_TITLE} bytes.")));
        }
        let text = file.text(value, "The text of a file must be a text block, written after `|`.")?.to_owned();
        all.push(DrillFile { name: own.to_owned(), text });
    }
    if all.is_empty() || all.len() > MAX_LIST {
        return Err(file.wrong(node, format!("`{name}` must hold 1 to {MAX_LIST} files.")));
    }
    Ok(all)
}
