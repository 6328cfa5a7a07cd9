//! `cargo xtask gen` makes the generated files of the workspace from the knowledge tables, the rule files and the
//! fixtures.
//! With `--check` it writes nothing and fails when a file is stale.

mod catalog;
mod cell;
mod controls;
mod gates;
mod kubeadm;
mod name;
mod output;
mod plugins;
mod samples;
mod settings;
mod table;

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use output::Output;

/// What went wrong, for the person at the terminal.
type Result<T> = std::result::Result<T, String>;

const USAGE: &str = "usage: cargo xtask gen [--check]";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let outcome = match arguments.as_slice() {
        ["gen"] => write_all(&workspace()),
        ["gen", "--check"] => check_all(&workspace()),
        _ => Err(USAGE.to_owned()),
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(message) => {
            complain(&message);
            ExitCode::FAILURE
        }
    }
}

#[expect(clippy::print_stderr, reason = "a command line tool")]
fn complain(message: &str) {
    eprintln!("{message}");
}

fn workspace() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

/// Every generated file of the workspace.
fn outputs(root: &Path) -> Result<Vec<Output>> {
    let data = root.join("crates/rules/data");
    let mut all = settings::outputs(&data)?;
    all.extend(gates::outputs(&data)?);
    all.extend(plugins::outputs(&data)?);
    all.extend(controls::outputs(&data)?);
    all.extend(kubeadm::outputs(&data)?);
    all.extend(catalog::outputs(root)?);
    all.extend(samples::outputs(root)?);
    Ok(all)
}

fn write_all(root: &Path) -> Result<()> {
    outputs(root)?.iter().try_for_each(|output| output.write(root))
}

fn check_all(root: &Path) -> Result<()> {
    let mut stale = Vec::new();
    for output in outputs(root)? {
        if !output.is_current(root)? {
            stale.push(output.path);
        }
    }
    if stale.is_empty() {
        return Ok(());
    }
    Err(format!("stale, run `cargo xtask gen`:\n  {}", stale.join("\n  ")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn generated_files_are_current() {
        assert_eq!(check_all(&workspace()), Ok(()));
    }
}
