//! Reading packs: errors with their place, nothing from markup, bounds.

use std::time::{Duration, Instant};

use plimsoll_rules::{MAX_PACK_BYTES, Pack, is_likely_pack, is_likely_profile};
use plimsoll_suite::root;

const DRILL: &str = "    title: One\n    domain: Cluster Setup\n    kubernetes: \"1.33\"\n    minutes: 5\n    task: Mend it.\n    \
                     rules: [kubelet-read-only-port]\n    files:\n      config.yaml: |\n        apiVersion: \
                     kubelet.config.k8s.io/v1beta1\n        kind: KubeletConfiguration\n        readOnlyPort: 10255\n    \
                     answer:\n      config.yaml: |\n        apiVersion: kubelet.config.k8s.io/v1beta1\n        kind: \
                     KubeletConfiguration\n";

fn pack_of(drills: &str) -> String {
    format!("pack: p\ntitle: T\nabout: A\ndrills:\n{drills}")
}

#[test]
fn a_malformed_pack_is_refused_with_its_line() {
    let folder = root().join("drills/bad");
    let mut names: Vec<_> = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    names.sort();
    let mut told = String::new();
    for path in names {
        let text = std::fs::read_to_string(&path).unwrap();
        let error = Pack::read(&text).expect_err(&path.display().to_string());
        let lines = u32::try_from(text.lines().count().max(1)).unwrap();
        assert!((1..=lines + 1).contains(&error.line), "{}: {error}", path.display());
        told += &format!("{}:{error}\n", path.file_stem().unwrap().to_string_lossy());
    }
    insta::with_settings!({ prepend_module_to_snapshot => false, omit_expression => true }, {
        insta::assert_snapshot!("bad", told);
    });
}

#[test]
fn every_cut_and_every_lost_line_of_a_pack_is_read_or_refused() {
    let text = pack_of(&format!("  - id: one\n{DRILL}"));
    assert!(Pack::read(&text).is_ok());
    for end in (0..text.len()).filter(|end| text.is_char_boundary(*end)) {
        drop(Pack::read(&text[..end]));
    }
    let lines: Vec<&str> = text.lines().collect();
    for lost in 0..lines.len() {
        let rest: Vec<&str> = lines.iter().enumerate().filter(|(at, _)| *at != lost).map(|(_, line)| *line).collect();
        drop(Pack::read(&rest.join("\n")));
    }
}

#[test]
fn the_example_of_the_guide_is_a_pack() {
    let guide = std::fs::read_to_string(root().join("../docs/packs.md")).unwrap();
    let example = guide.split("```yaml\n").nth(1).and_then(|rest| rest.split("```").next()).unwrap();
    assert_eq!(Pack::read(example).unwrap().drills[0].keep, ["port", "authorization.mode"]);
}

#[test]
fn texts_are_kept_as_they_are_written() {
    let markup = "<img src=x onerror=alert(1)> {{ 7*7 }} `code` &amp; \u{202e}";
    let text = pack_of(&format!("  - id: one\n{DRILL}    explanation: '{markup}'\n    hints: ['{markup}']\n"));
    let pack = Pack::read(&text).unwrap();
    assert_eq!(pack.drills[0].explanation, markup);
    assert_eq!(pack.drills[0].hints, [markup]);
    assert!(is_likely_pack(&text) && !is_likely_profile(&text));
}

#[test]
fn hostile_packs_are_bounded() {
    let one = |at: usize| format!("  - id: d{at}\n{DRILL}");
    let many: String = (0..10_000).map(one).collect();
    let fits: String = (0..201).map(one).collect();
    let deep = "[".repeat(200_000) + &"]".repeat(200_000);
    let nested: String = (0..2_000).map(|at| format!("{}a:\n", " ".repeat(at % 1000))).collect();
    let laughs = "a: &a [x, x]\nb: &b [*a, *a, *a]\ntitle: *b\n".to_owned();
    let long = format!("pack: p\ntitle: {}\n", "x".repeat(MAX_PACK_BYTES - 100));
    let texts = [pack_of(&many), pack_of(&fits), deep, pack_of(&nested), laughs, long, "\0".repeat(1000)];
    for text in texts {
        let begun = Instant::now();
        let error = Pack::read(&text).unwrap_err();
        assert!(begun.elapsed() < Duration::from_secs(5), "{}: {:?}", error, begun.elapsed());
        assert!(error.line >= 1 && error.message.len() < 500, "{error}");
    }
    let most: String = (0..200).map(one).collect();
    assert_eq!(Pack::read(&pack_of(&most)).unwrap().drills.len(), 200);
}
