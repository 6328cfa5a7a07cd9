//! Drills: what is hidden, what is put aside, what counts as solved.
#![expect(clippy::unwrap_used, reason = "tests")]

use std::rc::Rc;

use plimsoll_rules::{Judgement, Pack, packs};

use super::dialog::Dialog;
use super::embedding::{EmbedAction, HostFile};
use super::file::{NewFile, Origin};
use super::study::{Answer, Direction, Memory, Party, StudyAction};
use super::{Action, ChangeKind, Placing, State};
use crate::fragment::Reading;

fn study(state: &mut State, action: StudyAction) {
    state.act(Action::Study(action));
}

fn mine() -> State {
    let file = NewFile { name: "mine.yaml".into(), content: Ok("port: 1\n".into()), origin: Origin::Brought };
    let mut state = State::with_files(vec![file]);
    study(&mut state, StudyAction::Arrived(Rc::new(packs())));
    state
}

fn begin(state: &mut State, drill: &str) {
    study(state, StudyAction::Begin("kubelet".into(), drill.into()));
}

fn judgement(solved: bool) -> Rc<Judgement> {
    Rc::new(Judgement { solved, rules: Vec::new(), new: Vec::new(), kept: Vec::new(), lost: Vec::new() })
}

fn edit(state: &mut State, text: &str) {
    state.act(Action::Edited(state.active, Rc::from(text), ChangeKind::Type));
}

fn names(state: &State) -> Vec<&str> {
    state.files.iter().map(|file| file.name.as_str()).collect()
}

#[test]
fn the_users_files_come_back_whatever_was_done_meanwhile() {
    for last in [Action::Study(StudyAction::Leave), Action::BringBack] {
        let mut state = mine();
        state.release = Some(plimsoll_rules::Version(30));
        begin(&mut state, "kubelet-anonymous");
        edit(&mut state, "spoilt");
        study(&mut state, StudyAction::Step(Direction::Next));
        edit(&mut state, "spoilt");
        state.act(Action::Close(state.active));
        study(&mut state, StudyAction::Again);
        assert_eq!(names(&state), ["config.yaml"]);
        assert_eq!(state.release, Some(plimsoll_rules::Version(33)));
        state.act(last);
        assert_eq!((names(&state), state.release), (vec!["mine.yaml"], Some(plimsoll_rules::Version(30))));
        assert!(state.study.run.is_none() && state.shelved.is_none());
    }
}

#[test]
fn another_beginning_ends_the_drill_and_keeps_what_was_put_aside() {
    let mut state = mine();
    begin(&mut state, "kubelet-anonymous");
    edit(&mut state, "spoilt");
    state.act(Action::StartAfresh);
    assert!(state.study.run.is_none());
    state.act(Action::BringBack);
    assert_eq!(names(&state), ["mine.yaml"]);
    begin(&mut state, "kubelet-anonymous");
    let more = NewFile { name: "more.yaml".into(), content: Ok("a: b\n".into()), origin: Origin::Brought };
    edit(&mut state, "changed");
    state.act(Action::Open(vec![more], Placing::Beside));
    assert_eq!(names(&state), ["config.yaml", "more.yaml"]);
    assert!(state.study.run.is_some(), "a file beside those of the drill belongs to it");
}

#[test]
fn a_paste_leaves_a_file_of_a_drill_its_name() {
    let mut state = mine();
    begin(&mut state, "kubelet-flag-wins");
    state.act(Action::Edited(state.active, Rc::from("nothing of before"), ChangeKind::Paste));
    assert_eq!(names(&state), ["kubelet.service", "config.yaml"]);
}

