//! No secret leaves in any format; what holds none leaves as it is.

use plimsoll_export::{Format, Masking, Part, export};
use plimsoll_rules::{Document, Options, analyze};
use plimsoll_suite::root;

use crate::{reports, written};

fn corpus() -> Vec<Document> {
    let entries = std::fs::read_dir(root().join("secrets/leak")).unwrap().map(|entry| entry.unwrap().path());
    let name = |path: &std::path::Path| path.file_name().unwrap().to_string_lossy().into_owned();
    let mut all: Vec<Document> =
        entries.map(|path| Document::new(name(&path), std::fs::read_to_string(&path).unwrap())).collect();
    all.sort_by(|a, b| a.name.cmp(&b.name));
    all
}

fn holds_canary(text: &str) -> Option<&str> {
    text.lines().find(|line| {
        let lower = line.to_lowercase();
        lower.contains("canary") || lower.contains("c4nary") || line.contains("Y2FuYXJ5")
    })
}

#[test]
fn no_canary_is_in_any_export() {
    let corpus = corpus();
    let names: Vec<Document> =
        corpus.iter().map(|document| Document::new("https://a:canary@b/x.yaml", document.text.as_str())).collect();
    for format in Format::ALL {
        for document in corpus.iter().chain(&names) {
            let text = written(std::slice::from_ref(document), format, Masking::Masked);
            assert_eq!(holds_canary(&text), None, "{format:?} of {}", document.name);
        }
        assert_eq!(holds_canary(&written(&corpus, format, Masking::Masked)), None, "{format:?} of all together");
    }
}

#[test]
fn the_corpus_would_leak_without_masking() {
    let leaks = |format: Format| {
        let leaking = corpus().into_iter().filter(|document| {
            holds_canary(&written(std::slice::from_ref(document), format, Masking::Plain)).is_some()
        });
        leaking.count()
    };
    for format in Format::ALL {
        assert!(leaks(format) > 0, "{format:?} shows nothing of a document, so the test above proves nothing");
    }
}

#[test]
fn a_fix_that_would_write_a_secret_is_left_out_and_that_is_said() {
    let unit = "[Service]\nEnvironment=\"KUBELET_EXTRA_ARGS=--registry-password=canary-0 --anonymous-auth=true\"\n\
                ExecStart=/usr/bin/kubelet $KUBELET_EXTRA_ARGS --registry-password=canary-0 --container-runtime=remote\n";
    let documents = [Document::new("kubelet.service", unit)];
    let patch = written(&documents, Format::Patch, Masking::Masked);
    assert_eq!(holds_canary(&patch), None);
    assert!(patch.starts_with("# kubelet.service: ") && patch.contains("hold a secret"), "{patch}");
    assert!(!written(&documents, Format::Patch, Masking::Plain).contains('#'));
}

#[test]
fn what_holds_no_secret_leaves_as_it_is() {
    for (case, report) in reports() {
        let part = |masking| Part::new(&case.documents, &case.options, &report, masking);
        if part(Masking::Masked).has_masked() {
            continue;
        }
        for format in [Format::Json, Format::Csv, Format::Markdown, Format::Html, Format::Patch] {
            let text = |masking| export(&[part(masking)], format).unwrap();
            assert_eq!(text(Masking::Masked), text(Masking::Plain), "{format:?} of {} {}", case.group, case.name);
        }
    }
}

#[test]
fn the_given_texts_stay() {
    let corpus = corpus();
    let before = corpus.clone();
    let report = analyze(&corpus, &Options::default());
    let _ = Part::new(&corpus, &Options::default(), &report, Masking::Masked);
    assert_eq!(corpus, before);
}
