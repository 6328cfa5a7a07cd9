//! The `plimsoll` command: reads files, asks `plimsoll-rules`, prints. Everything it says is in the report; the
//! page shows the same.

pub mod arguments;
pub mod commands;
pub mod drills;
pub mod handbook;
pub mod human;
pub mod input;
pub mod profile;
pub mod settings;
pub mod upgrade;

use std::io::Write;

use plimsoll_rules::{PackError, ProfileError, Version};

use arguments::{Arguments, Command, Drills};

/// Exit status: nothing at or above the threshold.
pub const CLEAN: u8 = 0;
/// Exit status: findings at or above the threshold.
pub const FINDINGS: u8 = 1;
/// Exit status: wrong usage, or an input that cannot be read or written.
pub const FAILURE: u8 = 2;

/// Why a command could not do its work.
#[derive(Debug)]
pub enum Failure {
    /// A file or the output could not be read or written: what was tried, and the system's words.
    Io(String, std::io::Error),
    /// A file is not UTF-8 text.
    NotText(String),
    /// Two files of one call have edits that do not fit; never expected.
    Edit(plimsoll_rules::edit::EditError),
    /// There is no rule of this id.
    NoSuchRule(String),
    /// There is no profile of this name, in a sentence.
    NoSuchProfile(String),
    /// This file is no profile.
    Profile(String, ProfileError),
    /// This file is no drill pack.
    Pack(String, PackError),
    /// The release to start from was not given, and the files name none.
    NoRelease,
    /// The release to come is not newer than the one now.
    NotNewer(Version, Version),
    /// The report could not be written as JSON.
    Json(serde_json::Error),
}

impl std::fmt::Display for Failure {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Io(what, error) => write!(f, "{what}: {error}"),
            Self::NotText(name) => write!(f, "{name} is not UTF-8 text; give the configuration as plain text"),
            Self::Edit(error) => error.fmt(f),
            Self::NoSuchRule(id) => write!(f, "there is no rule `{id}`; `plimsoll rules` lists them"),
            Self::NoSuchProfile(what) => f.write_str(what),
            Self::Profile(name, error) | Self::Pack(name, error) => write!(f, "{name}:{error}"),
            Self::NoRelease => f.write_str("the files name no Kubernetes release; give the one you run with --from"),
            Self::NotNewer(from, to) => {
                write!(f, "Kubernetes {to} is not newer than {from}; give the release to come with --to")
            }
            Self::Json(error) => write!(f, "the report could not be written as JSON: {error}"),
        }
    }
}

impl std::error::Error for Failure {}

impl From<serde_json::Error> for Failure {
    fn from(error: serde_json::Error) -> Self {
        Self::Json(error)
    }
}

/// Runs one command and writes what it prints to `out`; gives the exit status.
///
/// # Errors
/// [`Failure`] when an input cannot be read or the output cannot be written.
pub fn run(arguments: &Arguments, out: &mut dyn Write) -> Result<u8, Failure> {
    match &arguments.command {
        Command::Check(check) => commands::check(check, out),
        Command::Fix(fix) => commands::fix(fix, out),
        Command::Rules { format } => commands::rules(*format, out),
        Command::Explain { rule, format } => handbook::explain(rule, *format, out),
        Command::Pages { folder, linter } => handbook::write_pages(folder, linter.as_deref(), out),
        Command::Coverage(arguments) => profile::print(arguments, out),
        Command::Profiles { format } => profile::list(*format, out),
        Command::Upgrade(arguments) => upgrade::print(arguments, out),
        Command::Settings(settings) => settings::print(settings, out),
        Command::Drills(Drills::Check { pack }) => drills::check(pack, out),
    }
}
