//! Changes that the page makes to texts, and taking them back in one step across all files.

use std::rc::Rc;

use plimsoll_rules::report::Edit;

use super::file::{File, FileId};
use crate::offsets::edits_to_bytes;

/// One change that the page made.
#[derive(Clone, Debug, PartialEq)]
pub struct Step {
    /// What it did, for people.
    pub title: String,
    changes: Vec<Changed>,
}

#[derive(Clone, Debug, PartialEq)]
struct Changed {
    file: FileId,
    before: Rc<str>,
    after: Rc<str>,
}

impl Step {
    /// Whether every file still is as this step left it, so that taking it back loses nothing.
    pub fn is_undoable(&self, files: &[File]) -> bool {
        let untouched = |change: &Changed| files.iter().any(|file| file.id == change.file && file.text == change.after);
        self.changes.iter().all(untouched)
    }

    /// Takes the step back. Call it only when [`Self::is_undoable`].
    pub(super) fn undo(&self, files: &mut [File]) {
        for change in &self.changes {
            if let Some(file) = files.iter_mut().find(|file| file.id == change.file) {
                file.text = Rc::clone(&change.before);
            }
        }
    }
}

/// Gives the files new texts, one per file. `None` when nothing changes.
pub(super) fn replace_all(files: &mut [File], texts: &[String], title: String) -> Option<Step> {
    let mut changes = Vec::new();
    for (file, text) in files.iter_mut().zip(texts) {
        if *file.text == **text || file.refusal.is_some() {
            continue;
        }
        let after: Rc<str> = Rc::from(text.as_str());
        let before = std::mem::replace(&mut file.text, Rc::clone(&after));
        changes.push(Changed { file: file.id, before, after });
    }
    if changes.is_empty() { None } else { Some(Step { title, changes }) }
}

/// Applies the edits of a fix, in UTF-16 units. `None` when they do not fit or change nothing.
pub(super) fn apply(files: &mut [File], edits: &[Edit], title: String) -> Option<Step> {
    let texts: Vec<&str> = files.iter().map(|file| &*file.text).collect();
    let mut edits = edits_to_bytes(edits, &texts);
    edits.sort_by_key(|edit| (edit.document, edit.start));
    let mut new: Vec<String> = texts.iter().map(|text| (*text).to_owned()).collect();
    for edit in edits.iter().rev() {
        let text = new.get_mut(edit.document as usize)?;
        let range = edit.start as usize..edit.end as usize;
        text.get(range.clone())?;
        text.replace_range(range, &edit.text);
    }
    replace_all(files, &new, title)
}
