//! The examples of a rule beside its explanation.

use super::*;

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
    state.act(Action::ExamplesArrived(Examples { rule: "one".to_owned(), groups: Vec::new(), safety: None }));
    assert_eq!(state.wanted_examples(), None);
    assert!(state.examples_of("one").is_some());
    state.act(Action::Pick(1));
    assert_eq!(state.wanted_examples(), Some("two"));
    assert!(state.examples_of("two").is_none(), "no examples of another rule are shown");
}
