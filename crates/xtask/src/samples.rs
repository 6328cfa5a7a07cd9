//! The examples of the handbook, from the fixtures in `tests/rules`.
//!
//! A fixture is a file or a folder named `bad*` or `good*`; `bad@1.33.yaml` pins the release. For each spelling (a
//! command line, a KubeletConfiguration, a manifest, and so on) one bad and one good fixture are taken: the one with
//! nothing behind `bad` or `good`, or with `-kubeadm`, before all others. The tests of the suite run what is taken.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use crate::Result;
use crate::output::Output;

const FIXTURES: &str = "tests/rules";
const TABLE: &str = "crates/handbook/src/samples.rs";

/// What stands behind `bad-` and `good-` in the names of main fixtures.
const MAIN: [&str; 2] = ["", "kubeadm"];
/// Kinds that kubeadm, or kind for it, reads; they are one spelling.
const KUBEADM: [&str; 4] = ["ClusterConfiguration", "InitConfiguration", "JoinConfiguration", "Cluster"];

/// Spelling of a folder, whose files are judged together.
const BUNDLE: &str = "several files";
/// Spelling of a unit, a drop-in, an environment file, or bare flags.
const COMMAND: &str = "command line";

/// One fixture.
struct Fixture {
    rule: String,
    is_bad: bool,
    /// What stands behind `bad-` or `good-`.
    suffix: String,
    /// Minor release that the name pins; 0 for the newest.
    minor: u8,
    /// Ending, which is empty for a folder.
    ending: String,
    spelling: String,
    /// Names and texts.
    files: Vec<(String, String)>,
}

impl Fixture {
    fn is_main(&self) -> bool {
        MAIN.contains(&&*self.suffix)
    }
}

/// The table of examples.
pub(crate) fn outputs(root: &Path) -> Result<Vec<Output>> {
    let mut rows = String::new();
    for folder in entries(&root.join(FIXTURES))? {
        let rule = file_name(&folder);
        let fixtures = entries(&folder)?.iter().map(|path| fixture(&rule, path)).collect::<Result<Vec<_>>>()?;
        for fixture in chosen(&fixtures) {
            rows.push_str(&row(fixture)?);
        }
    }
    let body = format!(
        "//! Bad and good input for every rule, taken from the fixtures that the tests run.\n\n\
         /// Every example: by rule, the bad ones first. U+001E begins an example, U+001F a file of it. One text, since\n\
         /// a table of slices would weigh a quarter more in the page.\n\
         #[rustfmt::skip]\npub(crate) static TABLE: &str = concat!(\n{rows});\n"
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
    if fixtures.iter().any(|fixture| !fixture.is_bad && fixture.is_main()) {
        fixtures.retain(|fixture| fixture.is_main());
    }
    if fixtures.iter().any(|fixture| fixture.spelling != BUNDLE) {
        fixtures.retain(|fixture| fixture.spelling != BUNDLE || fixture.is_main());
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
    (!fixture.is_main(), ending, fixture.minor > 0, fixture.suffix.len(), &fixture.suffix)
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

/// The first `kind` of a text, unless any of them is kubeadm's.
fn kind(text: &str) -> Option<String> {
    let value = |line: &str| {
        let line = line.trim().replace('"', "");
        Some(line.strip_prefix("kind:")?.trim().trim_end_matches(',').to_owned())
    };
    let kinds: Vec<String> = text.lines().filter_map(value).collect();
    if kinds.iter().any(|kind| KUBEADM.contains(&&**kind)) {
        return Some("kubeadm configuration".to_owned());
    }
    kinds.into_iter().next()
}

/// The header of an example, then each file behind its name.
fn row(fixture: &Fixture) -> Result<String> {
    let state = if fixture.is_bad { "bad" } else { "good" };
    let mut row = format!("    \"\\u{{1e}}{} {state} {} {}\\n\",\n", fixture.rule, fixture.minor, fixture.spelling);
    for (name, text) in &fixture.files {
        if text.contains(['\u{1e}', '\u{1f}']) {
            return Err(format!("{FIXTURES}/{}: {name} holds a character that parts examples", fixture.rule));
        }
        row.push_str(&format!("    \"\\u{{1f}}{name}\\n\", {},\n", literal(text)));
    }
    Ok(row)
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
            named("good-kubeadm-map.yaml", "kind: KubeletConfiguration\n---\nkind: ClusterConfiguration\n"),
            named("good-kubeadm.yaml", "kind: InitConfiguration\n"),
        ];
        let wanted = ["bad.yaml", "bad-manifest.yaml", "bad-last.service", "good.yaml", "good-kubeadm.yaml"];
        assert_eq!(names(&all), wanted);
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
