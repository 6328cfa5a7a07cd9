//! What leaves the page when the user asks: a link, a report, a text. Secrets are masked unless that is switched off,
//! which lasts until the dialog is closed.

#[cfg(test)]
mod tests;

use std::rc::Rc;

use plimsoll_export::{Format, Masking};
use plimsoll_rules::report::Report;

use super::State;
use super::dialog::Dialog;
use crate::fragment::content::{self, Shared};
use crate::fragment::{Fragment, LONGEST, Release, Rules};
use crate::protocol::{Chosen, Exported, Masked};

/// Up to this many characters a link goes through every program that we know of.
pub const SHORT: usize = 2_000;
/// Above this many characters many programs cut a link or refuse it.
pub const LONG: usize = 8_000;

/// What is about to leave.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Leaving {
    /// Whether secrets are masked.
    pub switch: Switch,
    /// The texts without their secrets, with their revision.
    pub masked: Option<(u64, Rc<Masked>)>,
    /// What a link holds.
    pub holds: Holds,
    /// The files for the link, deflated, with what they were made from.
    pub packed: Option<(Source, Rc<[u8]>)>,
    /// The text for a bug report, with what it was made from.
    pub bug: Option<(BugSource, Rc<str>)>,
    /// A report or text that the worker is to make.
    pub wanted: Option<Wanted>,
    /// What the worker made, to be copied or saved.
    pub ready: Option<Ready>,
    /// What is being printed.
    pub paper: Option<Paper>,
    /// A text that the browser refused to copy; the dialog shows it for copying by hand.
    pub uncopied: Option<Rc<str>>,
    /// What was done last, as a sentence.
    pub done: Option<String>,
    /// Whether text of the user's own would be lost with the page.
    pub unsaved: bool,
    serial: u32,
}

/// Whether secrets are masked in what leaves.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Switch {
    /// They are.
    #[default]
    On,
    /// They are, and the user is asked whether that shall end.
    Asked,
    /// They are not.
    Off,
}

/// What a link holds.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Holds {
    /// The settings only.
    #[default]
    Settings,
    /// The files too.
    Files,
}

/// What files for a link are made from: a revision, and whether secrets are masked.
pub type Source = (u64, Masking);

/// What a text for a bug report is made from: a revision, a finding, and whether secrets are masked.
pub type BugSource = (u64, Option<usize>, Masking);

/// A text that is wanted, to be copied or saved.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Wanted {
    /// Rises with each.
    pub serial: u32,
    /// Its form.
    pub format: Format,
    /// What is to be done with it.
    pub means: Means,
}

/// A text that was made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ready {
    /// What was wanted.
    pub wanted: Wanted,
    /// The text.
    pub text: Rc<str>,
}

/// What is being printed: the report as it was when that was asked for.
#[derive(Clone, Debug, PartialEq)]
pub struct Paper {
    /// The report.
    pub report: Rc<Report>,
    /// What is said in it, without secrets.
    pub masked: Rc<Masked>,
    /// Whether secrets are masked.
    pub masking: Masking,
}

/// How a text leaves.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Means {
    /// By the clipboard.
    Copy,
    /// As a file.
    Save,
}

impl Leaving {
    /// Whether secrets are masked now. Being asked changes nothing yet.
    pub const fn masking(&self) -> Masking {
        match self.switch {
            Switch::On | Switch::Asked => Masking::Masked,
            Switch::Off => Masking::Plain,
        }
    }
}

/// What can happen to what leaves.
#[derive(Clone, Debug)]
pub enum LeaveAction {
    /// Switches masking, or answers the question about it.
    Mask(Switch),
    /// The texts without their secrets arrived for a revision.
    Masked(u64, Rc<Masked>),
    /// Leaves the files out of the link or puts them in.
    Hold(Holds),
    /// The files were deflated.
    Packed(Source, Rc<[u8]>),
    /// The text for a bug report arrived.
    BugArrived(BugSource, String),
    /// A report or text is to be copied or saved.
    Ask(Format, Means),
    /// It was made: number of the wish.
    Made(u32, Exported),
    /// The report is to be printed.
    Print,
    /// The browser has printed, or the user has decided against it.
    Printed,
    /// The browser cannot deflate.
    CannotPack,
    /// Something was copied or saved, told in a sentence.
    Took(String),
    /// The browser refused to copy this.
    NotCopied(Rc<str>),
}

/// How far a link of some length gets.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reach {
    /// Everywhere.
    Everywhere,
    /// Some programs cut it.
    Shortened,
    /// Many programs cut or refuse it.
    Doubtful,
    /// The page itself would not read it.
    Nowhere,
}

impl Reach {
    /// That of a link of `length` characters.
    pub const fn of(length: usize) -> Self {
        if length <= SHORT {
            Self::Everywhere
        } else if length <= LONG {
            Self::Shortened
        } else if length <= LONGEST {
            Self::Doubtful
        } else {
            Self::Nowhere
        }
    }
}

