//! The examples of the handbook, from the fixtures in `tests/rules`.
//!
//! A fixture is a file or a folder named `bad*` or `good*`; `bad@1.33.yaml` pins the release. For each spelling (a
//! command line, a KubeletConfiguration, a manifest, and so on) one bad and one good fixture are taken: the one with
//! nothing behind `bad` or `good` before all others. The tests of the suite run what is taken.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use crate::Result;
use crate::output::Output;

const FIXTURES: &str = "tests/rules";
const TABLE: &str = "crates/handbook/src/samples.rs";

/// Spelling of a folder, whose files are judged together.
const BUNDLE: &str = "several files";
/// Spelling of a unit, a drop-in, an environment file, or bare flags.
const COMMAND: &str = "command line";

/// One fixture.
struct Fixture {
    rule: String,
    is_bad: bool,
    /// What stands behind `bad-` or `good-`; empty for the main one.
    suffix: String,
    /// Minor release that the name pins; 0 for the newest.
    minor: u8,
    /// Ending, which is empty for a folder.
    ending: String,
    spelling: String,
    /// Names and texts.
    files: Vec<(String, String)>,
}

/// The table of examples.
pub(crate) fn outputs(root: &Path) -> Result<Vec<Output>> {
    let mut rows = String::new();
    for folder in entries(&root.join(FIXTURES))? {
        let rule = file_name(&folder);
        let fixtures = entries(&folder)?.iter().map(|path| fixture(&rule, path)).collect::<Result<Vec<_>>>()?;
        rows.extend(chosen(&fixtures).into_iter().map(row));
    }
    let body = format!(
        "//! Bad and good input for every rule, taken from the fixtures that the tests run.\n\n\
         use crate::sample::{{Sample, State}};\n\n\
         /// Every example: by rule, the bad ones first.\n\
         #[rustfmt::skip]\npub static SAMPLES: &[Sample] = &[\n{rows}];\n"
    );
    Ok(vec![Output::new(TABLE, "the fixtures in tests/rules", &body)])
}

/// One fixture for each spelling: the bad ones, then the good ones.
fn chosen(fixtures: &[Fixture]) -> Vec<&Fixture> {
    let of = |is_bad: bool| best(fixtures.iter().filter(|fixture| fixture.is_bad == is_bad).collect());
    of(true).into_iter().chain(of(false)).collect()
}

/// The best fixture of each spelling. Beside main ones, another bad one stands in where a spelling has none; another
/// good one does not, since many of those are good only because nothing can be known.
fn best(mut fixtures: Vec<&Fixture>) -> Vec<&Fixture> {
    if fixtures.iter().any(|fixture| !fixture.is_bad && fixture.suffix.is_empty()) {
        fixtures.retain(|fixture| fixture.suffix.is_empty());
    }
    if fixtures.iter().any(|fixture| fixture.spelling != BUNDLE) {
        fixtures.retain(|fixture| fixture.spelling != BUNDLE || fixture.suffix.is_empty());
    }
    let mut best: BTreeMap<&str, &Fixture> = BTreeMap::new();
    for fixture in fixtures {
        let entry = best.entry(&fixture.spelling).or_insert(fixture);
        if rank(fixture) < rank(entry) {
            *entry = fixture;
        }
    }
    best.into_values().collect()
}

/// The smaller, the better as an example.
fn rank(fixture: &Fixture) -> (bool, usize, bool, usize, &str) {
    let endings = ["yaml", "service", "conf", "env", "txt", "json"];
    let ending = endings.iter().position(|ending| *ending == fixture.ending).unwrap_or(0);
    (!fixture.suffix.is_empty(), ending, fixture.minor > 0, fixture.suffix.len(), &fixture.suffix)
}

fn fixture(rule: &str, path: &Path) -> Result<Fixture> {
    let whole = file_name(path);
    let (paths, stem, ending) = if path.is_dir() {
        (entries(path)?, whole.as_str(), "")
    } else {
        let (stem, ending) = whole.rsplit_once('.').ok_or_else(|| format!("{}: no ending", path.display()))?;
        (vec![path.to_path_buf()], stem, ending)
    };
    let (name, release) = stem.split_once('@').unwrap_or((stem, "1.0"));
    let (state, suffix) = name.split_once('-').unwrap_or((name, ""));
    let minor = release.strip_prefix("1.").and_then(|minor| minor.parse().ok());
    let files = paths.iter().map(|path| Ok((file_name(path), read(path)?))).collect::<Result<Vec<_>>>()?;
    Ok(Fixture {
        rule: rule.to_owned(),
        is_bad: state == "bad",
        suffix: suffix.to_owned(),
        minor: minor.ok_or_else(|| format!("{}: `{release}` is no release", path.display()))?,
        ending: ending.to_owned(),
        spelling: spelling(ending, &files),
        files,
    })
}

