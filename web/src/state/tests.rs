#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "tests")]

mod examples;

use std::rc::Rc;

use plimsoll_rules::report::{
    Basis, Category, Confidence, DocumentReport, Edit, Finding, Fix, Layer, ReleaseReport, Report, Safety,
    SettingReport, Severity, SourceReport, Verdict,
};

use super::file::{NewFile, Origin, UNTITLED};
use super::filter::{Filter, FilterAction};
use super::standing::{Standing, standings};
use super::view::{counts, listed, named_by, part_notes, plural, safely_fixable, summary, tally};
use super::*;

pub(super) fn brought(name: &str, text: &str) -> NewFile {
    NewFile { name: name.to_owned(), content: Ok(text.to_owned()), origin: Origin::Brought }
}

fn example(text: &str) -> NewFile {
    NewFile { origin: Origin::Example, ..brought("example.yaml", text) }
}

pub(super) fn finding(rule: &str, severity: Severity, document: u32, start: u32) -> Finding {
    Finding {
        rule: rule.to_owned(),
        severity,
        confidence: Confidence::Certain,
        category: Category::Insecure,
        component: "kubelet".to_owned(),
        setting: rule.to_owned(),
        title: rule.to_owned(),
        message: String::new(),
        document,
        start,
        end: start + 1,
        line: 1,
        column: 1,
        end_line: 1,
        end_column: 2,
        related: Vec::new(),
        references: Vec::new(),
        fixes: Vec::new(),
        suppressed: None,
    }
}

pub(super) fn lint(state: &State, kind: &str, findings: Vec<Finding>) -> Action {
    let document =
        |file: &File| DocumentReport { name: file.name.clone(), kind: kind.to_owned(), problems: Vec::new() };
    let documents = state.files.iter().map(document).collect();
    let release = ReleaseReport { basis: Basis::Newest, at: None };
    let kubernetes = "1.36".to_owned();
    let profile = "everything".to_owned();
    let report = Report { schema: 1, kubernetes, profile, release, documents, findings, settings: Vec::new() };
    Action::Linted(state.revision, Rc::new(report))
}

fn type_text(state: &mut State, text: &str) {
    state.act(Action::Edited(state.active, Rc::from(text), ChangeKind::Type));
}

pub(super) fn paste(state: &mut State, text: &str) {
    state.act(Action::Edited(state.active, Rc::from(text), ChangeKind::Paste));
}

#[test]
fn typing_waits_and_pasting_does_not() {
    let mut state = State::with_files(Vec::new());
    let before = state.revision;
    type_text(&mut state, "a");
    assert_eq!((state.revision, state.urgency), (before + 1, Urgency::Pause));
    paste(&mut state, "ab");
    assert_eq!(state.urgency, Urgency::Now);
    let before = state.revision;
    paste(&mut state, "ab");
    assert_eq!(state.revision, before, "the editor's echo changes nothing");
}

#[test]
fn an_answer_for_older_texts_is_dropped() {
    let mut state = State::with_files(vec![brought("a", "text")]);
    let late = lint(&state, "kubelet-config", vec![finding("r", Severity::High, 0, 0)]);
    type_text(&mut state, "other");
    state.act(late);
    assert_eq!(state.checked, None);
    assert!(!state.is_fresh());
}

#[test]
fn the_worst_finding_of_an_example_is_open_and_shown() {
    let mut state = State::with_files(vec![example("text")]);
    let findings = vec![finding("low", Severity::Low, 0, 0), finding("worst", Severity::Critical, 0, 2)];
    state.act(lint(&state, "kubelet-config", findings));
    assert_eq!(state.selected, Some(1));
    assert_eq!(state.reveal.map(|reveal| reveal.from), Some(2));
    assert_eq!(state.sheet, Sheet::Closed, "it covers nothing unasked");
}

#[test]
fn the_cursor_of_a_typing_user_is_left_alone() {
    let mut state = State::with_files(Vec::new());
    type_text(&mut state, "text");
    state.act(lint(&state, "kubelet-config", vec![finding("r", Severity::High, 0, 0)]));
    assert_eq!((state.selected, state.reveal), (Some(0), None));
}

#[test]
fn the_open_finding_stays_open_or_gives_way_to_its_neighbour() {
    let mut state = State::with_files(vec![brought("a", "text")]);
    let all = ["one", "two", "three"].map(|rule| finding(rule, Severity::High, 0, 0));
    state.act(lint(&state, "x", all.to_vec()));
    state.act(Action::Select(1));
    state.act(Action::CheckAgain);
    state.act(lint(&state, "x", vec![all[2].clone(), all[1].clone()]));
    assert_eq!(state.selected_finding().map(|finding| finding.rule.as_str()), Some("two"));
    state.act(Action::CheckAgain);
    state.act(lint(&state, "x", vec![all[2].clone()]));
    assert_eq!(state.selected_finding().map(|finding| finding.rule.as_str()), Some("three"));
    state.act(Action::CheckAgain);
    state.act(lint(&state, "x", Vec::new()));
    assert_eq!(state.selected, None);
}

