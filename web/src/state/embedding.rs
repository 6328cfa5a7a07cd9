//! The page as part of another one: what the page around it decides.

use plimsoll_rules::Kind;

use super::file::{Naming, NewFile, Origin, UNTITLED};
use super::study::StudyAction;
use super::{Action, Placing, State, Urgency};
use crate::fragment::{Fragment, Release};

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
    /// Other settings, whether the texts may be changed where that is said, and other files if there are any.
    Configure(Box<Fragment>, Option<Editing>, Option<Vec<HostFile>>),
    /// Other files.
    SetContent(Vec<HostFile>),
    /// Packs of drills, each with a name for messages.
    SetPacks(Vec<(String, String)>),
}

impl Action {
    /// Whether the action is one of those that would change the texts or take others: not for a page that only shows.
    const fn changes_files(&self) -> bool {
        use Action::{
            Accept, AddEmpty, ApplyAll, ApplyFix, BringBack, Close, Open, Rename, SetKind, StartAfresh, Undo,
        };
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
    /// A page that its address says is part of another one: its settings, and one empty file.
    pub fn embedded(settings: &Fragment) -> Self {
        let mut state = Self::with_files(Vec::new());
        let editing = if settings.readonly { Editing::ReadOnly } else { Editing::Allowed };
        state.embedding = Some(Embedding { editing, serial: 0 });
        state.take_settings(settings);
        if let Some(file) = state.files.first_mut() {
            file.kind = settings.kind;
            if let Some(name) = &settings.name {
                name.clone_into(&mut file.name);
                file.naming = Naming::Given;
            }
        }
        state
    }

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
            EmbedAction::Configure(settings, editing, files) => {
                embedding.editing = editing.unwrap_or(embedding.editing);
                self.embedding = Some(embedding);
                self.take_settings(&settings);
                files
            }
            EmbedAction::SetContent(files) => Some(files),
            EmbedAction::SetPacks(packs) => {
                self.act_on_study(StudyAction::Give(packs));
                None
            }
        };
        if let Some(files) = files {
            embedding.serial += 1;
            self.embedding = Some(embedding);
            self.show_host_files(files);
        }
    }

    fn take_settings(&mut self, settings: &Fragment) {
        self.view = settings.view.unwrap_or(self.view);
        match settings.kubernetes {
            Some(Release::Chosen(version)) => self.release = Some(version),
            Some(Release::Told) => self.release = None,
            None => {}
        }
        if let Some(profile) = &settings.profile {
            self.profiles.chosen = profile.clone();
        }
        if let Some(drill) = &settings.drill {
            self.act_on_study(StudyAction::Link(drill.clone()));
        }
        self.changed(Urgency::Now);
    }

    /// Shows other files in the view there is. What the user typed before is put aside, as with an example.
    fn show_host_files(&mut self, files: Vec<HostFile>) {
        let view = self.view;
        let kinds: Vec<Option<Kind>> = files.iter().map(|file| file.kind).collect();
        let mut new: Vec<NewFile> = files.into_iter().map(new_file).collect();
        if new.is_empty() {
            new.push(new_file(HostFile { name: UNTITLED.to_owned(), kind: None, text: String::new() }));
        }
        self.open(new, Placing::Replace);
        for (file, kind) in self.files.iter_mut().zip(kinds) {
            file.kind = kind;
            if file.name == UNTITLED {
                file.naming = Naming::Pending;
            }
        }
        self.view = view;
    }
}

fn new_file(file: HostFile) -> NewFile {
    NewFile { name: file.name, content: Ok(file.text), origin: Origin::Host }
}

#[cfg(test)]
#[expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "tests")]
mod tests {
    use std::rc::Rc;

    use super::*;
    use crate::fragment::Reading;
    use crate::state::ChangeKind;
    use crate::state::dialog::{Dialog, Topic};

    fn embedded(fragment: &str) -> State {
        State::embedded(&Reading::of(fragment).fragment)
    }

    fn file(name: &str, text: &str) -> HostFile {
        HostFile { name: name.to_owned(), kind: None, text: text.to_owned() }
    }

    fn give(state: &mut State, files: Vec<HostFile>) {
        state.act(Action::Embed(EmbedAction::SetContent(files)));
    }

    #[test]
    fn the_address_decides_at_first() {
        let state = embedded("#embed=1&kubernetes=1.30&view=settings&readonly=1&name=node.conf&kind=kubelet-unit");
        assert_eq!(state.release.unwrap().to_string(), "1.30");
        assert_eq!(state.view.name(), "settings");
        assert!(state.is_read_only() && state.is_empty());
        assert_eq!((&*state.files[0].name, state.files[0].kind), ("node.conf", Kind::from_name("kubelet-unit")));
    }

    #[test]
    fn what_only_shows_changes_nothing() {
        let mut state = embedded("embed=1&readonly=1");
        give(&mut state, vec![file("a.yaml", "a: 1\n")]);
        let before = state.clone();
        let id = state.active;
        let other = NewFile { name: "b".to_owned(), content: Ok("b".to_owned()), origin: Origin::Brought };
        for action in [
            Action::Open(vec![other], Placing::Beside),
            Action::AddEmpty,
            Action::StartAfresh,
            Action::Close(id),
            Action::Rename(id, "c".to_owned()),
            Action::SetKind(id, Kind::from_name("kubelet-unit")),
            Action::ApplyFix(0, 0),
            Action::Undo,
        ] {
            state.act(action);
        }
        assert!(state == before);
        state.act(Action::OpenDialog(Dialog::Help(Topic::Page)));
        assert!(state.dialog.is_some(), "reading is not changing");
        let settings = Box::new(Reading::of("readonly=0").fragment);
        state.act(Action::Embed(EmbedAction::Configure(settings, Some(Editing::Allowed), None)));
        state.act(Action::AddEmpty);
        assert_eq!(state.files.len(), 2);
    }

    #[test]
    fn what_the_host_gave_is_replaced_and_what_the_user_typed_is_kept_aside() {
        let mut state = embedded("embed=1");
        give(&mut state, vec![file("a.yaml", "a: 1\n"), file("b.yaml", "b: 1\n")]);
        give(&mut state, vec![file("c.yaml", "c: 1\n")]);
        assert_eq!(state.files.len(), 1);
        assert!(state.shelved.is_none());
        assert_eq!(state.embedding.unwrap().serial, 2);
        state.act(Action::Edited(state.active, Rc::from("c: 2\n"), ChangeKind::Type));
        give(&mut state, Vec::new());
        assert!(state.is_empty());
        assert_eq!(&*state.shelved.as_ref().unwrap().files[0].text, "c: 2\n");
    }

    #[test]
    fn a_page_that_stands_alone_has_no_host() {
        let mut state = State::with_files(Vec::new());
        let before = state.clone();
        give(&mut state, vec![file("a.yaml", "a: 1\n")]);
        assert!(state == before && !state.is_read_only());
    }
}
