//! The packs of drills: those of the project, and those that the user or the page around brings.

use std::rc::Rc;

use plimsoll_rules::{Pack, PackError};

use super::State;
use super::dialog::Dialog;
use super::study::{Party, Study};

/// A text that is being read as a pack.
#[derive(Clone, Debug, PartialEq)]
pub struct Waiting {
    /// Rises with each.
    pub serial: u32,
    /// Name of its file, for messages.
    pub file: String,
    /// The text.
    pub text: String,
    /// Who brought it.
    pub from: Party,
}

/// What became of a pack that was opened.
#[derive(Clone, Debug, PartialEq)]
pub struct Opened {
    /// The number of its text.
    pub serial: u32,
    /// Name of its file.
    pub file: String,
    /// Who brought it.
    pub from: Party,
    /// The title of the pack, or why it is none: an error with its place, or why the file could not be read.
    pub pack: Result<String, Result<PackError, String>>,
}

/// Why a pack was refused, as a sentence: the name of its file, and the place in it where there is one.
pub fn refusal(file: &str, error: &Result<PackError, String>) -> String {
    match error {
        Ok(PackError { message, line, column }) => format!("{file}, line {line}, column {column}: {message}"),
        Err(reason) => format!("{file}: {reason}"),
    }
}

impl Study {
    /// Lets a text wait to be read as a pack.
    fn wait(&mut self, file: String, text: String, from: Party) {
        self.serial += 1;
        self.waiting.push_back(Rc::new(Waiting { serial: self.serial, file, text, from }));
    }

    /// Takes a pack behind the others, or in place of what it was; returns its title.
    fn take(&mut self, pack: Pack) -> String {
        let title = pack.title.clone();
        let mut packs: Vec<Pack> = (*self.packs).clone();
        packs.retain(|other| other.id != pack.id);
        packs.push(pack);
        self.packs = Rc::new(packs);
        self.domain = None;
        title
    }
}

impl State {
    pub(super) fn packs_arrived(&mut self, mut packs: Rc<Vec<Pack>>) {
        self.study.arrived = true;
        // What was opened before stays, behind those of the project.
        let known: Vec<String> = packs.iter().map(|pack| pack.id.clone()).collect();
        let opened = self.study.packs.iter().filter(|pack| !known.contains(&pack.id)).cloned();
        Rc::make_mut(&mut packs).extend(opened);
        self.study.packs = packs;
        self.follow_link();
    }

    pub(super) fn follow_link(&mut self) {
        if !self.study.arrived || !self.study.waiting.is_empty() {
            return;
        }
        let Some(id) = self.study.linked.take() else { return };
        let mut packs = self.study.packs.iter();
        let pack = packs.find(|pack| pack.drills.iter().any(|drill| drill.id == id)).map(|pack| pack.id.clone());
        match pack {
            Some(pack) => self.begin(&pack, &id, self.opener()),
            None => self.notice = Some(format!("The link asks for a drill `{id}`, which is not in these packs.")),
        }
    }

    /// Who opens a drill that a link names: in a part of another page that page does.
    fn opener(&self) -> Party {
        if self.embedding.is_some() { Party::Host } else { Party::User }
    }

    pub(super) fn bring_pack(&mut self, file: String, text: Result<String, String>) {
        match text {
            Ok(text) => self.study.wait(file, text, Party::User),
            Err(reason) => {
                let (serial, from) = (self.study.serial, Party::User);
                self.study.opened = Some(Rc::new(Opened { serial, file, from, pack: Err(Err(reason)) }));
                self.dialog = Some(Dialog::Study);
            }
        }
    }

    /// Only the packs of the page around are there then: its readers are to see what it is about, and nothing else.
    pub(super) fn give_packs(&mut self, packs: Vec<(String, String)>) {
        self.study.arrived = true;
        self.study.packs = Rc::default();
        self.study.waiting.clear();
        for (file, text) in packs {
            self.study.wait(file, text, Party::Host);
        }
    }

    pub(super) fn pack_read(&mut self, serial: u32, read: Rc<Result<Pack, PackError>>) {
        let Some(waiting) = self.study.waiting.pop_front_if(|first| first.serial == serial) else { return };
        let pack = match &*read {
            Ok(pack) => Ok(self.study.take(pack.clone())),
            Err(error) => Err(Ok(error.clone())),
        };
        let (file, from) = (waiting.file.clone(), waiting.from);
        match (from, &pack) {
            (Party::User, _) => self.dialog = Some(Dialog::Study),
            (Party::Host, Err(error)) => self.notice = Some(refusal(&file, error)),
            (Party::Host, Ok(_)) => {}
        }
        self.study.opened = Some(Rc::new(Opened { serial, file, from, pack }));
        self.follow_link();
        if from == Party::Host && self.study.waiting.is_empty() && self.study.run.is_none() && self.is_empty() {
            self.begin_first();
        }
    }

    /// Where the page around brings drills and no text, the first drill is what it shows.
    fn begin_first(&mut self) {
        let first = self.study.listed().first().map(|(pack, drill)| ((*pack).to_owned(), drill.id.clone()));
        if let Some((pack, drill)) = first {
            let notice = self.notice.take();
            self.begin(&pack, &drill, Party::Host);
            self.notice = notice;
        }
    }
}
