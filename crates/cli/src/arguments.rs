//! The arguments of the command line.

use std::path::PathBuf;
use std::str::FromStr;

use clap::{Args, Parser, Subcommand, ValueEnum};
use plimsoll_rules::Version;
use plimsoll_rules::report::Severity;

/// Security linter for Kubernetes node and control-plane configuration.
#[derive(Debug, Parser)]
#[command(name = "plimsoll", version, about, max_term_width = 100)]
pub struct Arguments {
    /// What to do.
    #[command(subcommand)]
    pub command: Command,
}

/// What to do.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Judge files, together as one configuration.
    Check(Check),
    /// Apply the safe fixes to files.
    Fix(Fix),
    /// Tell what changes for files from one Kubernetes release to another.
    Upgrade(Upgrade),
    /// List all rules.
    Rules {
        /// How to print them.
        #[arg(long, value_enum, default_value_t = ListFormat::Human)]
        format: ListFormat,
    },
    /// Explain one rule: what, why, examples, how to mend it, how to verify.
    Explain {
        /// Id of the rule, such as kubelet-anonymous-auth.
        rule: String,
        /// How to print it.
        #[arg(long, value_enum, default_value_t = PageFormat::Human)]
        format: PageFormat,
    },
    /// Write the page of every rule as HTML that needs no script.
    Pages {
        /// Folder for the pages; made where it is not there.
        folder: PathBuf,
        /// Address of the linter, relative to the pages, for a link to it.
        #[arg(long, value_name = "ADDRESS")]
        linter: Option<String>,
    },
    /// Tell of every control of a profile whether it is met, or what to add to know it.
    Coverage(Coverage),
    /// List the profiles that come with the project.
    Profiles {
        /// How to print them.
        #[arg(long, value_enum, default_value_t = ListFormat::Human)]
        format: ListFormat,
    },
    /// Print what is known of a component's settings in one release.
    Settings(Settings),
    /// Look at drill packs, for those who write them.
    #[command(subcommand)]
    Drills(Drills),
}

/// What to do with a drill pack.
#[derive(Debug, Subcommand)]
pub enum Drills {
    /// Tell whether every drill of a pack can be used: its files show what its rules name, and its answer mends that.
    Check {
        /// The pack, a YAML file; `-` is standard input.
        pack: String,
    },
}

/// The profile of a call.
#[derive(Clone, Debug, Args)]
pub struct ChosenProfile {
    /// Rules to judge by: the name of a profile, as `plimsoll profiles` lists them, or a YAML file of your own.
    #[arg(long, value_name = "NAME|FILE")]
    pub profile: Option<String>,
}

/// Arguments of `check`.
#[derive(Debug, Args)]
pub struct Check {
    /// Files to judge; `-` is standard input. All of one call are one bundle.
    #[arg(required = true, value_name = "FILE")]
    pub files: Vec<String>,
    /// Kubernetes release that the files are for; otherwise the one that they name, else the newest.
    #[arg(long, value_name = "VERSION", value_parser = Version::from_str)]
    pub kubernetes: Option<Version>,
    /// Rules to judge by.
    #[command(flatten)]
    pub profile: ChosenProfile,
    /// How to print the report.
    #[arg(long, value_enum, default_value_t = ReportFormat::Human)]
    pub format: ReportFormat,
    /// Least severity that is listed and that makes the exit status 1.
    #[arg(long, value_enum, default_value_t = Threshold::Low)]
    pub min_severity: Threshold,
    /// Judge each file by itself.
    #[arg(long)]
    pub each: bool,
    /// Replace tokens, passwords, keys and other secrets by markers: the default of sarif, markdown, csv and html.
    #[arg(long, overrides_with = "no_mask")]
    pub mask: bool,
    /// Leave secrets as they are: the default of human and json, which show what stands in the file.
    #[arg(long, overrides_with = "mask")]
    pub no_mask: bool,
}

