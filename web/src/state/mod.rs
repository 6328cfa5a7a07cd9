//! The whole state of the page and its one reducer. Everything here is pure: effects (the editor, the worker,
//! the clipboard) watch the state from `hooks`, and what is drawn is derived in [`view`].

pub mod accepting;
mod action;
mod covered;
pub mod dialog;
pub mod embedding;
pub mod file;
pub mod filter;
mod history;
pub mod leaving;
pub mod link;
mod naming;
pub mod packs;
pub mod profile;
mod reduce;
mod selection;
pub mod standing;
pub mod study;
pub mod view;

#[cfg(test)]
mod choice_tests;
#[cfg(test)]
mod filter_tests;
#[cfg(test)]
mod study_tests;
#[cfg(test)]
mod tests;

use std::rc::Rc;

use plimsoll_rules::report::{Finding, Report};
use plimsoll_rules::{RulePage, Status, Upgrade, Version};

use crate::diff::FileDiff;
use crate::protocol::{Bundle, Description, Examples, FixedAll, Input};
use accepting::Accepting;
pub use action::{Action, ChangeKind, Placing};
pub use covered::Covered;
use dialog::Dialog;
use embedding::Embedding;
use file::{File, FileId, NewFile};
use filter::Filter;
pub use history::Step;
use leaving::Leaving;
use link::Opened;
use profile::Profiles;
use study::Study;

/// The whole state.
#[derive(Clone, Debug, PartialEq)]
pub struct State {
    /// The files, in the order of their tabs; never empty.
    pub files: Vec<File>,
    /// The file in the editor; always one of `files`.
    pub active: FileId,
    /// Kubernetes release chosen by hand; when there is none, the documents tell.
    pub release: Option<Version>,
    /// Rises whenever anything that the report depends on changes.
    pub revision: u64,
    /// How soon the current revision is to be checked.
    pub urgency: Urgency,
    /// The last report that arrived.
    pub checked: Option<Checked>,
    /// The finding whose explanation is open, as an index into the report.
    pub selected: Option<usize>,
    /// Whether the explanation covers the page where there is no room beside it.
    pub sheet: Sheet,
    /// What the list of findings leaves out.
    pub filter: Filter,
    /// How many findings a list draws at most.
    pub portion: usize,
    /// Files whose notes are unfolded in the list.
    pub open_notes: Vec<FileId>,
    /// The list of suppressed findings.
    pub suppressed: Fold,
    /// The finding that the user is about to accept.
    pub accepting: Option<Accepting>,
    /// The profile that judges, and those there are.
    pub profiles: Profiles,
    /// Every control of the profile, once it is asked for and arrives.
    pub covered: Option<Covered>,
    /// The only status whose controls are listed; absent when all are.
    pub status_shown: Option<Status>,
    /// What the right-hand side shows.
    pub view: View,
    /// The pages of all rules, in the order of the handbook; empty until they arrive.
    pub pages: Rc<Vec<RulePage>>,
    /// What each setting is, by component and name; empty until it is asked for and arrives.
    pub descriptions: Rc<Vec<Description>>,
    /// Whether the explanation shows the examples of its rule.
    pub show_examples: bool,
    /// The examples that arrived last.
    pub examples: Option<Rc<Examples>>,
    /// Releases chosen by hand in the upgrade view.
    pub route: Route,
    /// What changes on that route.
    pub upgrade: Option<Rc<Upgrade>>,
    /// What the fixes of the selected finding would change.
    pub preview: Option<Rc<Vec<Vec<FileDiff>>>>,
    /// The bundle after all safe fixes.
    pub fixed: Option<Rc<FixedAll>>,
    /// A place that the editor is to show.
    pub reveal: Option<Reveal>,
    /// Rises whenever the editor is to take the focus.
    pub focus: u32,
    /// Changes made by the page, oldest first.
    pub history: Vec<Step>,
    /// Files that were closed or replaced and can be brought back.
    pub shelved: Option<Shelf>,
    /// A sentence for the user.
    pub notice: Option<String>,
    /// Drills.
    pub study: Study,
    /// How the worker is.
    pub engine: Engine,
    /// The dialog that is open.
    pub dialog: Option<Dialog>,
    /// What the page around decided; absent where the page stands alone.
    pub embedding: Option<Embedding>,
    /// A text that the browser refused to copy.
    pub uncopied: Option<Rc<str>>,
    /// Rises whenever the user comes to a finding by its place in the text, or by going from one to the next.
    pub picked: u32,
    /// What the page did last to the texts, until they change again.
    pub outcome: Option<String>,
    /// The page that the handbook is open at, as an index into `pages`; absent for the list of all.
    pub reading: Option<usize>,
    /// What is said about the link that was opened last.
    pub link: Opened,
    /// What is about to leave the page.
    pub leaving: Leaving,
    next_id: FileId,
}