fn state_with_fix() -> State {
    let mut state = State::with_files(vec![brought("a", "# 😀\r\nx: true\r\n"), brought("b", "y: true\n")]);
    let mut bad = finding("r", Severity::High, 0, 9);
    let edit = |document, start, end, text: &str| Edit { document, start, end, text: text.to_owned() };
    let edits = vec![edit(0, 9, 13, "false"), edit(1, 3, 7, "false")];
    bad.fixes.push(Fix { title: "Set both".to_owned(), safety: Safety::Safe, edits });
    state.act(lint(&state, "kubelet-config", vec![bad]));
    state
}

#[test]
fn a_fix_counts_in_utf16_and_is_undone_in_one_step() {
    let mut state = state_with_fix();
    state.act(Action::ApplyFix(0, 0));
    assert_eq!(&*state.files[0].text, "# 😀\r\nx: false\r\n");
    assert_eq!(&*state.files[1].text, "y: false\n");
    assert_eq!(&*state.files[0].original, "# 😀\r\nx: true\r\n");
    assert_eq!(state.undoable().map(|step| step.title.as_str()), Some("Set both"));
    state.act(Action::Undo);
    assert_eq!(&*state.files[0].text, "# 😀\r\nx: true\r\n");
    assert_eq!(&*state.files[1].text, "y: true\n");
    assert_eq!(state.undoable(), None);
}

#[test]
fn undo_is_offered_only_where_it_loses_nothing() {
    let mut state = state_with_fix();
    state.act(Action::ApplyFix(0, 0));
    type_text(&mut state, "something else");
    assert_eq!(state.undoable(), None);
    state.act(Action::Undo);
    assert_eq!(&*state.files[0].text, "something else");
}

#[test]
fn a_fix_from_an_outdated_report_is_not_applied() {
    let mut state = state_with_fix();
    type_text(&mut state, "short");
    state.act(Action::ApplyFix(0, 0));
    assert_eq!(&*state.files[0].text, "short");
    let fixed = FixedAll { texts: vec!["wrong".to_owned()], applied: Vec::new(), diffs: Vec::new() };
    state.act(Action::ApplyAll(state.revision - 1, Rc::new(fixed)));
    assert_eq!(&*state.files[0].text, "short");
}

#[test]
fn all_fixes_are_undone_in_one_step() {
    let mut state = state_with_fix();
    let texts = vec!["one".to_owned(), "two".to_owned()];
    let applied = vec!["a".to_owned(), "b".to_owned()];
    state.act(Action::ApplyAll(state.revision, Rc::new(FixedAll { texts, applied, diffs: Vec::new() })));
    assert_eq!(state.undoable().map(|step| step.title.as_str()), Some("Applied 2 safe fixes"));
    state.act(Action::Undo);
    assert_eq!(&*state.files[1].text, "y: true\n");
}

#[test]
fn a_paste_into_nothing_is_named_after_its_kind() {
    let mut state = State::with_files(Vec::new());
    assert_eq!(state.files[0].name, UNTITLED);
    paste(&mut state, "[Service]\n");
    let before = state.revision;
    state.act(lint(&state, "kubelet-unit", Vec::new()));
    assert_eq!(state.files[0].name, "kubelet.service");
    assert_eq!(state.revision, before + 1, "names matter to the rules");
    state.act(lint(&state, "kubelet-unit", Vec::new()));
    assert_eq!(state.revision, before + 1);
    assert_eq!(&*state.files[0].original, "[Service]\n");
}

#[test]
fn a_paste_over_an_example_begins_anew_and_a_paste_into_it_does_not() {
    let mut state = State::with_files(vec![example("kind: A\nend: 1\n")]);
    paste(&mut state, "kind: A\nmore: 2\nend: 1\n");
    assert_eq!((&*state.files[0].original, state.files[0].origin), ("kind: A\nend: 1\n", Origin::Example));
    paste(&mut state, "[Unit]\n");
    assert_eq!((&*state.files[0].original, state.files[0].origin), ("[Unit]\n", Origin::Brought));
}

#[test]
fn two_files_of_a_kind_get_two_names() {
    let mut state = State::with_files(vec![brought("kubelet.service", "x")]);
    state.act(Action::AddEmpty);
    paste(&mut state, "[Service]\n");
    state.act(lint(&state, "kubelet-unit", Vec::new()));
    assert_eq!(state.files[1].name, "2-kubelet.service");
}

