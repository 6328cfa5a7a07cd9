//! Nothing leaves but what was asked for, and secrets only after a question.

#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "tests")]

use super::*;
use crate::state::file::{NewFile, Origin};
use crate::state::{Action, ChangeKind};

fn page(origin: Origin) -> State {
    let file = NewFile { name: "mine".to_owned(), content: Ok("token: x\n".to_owned()), origin };
    State::with_files(vec![file])
}

fn leave(state: &mut State, action: LeaveAction) {
    state.act(Action::Leave(action));
}

fn made(format: Format) -> Exported {
    Exported { format, text: format.name().to_owned(), note: None }
}

fn with_masked() -> State {
    let mut state = page(Origin::Brought);
    state.act(Action::OpenDialog(Dialog::Share));
    assert!(state.wants_masked());
    let files = vec![("mine".to_owned(), "token: masked\n".to_owned())];
    let masked = Masked { files, findings: vec![], secrets: vec![("token".to_owned(), 1)] };
    let revision = state.revision;
    leave(&mut state, LeaveAction::Masked(revision, Rc::new(masked)));
    state
}

#[test]
fn nothing_but_settings_leaves_unless_asked() {
    let mut state = with_masked();
    assert_eq!(state.to_pack(), None);
    assert_eq!(state.link_fragment().unwrap().content, None);
    leave(&mut state, LeaveAction::Hold(Holds::Files));
    let (source, json) = state.to_pack().unwrap();
    assert!(json.contains("token: masked") && !json.contains("token: x"), "{json}");
    assert_eq!(state.link_fragment(), None, "until the files are packed");
    leave(&mut state, LeaveAction::Packed(source, Rc::from([1_u8, 2])));
    assert_eq!(state.link_fragment().unwrap().content, Some(vec![1, 2]));
}

#[test]
fn masking_ends_by_an_answer_only_and_with_the_dialog() {
    let mut state = with_masked();
    leave(&mut state, LeaveAction::Hold(Holds::Files));
    leave(&mut state, LeaveAction::Mask(Switch::Asked));
    assert_eq!(state.shared_files().unwrap()[0].text, "token: masked\n");
    let (source, _) = state.to_pack().unwrap();
    leave(&mut state, LeaveAction::Packed(source, Rc::from([1_u8])));
    leave(&mut state, LeaveAction::Mask(Switch::Off));
    assert_eq!(state.shared_files().unwrap()[0].text, "token: x\n");
    assert_eq!(state.link_fragment(), None, "what was packed is no longer what is asked for");
    state.act(Action::CloseDialog);
    state.act(Action::OpenDialog(Dialog::TakeAway));
    assert_eq!((state.leaving.switch, state.leaving.holds), (Switch::On, Holds::Settings));
}

#[test]
fn masked_texts_of_another_revision_do_not_count() {
    let mut state = with_masked();
    let id = state.active;
    state.act(Action::Edited(id, Rc::from("token: y\n"), ChangeKind::Type));
    assert!(state.wants_masked() && state.shared_files().is_none());
}

#[test]
fn work_is_lost_only_where_the_user_wrote_it_and_took_nothing_away() {
    let mut state = page(Origin::Example);
    assert!(!state.would_lose_work());
    let id = state.active;
    state.act(Action::Edited(id, Rc::from("a: 1\n"), ChangeKind::Edit));
    assert!(!state.would_lose_work(), "the page wrote that");
    state.act(Action::Edited(id, Rc::from("a: 2\n"), ChangeKind::Paste));
    assert!(state.would_lose_work());
    state.act(Action::OpenDialog(Dialog::Share));
    leave(&mut state, LeaveAction::Took("Copied the link.".to_owned()));
    assert!(state.would_lose_work(), "a link with the settings only holds nothing of it");
    state.act(Action::OpenDialog(Dialog::TakeAway));
    leave(&mut state, LeaveAction::Took("Copied.".to_owned()));
    assert!(!state.would_lose_work());
    state.act(Action::Edited(id, Rc::from("a: 3\n"), ChangeKind::Type));
    assert!(state.would_lose_work());
    state.act(Action::Edited(id, Rc::from(""), ChangeKind::Type));
    assert!(!state.would_lose_work(), "there is nothing to lose");
}

#[test]
fn an_answer_to_an_older_wish_is_not_taken() {
    let mut state = with_masked();
    leave(&mut state, LeaveAction::Ask(Format::Json, Means::Copy));
    let old = state.leaving.wanted.unwrap().serial;
    leave(&mut state, LeaveAction::Ask(Format::Csv, Means::Save));
    leave(&mut state, LeaveAction::Made(old, made(Format::Json)));
    assert_eq!(state.leaving.ready, None);
    let new = state.leaving.wanted.unwrap().serial;
    leave(&mut state, LeaveAction::Made(new, made(Format::Csv)));
    assert_eq!(&*state.leaving.ready.unwrap().text, "csv");
}

#[test]
fn a_link_reaches_less_the_longer_it_is() {
    let reach = [1, SHORT, SHORT + 1, LONG + 1, LONGEST + 1].map(Reach::of);
    use Reach::{Doubtful, Everywhere, Nowhere, Shortened};
    assert_eq!(reach, [Everywhere, Everywhere, Shortened, Doubtful, Nowhere]);
}