/// A report and the revision that it belongs to.
#[derive(Clone, Debug, PartialEq)]
pub struct Checked {
    /// The revision that was sent.
    pub revision: u64,
    /// The report, with UTF-16 offsets.
    pub report: Rc<Report>,
}

/// Files that were closed or replaced and can be brought back.
#[derive(Clone, Debug, PartialEq)]
pub struct Shelf {
    /// The files as they were.
    pub files: Vec<File>,
    /// Where they belong: beside the others when they were closed, instead of them when they were replaced.
    pub placing: Placing,
    /// The release that was chosen for them.
    pub release: Option<Version>,
}

/// Releases chosen by hand in the upgrade view; what is not chosen follows from the report.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Route {
    /// The release now.
    pub from: Option<Version>,
    /// The release after the upgrade.
    pub to: Option<Version>,
}

/// How soon a change is to be checked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Urgency {
    /// At once: pasted, opened, fixed or chosen.
    Now,
    /// After a pause in typing.
    Pause,
}

/// Whether the explanation covers the page where there is no room beside it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sheet {
    /// It does.
    Open,
    /// It does not.
    Closed,
}

/// Whether a part of a list is unfolded.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fold {
    /// Only its heading shows.
    Folded,
    /// All of it shows.
    Open,
}

impl Fold {
    /// The other one.
    #[must_use]
    pub const fn turned(self) -> Self {
        match self {
            Self::Folded => Self::Open,
            Self::Open => Self::Folded,
        }
    }
}

/// What the right-hand side shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum View {
    /// Findings and the explanation of one.
    Findings,
    /// The effective value of every setting.
    Settings,
    /// What is known about each control of the profile.
    Coverage,
    /// What changes from one release to another.
    Upgrade,
    /// The files after all safe fixes, as a diff.
    Fixed,
}

impl View {
    /// All of them, in the order of their tabs.
    pub const ALL: [Self; 5] = [Self::Findings, Self::Settings, Self::Coverage, Self::Upgrade, Self::Fixed];

    /// Its name in ids and links.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Findings => "findings",
            Self::Settings => "settings",
            Self::Coverage => "coverage",
            Self::Upgrade => "upgrade",
            Self::Fixed => "fixed",
        }
    }

    /// The view with this [`Self::name`].
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|view| view.name() == name)
    }
}

/// How the worker is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Engine {
    /// It is loading.
    Starting,
    /// It answers.
    Running,
    /// It was stopped and replaced; nothing is checked until the text changes or the user asks.
    Stopped,
    /// It could not be loaded.
    Missing,
}

/// A place for the editor to show. Two requests for the same place differ in `serial`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Reveal {
    /// Rises with each request.
    pub serial: u32,
    /// The file.
    pub file: FileId,
    /// First UTF-16 unit.
    pub from: u32,
    /// One past the last.
    pub to: u32,
}