#[test]
fn what_an_example_replaces_can_be_brought_back() {
    let mut state = State::with_files(Vec::new());
    type_text(&mut state, "mine");
    state.act(Action::Open(vec![example("theirs")], Placing::Replace));
    assert_eq!(&*state.files[0].text, "theirs");
    state.act(Action::BringBack);
    assert_eq!(&*state.files[0].text, "mine");
    assert_eq!(state.active, state.files[0].id);
    assert_eq!(state.shelved, None, "an untouched example is not worth keeping");
}

#[test]
fn a_closed_file_can_be_brought_back() {
    let mut state = State::with_files(vec![brought("a", "1"), brought("b", "2")]);
    let (first, second) = (state.files[0].id, state.files[1].id);
    state.act(Action::Close(first));
    assert_eq!(state.active, second);
    state.act(Action::BringBack);
    assert_eq!(state.files.iter().map(|file| file.name.as_str()).collect::<Vec<_>>(), ["b", "a"]);
    state.act(Action::Close(first));
    state.act(Action::Close(second));
    assert!(state.is_empty());
    assert!(state.active_file().is_some(), "there is always a file");
}

#[test]
fn opened_files_join_the_users_own_and_replace_an_example() {
    let mut state = State::with_files(vec![example("x")]);
    state.act(Action::Open(vec![brought("a", "1")], Placing::Beside));
    assert_eq!(state.files.len(), 1);
    state.act(Action::Open(vec![brought("b", "2")], Placing::Beside));
    assert_eq!(state.files.len(), 2);
    assert_eq!(state.active_file().map(|file| file.name.as_str()), Some("b"));
}

#[test]
fn a_refused_file_keeps_its_tab_until_something_is_typed() {
    let refused = NewFile { content: Err("too large".to_owned()), ..brought("big", "") };
    let mut state = State::with_files(vec![refused]);
    assert_eq!(state.files[0].refusal.as_deref(), Some("too large"));
    assert!(!state.is_empty());
    paste(&mut state, "x");
    assert_eq!(state.files[0].refusal, None);
}

#[test]
fn the_original_of_a_typed_text_is_the_one_before_its_first_fix() {
    let mut state = State::with_files(Vec::new());
    type_text(&mut state, "x: true");
    let fixed = FixedAll { texts: vec!["x: false".to_owned()], applied: Vec::new(), diffs: Vec::new() };
    state.act(Action::ApplyAll(state.revision, Rc::new(fixed)));
    type_text(&mut state, "x: false\n");
    assert_eq!(&*state.files[0].original, "x: true");
}

#[test]
fn lists_worst_first_and_filters() {
    let mut state = State::with_files(vec![brought("a", "text")]);
    let findings = vec![
        finding("info", Severity::Info, 0, 0),
        finding("late", Severity::Critical, 0, 3),
        finding("early", Severity::Critical, 0, 1),
    ];
    state.act(lint(&state, "x", findings));
    let report = &state.checked.as_ref().unwrap().report;
    assert_eq!(listed(report, &Filter::default()), [2, 1, 0]);
    assert_eq!(listed(report, &Filter::default().after(FilterAction::Toggle(Severity::Critical))), [0]);
    assert_eq!(counts(report)[0], (Severity::Critical, 2));
    assert_eq!((tally(report), summary(report).as_str()), ((2, 1), "2 findings: 2 critical. 1 note."));
    assert_eq!(safely_fixable(report), 0);
    assert_eq!(plural(1, "file"), "1 file");
}

#[test]
fn a_place_in_another_file_shows_that_file() {
    let mut state = State::with_files(vec![brought("a", "1"), brought("b", "2")]);
    state.act(Action::RevealPlace(1, 0, 1));
    assert_eq!(state.active, state.files[1].id);
    let first = state.reveal;
    state.act(Action::RevealPlace(1, 0, 1));
    assert_ne!(state.reveal, first, "asking again shows it again");
}

#[test]
fn a_release_chosen_by_hand_outlives_other_files_but_not_an_example() {
    let mut state = State::with_files(vec![example("x")]);
    assert_eq!(state.bundle().kubernetes, "", "the documents tell");
    let before = state.revision;
    state.act(Action::SetRelease(Some(Version(29))));
    assert_eq!((state.bundle().kubernetes.as_str(), state.revision), ("1.29", before + 1));
    state.act(Action::Open(vec![brought("a", "1")], Placing::Beside));
    state.act(Action::Open(vec![brought("b", "2")], Placing::Beside));
    paste(&mut state, "other");
    assert_eq!(state.release, Some(Version(29)));
    state.act(Action::Open(vec![example("y")], Placing::Replace));
    assert_eq!(state.release, None);
    state.act(Action::BringBack);
    assert_eq!(state.release, Some(Version(29)), "it belongs to the files");
    state.act(Action::SetRelease(None));
    assert_eq!(state.bundle().kubernetes, "");
}

