//! A file that `EnvironmentFile=` names, and whether a document is that file.

use crate::document::Document;
use crate::syntax::unit::{Entry, Parsed};

/// A file that `EnvironmentFile=` names.
#[derive(Debug)]
pub struct FileReference {
    /// Its path as written, without the dash that lets it be absent.
    pub path: String,
    /// Whether it was given.
    pub given: bool,
}

impl FileReference {
    /// What an `EnvironmentFile=` line names; nothing when it is empty, which forgets those before it.
    pub fn read(entry: &Entry) -> Option<Self> {
        let path = entry.value.text();
        let named = || path.trim_start_matches('-').trim_matches(['"', '\'']).to_owned();
        (!path.is_empty()).then(|| Self { path: named(), given: false })
    }

    /// All that the lines of a unit name.
    pub fn all(unit: &Parsed) -> impl Iterator<Item = Self> {
        unit.files.iter().flat_map(|file| file.entries("Service", "EnvironmentFile")).filter_map(Self::read)
    }

    /// Whether the document was given under this path.
    pub fn has_path_of(&self, document: &Document) -> bool {
        document.name == self.path || document.name.trim_start_matches("./") == self.path.trim_start_matches('/')
    }

    /// Whether the document has the name of this file, in whatever folder.
    pub fn has_name_of(&self, document: &Document) -> bool {
        self.path.rsplit('/').next() == Some(document.file_name())
    }
}
