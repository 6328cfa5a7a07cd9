//! Asks the worker, and brings its answers into the state.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use gloo_timers::callback::Timeout;
use yew::prelude::*;

use super::Dispatch;
use crate::bridge::{Bridge, News};
use crate::protocol::{Answer, Body};
use crate::state::accepting::AcceptAction;
use crate::state::dialog::Dialog;
use crate::state::leaving::{BugSource, LeaveAction, Wanted};
use crate::state::profile::ProfileAction;
use crate::state::study::{Answer as DrillAnswer, StudyAction};
use crate::state::{Action, Engine, State, Urgency, View};

/// Pause in typing before a check, in milliseconds.
const PAUSE: u32 = 200;

/// Why a request was sent, and for which revision.
#[derive(Clone, Copy)]
enum Purpose {
    Pages,
    Lint(u64),
    ShowFixed(u64),
    ApplyAll(u64),
    Preview(u64, usize),
    Descriptions,
    Examples,
    Upgrade(u64),
    Profiles,
    ReadProfile(u32),
    Coverage(u64),
    Accept((u64, usize)),
    Mask(u64),
    Bug(BugSource),
    Export(u32),
    Packs,
    ReadPack(u32),
    Judge(u32, u64),
    Compare(u32),
}

/// The bridge and the requests that it has not answered.
#[derive(Clone)]
pub(crate) struct Client {
    bridge: Bridge,
    open: Rc<RefCell<Vec<(u32, Purpose)>>>,
    /// The revision that was sent last.
    sent: Rc<Cell<u64>>,
}

impl Client {
    fn new(dispatch: Dispatch) -> Self {
        let open: Rc<RefCell<Vec<(u32, Purpose)>>> = Rc::default();
        let asked = Rc::clone(&open);
        let listener = move |news| match news {
            News::Answer(seq, answer) => {
                let purpose = asked.borrow().iter().find(|(sent, _)| *sent == seq).map(|(_, purpose)| *purpose);
                asked.borrow_mut().retain(|(sent, _)| *sent > seq);
                if let Some(action) = purpose.and_then(|purpose| action(purpose, answer)) {
                    dispatch.emit(action);
                }
            }
            News::Restarted => {
                asked.borrow_mut().clear();
                dispatch.emit(Action::EngineIs(Engine::Stopped));
            }
            News::Missing => dispatch.emit(Action::EngineIs(Engine::Missing)),
        };
        Self { bridge: Bridge::new(Rc::new(listener)), open, sent: Rc::default() }
    }

    /// Asks for the report, once for each revision.
    fn lint(&self, state: &State) {
        if self.sent.replace(state.revision) != state.revision {
            self.send(Purpose::Lint(state.revision), Body::Lint(state.bundle()));
        }
    }

    fn send(&self, purpose: Purpose, body: Body) {
        let seq = self.bridge.send(body);
        self.open.borrow_mut().push((seq, purpose));
    }

    /// Asks for all safe fixes, to apply them when they arrive.
    pub(crate) fn fix_all(&self, state: &State) {
        self.send(Purpose::ApplyAll(state.revision), fix_all(state));
    }
}

fn action(purpose: Purpose, answer: Answer) -> Option<Action> {
    match (purpose, answer) {
        (_, Answer::Refused(reason)) => Some(Action::Notice(Some(format!("The check failed: {reason}.")))),
        (Purpose::Pages, Answer::Pages(pages)) => Some(Action::PagesArrived(Rc::new(pages))),
        (Purpose::Lint(revision), Answer::Lint(report)) => Some(Action::Linted(revision, Rc::new(report))),
        (Purpose::ShowFixed(revision), Answer::FixAll(fixed)) => Some(Action::FixedArrived(revision, Rc::new(fixed))),
        (Purpose::ApplyAll(revision), Answer::FixAll(fixed)) => Some(Action::ApplyAll(revision, Rc::new(fixed))),
        (Purpose::Preview(revision, finding), Answer::Preview(diffs)) => {
            Some(Action::Previewed(revision, finding, Rc::new(diffs)))
        }
        (Purpose::Descriptions, Answer::Descriptions(all)) => Some(Action::DescriptionsArrived(Rc::new(all))),
        (Purpose::Examples, Answer::Examples(examples)) => Some(Action::ExamplesArrived(Rc::new(examples))),
        (Purpose::Upgrade(revision), Answer::Upgrade(upgrade)) => {
            Some(Action::UpgradeArrived(revision, Rc::new(upgrade)))
        }
        (Purpose::Profiles, Answer::Profiles(all)) => Some(Action::Profile(ProfileAction::Arrived(all))),
        (Purpose::ReadProfile(serial), Answer::Profile(read)) => {
            Some(Action::Profile(ProfileAction::Read(serial, read)))
        }
        (Purpose::Coverage(revision), Answer::Coverage(coverage)) => {
            Some(Action::CoverageArrived(revision, Rc::new(coverage)))
        }
        (Purpose::Accept(finding), Answer::Accept(answer)) => {
            Some(Action::Accept(AcceptAction::Answered(finding, answer)))
        }
        (Purpose::Export(serial), Answer::Export(made)) => Some(Action::Leave(LeaveAction::Made(serial, made))),
        (Purpose::Mask(revision), Answer::Masked(masked)) => {
            Some(Action::Leave(LeaveAction::Masked(revision, Rc::new(masked))))
        }
        (Purpose::Bug(source), Answer::Bug(text)) => Some(Action::Leave(LeaveAction::BugArrived(source, text))),
        (Purpose::Packs, Answer::Packs(packs)) => Some(Action::Study(StudyAction::Arrived(Rc::new(packs)))),
        (Purpose::ReadPack(serial), Answer::Pack(read)) => {
            Some(Action::Study(StudyAction::Read(serial, Rc::new(read))))
        }
        (Purpose::Judge(serial, revision), Answer::Judged(judgement)) => {
            Some(Action::Study(StudyAction::Judged(serial, revision, Rc::new(judgement))))
        }
        (Purpose::Compare(serial), Answer::Compared(diffs)) => {
            Some(Action::Study(StudyAction::AnswerArrived(serial, Rc::new(diffs))))
        }
        _ => None,
    }
}

