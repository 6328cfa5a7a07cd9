//! Profiles, suppressed findings, accepting one, and coverage.
#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "tests")]

use std::rc::Rc;

use plimsoll_rules::report::{Edit, Finding, Severity};
use plimsoll_rules::{Acceptance, Coverage, ProfileError, Totals};

use super::accepting::{AcceptAction, NO_REASON_YET};
use super::profile::ProfileAction;
use super::tests::{brought, finding, lint, paste};
use super::view::{counts, listed, summary, suppressed};
use super::*;
use crate::protocol::{Chosen, ProfileEntry};

const OURS: &str = "name: ours\nextends: stig\n";

fn entry(name: &str) -> ProfileEntry {
    ProfileEntry { name: name.to_owned(), title: "DISA Kubernetes STIG".to_owned(), rules: 3 }
}

fn act(state: &mut State, action: ProfileAction) {
    state.act(Action::Profile(action));
}

fn read(state: &mut State, read: Result<ProfileEntry, ProfileError>) {
    let serial = state.profiles.waiting.as_ref().unwrap().serial;
    act(state, ProfileAction::Read(serial, read));
}

fn accepted(rule: &str, start: u32) -> Finding {
    Finding { suppressed: Some("agreed".to_owned()), ..finding(rule, Severity::Critical, 0, start) }
}

#[test]
fn a_profile_judges_from_the_next_report_and_goes_back_in_one_step() {
    let mut state = State::with_files(vec![brought("config.yaml", "a: 1\n")]);
    assert_eq!(state.bundle().profile, Chosen::Everything);
    let revision = state.revision;
    act(&mut state, ProfileAction::Choose(Chosen::Standard("stig".to_owned())));
    assert!(state.revision > revision && state.profiles.label() == "DISA STIG");
    assert_eq!(state.bundle().profile, Chosen::Standard("stig".to_owned()));
    act(&mut state, ProfileAction::Choose(Chosen::Everything));
    assert!(state.profiles.is_everything());
}

#[test]
fn a_file_that_is_no_good_profile_changes_nothing() {
    let mut state = State::with_files(vec![brought("config.yaml", "a: 1\n")]);
    act(&mut state, ProfileAction::Bring("team.yaml".to_owned(), Ok(OURS.to_owned())));
    read(&mut state, Ok(entry("ours")));
    let (revision, chosen) = (state.revision, state.profiles.chosen.clone());
    assert_eq!(chosen, Chosen::Own(OURS.to_owned()));
    act(&mut state, ProfileAction::Bring("other.yaml".to_owned(), Ok("name: x\nrules: 1\n".to_owned())));
    read(&mut state, Err(ProfileError { message: "`rules` must be a mapping.".to_owned(), line: 2, column: 8 }));
    let refused = state.profiles.refused.clone().unwrap();
    assert!(refused.file == "other.yaml" && refused.error.as_ref().is_ok_and(|error| error.line == 2));
    act(&mut state, ProfileAction::Bring("node.bin".to_owned(), Err("This is a binary file.".to_owned())));
    assert!(state.profiles.refused.as_ref().unwrap().error.is_err());
    assert_eq!((state.revision, &state.profiles.chosen), (revision, &chosen));
    assert_eq!(state.profiles.entry().unwrap().rules, 3);
}

#[test]
fn a_pasted_profile_leaves_the_file_as_it_was() {
    let mut state = State::with_files(vec![brought("config.yaml", "readOnlyPort: 1\n")]);
    let before = state.files.clone();
    paste(&mut state, OURS);
    assert_eq!(&*state.files[0].text, OURS);
    read(&mut state, Ok(entry("ours")));
    assert_eq!(state.files, before);
    assert_eq!(state.profiles.label(), "ours");
    paste(&mut state, "name: x\nextends: no\n");
    read(&mut state, Err(ProfileError { message: String::new(), line: 2, column: 10 }));
    assert!(state.files[0].text.starts_with("name: x"), "a text that is no profile stays to be mended");
    paste(&mut state, "apiVersion: audit.k8s.io/v1\nkind: Policy\nname: x\nrules: []\n");
    assert!(state.profiles.waiting.is_none());
}

