//! Every spelling in which a rule applies has an example.

use plimsoll_handbook::{Section, State, sections};
use plimsoll_rules::report::Safety;
use plimsoll_rules::{RulePage, pages};

const KUBEADM: &str = "kubeadm or kind configuration";
const SET_BY_KUBEADM: &str = "kubeadm sets the flag itself, so it is not absent";

/// Rules and spellings without an example, each with its reason.
const EXCEPTIONS: &[(&str, &str, &str)] = &[
    ("apiserver-kubelet-client-cert", KUBEADM, SET_BY_KUBEADM),
    ("apiserver-proxy-client-cert", KUBEADM, SET_BY_KUBEADM),
    ("apiserver-required-flags", KUBEADM, SET_BY_KUBEADM),
    ("apiserver-service-account-key-file", KUBEADM, SET_BY_KUBEADM),
    (
        "kubelet-eviction-partial",
        "kubelet command",
        "without a configuration file there are no built-in thresholds that a flag could leave out",
    ),
    (
        "kubelet-streaming-idle-timeout",
        "KubeletConfiguration",
        "a zero in the file means the default, so the file cannot switch the timeout off",
    ),
];

#[test]
fn every_spelling_has_a_bad_and_a_good_example() {
    let mut missing = Vec::new();
    for rule in pages() {
        let sections = sections(&rule.id);
        for spelling in wanted(&rule) {
            for state in [State::Bad, State::Good] {
                if !shows(&sections, spelling, state) {
                    missing.push((rule.id.clone(), spelling, state));
                }
            }
        }
    }
    let is_excused = |rule: &str, spelling: &str| EXCEPTIONS.iter().any(|row| (row.0, row.1) == (rule, spelling));
    let unexcused: Vec<_> = missing.iter().filter(|(rule, spelling, _)| !is_excused(rule, spelling)).collect();
    assert!(unexcused.is_empty(), "without an example: {unexcused:#?}");
    for (rule, spelling, _) in EXCEPTIONS {
        let needed = missing.iter().any(|(id, place, _)| (&**id, *place) == (*rule, *spelling));
        assert!(needed, "the exception of {rule} in {spelling} is no longer needed");
    }
}

/// The spellings that the settings of a rule have in the newest release.
fn wanted(rule: &RulePage) -> Vec<&'static str> {
    let names = rule.settings.iter().flat_map(|setting| setting.names.iter().map(move |name| (setting, name)));
    let mut wanted = Vec::new();
    for (setting, name) in names.filter(|(_, name)| name.current) {
        let spellings: &[&str] = match (&*setting.component, name.name.starts_with("--")) {
            ("kubelet", false) => &["KubeletConfiguration"],
            ("kubelet", true) => &["kubelet command"],
            _ => &["kube-apiserver manifest", "kube-apiserver unit", KUBEADM],
        };
        wanted.extend(spellings.iter().filter(|spelling| !wanted.contains(*spelling)).copied().collect::<Vec<_>>());
    }
    wanted
}

/// Whether a section shows the spelling in this state. What a fix makes of a bad example is a good one.
fn shows(sections: &[Section], spelling: &str, state: State) -> bool {
    let is_there = |section: &&Section| match spelling {
        "kubelet command" => ["kubelet unit", "kubelet drop-in", "kubelet flags", "Environment file"]
            .iter()
            .any(|kind| section.place.contains(kind)),
        spelling => section.place.contains(spelling),
    };
    sections.iter().filter(is_there).flat_map(|section| &section.examples).any(|example| {
        let mended = example.mended.as_ref().is_some_and(|mended| mended.safety != Safety::Manual);
        example.state == state || (state == State::Good && mended)
    })
}