fn fix_all(state: &State) -> Body {
    let originals = state.files.iter().map(|file| file.original.to_string()).collect();
    Body::FixAll { bundle: state.bundle(), originals }
}

/// Keeps the report, the rule pages, the preview and the fixed files up to date.
#[hook]
pub(crate) fn use_engine(state: &UseReducerHandle<State>, dispatch: &Dispatch) -> Rc<Client> {
    // Asked before the page is drawn for the first time, so that the worker judges while the page draws.
    let client = use_memo((), |()| {
        let client = Client::new(dispatch.clone());
        client.lint(state);
        client
    });

    // The pages are asked for after the first report, which the user is waiting for.
    let asked = Rc::clone(&client);
    let wanted = state.pages.is_empty() && state.checked.is_some() && state.engine == Engine::Running;
    use_effect_with(wanted, move |wanted| {
        if *wanted {
            asked.send(Purpose::Pages, Body::Pages);
            asked.send(Purpose::Profiles, Body::Profiles);
        }
    });

    let (asked, now) = (Rc::clone(&client), state.clone());
    use_effect_with(state.revision, move |_| {
        let urgency = now.urgency;
        let check = move || asked.lint(&now);
        let timer = match urgency {
            Urgency::Now => {
                check();
                None
            }
            Urgency::Pause => Some(Timeout::new(PAUSE, check)),
        };
        move || drop(timer)
    });

    let (asked, now) = (Rc::clone(&client), state.clone());
    let shown = if state.is_fresh() { state.selected } else { None };
    use_effect_with((state.revision, shown), move |(revision, shown)| {
        let finding = shown.and_then(|index| Some((index, now.selected_finding()?)));
        if let Some((index, finding)) = finding.filter(|(_, finding)| !finding.fixes.is_empty()) {
            let fixes = finding.fixes.iter().map(|fix| fix.edits.clone()).collect();
            let body = Body::Preview { bundle: now.bundle(), fixes };
            asked.send(Purpose::Preview(*revision, index), body);
        }
    });

    let (asked, now) = (Rc::clone(&client), state.clone());
    let wanted = state.view == View::Fixed && state.is_fresh();
    use_effect_with((state.revision, wanted), move |(revision, wanted)| {
        if *wanted && now.fixed.is_none() {
            asked.send(Purpose::ShowFixed(*revision), fix_all(&now));
        }
    });

    let asked = Rc::clone(&client);
    let open = state.view == View::Settings && state.descriptions.is_empty();
    let wanted = open && state.checked.is_some() && state.engine == Engine::Running;
    use_effect_with(wanted, move |wanted| {
        if *wanted {
            asked.send(Purpose::Descriptions, Body::Descriptions);
        }
    });

    let asked = Rc::clone(&client);
    let wanted = state.wanted_examples().filter(|_| state.engine == Engine::Running).map(str::to_owned);
    use_effect_with(wanted, move |wanted| {
        if let Some(rule) = wanted {
            asked.send(Purpose::Examples, Body::Examples(rule.clone()));
        }
    });

    let (asked, now) = (Rc::clone(&client), state.clone());
    let wanted = state.view == View::Upgrade && state.is_fresh();
    use_effect_with((state.revision, wanted, state.compared()), move |(revision, wanted, (from, to))| {
        if *wanted && now.upgrade.is_none() {
            let body = Body::Upgrade { bundle: now.bundle(), from: from.to_string(), to: to.to_string() };
            asked.send(Purpose::Upgrade(*revision), body);
        }
    });
    use_questions(&client, state);
    use_leaving(&client, state);
    use_drills(&client, state);
    client
}