#[test]
fn what_is_hidden_shows_once_it_is_solved_or_given_away() {
    let mut state = mine();
    begin(&mut state, "kubelet-anonymous");
    let serial = state.study.run.as_ref().unwrap().serial;
    study(&mut state, StudyAction::Judged(serial, 1, judgement(false)));
    study(&mut state, StudyAction::Judged(serial - 1, 1, judgement(true)));
    assert!(state.study.hides() && state.study.solved.is_empty(), "an answer about another drill");
    study(&mut state, StudyAction::Judged(serial, 1, judgement(true)));
    assert!(!state.study.hides() && state.study.is_solved("kubelet", "kubelet-anonymous"));
    begin(&mut state, "kubelet-seccomp");
    state.act(Action::OpenDialog(Dialog::Answer));
    study(&mut state, StudyAction::Reveal);
    let serial = state.study.run.as_ref().unwrap().serial;
    study(&mut state, StudyAction::AnswerArrived(serial, Rc::default()));
    study(&mut state, StudyAction::Judged(serial, 1, judgement(true)));
    assert!(state.dialog.is_none() && !state.study.hides());
    assert_eq!(state.study.run.as_ref().unwrap().answer, Answer::Shown(Rc::default()));
    assert!(!state.study.is_solved("kubelet", "kubelet-seccomp"), "what was given away is not solved");
}

#[test]
fn hints_end_and_links_wait_for_the_packs() {
    let mut state = State::with_files(Vec::new());
    study(&mut state, StudyAction::Link("kubelet-tls".into()));
    assert!(state.study.run.is_none() && state.study.linked.is_some());
    study(&mut state, StudyAction::Arrived(Rc::new(packs())));
    let run = state.study.run.as_ref().unwrap();
    let count = run.drill.hints.len();
    assert_eq!(run.drill.id, "kubelet-tls");
    (0..count + 3).for_each(|_| study(&mut state, StudyAction::Hint));
    assert_eq!(state.study.run.as_ref().unwrap().hints, count);
    study(&mut state, StudyAction::Link("none-such".into()));
    assert!(state.notice.as_ref().unwrap().contains("none-such"));
}

#[test]
fn a_pack_that_is_opened_stands_behind_the_others_and_a_bad_one_changes_nothing() {
    let mut state = mine();
    let before = state.study.packs.len();
    for (id, count) in [("ours", before + 1), ("ours", before + 1), ("theirs", before + 2)] {
        study(&mut state, StudyAction::Bring("ours.yaml".into(), Ok(String::new())));
        let serial = state.study.waiting.front().unwrap().serial;
        let mut pack = packs().remove(0);
        pack.id = id.into();
        study(&mut state, StudyAction::Read(serial, Rc::new(Ok(pack))));
        assert_eq!((state.study.packs.len(), state.dialog), (count, Some(Dialog::Study)));
    }
    study(&mut state, StudyAction::Bring("bad.yaml".into(), Ok(String::new())));
    let serial = state.study.waiting.front().unwrap().serial;
    let error = plimsoll_rules::Pack::read("").unwrap_err();
    study(&mut state, StudyAction::Read(serial, Rc::new(Err(error))));
    assert_eq!(state.study.packs.len(), before + 2);
    assert!(state.study.opened.as_ref().unwrap().pack.is_err());
}

/// A part of another page, with packs that were given and read.
fn given(files: Vec<HostFile>, settings: &str, packs: &[Pack]) -> State {
    let mut state = State::embedded(&Reading::of("embed=1").fragment);
    let texts = packs.iter().map(|pack| (pack.id.clone(), String::new())).collect();
    state.act(Action::Embed(EmbedAction::SetPacks(texts)));
    let settings = Box::new(Reading::of(settings).fragment);
    state.act(Action::Embed(EmbedAction::Configure(settings, None, (!files.is_empty()).then_some(files))));
    for pack in packs {
        assert!(state.study.run.is_none(), "nothing opens before all are read");
        let serial = state.study.waiting.front().unwrap().serial;
        study(&mut state, StudyAction::Read(serial, Rc::new(Ok(pack.clone()))));
    }
    state
}

