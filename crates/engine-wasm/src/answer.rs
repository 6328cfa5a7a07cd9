//! What is answered, as JSON.

use plimsoll_export::{Format, Masking, Part, export};
use plimsoll_handbook::{html, markdown, text};
use plimsoll_rules::report::Safety;
use plimsoll_rules::{
    EDITION, Version, analyze, apply, coverage, fix_all, masked, page, pages, profiles, secrets, upgrade,
};
use serde::Serialize;

use crate::request::{Chosen, Input, PageFormat, Request, documents};

/// Answers one request.
///
/// # Errors
/// A sentence that says what is wrong with it.
pub fn answer(request: &Request) -> Result<String, String> {
    match request {
        Request::Check { documents: given, options } => json(&analyze(&documents(given)?, &options.options()?)),
        Request::Fix { documents: given, options, safety } => {
            let fixed = fix_all(&documents(given)?, &options.options()?, safety.unwrap_or(Safety::Safe));
            let applied = fixed.applied.into_iter();
            let applied = applied.map(|one| Applied { rule: one.rule, title: one.title, document: one.document });
            json(&Fixed { texts: fixed.texts, applied: applied.collect() })
        }
        Request::Apply { documents: given, edits } => {
            json(&apply(&documents(given)?, edits).map_err(|error| error.to_string())?)
        }
        Request::Coverage { documents: given, options } => json(&coverage(&documents(given)?, &options.options()?)),
        Request::Profiles => json(&profiles()),
        Request::Rules => json(&pages()),
        Request::Upgrade { documents: given, from, to } => {
            let (from, to) = (version(from)?, version(to)?);
            if from >= to {
                return Err(format!("Kubernetes {to} is not newer than {from}"));
            }
            json(&upgrade(&documents(given)?, from, to))
        }
        Request::Explain { rule, format } => json(&explained(rule, format.unwrap_or(PageFormat::Text))?),
        Request::Export { documents, options, format, mask } => {
            json(&exported(documents, options, format, mask.unwrap_or(true))?)
        }
        Request::Mask { text } => json(&masked(text)),
        Request::Secrets { documents: given } => json(&secrets(&documents(given)?)),
        Request::About => json(&About {
            version: env!("CARGO_PKG_VERSION"),
            rule_data: EDITION,
            kubernetes: Releases {
                oldest: Version::OLDEST.to_string(),
                newest: Version::NEWEST.to_string(),
                preview: Version::PREVIEW.to_string(),
            },
        }),
    }
}

#[derive(Serialize)]
struct Fixed {
    texts: Vec<String>,
    applied: Vec<Applied>,
}

#[derive(Serialize)]
struct Applied {
    rule: String,
    title: String,
    document: u32,
}

#[derive(Serialize)]
struct Exported {
    text: String,
    note: Option<String>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct About {
    version: &'static str,
    rule_data: &'static str,
    kubernetes: Releases,
}

#[derive(Serialize)]
struct Releases {
    oldest: String,
    newest: String,
    preview: String,
}

fn json<T: Serialize + ?Sized>(answer: &T) -> Result<String, String> {
    serde_json::to_string(answer).map_err(|error| error.to_string())
}

fn version(text: &str) -> Result<Version, String> {
    text.parse().map_err(|error: plimsoll_rules::UnknownVersion| error.to_string())
}

fn explained(rule: &str, format: PageFormat) -> Result<String, String> {
    let page = page(rule).ok_or_else(|| format!("there is no rule `{rule}`"))?;
    Ok(match format {
        PageFormat::Text => text::page(&page),
        PageFormat::Markdown => markdown::page(&page),
        PageFormat::Html => html::page(&page, [None, None], None),
    })
}

fn exported(given: &[Input], options: &Chosen, format: &str, mask: bool) -> Result<Exported, String> {
    let format = Format::from_name(format).ok_or_else(|| {
        let names = Format::ALL.map(Format::name).join(", ");
        format!("there is no format `{format}`; there are {names}")
    })?;
    let (documents, options) = (documents(given)?, options.options()?);
    let report = analyze(&documents, &options);
    let masking = if mask { Masking::Masked } else { Masking::Plain };
    let part = Part::new(&documents, &options, &report, masking);
    let note = part.note();
    let text = export(&[part], format).map_err(|error| error.to_string())?;
    Ok(Exported { text, note })
}
