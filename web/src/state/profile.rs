//! The profile in force, and how another one takes its place. A profile that cannot be read changes nothing.

use std::rc::Rc;

use plimsoll_rules::{ProfileError, is_likely_profile};

use super::file::{File, FileId};
use super::{State, Urgency};
use crate::protocol::{Chosen, ProfileEntry};

/// Name of the project's profile with every rule.
pub const EVERYTHING: &str = "everything";

/// All that the page knows of profiles.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Profiles {
    /// The profile in force.
    pub chosen: Chosen,
    /// Those of the project; empty until they arrive.
    pub standard: Rc<Vec<ProfileEntry>>,
    /// The user's own that was read last.
    pub own: Option<Rc<Own>>,
    /// A text that is being read.
    pub waiting: Option<Rc<Waiting>>,
    /// Why the last text is no profile.
    pub refused: Option<Rc<Refused>>,
    /// Rises with each text that is to be read.
    serial: u32,
}

/// A user's own profile.
#[derive(Clone, Debug, PartialEq)]
pub struct Own {
    /// Name of the file it came from.
    pub file: String,
    /// Its YAML.
    pub text: Rc<str>,
    /// What a list says about it.
    pub entry: ProfileEntry,
}

/// A text that may be a profile.
#[derive(Clone, Debug, PartialEq)]
pub struct Waiting {
    /// Rises with each.
    pub serial: u32,
    /// Name of its file, for messages.
    pub file: String,
    /// The text.
    pub text: Rc<str>,
    /// The file that holds it, as it was before, where it was pasted into the editor.
    pub before: Option<File>,
}

/// Why a text is no profile.
#[derive(Clone, Debug, PartialEq)]
pub struct Refused {
    /// Name of its file.
    pub file: String,
    /// What is wrong, where that is known.
    pub error: Result<ProfileError, String>,
}

/// What can happen to the profile.
#[derive(Clone, Debug)]
pub enum ProfileAction {
    /// The project's profiles arrived.
    Arrived(Vec<ProfileEntry>),
    /// Another profile.
    Choose(Chosen),
    /// A file was brought to be the profile: its name, and its text or why it could not be read.
    Bring(String, Result<String, String>),
    /// The file in the editor is to be the profile.
    Take(FileId),
    /// The worker read the text with this number.
    Read(u32, Result<ProfileEntry, ProfileError>),
    /// The user has seen what is wrong.
    Dismiss,
}

impl Profiles {
    /// The one in force; absent until the project's arrive.
    pub fn entry(&self) -> Option<&ProfileEntry> {
        let named = |name: &str| self.standard.iter().find(|entry| entry.name == name);
        match &self.chosen {
            Chosen::Everything => named(EVERYTHING),
            Chosen::Standard(name) => named(name),
            Chosen::Own(_) => self.own.as_ref().map(|own| &own.entry),
        }
    }

    /// A short name of the one in force.
    pub fn label(&self) -> String {
        match &self.chosen {
            Chosen::Everything => short(EVERYTHING).to_owned(),
            Chosen::Standard(name) => short(name).to_owned(),
            Chosen::Own(_) => self.own.as_ref().map(|own| own.entry.name.clone()).unwrap_or_default(),
        }
    }

    /// Whether every rule judges as it is.
    pub fn is_everything(&self) -> bool {
        self.chosen == Chosen::Everything
    }

    fn wait(&mut self, file: String, text: Rc<str>, before: Option<File>) {
        self.serial += 1;
        self.waiting = Some(Rc::new(Waiting { serial: self.serial, file, text, before }));
        self.refused = None;
    }
}

/// A name that fits the page's head.
pub fn short(name: &str) -> &str {
    match name {
        EVERYTHING => "Every rule",
        "cis-level-1" => "CIS level 1",
        "cis-level-2" => "CIS level 2",
        "stig" => "DISA STIG",
        "nsa-cisa" => "NSA/CISA",
        "cks" => "CKS topics",
        other => other,
    }
}

impl State {
    pub(super) fn act_on_profile(&mut self, action: ProfileAction) {
        let profiles = &mut self.profiles;
        match action {
            ProfileAction::Arrived(entries) => profiles.standard = Rc::new(entries),
            ProfileAction::Choose(chosen) => {
                profiles.refused = None;
                profiles.waiting = None;
                if profiles.chosen != chosen {
                    profiles.chosen = chosen;
                    self.changed(Urgency::Now);
                }
            }
            ProfileAction::Bring(file, Ok(text)) => profiles.wait(file, Rc::from(text), None),
            ProfileAction::Bring(file, Err(reason)) => {
                profiles.refused = Some(Rc::new(Refused { file, error: Err(reason) }));
            }
            ProfileAction::Take(id) => {
                if let Some(file) = self.files.iter().find(|file| file.id == id) {
                    let (empty, name) = (File::untitled(id), file.name.clone());
                    profiles.wait(name, Rc::clone(&file.text), Some(empty));
                }
            }
            ProfileAction::Read(serial, read) => self.profile_read(serial, read),
            ProfileAction::Dismiss => profiles.refused = None,
        }
    }

    /// A paste that is a profile becomes the profile; `before` is the file as it was without it.
    pub(super) fn offer_profile(&mut self, before: File, text: &Rc<str>) {
        if is_likely_profile(text) {
            self.profiles.wait("the pasted profile".to_owned(), Rc::clone(text), Some(before));
        }
    }

    fn profile_read(&mut self, serial: u32, read: Result<ProfileEntry, ProfileError>) {
        let waiting = self.profiles.waiting.take_if(|waiting| waiting.serial == serial);
        let Some(waiting) = waiting else { return };
        match read {
            Err(error) => {
                let file = waiting.file.clone();
                self.profiles.refused = Some(Rc::new(Refused { file, error: Ok(error) }));
            }
            Ok(entry) => {
                self.profiles.chosen = Chosen::Own(waiting.text.to_string());
                let own = Own { file: waiting.file.clone(), text: Rc::clone(&waiting.text), entry };
                self.profiles.own = Some(Rc::new(own));
                // The text has become the profile, so the file is as if it had never come.
                if let Some(before) = &waiting.before
                    && let Some(file) = self.files.iter_mut().find(|file| file.id == before.id)
                    && file.text == waiting.text
                {
                    *file = before.clone();
                }
                self.changed(Urgency::Now);
            }
        }
    }
}