fn two_packs() -> Vec<Pack> {
    let mut all = packs();
    all.truncate(2);
    for pack in &mut all {
        pack.id = format!("our-{}", pack.id);
    }
    all
}

fn opened(state: &State) -> Option<(&str, Party)> {
    state.study.run.as_ref().map(|run| (run.drill.id.as_str(), run.by))
}

#[test]
fn where_the_page_around_brings_drills_and_no_text_the_first_one_opens() {
    let packs = two_packs();
    let state = given(Vec::new(), "", &packs);
    let first = packs.first().unwrap().drills.first().unwrap();
    assert_eq!(opened(&state), Some((first.id.as_str(), Party::Host)));
    assert!(state.dialog.is_none() && state.study.packs.len() == 2, "only its packs are there");
    let other = packs.last().unwrap().drills.last().unwrap();
    let state = given(Vec::new(), &format!("drill={}", other.id), &packs);
    assert_eq!(opened(&state), Some((other.id.as_str(), Party::Host)));
    let state = given(Vec::new(), "drill=none-such", &packs);
    assert!(state.notice.as_ref().unwrap().contains("none-such"));
}

#[test]
fn a_drill_puts_the_files_of_the_page_around_aside() {
    let file = HostFile { name: "theirs.yaml".into(), kind: None, text: "port: 1\n".into() };
    let mut state = given(vec![file], "", &two_packs());
    assert_eq!((opened(&state), names(&state)), (None, vec!["theirs.yaml"]));
    let serial = state.embedding.unwrap().serial;
    let (pack, drill) = (state.study.packs.first().unwrap().id.clone(), "kubelet-anonymous".to_owned());
    study(&mut state, StudyAction::Begin(pack, drill));
    assert!(state.embedding.unwrap().serial > serial, "which is no change by the user");
    study(&mut state, StudyAction::Step(Direction::Next));
    study(&mut state, StudyAction::Leave);
    assert_eq!((opened(&state), names(&state)), (None, vec!["theirs.yaml"]));
}

#[test]
fn a_refused_pack_of_the_page_around_is_said_without_a_dialog() {
    let mut state = State::embedded(&Reading::of("embed=1").fragment);
    let texts = vec![("bad".to_owned(), String::new()), ("good".to_owned(), String::new())];
    state.act(Action::Embed(EmbedAction::SetPacks(texts)));
    let error = Pack::read("pack: a\ntitle: [").unwrap_err();
    let serial = state.study.waiting.front().unwrap().serial;
    study(&mut state, StudyAction::Read(serial, Rc::new(Err(error))));
    study(&mut state, StudyAction::Read(serial + 1, Rc::new(Ok(two_packs().remove(0)))));
    assert!(state.notice.as_ref().unwrap().starts_with("bad, line "));
    assert!(opened(&state).is_some() && state.dialog.is_none());
}

#[test]
fn nothing_is_remembered_unless_asked_and_forgetting_forgets() {
    let mut state = mine();
    assert_eq!(state.study.memory, Memory::Page);
    study(&mut state, StudyAction::Remembered(vec!["kubelet/kubelet-tls".into()]));
    assert!(state.study.memory == Memory::Device && state.study.is_solved("kubelet", "kubelet-tls"));
    study(&mut state, StudyAction::Forget);
    assert!(state.study.memory == Memory::Page && state.study.solved.is_empty());
}

#[test]
fn nothing_that_tells_the_answer_leaves_an_open_drill() {
    let mut state = mine();
    begin(&mut state, "kubelet-anonymous");
    for dialog in [Dialog::TakeAway, Dialog::Share, Dialog::Bug] {
        state.act(Action::OpenDialog(dialog));
        assert_eq!(state.dialog, None, "{dialog:?}");
    }
    study(&mut state, StudyAction::Leave);
    state.act(Action::OpenDialog(Dialog::TakeAway));
    assert_eq!(state.dialog, Some(Dialog::TakeAway));
}
