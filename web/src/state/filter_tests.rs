//! The filter of the list, walking through it, and what is told of a change.
#![expect(clippy::unwrap_used, reason = "tests")]

use std::rc::Rc;

use plimsoll_rules::report::Severity;

use super::filter::{Direction, FilterAction, hidden};
use super::tests::{brought, finding, lint};
use super::view::listed;
use super::*;

#[test]
fn the_filter_finds_text_and_counts_what_it_hides() {
    let mut state = State::with_files(vec![brought("config.yaml", "a: 1\nb: 2\n")]);
    let findings = vec![
        finding("one", Severity::Critical, 0, 0),
        finding("two", Severity::Low, 0, 5),
        finding("three", Severity::Info, 0, 5),
    ];
    state.act(lint(&state, "kubelet-config", findings));
    let report = Rc::clone(&state.checked.as_ref().unwrap().report);
    let mut shown = |action| {
        state.act(Action::Filter(action));
        (listed(&report, &state.filter), hidden(&report, &state.filter))
    };
    assert_eq!(shown(FilterAction::Worst), (vec![0], 2));
    assert_eq!(shown(FilterAction::Worst), (vec![0, 1, 2], 0), "the same again shows everything");
    assert_eq!(shown(FilterAction::Find(" TwO ".to_owned())), (vec![1], 2));
    assert_eq!(shown(FilterAction::Toggle(Severity::Low)), (vec![], 3));
    assert_eq!(shown(FilterAction::Clear), (vec![0, 1, 2], 0));
}

#[test]
fn walking_goes_round_the_list_as_it_is_filtered() {
    let mut state = State::with_files(vec![brought("config.yaml", "a: 1\nb: 2\n")]);
    let findings = vec![
        finding("low", Severity::Low, 0, 0),
        finding("worst", Severity::Critical, 0, 5),
        finding("high", Severity::High, 0, 5),
    ];
    state.act(lint(&state, "kubelet-config", findings));
    state.selected = None;
    let mut to = |direction| {
        state.act(Action::Walk(direction));
        state.selected
    };
    assert_eq!(to(Direction::Next), Some(1));
    assert_eq!(to(Direction::Previous), Some(0));
    assert_eq!(to(Direction::Next), Some(1));
    assert_eq!(to(Direction::Next), Some(2));
    state.act(Action::Filter(FilterAction::Worst));
    state.act(Action::Walk(Direction::Next));
    assert_eq!((state.selected, state.view), (Some(1), View::Findings));
}

#[test]
fn what_was_done_is_told_until_the_text_changes() {
    let mut state = State::with_files(vec![brought("config.yaml", "a: 1\n")]);
    let file = state.active;
    let texts = vec!["a: 2\n".to_owned()];
    state.act(Action::ApplyAll(
        state.revision,
        Rc::new(FixedAll { texts, applied: vec!["one".to_owned()], diffs: Vec::new() }),
    ));
    assert_eq!(state.outcome.as_deref(), Some("Done: Applied 1 safe fix."));
    state.act(Action::Edited(file, "a: 2\n".into(), ChangeKind::Edit));
    assert!(state.outcome.is_some(), "the editor says the same");
    state.act(Action::Undo);
    assert_eq!(state.outcome.as_deref(), Some("Taken back: Applied 1 safe fix."));
    state.act(Action::Edited(file, "a: 3\n".into(), ChangeKind::Type));
    assert_eq!(state.outcome, None);
}
