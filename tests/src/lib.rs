//! Finds fixtures: `rules/<id>/bad*` and `good*`, and the bundles of `bundles/`.
//!
//! A fixture is a file (one document) or a folder (its files in name order are one bundle). A name such as
//! `bad@1.33.yaml` pins the Kubernetes release; otherwise the newest one holds.

use std::path::{Path, PathBuf};

use plimsoll_rules::{Document, Options, Version};

/// One fixture.
#[derive(Debug)]
pub struct Case {
    /// The folder's name: the rule's id, or the bundle's topic.
    pub group: String,
    /// The file or folder name without its ending.
    pub name: String,
    /// Whether the name begins with `bad`.
    pub is_bad: bool,
    /// The documents.
    pub documents: Vec<Document>,
    /// The release it is for.
    pub options: Options,
}

/// The folder of this crate.
pub fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// All fixtures below `folder`, sorted.
pub fn cases(folder: &str) -> Vec<Case> {
    let mut all = Vec::new();
    for group in sorted(&root().join(folder)) {
        for path in sorted(&group) {
            all.push(case(&file_name(&group), &path));
        }
    }
    all
}

fn case(group: &str, path: &Path) -> Case {
    let name = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
    let whole = file_name(path);
    let version = whole.split_once('@').map(|(_, rest)| rest.split('.').take(2).collect::<Vec<_>>().join("."));
    let version = version.map_or(Version::NEWEST, |version| {
        version.parse().unwrap_or_else(|error| panic!("{}: {error}", path.display()))
    });
    let documents = if path.is_dir() { documents_in(path) } else { vec![read(path)] };
    let name = if path.is_dir() { whole } else { name };
    let ending = path.extension().map(|ending| format!("-{}", ending.to_string_lossy())).unwrap_or_default();
    let is_bad = name.starts_with("bad");
    let name = if path.is_dir() { name } else { format!("{name}{ending}") };
    Case {
        group: group.to_owned(),
        name,
        is_bad,
        documents,
        options: Options { version: Some(version), ..Options::default() },
    }
}

/// The same documents as they may be written: line ends of Windows, no line end at the end, a byte order mark.
pub fn writings(case: &Case) -> Vec<(&'static str, Vec<Document>)> {
    let rewritten = |change: fn(&str) -> String| {
        let one = |document: &Document| Document { text: change(&document.text), ..document.clone() };
        case.documents.iter().map(one).collect::<Vec<_>>()
    };
    vec![
        ("as is", case.documents.clone()),
        ("crlf", rewritten(|text| text.replace("\r\n", "\n").replace('\n', "\r\n"))),
        ("no final line end", rewritten(|text| text.trim_end_matches(['\r', '\n']).to_owned())),
        ("byte order mark", rewritten(|text| format!("\u{feff}{text}"))),
    ]
}

/// The documents with other texts, in the same order.
pub fn with_texts(documents: &[Document], texts: &[String]) -> Vec<Document> {
    let one = |(document, text): (&Document, &String)| Document { text: text.clone(), ..document.clone() };
    documents.iter().zip(texts).map(one).collect()
}

/// The documents in a folder, sorted by name.
pub fn documents_in(folder: &Path) -> Vec<Document> {
    sorted(folder).iter().map(|file| read(file)).collect()
}

fn read(file: &Path) -> Document {
    let text = std::fs::read_to_string(file).unwrap_or_else(|error| panic!("{}: {error}", file.display()));
    Document::new(file_name(file), text)
}

fn file_name(path: &Path) -> String {
    path.file_name().unwrap_or_default().to_string_lossy().into_owned()
}

fn sorted(folder: &Path) -> Vec<PathBuf> {
    let Ok(entries) = std::fs::read_dir(folder) else { return Vec::new() };
    let mut paths: Vec<PathBuf> = entries.filter_map(|entry| Some(entry.ok()?.path())).collect();
    paths.sort();
    paths
}
