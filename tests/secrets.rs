//! Secrets: none of the corpus is left after masking, and nothing else is touched.
//!
//! Every secret in `secrets/leak` holds `canary`, as text, with a 4 for an a, or as base64; nothing else there does.
//! Nothing in `secrets/keep` is a secret.

use plimsoll_rules::{Document, Masker, analyze, masked, secrets};
use plimsoll_suite::{cases, root};

fn files(folder: &str) -> Vec<Document> {
    let mut paths: Vec<_> =
        std::fs::read_dir(root().join("secrets").join(folder)).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    let name = |path: &std::path::PathBuf| path.file_name().unwrap().to_string_lossy().into_owned();
    paths.iter().map(|path| Document::new(name(path), std::fs::read_to_string(path).unwrap())).collect()
}

/// Lines that still hold a secret.
fn canaries(text: &str) -> Vec<&str> {
    let holds = |line: &&str| {
        let lower = line.to_lowercase();
        lower.contains("canary") || lower.contains("c4nary") || line.contains("Y2FuYXJ5")
    };
    text.lines().filter(holds).collect()
}

fn masked_document(document: &Document) -> String {
    Masker::new(std::slice::from_ref(document)).document(0, &document.text).into_owned()
}

#[test]
fn no_secret_is_left() {
    let corpus = files("leak");
    assert!(corpus.len() > 25 && corpus.iter().all(|document| !canaries(&document.text).is_empty()));
    let mut left = Vec::new();
    for document in &corpus {
        let masked = masked_document(document);
        left.extend(canaries(&masked).iter().map(|line| format!("{}: {line}", document.name)));
        assert_eq!(masked.lines().count(), document.text.lines().count(), "{}", document.name);
        let crlf = |text: &str| text.matches("\r\n").count();
        assert_eq!(crlf(&masked), crlf(&document.text), "{}", document.name);
    }
    assert!(left.is_empty(), "{}", left.join("\n"));
}

#[test]
fn what_is_masked_reads_well() {
    let masked: Vec<String> =
        files("leak").iter().map(|document| format!("==== {}\n{}", document.name, masked_document(document))).collect();
    insta::with_settings!({snapshot_path => "secrets/snapshots", prepend_module_to_snapshot => false}, {
        insta::assert_snapshot!("masked", masked.join("\n").replace('\r', "<CR>"));
    });
}

#[test]
fn what_is_no_secret_stays() {
    for document in files("keep") {
        assert_eq!(masked_document(&document), document.text, "{}", document.name);
    }
}

#[test]
fn masking_twice_changes_nothing() {
    let fixtures = cases("rules").into_iter().chain(cases("bundles")).flat_map(|case| case.documents);
    for document in files("leak").into_iter().chain(fixtures) {
        let once = masked_document(&document);
        assert_eq!(masked_document(&Document { text: once.clone(), ..document.clone() }), once, "{}", document.name);
        let plain = masked(&document.text);
        assert_eq!(masked(&plain), plain, "{}", document.name);
    }
}

#[test]
fn cut_anywhere_no_secret_is_left_and_nothing_panics() {
    for document in files("leak") {
        let ends: Vec<usize> = document.text.char_indices().map(|(at, _)| at).filter(|at| at % 7 == 0).collect();
        for end in ends {
            let cut = Document { text: document.text[..end].to_owned(), ..document.clone() };
            for secret in secrets(std::slice::from_ref(&cut)) {
                assert!(cut.text.is_char_boundary(secret.start as usize) && secret.start < secret.end);
                assert!(!secret.span().slice(&cut.text).contains('\n'));
            }
        }
    }
}

#[test]
fn a_masked_text_is_judged_as_before() {
    for document in files("keep").into_iter().chain(files("leak")) {
        let masked = Document { text: masked_document(&document), ..document.clone() };
        let report = |document: &Document| analyze(std::slice::from_ref(document), &Default::default());
        assert_eq!(report(&masked).documents[0].kind, report(&document).documents[0].kind, "{}", document.name);
    }
}

/// One line or one structure that makes a careless search begin again at every place.
fn hostile(size: usize) -> Vec<(&'static str, String)> {
    let repeated = |piece: &str| piece.repeat(size / piece.len());
    let deep = |line: fn(usize) -> String| {
        (0..).map(line).scan(0, |sum, line| {
            *sum += line.len();
            (*sum < size).then_some(line)
        })
    };
    vec![
        ("quotes", repeated("token: \"")),
        ("apostrophes", repeated("token: 'a ")),
        ("markers of PEM", repeated("-----BEGIN PRIVATE KEY-----\n")),
        ("ends of PEM", repeated("-----BEGIN PRIVATE KEY-----A-----END")),
        ("encoded PEM", repeated("LS0tLS1CRUdJTi")),
        ("addresses", repeated("http://a:")),
        ("addresses with users", repeated("http://a:b@")),
        ("web tokens", repeated("eyJ.")),
        ("prefixes", repeated("AKIA.")),
        ("blocks", repeated("token: |\n")),
        ("sentences", repeated("# token: a word here ")),
        ("variables", repeated("token=${")),
        ("equals", format!("{}{}", "a".repeat(size / 2), "=".repeat(size / 2))),
        ("colons", repeated("a:")),
        ("flags", repeated("--token ")),
        ("bearers", repeated("Bearer ")),
        ("rows", repeated("a0b0c0d0e0f0g0,b,c\n")),
        ("blanks", format!("a:{}b", " ".repeat(size))),
        ("users", repeated("-u -u a:")),
        ("continued", repeated("--token \\\n")),
        ("different secrets", (0..size / 30).map(|at| format!("token: a0{:016x}\n", at * 0x9e37_79b9)).collect()),
        ("certificates", format!("certificate-authority-data: {}", "LS0tLS1CRUdJTiBDRVJU".repeat(size / 20))),
        ("deep blocks", deep(|at| format!("{}token: |\n", " ".repeat(at))).collect()),
        ("aliases", format!("x: &a {}\nl:\n{}", "b".repeat(size / 2), "- token: *a\n".repeat(size / 24))),
        (
            "aliased secrets",
            format!(
                "x: &a {{{}}}\n---\n{}",
                "a: b, ".repeat(size / 12),
                "- {kind: Secret, data: *a}\n".repeat(size / 54)
            ),
        ),
    ]
}

/// A search in linear time takes milliseconds for such texts, one in square time minutes.
#[test]
fn no_text_takes_long() {
    let mut slow = Vec::new();
    for (name, text) in hostile(400_000) {
        let began = std::time::Instant::now();
        let masker = Masker::new(&[Document::new("", text.as_str())]);
        let _ = masker.content(&text);
        let took = began.elapsed();
        if took.as_secs() >= 10 {
            slow.push(format!("{name}: {took:?}"));
        }
    }
    assert!(slow.is_empty(), "{}", slow.join("\n"));
}
