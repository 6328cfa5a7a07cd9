//! What leaves: the report as SARIF, CSV, Markdown, a page of HTML or JSON, and the safe fixes as a patch.
//!
//! Secrets are masked in one place, [`Part::new`]; every format writes what that leaves. Nothing here reads a clock: the
//! only dates are those of the rules.
//!
//! | module | subject |
//! |---|---|
//! | [`Part`] | one bundle with its report, masked or not |
//! | `sarif` | SARIF 2.1.0, with fixes |
//! | `csv` | a row for each finding, safe in a spreadsheet |
//! | `markdown` | for issues and chat |
//! | `html` | one page that needs nothing else |
//! | `patch` | a unified diff that patch(1) applies |
//! | `lines` | lines of a text by number |
//! | `words` | what several formats say alike |

mod csv;
mod html;
mod lines;
mod markdown;
mod part;
mod patch;
mod sarif;
mod words;

pub use csv::MEDIA_TYPE as CSV_MEDIA_TYPE;
pub use part::{Masking, Part};
pub use patch::diff;

/// What is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Format {
    /// SARIF 2.1.0.
    Sarif,
    /// The report as the command line prints it.
    Json,
    /// Comma-separated values, RFC 4180.
    Csv,
    /// Markdown with tables.
    Markdown,
    /// One HTML page.
    Html,
    /// The safe fixes as a unified diff.
    Patch,
}

impl Format {
    /// All formats, in the order in which a menu shows them.
    pub const ALL: [Self; 6] = [Self::Sarif, Self::Json, Self::Csv, Self::Markdown, Self::Html, Self::Patch];

    /// The name on the command line and in interfaces.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Sarif => "sarif",
            Self::Json => "json",
            Self::Csv => "csv",
            Self::Markdown => "markdown",
            Self::Html => "html",
            Self::Patch => "patch",
        }
    }

    /// The format with this [`Self::name`].
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|format| format.name() == name)
    }

    /// The name that a file of this format gets.
    pub const fn file_name(self) -> &'static str {
        match self {
            Self::Sarif => "plimsoll.sarif",
            Self::Json => "plimsoll.json",
            Self::Csv => "plimsoll.csv",
            Self::Markdown => "plimsoll.md",
            Self::Html => "plimsoll-report.html",
            Self::Patch => "plimsoll.patch",
        }
    }

    /// The media type of such a file.
    pub const fn media_type(self) -> &'static str {
        match self {
            Self::Sarif => "application/sarif+json",
            Self::Json => "application/json",
            Self::Csv => CSV_MEDIA_TYPE,
            Self::Markdown => "text/markdown",
            Self::Html => "text/html",
            Self::Patch => "text/x-patch",
        }
    }
}

/// `parts` in one text of `format`, each bundle by itself.
///
/// # Errors
/// [`serde_json::Error`] in theory; a report holds nothing that JSON cannot.
pub fn export(parts: &[Part<'_>], format: Format) -> Result<String, serde_json::Error> {
    Ok(match format {
        Format::Sarif => sarif::log(parts)?,
        Format::Json => json(parts)?,
        Format::Csv => csv::table(parts),
        Format::Markdown => markdown::report(parts),
        Format::Html => html::page(parts),
        Format::Patch => patch::patch(parts),
    })
}

/// One report by itself, several as a list.
fn json(parts: &[Part<'_>]) -> Result<String, serde_json::Error> {
    let written = match parts {
        [part] => serde_json::to_string_pretty(part.report())?,
        parts => serde_json::to_string_pretty(&parts.iter().map(Part::report).collect::<Vec<_>>())?,
    };
    Ok(written + "\n")
}
