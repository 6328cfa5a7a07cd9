//! The page as part of another one: what the page around it decides.

use plimsoll_rules::Kind;

use super::file::{NewFile, Origin};
use super::{Action, Placing, State, Urgency};
use crate::fragment::Fragment;

/// What the page around decided.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Embedding {
    /// Whether the user may change the texts.
    pub editing: Editing,
    /// Rises whenever the page around gives other files.
    pub serial: u32,
}

/// Whether the user may change the texts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Editing {
    /// They may be typed into, fixed and replaced.
    Allowed,
    /// They can only be read and copied.
    ReadOnly,
}

/// A file of the page around.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HostFile {
    /// Its name.
    pub name: String,
    /// What it is, where that is said.
    pub kind: Option<Kind>,
    /// Its text.
    pub text: String,
}

/// What the page around may do.
#[derive(Clone, Debug)]
pub enum EmbedAction {
    /// Other settings, and other files if there are any.
    Configure(Box<Fragment>, Option<Vec<HostFile>>),
    /// Other files.
    SetContent(Vec<HostFile>),
}

impl Action {
    /// Whether the action is one of those that would change the texts or take others: not for a page that only shows.
    const fn changes_files(&self) -> bool {
        use Action::{Accept, AddEmpty, ApplyAll, ApplyFix, BringBack, Close, Open, Rename, SetKind, StartAfresh, Undo};
        matches!(
            self,
            Open(..)
                | AddEmpty
                | StartAfresh
                | BringBack
                | Close(_)
                | Rename(..)
                | SetKind(..)
                | ApplyFix(..)
                | ApplyAll(..)
                | Accept(_)
                | Undo
        )
    }
}

impl State {
    /// Whether the texts can only be read.
    pub fn is_read_only(&self) -> bool {
        self.embedding.is_some_and(|embedding| embedding.editing == Editing::ReadOnly)
    }

    /// Whether an action may be taken now.
    pub(super) fn allows(&self, action: &Action) -> bool {
        !self.is_read_only() || !action.changes_files()
    }

    pub(super) fn act_for_host(&mut self, action: EmbedAction) {
        let Some(mut embedding) = self.embedding else { return };
        let files = match action {
            EmbedAction::Configure(settings, files) => {
                if let Some(readonly) = settings.readonly {
                    embedding.editing = if readonly { Editing::ReadOnly } else { Editing::Allowed };
                }
                self.embedding = Some(embedding);
                self.take_settings(&settings);
                files
            }
            EmbedAction::SetContent(files) => Some(files),
        };
        if let Some(files) = files {
            embedding.serial += 1;
            self.embedding = Some(embedding);
            self.show_host_files(files);
        }
    }

    /// Shows other files, without a trace of those before: they are the host's to bring back.
    fn show_host_files(&mut self, files: Vec<HostFile>) {
        let view = self.view;
        let kinds: Vec<Option<Kind>> = files.iter().map(|file| file.kind).collect();
        let new = |file: HostFile| NewFile { name: file.name, content: Ok(file.text), origin: Origin::Host };
        if files.is_empty() {
            self.act(Action::StartAfresh);
            return;
        }
        self.open(files.into_iter().map(new).collect(), Placing::Replace);
        for (file, kind) in self.files.iter_mut().zip(kinds) {
            file.kind = kind;
        }
        self.view = view;
        self.changed(Urgency::Now);
    }
}
