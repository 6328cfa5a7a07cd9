//! The examples of a rule beside its explanation.

use super::*;
use crate::state::dialog::Dialog;

#[test]
fn examples_are_asked_for_once_they_are_shown() {
    let mut state = State::with_files(vec![example("kubelet\n")]);
    let lint =
        lint(&state, "kubelet-flags", vec![finding("one", Severity::High, 0, 0), finding("two", Severity::Low, 0, 2)]);
    state.act(lint);
    state.act(Action::Pick(0));
    assert_eq!(state.wanted_examples(), None);
    state.act(Action::ToggleExamples);
    assert_eq!(state.wanted_examples(), Some("one"));
    state.act(Action::ExamplesArrived(Rc::new(Examples { rule: "one".to_owned(), groups: Vec::new(), safety: None })));
    assert_eq!(state.wanted_examples(), None);
    assert!(state.examples_of("one").is_some());
    state.act(Action::Pick(1));
    assert_eq!(state.wanted_examples(), Some("two"));
    assert!(state.examples_of("two").is_none(), "no examples of another rule are shown");
}

#[test]
fn the_handbook_asks_for_the_examples_of_the_rule_that_is_read() {
    let mut state = State::with_files(vec![example("kubelet\n")]);
    state.act(Action::PagesArrived(Rc::new(plimsoll_rules::pages())));
    state.act(Action::OpenDialog(Dialog::Handbook));
    assert_eq!(state.wanted_examples(), None, "the list shows none");
    state.act(Action::Read(1));
    let rule = state.pages.get(1).map(|page| page.id.clone()).unwrap();
    assert_eq!(state.wanted_examples(), Some(&*rule));
    state.act(Action::OpenDialog(Dialog::Handbook));
    assert!(state.page_read().is_none(), "the list again");
    state.act(Action::Read(1));
    state.act(Action::CloseDialog);
    assert_eq!((state.dialog, state.page_read()), (None, None));
}
