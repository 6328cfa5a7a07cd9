//! The direction of dependencies inside `crates/rules`, read from its `use crate::` lines.

use std::path::Path;

use plimsoll_suite::root;

/// Modules from the lowest to the highest. A module may use those before it and those of its own line.
const LAYERS: &[&[&str]] = &[
    &["base64", "order", "text", "decimal", "nearest", "version", "report", "thresholds"],
    &["problem"],
    &["syntax"],
    &["edit", "own_yaml"],
    &["knowledge"],
    &["document", "mounts", "value", "tls"],
    &["command", "equality"],
    &["runner"],
    &["object", "detect", "target"],
    &["release"],
    &["input"],
    &["assembly", "bundle", "effective"],
    &["finding", "rule", "context", "object_context", "surroundings", "neighbours"],
    &["access"],
    &["controls"],
    &["gates"],
    &["refusal"],
    &["gated"],
    &["rules", "catalog"],
    &["engine", "pages", "plan", "profile"],
    &["suppress"],
    &["accept", "assess", "coverage", "fixing", "secrets", "upgrade"],
    &["drill"],
];

/// Uses against the direction that are wanted, each with its reason.
const EXCEPTIONS: &[(&str, &str)] = &[
    // The tests of the tables read the defaults as values.
    ("knowledge", "value"),
];

#[test]
fn modules_use_only_what_lies_below() {
    let source = root().join("../crates/rules/src");
    let mut wrong = Vec::new();
    visit(&source, &source, &mut wrong);
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn front_ends_see_only_the_facade() {
    for folder in ["../crates/cli/src", "../crates/export/src", "../crates/handbook/src", "../web/src"] {
        let mut files = Vec::new();
        collect(&root().join(folder), &mut files);
        for file in files {
            let text = std::fs::read_to_string(&file).unwrap();
            for hidden in ["plimsoll_rules::syntax", "plimsoll_rules::effective", "plimsoll_rules::rules"] {
                assert!(!text.contains(hidden), "{} uses {hidden}", file.display());
            }
        }
    }
}

fn collect(folder: &Path, files: &mut Vec<std::path::PathBuf>) {
    for entry in std::fs::read_dir(folder).into_iter().flatten().flatten() {
        let path = entry.path();
        if path.is_dir() {
            collect(&path, files);
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            files.push(path);
        }
    }
}

fn visit(source: &Path, folder: &Path, wrong: &mut Vec<String>) {
    let mut files = Vec::new();
    collect(folder, &mut files);
    for file in files {
        let relative = file.strip_prefix(source).unwrap();
        let module = relative.iter().next().unwrap().to_string_lossy().trim_end_matches(".rs").to_owned();
        if module == "lib" {
            continue;
        }
        let own = level(&module).unwrap_or_else(|| panic!("{module} has no layer"));
        let text = std::fs::read_to_string(&file).unwrap();
        for used in uses(&text) {
            let allowed = level(&used).is_none_or(|level| level <= own);
            let excepted = EXCEPTIONS.contains(&(module.as_str(), used.as_str()));
            if !allowed && !excepted {
                wrong.push(format!("{} uses crate::{used}", relative.display()));
            }
        }
    }
}

fn level(module: &str) -> Option<usize> {
    LAYERS.iter().position(|layer| layer.contains(&module))
}

/// First path segments after `crate::`, outside comments.
fn uses(text: &str) -> Vec<String> {
    let code = text.lines().filter(|line| !line.trim_start().starts_with("//"));
    code.flat_map(|line| line.split("crate::").skip(1).map(str::to_owned).collect::<Vec<_>>())
        .flat_map(|rest| match rest.strip_prefix('{') {
            Some(list) => list.split(['}', ',']).map(segment).collect(),
            None => vec![segment(&rest)],
        })
        .filter(|name| !name.is_empty())
        .collect()
}

fn segment(path: &str) -> String {
    path.trim().chars().take_while(|c| c.is_ascii_lowercase() || *c == '_').collect()
}