#[test]
fn says_what_names_a_release() {
    for (text, what) in [
        ("registry.k8s.io/kube-apiserver:v1.29.3", "image tag"),
        ("v1.29.3", "version"),
        ("kubeadm.k8s.io/v1beta3", "apiVersion"),
        ("ExecStart=/opt/kubernetes-1.28/kubelet", "path of the program"),
    ] {
        assert_eq!(named_by(text), what);
    }
}

#[test]
fn notes_are_folded_and_open_only_when_asked_for() {
    let mut state = State::with_files(vec![brought("a", "text"), brought("b", "text")]);
    let note = |document, start| finding("note", Severity::Info, document, start);
    let all = vec![note(0, 0), note(0, 2), finding("low", Severity::Low, 0, 3), note(1, 0)];
    state.act(lint(&state, "x", all.clone()));
    let report = Rc::clone(&state.checked.as_ref().unwrap().report);
    let parted = part_notes(&report, &listed(&report, &state.filter));
    assert_eq!(parted, (vec![2], vec![(0, vec![0, 1]), (1, vec![3])]));
    assert_eq!((state.selected, state.open_notes.len()), (Some(2), 0));
    state.act(Action::CheckAgain);
    state.act(lint(&state, "x", all.iter().filter(|found| found.rule == "note").cloned().collect()));
    assert_eq!(state.selected, None, "a note does not take the place of a finding");
    state.act(Action::Pick(2));
    assert_eq!(state.open_notes, [state.files[1].id], "its group is opened with it");
    state.act(Action::ToggleNotes(state.files[1].id));
    assert!(state.open_notes.is_empty());
}

fn upgrade(from: &str, to: &str) -> Upgrade {
    Upgrade { schema: 1, from: from.to_owned(), to: to.to_owned(), changes: Vec::new() }
}

#[test]
fn an_upgrade_leads_from_the_judged_release_to_the_newest() {
    let mut state = State::with_files(vec![brought("a", "text")]);
    assert_eq!(state.compared(), (Version::NEWEST, Version::PREVIEW), "nothing newer is known in full");
    state.act(Action::SetRoute(Route { from: Some(Version(30)), to: None }));
    assert_eq!(state.compared(), (Version(30), Version::NEWEST));
    state.act(Action::SetRoute(Route { from: Some(Version(30)), to: Some(Version(28)) }));
    assert_eq!(state.compared(), (Version(30), Version::NEWEST), "never back");
    state.act(Action::UpgradeArrived(state.revision, Rc::new(upgrade("1.29", "1.36"))));
    assert_eq!(state.upgrade, None, "asked for before the route changed");
    state.act(Action::UpgradeArrived(state.revision, Rc::new(upgrade("1.30", "1.36"))));
    assert!(state.upgrade.is_some());
    type_text(&mut state, "other");
    assert_eq!(state.upgrade, None);
}

#[test]
fn tells_left_out_from_set_to_the_default() {
    let row = |setting: &str, kind, value: Option<&str>, default: Option<&str>| SettingReport {
        component: "kubelet".to_owned(),
        setting: setting.to_owned(),
        value: value.map(str::to_owned),
        default: default.map(str::to_owned),
        source: SourceReport { kind, document: None, start: None, end: None },
        shadowed: Vec::new(),
        verdict: Verdict::NotAssessed,
    };
    let cases = [
        (row("a", Layer::Default, Some("1"), Some("1")), Standing::NotSet),
        (row("b", Layer::Default, None, None), Standing::NotSet),
        (row("c", Layer::File, Some("1"), Some("1")), Standing::SetToDefault),
        (row("d", Layer::File, Some("2"), Some("1")), Standing::Differs),
        (row("e", Layer::Flag, Some("2"), None), Standing::Differs),
        (row("f", Layer::Env, None, Some("1")), Standing::Unknown),
        (row("--g", Layer::Default, None, Some("1")), Standing::Unknown),
        (row("--h", Layer::Default, None, None), Standing::Unknown),
    ];
    let mut state = State::with_files(vec![brought("a", "text")]);
    state.act(lint(&state, "x", Vec::new()));
    let mut report = (*state.checked.unwrap().report).clone();
    let expected: Vec<Standing> = cases.iter().map(|(_, standing)| *standing).collect();
    report.settings = cases.map(|(row, _)| row).into();
    assert_eq!(standings(&report), expected);
}