impl State {
    pub(super) fn act_on_leaving(&mut self, action: LeaveAction) {
        if matches!(action, LeaveAction::Print) {
            return self.print();
        }
        let holds_text = self.takes_text();
        let leaving = &mut self.leaving;
        match action {
            LeaveAction::Print => {}
            LeaveAction::Printed => leaving.paper = None,
            LeaveAction::Mask(switch) => {
                leaving.switch = switch;
                leaving.uncopied = None;
            }
            LeaveAction::Masked(revision, masked) => leaving.masked = Some((revision, masked)),
            LeaveAction::Hold(holds) => {
                leaving.holds = holds;
                leaving.uncopied = None;
            }
            LeaveAction::Packed(source, bytes) => leaving.packed = Some((source, bytes)),
            LeaveAction::BugArrived(source, text) => leaving.bug = Some((source, Rc::from(text))),
            LeaveAction::Ask(format, means) => {
                leaving.serial += 1;
                leaving.wanted = Some(Wanted { serial: leaving.serial, format, means });
            }
            LeaveAction::Made(serial, made) => {
                let Some(wanted) = leaving.wanted.take_if(|wanted| wanted.serial == serial) else { return };
                leaving.ready = Some(Ready { wanted, text: Rc::from(made.text) });
            }
            LeaveAction::CannotPack => {
                leaving.holds = Holds::Settings;
                leaving.done = Some("This browser cannot put files into a link. Save them instead.".to_owned());
            }
            LeaveAction::Took(sentence) => {
                leaving.done = Some(sentence);
                leaving.uncopied = None;
                leaving.unsaved &= !holds_text;
            }
            LeaveAction::NotCopied(text) => {
                leaving.done = None;
                leaving.uncopied = Some(text);
            }
        }
    }

    /// Whether what is taken from the open dialog holds the texts or what was found in them.
    fn takes_text(&self) -> bool {
        match self.dialog {
            Some(Dialog::Share) => self.leaving.holds == Holds::Files,
            dialog => dialog == Some(Dialog::TakeAway),
        }
    }

    fn print(&mut self) {
        let Some((checked, masked)) = self.checked.as_ref().zip(self.masked_now()).filter(|_| self.is_fresh()) else {
            return;
        };
        let (report, masked) = (Rc::clone(&checked.report), Rc::clone(masked));
        let paper = Paper { report, masked, masking: self.leaving.masking() };
        self.show_dialog(None);
        self.leaving.paper = Some(paper);
        self.leaving.unsaved = false;
    }

    /// Masking is on and nothing is included whenever a dialog opens or closes.
    pub(super) fn settle_leaving(&mut self) {
        let leaving = &mut self.leaving;
        (leaving.switch, leaving.holds) = (Switch::On, Holds::Settings);
        (leaving.wanted, leaving.ready) = (None, None);
        (leaving.packed, leaving.bug, leaving.uncopied, leaving.done) = (None, None, None, None);
    }

    /// Whether the masked texts are wanted and not there.
    pub fn wants_masked(&self) -> bool {
        self.dialog.is_some_and(Dialog::lets_text_leave) && self.masked_now().is_none()
    }

    /// The masked texts, once they are there for the texts as they are.
    pub fn masked_now(&self) -> Option<&Rc<Masked>> {
        let (revision, masked) = self.leaving.masked.as_ref()?;
        (*revision == self.revision).then_some(masked)
    }

    /// What the files of a link are made from now.
    pub const fn source(&self) -> Source {
        (self.revision, self.leaving.masking())
    }

    /// The text for a bug report that is wanted and not there.
    pub fn wanted_bug(&self) -> Option<BugSource> {
        let wanted = (self.revision, self.selected, self.leaving.masking());
        let there = self.leaving.bug.as_ref().is_some_and(|(source, _)| *source == wanted);
        (self.dialog == Some(Dialog::Bug) && self.is_fresh() && !there).then_some(wanted)
    }

    /// The files as they would leave; absent until the masked texts are there.
    pub fn shared_files(&self) -> Option<Vec<Shared>> {
        let masked = self.masked_now()?;
        let whole = self.leaving.masking() == Masking::Plain;
        let pairs = self.files.iter().zip(&masked.files).filter(|(file, _)| !file.text.trim().is_empty());
        let shared = |(file, (name, text)): (&super::file::File, &(String, String))| Shared {
            name: if whole { file.name.clone() } else { name.clone() },
            text: if whole { file.text.to_string() } else { text.clone() },
            kind: file.kind,
        };
        Some(pairs.map(shared).collect())
    }

    /// The JSON that is to be deflated for the link; absent where that is not wanted, not possible or done.
    pub fn to_pack(&self) -> Option<(Source, String)> {
        let wanted = self.dialog == Some(Dialog::Share) && self.leaving.holds == Holds::Files;
        let done = self.leaving.packed.as_ref().is_some_and(|(source, _)| *source == self.source());
        if !wanted || done {
            return None;
        }
        Some((self.source(), content::write(&self.shared_files()?)))
    }

    /// The fragment of the link; absent until the files for it are there.
    pub fn link_fragment(&self) -> Option<Fragment> {
        let content = match self.leaving.holds {
            Holds::Settings => None,
            Holds::Files => {
                let (source, bytes) = self.leaving.packed.as_ref()?;
                Some((*source == self.source()).then(|| bytes.to_vec())?)
            }
        };
        // A profile of the user's own is a file, which no link holds.
        let profile = match &self.profiles.chosen {
            Chosen::Own(_) => Chosen::Everything,
            chosen => chosen.clone(),
        };
        Some(Fragment {
            kubernetes: Some(self.release.map_or(Release::Told, Release::Chosen)),
            profile: Some(profile),
            view: Some(self.view),
            rules: Some(Rules::here()),
            content,
            ..Fragment::default()
        })
    }

    /// Whether leaving the page would lose what the user wrote or pasted.
    pub fn would_lose_work(&self) -> bool {
        self.leaving.unsaved && !self.files.iter().all(super::file::File::is_disposable)
    }
}