/// Arguments of `fix`.
#[derive(Debug, Args)]
pub struct Fix {
    /// Files to mend in place; `-` reads standard input and prints the result.
    #[arg(required = true, value_name = "FILE")]
    pub files: Vec<String>,
    /// Kubernetes release that the files are for; otherwise the one that they name, else the newest.
    #[arg(long, value_name = "VERSION", value_parser = Version::from_str)]
    pub kubernetes: Option<Version>,
    /// Rules whose findings are mended.
    #[command(flatten)]
    pub profile: ChosenProfile,
    /// Apply fixes too that may lock out clients or need a value from you.
    #[arg(long)]
    pub r#unsafe: bool,
    /// Print a unified diff and write nothing.
    #[arg(long)]
    pub diff: bool,
}

/// Arguments of `upgrade`.
#[derive(Debug, Args)]
pub struct Upgrade {
    /// Files to look at, together as one configuration; `-` is standard input.
    #[arg(required = true, value_name = "FILE")]
    pub files: Vec<String>,
    /// Kubernetes release now; otherwise the one that the files name.
    #[arg(long, value_name = "VERSION", value_parser = Version::from_str)]
    pub from: Option<Version>,
    /// Kubernetes release to come.
    #[arg(long, value_name = "VERSION", default_value_t = Version::NEWEST, value_parser = Version::from_str)]
    pub to: Version,
    /// How to print the changes.
    #[arg(long, value_enum, default_value_t = ListFormat::Human)]
    pub format: ListFormat,
}

/// Arguments of `coverage`.
#[derive(Debug, Args)]
pub struct Coverage {
    /// Files to judge, together as one configuration; `-` is standard input.
    #[arg(required = true, value_name = "FILE")]
    pub files: Vec<String>,
    /// Kubernetes release that the files are for; otherwise the one that they name, else the newest.
    #[arg(long, value_name = "VERSION", value_parser = Version::from_str)]
    pub kubernetes: Option<Version>,
    /// The controls to tell of.
    #[command(flatten)]
    pub profile: ChosenProfile,
    /// How to print them.
    #[arg(long, value_enum, default_value_t = ListFormat::Human)]
    pub format: ListFormat,
}

/// Arguments of `settings`.
#[derive(Debug, Args)]
pub struct Settings {
    /// The component.
    #[arg(long, value_enum)]
    pub component: ComponentName,
    /// The release.
    #[arg(long, value_name = "VERSION", default_value_t = Version::NEWEST, value_parser = Version::from_str)]
    pub kubernetes: Version,
    /// How to print them.
    #[arg(long, value_enum, default_value_t = ListFormat::Human)]
    pub format: ListFormat,
}

/// Formats of a report.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum ReportFormat {
    /// For people, with the lines concerned.
    Human,
    /// The report as JSON.
    Json,
    /// SARIF 2.1.0 with fixes, for code scanning.
    Sarif,
    /// Markdown, for issues and chat.
    Markdown,
    /// A table for spreadsheets.
    Csv,
    /// One HTML page to read, send and print.
    Html,
}

/// Formats of a list.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum ListFormat {
    /// For people.
    #[value(alias = "text")]
    Human,
    /// JSON.
    Json,
}

/// Formats of the page of a rule.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum PageFormat {
    /// For people at a terminal.
    Human,
    /// Markdown.
    Markdown,
}

/// Components by name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum ComponentName {
    /// The node agent.
    Kubelet,
    /// The API server.
    KubeApiserver,
}

/// Severities by name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Threshold {
    /// Everything.
    Info,
    /// Low and worse.
    Low,
    /// Medium and worse.
    Medium,
    /// High and worse.
    High,
    /// Critical only.
    Critical,
}

impl From<Threshold> for Severity {
    fn from(threshold: Threshold) -> Self {
        match threshold {
            Threshold::Info => Self::Info,
            Threshold::Low => Self::Low,
            Threshold::Medium => Self::Medium,
            Threshold::High => Self::High,
            Threshold::Critical => Self::Critical,
        }
    }
}