/// Asks for what leaves the page, once a dialog for that is open.
#[hook]
fn use_leaving(client: &Rc<Client>, state: &UseReducerHandle<State>) {
    let (asked, now) = (Rc::clone(client), state.clone());
    use_effect_with((state.revision, state.wants_masked()), move |(revision, wanted)| {
        if *wanted {
            asked.send(Purpose::Mask(*revision), Body::Mask(now.bundle()));
        }
    });

    let (asked, now) = (Rc::clone(client), state.clone());
    use_effect_with(state.leaving.wanted, move |wanted| {
        if let Some(Wanted { serial, format, .. }) = *wanted {
            let body = Body::Export { bundle: now.bundle(), format, masking: now.leaving.masking() };
            asked.send(Purpose::Export(serial), body);
        }
    });

    let (asked, now) = (Rc::clone(client), state.clone());
    use_effect_with(state.wanted_bug(), move |wanted| {
        if let Some(source) = *wanted {
            let (_, finding, masking) = source;
            asked.send(Purpose::Bug(source), Body::Bug { bundle: now.bundle(), finding, masking });
        }
    });
}

/// Asks what only some views and forms need.
#[hook]
fn use_questions(client: &Rc<Client>, state: &UseReducerHandle<State>) {
    let (asked, now) = (Rc::clone(client), state.clone());
    let wanted = state.view == View::Coverage && state.is_fresh() && !state.is_empty();
    use_effect_with((state.revision, wanted), move |(revision, wanted)| {
        if *wanted && now.coverage_now().is_none() {
            asked.send(Purpose::Coverage(*revision), Body::Coverage(now.bundle()));
        }
    });

    let (asked, waiting) = (Rc::clone(client), state.profiles.waiting.clone());
    let serial = waiting.as_ref().map(|waiting| waiting.serial);
    use_effect_with(serial, move |_| {
        if let Some(waiting) = waiting {
            asked.send(Purpose::ReadProfile(waiting.serial), Body::ReadProfile(waiting.text.to_string()));
        }
    });

    let (asked, now) = (Rc::clone(client), state.clone());
    let question =
        state.accepting_now().and_then(|accepting| Some((accepting.finding, accepting.question()?.to_owned())));
    use_effect_with(question, move |question| {
        if let Some((finding, reason)) = question {
            let body = Body::Accept { bundle: now.bundle(), finding: finding.1, reason: reason.clone() };
            asked.send(Purpose::Accept(*finding), body);
        }
    });
}

/// Asks what drills need.
#[hook]
fn use_drills(client: &Rc<Client>, state: &UseReducerHandle<State>) {
    let asked = Rc::clone(client);
    let open = state.dialog == Some(Dialog::Study) || state.study.linked.is_some() || !state.study.waiting.is_empty();
    let wanted = open && !state.study.arrived && state.engine == Engine::Running;
    use_effect_with(wanted, move |wanted| {
        if *wanted {
            asked.send(Purpose::Packs, Body::Packs);
        }
    });

    let (asked, waiting) = (Rc::clone(client), state.study.waiting.front().cloned());
    let serial = waiting.as_ref().map(|waiting| waiting.serial);
    use_effect_with(serial, move |_| {
        if let Some(waiting) = waiting {
            asked.send(Purpose::ReadPack(waiting.serial), Body::ReadPack(waiting.text.clone()));
        }
    });

    let (asked, now) = (Rc::clone(client), state.clone());
    let question = state.study.run.as_ref().filter(|run| run.checks > 0).map(|run| (run.serial, run.checks));
    use_effect_with(question, move |question| {
        if let (Some((serial, _)), Some(run)) = (question, &now.study.run) {
            let body = Body::Judge { drill: Box::new((*run.drill).clone()), bundle: now.bundle() };
            asked.send(Purpose::Judge(*serial, now.revision), body);
        }
    });

    let (asked, now) = (Rc::clone(client), state.clone());
    let question = state.study.run.as_ref().filter(|run| run.answer == DrillAnswer::Asked).map(|run| run.serial);
    use_effect_with(question, move |question| {
        if let (Some(serial), Some(run)) = (question, &now.study.run) {
            let body = Body::Compare { bundle: now.bundle(), files: run.drill.answer.clone() };
            asked.send(Purpose::Compare(*serial), body);
        }
    });
}