impl State {
    /// A page with these files; with none, one empty file.
    pub fn with_files(files: Vec<NewFile>) -> Self {
        let mut state = Self {
            files: vec![File::untitled(0)],
            active: 0,
            release: None,
            revision: 1,
            urgency: Urgency::Now,
            checked: None,
            selected: None,
            sheet: Sheet::Closed,
            filter: Filter::default(),
            portion: view::PORTION,
            open_notes: Vec::new(),
            suppressed: Fold::Folded,
            accepting: None,
            profiles: Profiles::default(),
            covered: None,
            status_shown: None,
            view: View::Findings,
            pages: Rc::default(),
            descriptions: Rc::default(),
            show_examples: false,
            examples: None,
            route: Route::default(),
            upgrade: None,
            preview: None,
            fixed: None,
            reveal: None,
            focus: 0,
            history: Vec::new(),
            shelved: None,
            notice: None,
            study: Study::default(),
            engine: Engine::Starting,
            dialog: None,
            embedding: None,
            uncopied: None,
            picked: 0,
            outcome: None,
            reading: None,
            link: Opened::default(),
            leaving: Leaving::default(),
            next_id: 1,
        };
        state.open(files, Placing::Replace);
        state
    }

    /// The file in the editor.
    pub fn active_file(&self) -> Option<&File> {
        self.files.iter().find(|file| file.id == self.active)
    }

    /// Index of a file among the documents of the report.
    pub fn document_of(&self, id: FileId) -> Option<usize> {
        self.files.iter().position(|file| file.id == id)
    }

    /// Whether the report belongs to the texts as they are now.
    pub fn is_fresh(&self) -> bool {
        self.checked.as_ref().is_some_and(|checked| checked.revision == self.revision)
    }

    /// Whether no file holds anything.
    pub fn is_empty(&self) -> bool {
        self.files.iter().all(|file| file.text.trim().is_empty() && file.refusal.is_none())
    }

    /// The finding whose explanation is open.
    pub fn selected_finding(&self) -> Option<&Finding> {
        self.checked.as_ref()?.report.findings.get(self.selected?)
    }

    /// The examples of a rule, once they are there.
    pub fn examples_of(&self, rule: &str) -> Option<&Examples> {
        self.examples.as_deref().filter(|examples| examples.rule == rule)
    }

    /// The page that the handbook is open at.
    pub fn page_read(&self) -> Option<&RulePage> {
        self.pages.get(self.reading?)
    }

    /// The rule whose examples are to be shown and are not there yet.
    pub fn wanted_examples(&self) -> Option<&str> {
        let explained = || Some(&*self.selected_finding().filter(|_| self.show_examples)?.rule);
        let rule = self.page_read().map(|page| &*page.id).or_else(explained)?;
        if self.examples_of(rule).is_some() { None } else { Some(rule) }
    }

    /// The change that can be taken back now.
    pub fn undoable(&self) -> Option<&Step> {
        self.history.last().filter(|step| step.is_undoable(&self.files))
    }

    /// All files as the worker takes them.
    pub fn bundle(&self) -> Bundle {
        let input = |file: &File| Input {
            name: file.name.clone(),
            text: file.text.to_string(),
            kind: file.kind.map(|kind| kind.name().to_owned()),
        };
        let kubernetes = self.release.map(|release| release.to_string()).unwrap_or_default();
        let profile = self.profiles.chosen.clone();
        Bundle { documents: self.files.iter().map(input).collect(), kubernetes, profile }
    }

    /// The two releases that the upgrade view compares, the older first: those chosen, else the one that is judged for
    /// and the newest. A preview can only be the second.
    pub fn compared(&self) -> (Version, Version) {
        let judged = || self.checked.as_ref()?.report.kubernetes.parse().ok();
        let from = self.route.from.or_else(judged).unwrap_or(Version::NEWEST).min(Version::NEWEST);
        let newest = if from < Version::NEWEST { Version::NEWEST } else { Version::PREVIEW };
        (from, self.route.to.filter(|to| *to > from).unwrap_or(newest))
    }
}