/// Where the text would be written, as far as its ending and its `kind` tell.
fn spelling(ending: &str, files: &[(String, String)]) -> String {
    match (ending, files) {
        ("", _) => BUNDLE.to_owned(),
        ("yaml" | "json", [(_, text)]) => kind(text).unwrap_or_else(|| "YAML".to_owned()),
        _ => COMMAND.to_owned(),
    }
}

/// The first `kind` of a text. The parts of a kubeadm configuration are one spelling.
fn kind(text: &str) -> Option<String> {
    let value = |line: &str| {
        let line = line.trim().replace('"', "");
        Some(line.strip_prefix("kind:")?.trim().trim_end_matches(',').to_owned())
    };
    let kind = text.lines().find_map(value)?;
    let of_kubeadm = ["ClusterConfiguration", "InitConfiguration", "JoinConfiguration"].contains(&&*kind);
    Some(if of_kubeadm { "kubeadm configuration".to_owned() } else { kind })
}

fn row(fixture: &Fixture) -> String {
    let state = if fixture.is_bad { "Bad" } else { "Good" };
    let file = |(name, text): &(String, String)| format!("        ({name:?}, {}),\n", literal(text));
    let files: String = fixture.files.iter().map(file).collect();
    format!(
        "    Sample {{ rule: {:?}, state: State::{state}, spelling: {:?}, minor: {}, files: &[\n{files}    ] }},\n",
        fixture.rule, fixture.spelling, fixture.minor
    )
}

/// Text as a literal: raw where it can be read that way.
fn literal(text: &str) -> String {
    let plain = |c: char| c.is_ascii_graphic() || c == ' ' || c == '\n';
    if !text.chars().all(plain) {
        return format!("{text:?}");
    }
    let mut fence = String::new();
    while text.contains(&format!("\"{fence}")) {
        fence.push('#');
    }
    format!("r{fence}\"{text}\"{fence}")
}

/// Sorted paths in a folder.
fn entries(folder: &Path) -> Result<Vec<PathBuf>> {
    let failed = |error: std::io::Error| format!("{}: {error}", folder.display());
    let entries = fs::read_dir(folder).map_err(failed)?;
    let mut paths = entries.map(|entry| Ok(entry.map_err(failed)?.path())).collect::<Result<Vec<_>>>()?;
    paths.sort();
    Ok(paths)
}

fn read(path: &Path) -> Result<String> {
    fs::read_to_string(path).map_err(|error| format!("{}: {error}", path.display()))
}

fn file_name(path: &Path) -> String {
    path.file_name().unwrap_or_default().to_string_lossy().into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn named(name: &str, text: &str) -> Fixture {
        let (stem, ending) = name.rsplit_once('.').unwrap_or((name, ""));
        let files = vec![(name.to_owned(), text.to_owned())];
        let (state, suffix) = stem.split_once('-').unwrap_or((stem, ""));
        Fixture {
            rule: "rule".to_owned(),
            is_bad: state == "bad",
            suffix: suffix.to_owned(),
            minor: 0,
            ending: ending.to_owned(),
            spelling: spelling(ending, &files),
            files,
        }
    }

    fn names(fixtures: &[Fixture]) -> Vec<&str> {
        chosen(fixtures).iter().filter_map(|fixture| Some(fixture.files.first()?.0.as_str())).collect()
    }

    #[test]
    fn takes_one_of_each_spelling_the_main_one_first() {
        let config = "kind: KubeletConfiguration\n";
        let all = [
            named("bad-default.service", ""),
            named("bad-last.service", ""),
            named("bad-x.yaml", config),
            named("bad.yaml", config),
            named("bad.json", "{\n  \"kind\": \"KubeletConfiguration\",\n}"),
            named("bad-manifest.yaml", "kind: Pod\n"),
            named("bad-folder", ""),
            named("good-unknown.service", ""),
            named("good.yaml", config),
        ];
        assert_eq!(names(&all), ["bad.yaml", "bad-manifest.yaml", "bad-last.service", "good.yaml"]);
    }

    #[test]
    fn other_names_stand_in_for_main_ones() {
        let all =
            [named("bad-second", ""), named("bad-first", ""), named("good-longer.txt", ""), named("good-a.txt", "")];
        assert_eq!(names(&all), ["bad-first", "good-a.txt"]);
    }

    #[test]
    fn a_literal_says_the_same_text() {
        assert_eq!(literal("a\n"), "r\"a\n\"");
        assert_eq!(literal("say \"a\"#\n"), "r##\"say \"a\"#\n\"##");
        assert_eq!(literal("a\r\n\u{2028}"), r#""a\r\n\u{2028}""#);
    }
}