#[test]
fn an_answer_to_an_older_text_is_not_wanted() {
    let mut state = State::with_files(Vec::new());
    act(&mut state, ProfileAction::Bring("one.yaml".to_owned(), Ok(OURS.to_owned())));
    let first = state.profiles.waiting.clone().unwrap();
    act(&mut state, ProfileAction::Bring("two.yaml".to_owned(), Ok("name: two\nrules: {}\n".to_owned())));
    act(&mut state, ProfileAction::Read(first.serial, Ok(entry("ours"))));
    assert!(state.profiles.is_everything() && state.profiles.waiting.is_some());
}

#[test]
fn suppressed_findings_are_counted_apart() {
    let mut state = State::with_files(vec![brought("config.yaml", "a: 1\nb: 2\n")]);
    let findings = vec![accepted("one", 0), finding("two", Severity::Low, 0, 5)];
    state.act(lint(&state, "kubelet-config", findings));
    let report = Rc::clone(&state.checked.as_ref().unwrap().report);
    assert_eq!(listed(&report, &state.filter), [1]);
    assert_eq!(suppressed(&report), [0]);
    assert_eq!(counts(&report)[0], (Severity::Critical, 0));
    assert_eq!(summary(&report), "1 finding: 1 low. 1 suppressed.");
    assert_eq!(state.selected, Some(1));
    state.act(Action::Select(0));
    state.act(Action::CheckAgain);
    state.act(lint(&state, "kubelet-config", vec![accepted("one", 0), finding("two", Severity::Low, 0, 5)]));
    assert_eq!(state.selected, Some(0), "one that is looked at stays");
}

#[test]
fn accepting_asks_for_a_place_then_writes_the_comment_as_one_step() {
    let mut state = State::with_files(vec![brought("config.yaml", "a: 1\n")]);
    state.act(lint(&state, "kubelet-config", vec![finding("one", Severity::Low, 0, 0)]));
    state.act(Action::Accept(AcceptAction::Begin(0)));
    let at = state.accepting_now().unwrap().finding;
    assert_eq!(state.accepting_now().unwrap().question(), Some(NO_REASON_YET));
    let comment =
        |text: &str| Acceptance { edit: Edit { document: 0, start: 0, end: 0, text: text.to_owned() }, others: 2 };
    state.act(Action::Accept(AcceptAction::Answered(at, Ok(comment("# reason\n")))));
    assert_eq!(&*state.files[0].text, "a: 1\n", "only the place was asked for");
    assert_eq!(state.accepting_now().unwrap().others, Some(2));
    state.act(Action::Accept(AcceptAction::Send(" ".to_owned())));
    state.act(Action::Accept(AcceptAction::Answered(at, Err("Write a reason.".to_owned()))));
    assert!(state.accepting_now().unwrap().refusal.is_some());
    state.act(Action::Accept(AcceptAction::Send("agreed".to_owned())));
    state.act(Action::Accept(AcceptAction::Answered(at, Ok(comment("# agreed\n")))));
    assert_eq!(&*state.files[0].text, "# agreed\na: 1\n");
    assert!(state.accepting_now().is_none());
    state.act(Action::Undo);
    assert_eq!(&*state.files[0].text, "a: 1\n");
}

#[test]
fn coverage_of_an_older_text_is_shown_until_the_new_one_arrives() {
    let mut state = State::with_files(vec![brought("config.yaml", "a: 1\n")]);
    let coverage = Coverage {
        schema: 1,
        kubernetes: "1.36".to_owned(),
        profile: "stig".to_owned(),
        title: "DISA Kubernetes STIG".to_owned(),
        critical: Vec::new(),
        totals: Totals::default(),
        controls: Vec::new(),
    };
    state.act(Action::CoverageArrived(state.revision, Rc::new(coverage.clone())));
    assert!(state.coverage_now().is_some());
    state.act(Action::CheckAgain);
    assert!(state.coverage_now().is_none() && state.covered.is_some());
    state.act(Action::CoverageArrived(state.revision - 1, Rc::new(coverage)));
    assert!(state.coverage_now().is_none(), "an answer to an older text");
}
