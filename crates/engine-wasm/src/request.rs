//! What can be asked.

use plimsoll_rules::report::{Edit, Safety};
use plimsoll_rules::{Document, Kind, Options, Profile, UnknownVersion};
use serde::Deserialize;

/// One question.
#[derive(Deserialize)]
#[serde(tag = "function", rename_all = "camelCase", rename_all_fields = "camelCase", deny_unknown_fields)]
pub enum Request {
    /// The report on a bundle.
    Check {
        documents: Vec<Input>,
        #[serde(default)]
        options: Chosen,
    },
    /// The bundle after every fix no riskier than `safety`.
    Fix {
        documents: Vec<Input>,
        #[serde(default)]
        options: Chosen,
        safety: Option<Safety>,
    },
    /// The bundle after some edits.
    Apply { documents: Vec<Input>, edits: Vec<Edit> },
    /// Every control of the profile.
    Coverage {
        documents: Vec<Input>,
        #[serde(default)]
        options: Chosen,
    },
    /// The profiles that come with the project.
    Profiles,
    /// All rules.
    Rules,
    /// What changes from one release to another.
    Upgrade { documents: Vec<Input>, from: String, to: String },
    /// The page of a rule.
    Explain { rule: String, format: Option<PageFormat> },
    /// The report, or the safe fixes, as a text.
    Export {
        documents: Vec<Input>,
        #[serde(default)]
        options: Chosen,
        format: String,
        mask: Option<bool>,
    },
    /// A text without its secrets.
    Mask { text: String },
    /// The places of the secrets.
    Secrets { documents: Vec<Input> },
    /// What the engine is.
    About,
}

/// Formats of the page of a rule.
#[derive(Clone, Copy, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum PageFormat {
    /// For a terminal.
    Text,
    /// Markdown.
    Markdown,
    /// A whole page of HTML.
    Html,
}

/// One document.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Input {
    name: String,
    text: String,
    kind: Option<String>,
}

/// Options of a judgement.
#[derive(Default, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
pub struct Chosen {
    kubernetes: Option<String>,
    profile: Option<String>,
    profile_yaml: Option<String>,
}

/// The documents as the rules take them.
pub fn documents(inputs: &[Input]) -> Result<Vec<Document>, String> {
    let document = |input: &Input| {
        let named = input.kind.as_deref().map(|name| {
            Kind::from_name(name).ok_or_else(|| {
                let names: Vec<&str> = Kind::ALL.iter().map(|kind| kind.name()).collect();
                format!("there is no kind `{name}`; there are {}", names.join(", "))
            })
        });
        Ok(Document { name: input.name.clone(), text: input.text.clone(), kind: named.transpose()? })
    };
    inputs.iter().map(document).collect()
}

impl Chosen {
    /// The options as the rules take them.
    pub fn options(&self) -> Result<Options, String> {
        let version = self.kubernetes.as_deref().map(str::parse).transpose();
        let profile = match (&self.profile, &self.profile_yaml) {
            (Some(_), Some(_)) => return Err("give `profile` or `profileYaml`, not both".to_owned()),
            (Some(name), None) => Profile::named(name)?,
            (None, Some(yaml)) => Profile::read(yaml).map_err(|error| error.to_string())?,
            (None, None) => Profile::default(),
        };
        Ok(Options { version: version.map_err(|error: UnknownVersion| error.to_string())?, profile })
    }
}
