//! Every drill of the project begins with just what its rules name; its answer mends that, and nothing less does.

use std::collections::{BTreeMap, BTreeSet};

use plimsoll_rules::report::Report;
use plimsoll_rules::{Document, Domain, Drill, Standing, analyze, faults, judge, packs};
use plimsoll_suite::root;

/// Answers that nearly solve a drill: why each does not, and the files that it changes.
#[derive(serde::Deserialize)]
struct NearMiss {
    why: String,
    files: BTreeMap<String, String>,
}

/// An answer as right as that of the pack: what it writes otherwise.
#[derive(serde::Deserialize)]
struct OtherAnswer {
    drill: String,
    why: String,
    file: String,
    of: String,
    to: String,
}

fn drills() -> Vec<Drill> {
    packs().into_iter().flat_map(|pack| pack.drills).collect()
}

fn near_misses() -> BTreeMap<String, Vec<NearMiss>> {
    let files = packs().into_iter().map(|pack| root().join(format!("drills/near/{}.yaml", pack.id)));
    let read = |path| std::fs::read_to_string(path).unwrap();
    files.flat_map(|path| serde_yaml::from_str::<BTreeMap<String, Vec<NearMiss>>>(&read(path)).unwrap()).collect()
}

fn with_files(drill: &Drill, files: &BTreeMap<String, String>) -> Vec<Document> {
    let mut documents = drill.documents();
    for (name, text) in files {
        let document = documents.iter_mut().find(|document| document.name == *name);
        text.clone_into(&mut document.unwrap_or_else(|| panic!("{}: no file {name}", drill.id)).text);
    }
    documents
}

/// Every document as `change` makes it of the answer's.
fn rewritten(drill: &Drill, change: impl Fn(&Document) -> String) -> Vec<Document> {
    drill.answered().iter().map(|answered| Document { text: change(answered), ..answered.clone() }).collect()
}

fn rules_of(report: &Report) -> BTreeSet<String> {
    report.findings.iter().map(|finding| finding.rule.clone()).collect()
}

#[test]
fn there_are_enough_and_ids_differ() {
    let all = drills();
    assert!(all.len() >= 24, "{} drills", all.len());
    let ids: BTreeSet<&str> = all.iter().map(|drill| drill.id.as_str()).collect();
    assert_eq!(ids.len(), all.len());
    let several = all.iter().filter(|drill| drill.files.len() > 1).count();
    assert!(several >= 8, "{several} drills of several files");
    for domain in Domain::ALL {
        assert!(all.iter().any(|drill| drill.domain == domain), "no drill about {}", domain.title());
    }
    for drill in &all {
        assert!(drill.hints.len() >= 2 && !drill.explanation.is_empty(), "{}", drill.id);
    }
}

#[test]
fn each_begins_with_what_its_rules_name_and_its_answer_clears_exactly_that() {
    for drill in drills() {
        assert_eq!(faults(&drill), Vec::<String>::new(), "{}", drill.id);
        let start = judge(&drill, &drill.documents());
        assert!(!start.solved, "{}", drill.id);
        for verdict in &start.rules {
            let Standing::Found(spots) = &verdict.standing else { panic!("{}: {verdict:?}", drill.id) };
            assert!(!spots.is_empty(), "{}: {}", drill.id, verdict.rule);
        }
        assert!(start.new.is_empty() && start.kept.is_empty(), "{}: {start:?}", drill.id);
        let end = judge(&drill, &drill.answered());
        assert!(end.solved, "{}: {end:?}", drill.id);
        let options = drill.options();
        let before = rules_of(&analyze(&drill.documents(), &options));
        let after = rules_of(&analyze(&drill.answered(), &options));
        let cleared: BTreeSet<String> = before.difference(&after).cloned().collect();
        assert_eq!(cleared, drill.rules.iter().cloned().collect(), "{}", drill.id);
        let brought: BTreeSet<&String> = after.difference(&before).collect();
        assert!(brought.len() <= 1, "{}: {brought:?}", drill.id);
    }
}

