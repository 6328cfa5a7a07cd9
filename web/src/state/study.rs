//! Study: packs of drills, the drill that is being worked on, and what was solved. While a drill is open, nothing that
//! would give its answer away is shown.

use std::rc::Rc;

use plimsoll_rules::{Domain, Drill, Judgement, Pack, PackError};

use super::State;
use super::dialog::Dialog;
use super::file::{NewFile, Origin};
use crate::diff::FileDiff;

/// All that the page knows of drills.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Study {
    /// Those of the project, then those that were opened; empty until they arrive.
    pub packs: Rc<Vec<Pack>>,
    /// A text that is being read as a pack.
    pub waiting: Option<Rc<Waiting>>,
    /// The last pack that was opened: the name of its file, and its id or why it was refused.
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
    serial: u32,
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

/// A text that is being read as a pack.
#[derive(Clone, Debug, PartialEq)]
pub struct Waiting {
    /// Rises with each.
    pub serial: u32,
    /// Name of its file, for messages.
    pub file: String,
    /// The text.
    pub text: String,
}

/// What became of a pack that was opened.
#[derive(Clone, Debug, PartialEq)]
pub struct Opened {
    /// Name of its file.
    pub file: String,
    /// The title of the pack, or why it is none: an error with its place, or why the file could not be read.
    pub pack: Result<String, Result<PackError, String>>,
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
    /// How many hints are shown.
    pub hints: usize,
    /// How often the text was to be judged.
    pub checks: u32,
    /// What was said of which revision.
    pub verdict: Option<(u64, Rc<Judgement>)>,
    /// How far the answer is known.
    pub answer: Answer,
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
    Arrived(Vec<Pack>),
    /// A link asks for a drill by its id.
    Link(String),
    /// A file was brought to be a pack: its name, and its text or why it could not be read.
    Bring(String, Result<String, String>),
    /// The worker read the text with this number.
    Read(u32, Result<Pack, PackError>),
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
    Judged(u32, u64, Box<Judgement>),
    /// Gives the answer away.
    Reveal,
    /// The answer of a drill, by its number, arrived.
    AnswerArrived(u32, Vec<(String, FileDiff)>),
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
            StudyAction::Read(serial, read) => self.pack_read(serial, read),
            StudyAction::ShowDomain(domain) => self.study.domain = domain,
            StudyAction::Begin(pack, drill) => self.begin(&pack, &drill),
            StudyAction::Again => {
                if let Some(run) = self.study.run.clone() {
                    self.begin(&run.pack, &run.drill.id);
                }
            }
            StudyAction::Step(direction) => {
                if let Some((pack, drill)) = self.study.beside(direction) {
                    self.begin(&pack, &drill);
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
            StudyAction::Judged(serial, revision, judgement) => self.judged(serial, revision, *judgement),
            StudyAction::Reveal => {
                self.dialog = None;
                if let Some(run) = &mut self.study.run {
                    run.answer = Answer::Asked;
                }
            }
            StudyAction::AnswerArrived(serial, diffs) => {
                let run = self.study.run.as_mut().filter(|run| run.serial == serial);
                if let Some(run) = run {
                    run.answer = Answer::Shown(Rc::new(diffs));
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

    fn packs_arrived(&mut self, mut packs: Vec<Pack>) {
        self.study.arrived = true;
        // What was opened before stays, behind those of the project.
        let known: Vec<String> = packs.iter().map(|pack| pack.id.clone()).collect();
        packs.extend(self.study.packs.iter().filter(|pack| !known.contains(&pack.id)).cloned());
        self.study.packs = Rc::new(packs);
        self.follow_link();
    }

    fn follow_link(&mut self) {
        if !self.study.arrived {
            return;
        }
        let Some(id) = self.study.linked.take() else { return };
        let mut packs = self.study.packs.iter();
        let pack = packs.find(|pack| pack.drills.iter().any(|drill| drill.id == id)).map(|pack| pack.id.clone());
        match pack {
            Some(pack) => self.begin(&pack, &id),
            None => self.notice = Some(format!("The link asks for a drill `{id}`, which is not in these packs.")),
        }
    }

    fn bring_pack(&mut self, file: String, text: Result<String, String>) {
        let study = &mut self.study;
        match text {
            Ok(text) => {
                study.serial += 1;
                study.waiting = Some(Rc::new(Waiting { serial: study.serial, file, text }));
            }
            Err(reason) => {
                study.opened = Some(Rc::new(Opened { file, pack: Err(Err(reason)) }));
                self.dialog = Some(Dialog::Study);
            }
        }
    }

    fn pack_read(&mut self, serial: u32, read: Result<Pack, PackError>) {
        let waiting = self.study.waiting.take_if(|waiting| waiting.serial == serial);
        let Some(waiting) = waiting else { return };
        let pack = read.map_err(Ok).map(|pack| {
            let title = pack.title.clone();
            let mut packs: Vec<Pack> = (*self.study.packs).clone();
            // A pack that is opened again takes the place of what it was.
            packs.retain(|other| other.id != pack.id);
            packs.push(pack);
            self.study.packs = Rc::new(packs);
            self.study.domain = None;
            title
        });
        self.study.opened = Some(Rc::new(Opened { file: waiting.file.clone(), pack }));
        self.dialog = Some(Dialog::Study);
    }

    fn begin(&mut self, pack: &str, drill: &str) {
        let own = self.study.packs.iter().find(|own| own.id == pack);
        let Some(drill) = own.and_then(|own| own.drills.iter().find(|own| own.id == drill)).cloned() else { return };
        let file = |file: &plimsoll_rules::DrillFile| NewFile {
            name: file.name.clone(),
            content: Ok(file.text.clone()),
            origin: Origin::Example,
        };
        self.dialog = None;
        self.open(drill.files.iter().map(file).collect(), super::Placing::Replace);
        self.release = drill.kubernetes.parse().ok();
        self.study.serial += 1;
        let (serial, pack, drill) = (self.study.serial, pack.to_owned(), Rc::new(drill));
        let (hints, checks, verdict, answer) = (0, 0, None, Answer::Hidden);
        self.study.run = Some(Run { serial, pack, drill, hints, checks, verdict, answer });
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

    fn judged(&mut self, serial: u32, revision: u64, judgement: Judgement) {
        let Some(run) = self.study.run.as_mut().filter(|run| run.serial == serial) else { return };
        if judgement.solved && run.answer == Answer::Hidden {
            run.answer = Answer::Found;
            let key = key(&run.pack, &run.drill.id);
            if !self.study.solved.contains(&key) {
                self.study.solved.push(key);
            }
        }
        run.verdict = Some((revision, Rc::new(judgement)));
    }
}
