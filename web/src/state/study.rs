//! Study: packs of drills, the drill that is being worked on, and what was solved. While a drill is open, nothing that
//! would give its answer away is shown.

use std::collections::VecDeque;
use std::rc::Rc;

use plimsoll_rules::{Domain, Drill, Judgement, Pack, PackError};

use super::file::{NewFile, Origin};
use super::packs::{Opened, Waiting};
use super::{Placing, Shelf, State};
use crate::diff::FileDiff;

/// All that the page knows of drills.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Study {
    /// Those of the project, then those that were opened; empty until they arrive.
    pub packs: Rc<Vec<Pack>>,
    /// Texts that are to be read as packs; the first of them is being read.
    pub waiting: VecDeque<Rc<Waiting>>,
    /// The last pack that was opened: the name of its file, and its title or why it was refused.
    pub opened: Option<Rc<Opened>>,
    /// The only domain that is listed; absent when all are.
    pub domain: Option<Domain>,
    /// The drill that is open.
    pub run: Option<Run>,
    /// Drills that were solved, as [`key`] names them.
    pub solved: Vec<String>,
    /// Where that is kept.
    pub memory: Memory,
    /// A drill to open once the packs are there, by its id.
    pub linked: Option<String>,
    /// Whether the packs of the project have arrived.
    pub arrived: bool,
    pub(super) serial: u32,
}

/// Where progress is kept.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Memory {
    /// Nowhere; it goes with the page.
    #[default]
    Page,
    /// On the device, as the user asked.
    Device,
}

/// The drill that is open.
#[derive(Clone, Debug, PartialEq)]
pub struct Run {
    /// Rises with each drill that is opened.
    pub serial: u32,
    /// Id of its pack.
    pub pack: String,
    /// The drill.
    pub drill: Rc<Drill>,
    /// Who opened it.
    pub by: Party,
    /// How many hints are shown.
    pub hints: usize,
    /// How often the text was to be judged.
    pub checks: u32,
    /// What was said of which revision.
    pub verdict: Option<(u64, Rc<Judgement>)>,
    /// How far the answer is known.
    pub answer: Answer,
}

/// Who did something.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Party {
    /// The user.
    User,
    /// The page around.
    Host,
}

/// How far the answer of a drill is known to the user.
#[derive(Clone, Debug, PartialEq)]
pub enum Answer {
    /// Not at all.
    Hidden,
    /// It was found.
    Found,
    /// It was asked for and is on its way.
    Asked,
    /// It is shown: for each file that differs its name and how.
    Shown(Rc<Vec<(String, FileDiff)>>),
}

/// What can happen to drills.
#[derive(Clone, Debug)]
pub enum StudyAction {
    /// The packs of the project arrived.
    Arrived(Rc<Vec<Pack>>),
    /// A link asks for a drill by its id.
    Link(String),
    /// A file was brought to be a pack: its name, and its text or why it could not be read.
    Bring(String, Result<String, String>),
    /// The page around brings packs, each with a name for messages. They take the place of all others.
    Give(Vec<(String, String)>),
    /// The worker read the text with this number.
    Read(u32, Rc<Result<Pack, PackError>>),
    /// Lists the drills of one domain; `None` lists all.
    ShowDomain(Option<Domain>),
    /// Opens a drill: ids of its pack and of itself.
    Begin(String, String),
    /// Begins the open drill again.
    Again,
    /// Opens the next or an earlier drill of those listed.
    Step(Direction),
    /// Closes the drill.
    Leave,
    /// Shows one more hint.
    Hint,
    /// Asks whether the drill is solved.
    Check,
    /// The judgement of a drill, by its number, arrived for a revision.
    Judged(u32, u64, Rc<Judgement>),
    /// Gives the answer away.
    Reveal,
    /// The answer of a drill, by its number, arrived.
    AnswerArrived(u32, Rc<Vec<(String, FileDiff)>>),
    /// Progress is to be kept elsewhere.
    Keep(Memory),
    /// What the device remembers.
    Remembered(Vec<String>),
    /// Nothing is to be remembered, here or on the device.
    Forget,
}

/// Which way to another drill.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Direction {
    /// To the next one.
    Next,
    /// To the one before.
    Back,
}

impl Study {
    /// Whether findings are hidden, since they would give the answer of the open drill away.
    pub fn hides(&self) -> bool {
        self.run.as_ref().is_some_and(|run| run.answer == Answer::Hidden)
    }

    /// The drills that are listed, each with the id of its pack.
    pub fn listed(&self) -> Vec<(&str, &Drill)> {
        let fits = |drill: &&Drill| self.domain.is_none_or(|domain| drill.domain == domain);
        let of = |pack| move |drill| (pack, drill);
        self.packs.iter().flat_map(|pack| pack.drills.iter().filter(fits).map(of(&*pack.id))).collect()
    }

    /// Whether a drill was solved.
    pub fn is_solved(&self, pack: &str, drill: &str) -> bool {
        self.solved.contains(&key(pack, drill))
    }