#[test]
fn near_misses_stay_unsolved() {
    let near = near_misses();
    for drill in drills() {
        let own = near.get(&drill.id).map_or(&[][..], Vec::as_slice);
        assert!(!own.is_empty(), "{}: no near miss", drill.id);
        for miss in own {
            let documents = with_files(&drill, &miss.files);
            assert_ne!(documents, drill.documents(), "{}: {}", drill.id, miss.why);
            let judgement = judge(&drill, &documents);
            assert!(!judgement.solved, "{}: {}: {judgement:?}", drill.id, miss.why);
        }
    }
    let known: BTreeSet<String> = drills().into_iter().map(|drill| drill.id).collect();
    assert!(near.keys().all(|id| known.contains(id)));
}

#[test]
fn other_right_answers_solve() {
    let text = std::fs::read_to_string(root().join("drills/answers.yaml")).unwrap();
    let others: Vec<OtherAnswer> = serde_yaml::from_str(&text).unwrap();
    let of: BTreeSet<&str> = others.iter().map(|other| other.drill.as_str()).collect();
    assert!(of.len() >= 20, "{} drills", of.len());
    let all = drills();
    for other in &others {
        let drill = all.iter().find(|drill| drill.id == other.drill).unwrap();
        let mut documents = drill.answered();
        let document = documents.iter_mut().find(|document| document.name == other.file).unwrap();
        assert!(document.text.contains(&other.of), "{}: {}", drill.id, other.why);
        document.text = document.text.replace(&other.of, &other.to);
        let judgement = judge(drill, &documents);
        assert!(judgement.solved, "{}: {}: {judgement:?}", drill.id, other.why);
    }
}

#[test]
fn taking_the_text_away_solves_nothing() {
    for drill in drills() {
        let answered = drill.answered();
        for (at, document) in answered.iter().enumerate() {
            let mut fewer = answered.clone();
            fewer.remove(at);
            assert!(!judge(&drill, &fewer).solved, "{}: without {}", drill.id, document.name);
            for text in ["", "# nothing\n", "apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: a\n", "[broken\n\0"] {
                let mut other = answered.clone();
                text.clone_into(&mut other[at].text);
                assert!(!judge(&drill, &other).solved, "{}: {} as {text:?}", drill.id, document.name);
            }
        }
        assert!(!judge(&drill, &[]).solved, "{}: nothing", drill.id);
    }
}

#[test]
fn accepting_the_findings_solves_nothing() {
    for drill in drills() {
        let comments: String =
            drill.rules.iter().map(|rule| format!("# plimsoll: ignore-file {rule} it is a drill\n")).collect();
        let mut documents = drill.documents();
        for document in &mut documents {
            document.text = format!("{comments}{}", document.text);
        }
        let judgement = judge(&drill, &documents);
        assert!(!judgement.solved, "{}: {judgement:?}", drill.id);
    }
}

#[test]
fn a_template_in_place_of_the_answer_solves_nothing() {
    for drill in drills() {
        let whole = rewritten(&drill, |answered| format!("{{% if hardened %}}\n{}{{% endif %}}\n", answered.text));
        assert!(!judge(&drill, &whole).solved, "{}", drill.id);
        let starts = drill.documents();
        let values = rewritten(&drill, |answered| {
            let start = starts.iter().find(|start| start.name == answered.name).map_or("", |start| &start.text);
            let line = |line: &str| if start.contains(line) { format!("{line}\n") } else { templated(line) };
            answered.text.lines().map(line).collect()
        });
        if values != drill.answered() {
            assert!(!judge(&drill, &values).solved, "{}: {values:#?}", drill.id);
        }
    }
}

/// The line with a directive for its value.
fn templated(line: &str) -> String {
    let cut = line.find(": ").map(|at| at + 2).or_else(|| line.find('=').map(|at| at + 1));
    match cut {
        Some(at) => format!("{}{{{{ value }}}}\n", &line[..at]),
        None => format!("{line} {{{{ value }}}}\n"),
    }
}

#[test]
fn line_ends_and_marks_of_windows_do_not_matter() {
    for drill in drills() {
        for change in [|text: &str| text.replace('\n', "\r\n"), |text: &str| format!("\u{feff}{text}")] {
            // systemd takes both as part of a variable in an environment file.
            let written = |answered: &Document| {
                if answered.name.ends_with(".env") { answered.text.clone() } else { change(&answered.text) }
            };
            assert!(judge(&drill, &rewritten(&drill, written)).solved, "{}", drill.id);
        }
    }
}