    /// The drill beside the open one among those listed.
    pub fn beside(&self, direction: Direction) -> Option<(String, String)> {
        let (run, all) = (self.run.as_ref()?, self.listed());
        let at = all.iter().position(|(pack, drill)| *pack == run.pack && drill.id == run.drill.id);
        let to = match (at, direction) {
            (Some(at), Direction::Next) => at + 1,
            (Some(at), Direction::Back) => at.checked_sub(1)?,
            (None, _) => 0,
        };
        all.get(to).map(|(pack, drill)| ((*pack).to_owned(), drill.id.clone()))
    }
}

/// The name of a drill among those of all packs.
pub fn key(pack: &str, drill: &str) -> String {
    format!("{pack}/{drill}")
}

impl State {
    pub(super) fn act_on_study(&mut self, action: StudyAction) {
        match action {
            StudyAction::Arrived(packs) => self.packs_arrived(packs),
            StudyAction::Link(id) => {
                self.study.linked = Some(id);
                self.follow_link();
            }
            StudyAction::Bring(file, text) => self.bring_pack(file, text),
            StudyAction::Give(packs) => self.give_packs(packs),
            StudyAction::Read(serial, read) => self.pack_read(serial, read),
            StudyAction::ShowDomain(domain) => self.study.domain = domain,
            StudyAction::Begin(pack, drill) => self.begin(&pack, &drill, Party::User),
            StudyAction::Again => {
                if let Some(run) = self.study.run.clone() {
                    self.begin(&run.pack, &run.drill.id, Party::User);
                }
            }
            StudyAction::Step(direction) => {
                if let Some((pack, drill)) = self.study.beside(direction) {
                    self.begin(&pack, &drill, Party::User);
                }
            }
            StudyAction::Leave => self.leave_drill(),
            StudyAction::Hint => {
                if let Some(run) = &mut self.study.run {
                    run.hints = (run.hints + 1).min(run.drill.hints.len());
                }
            }
            StudyAction::Check => {
                if let Some(run) = &mut self.study.run {
                    run.checks += 1;
                }
            }
            StudyAction::Judged(serial, revision, judgement) => self.judged(serial, revision, judgement),
            StudyAction::Reveal => {
                self.dialog = None;
                if let Some(run) = &mut self.study.run {
                    run.answer = Answer::Asked;
                }
            }
            StudyAction::AnswerArrived(serial, diffs) => {
                let run = self.study.run.as_mut().filter(|run| run.serial == serial);
                if let Some(run) = run {
                    run.answer = Answer::Shown(diffs);
                }
            }
            StudyAction::Keep(memory) => self.study.memory = memory,
            StudyAction::Remembered(solved) => {
                self.study.memory = Memory::Device;
                self.study.solved = solved;
            }
            StudyAction::Forget => {
                self.study.memory = Memory::Page;
                self.study.solved.clear();
            }
        }
    }

    pub(super) fn begin(&mut self, pack: &str, drill: &str, by: Party) {
        let own = self.study.packs.iter().find(|own| own.id == pack);
        let Some(drill) = own.and_then(|own| own.drills.iter().find(|own| own.id == drill)).cloned() else { return };
        let file = |file: &plimsoll_rules::DrillFile| NewFile {
            name: file.name.clone(),
            content: Ok(file.text.clone()),
            origin: Origin::Example,
        };
        self.dialog = None;
        let shelf = self.shelf_of_host();
        // What a drill brings is no change by the user.
        if let Some(embedding) = &mut self.embedding {
            embedding.serial += 1;
        }
        self.open(drill.files.iter().map(file).collect(), Placing::Replace);
        self.shelved = shelf.or(self.shelved.take());
        self.release = drill.kubernetes.parse().ok();
        self.study.serial += 1;
        let (serial, pack, drill) = (self.study.serial, pack.to_owned(), Rc::new(drill));
        let (hints, checks, verdict, answer) = (0, 0, None, Answer::Hidden);
        self.study.run = Some(Run { serial, pack, drill, by, hints, checks, verdict, answer });
    }

    /// The files of the page around, which are put aside for a drill even where the user did not touch them: that page
    /// brings them only once.
    fn shelf_of_host(&self) -> Option<Shelf> {
        let theirs = self.embedding.is_some() && self.study.run.is_none() && !self.is_empty();
        theirs.then(|| Shelf { files: self.files.clone(), placing: Placing::Replace, release: self.release })
    }

    fn leave_drill(&mut self) {
        if self.study.run.is_none() {
            return;
        }
        if self.shelved.is_some() {
            self.act(super::Action::BringBack);
        } else {
            self.act(super::Action::StartAfresh);
            self.release = None;
        }
    }

    fn judged(&mut self, serial: u32, revision: u64, judgement: Rc<Judgement>) {
        let Some(run) = self.study.run.as_mut().filter(|run| run.serial == serial) else { return };
        if judgement.solved && run.answer == Answer::Hidden {
            run.answer = Answer::Found;
            let key = key(&run.pack, &run.drill.id);
            if !self.study.solved.contains(&key) {
                self.study.solved.push(key);
            }
        }
        run.verdict = Some((revision, judgement));
    }
}
