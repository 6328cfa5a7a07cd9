//! The address fragment, `#key=value&key=value`: the one reader and the one writer of it. A fragment never reaches a
//! server. Whoever sends a link may have written it by hand, so nothing here trusts it: keys that are not known are
//! ignored, and a value that does not fit is refused with a sentence.
//!
//! | key | value |
//! |---|---|
//! | `kubernetes` | a release such as `1.33`; `auto` where the documents are to tell |
//! | `profile` | a profile of the project by its name |
//! | `view` | `findings`, `settings`, `coverage`, `upgrade`, `fixed` |
//! | `rules` | date and version of the rules that the link was made with, such as `2026-11-02_0.1.0` |
//! | `drill` | id of a drill |
//! | `embed`, `readonly` | `1` or `0` |
//! | `theme` | `light`, `dark` or `auto` |
//! | `kind` | kind of the one document, such as `kubelet-unit` |
//! | `name` | name of the one document |
//! | `c` | files: base64url of a deflated JSON, see [`content`] |

mod base64url;
pub mod content;
mod percent;
#[cfg(test)]
mod tests;

use plimsoll_rules::{Kind, Standard, Version};

use crate::protocol::Chosen;
use crate::state::View;

/// Longest fragment that is read, in bytes. Firefox refuses addresses above 1 MiB.
pub const LONGEST: usize = 1_000_000;
/// Longest value that is read, apart from the files, in characters.
pub const LONGEST_VALUE: usize = 200;
/// Most characters of a refused value that a sentence repeats.
const QUOTED: usize = 40;

/// What a fragment asks for. What it leaves out stays as it is in the page.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Fragment {
    /// The Kubernetes release.
    pub kubernetes: Option<Release>,
    /// The profile that judges; never a user's own.
    pub profile: Option<Chosen>,
    /// What the right-hand side shows.
    pub view: Option<View>,
    /// The rules that the link was made with.
    pub rules: Option<Rules>,
    /// A drill, by its id; whether there is such a drill is not known here.
    pub drill: Option<String>,
    /// Whether the page is part of another one.
    pub embed: bool,
    /// The colours.
    pub theme: Option<Theme>,
    /// Whether the text cannot be changed.
    pub readonly: bool,
    /// Kind of the one document.
    pub kind: Option<Kind>,
    /// Name of the one document.
    pub name: Option<String>,
    /// Files, deflated.
    pub content: Option<Vec<u8>>,
}

/// The release that a fragment asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Release {
    /// The one that the documents tell.
    Told,
    /// This one.
    Chosen(Version),
}

/// The colours that a fragment asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Theme {
    /// The system's.
    Auto,
    /// Dark text on light.
    Light,
    /// Light text on dark.
    Dark,
}

/// Which rules a link was made with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rules {
    /// Date of the rule data, such as `2026-11-02`.
    pub edition: String,
    /// Version of Plimsoll.
    pub version: String,
}

/// What came of reading a fragment.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Reading {
    /// What it asks for.
    pub fragment: Fragment,
    /// For each value that was refused, a sentence that says what holds instead.
    pub refused: Vec<String>,
}

impl Reading {
    /// Reads a fragment, with or without its `#`.
    pub fn of(fragment: &str) -> Self {
        let text = fragment.strip_prefix('#').unwrap_or(fragment);
        let mut reading = Self::default();
        if text.len() > LONGEST {
            let (length, limit) = (text.len(), LONGEST);
            reading.refused.push(format!("The link has {length} characters; the limit is {limit}. It was not read."));
            return reading;
        }
        let mut seen: Vec<&str> = Vec::new();
        for (key, value) in text.split('&').filter_map(|pair| pair.split_once('=')) {
            if !KEYS.contains(&key) {
                continue;
            }
            if seen.contains(&key) {
                reading.refused.push(format!("The link gives `{key}` more than once. The first counts."));
                continue;
            }
            seen.push(key);
            if let Err(sentence) = reading.fragment.take(key, value) {
                reading.refused.push(sentence);
            }
        }
        reading
    }

    /// Whether the fragment says nothing to this page, as one that only names a place in it.
    pub fn is_silent(&self) -> bool {
        self.refused.is_empty() && self.fragment == Fragment::default()
    }
}

/// The keys that are read.
const KEYS: [&str; 11] =
    ["kubernetes", "profile", "view", "rules", "drill", "embed", "theme", "readonly", "kind", "name", "c"];

impl Fragment {
    /// The fragment without its `#`: only characters that no mail program or chat breaks a link at.
    pub fn write(&self) -> String {
        let flag = |set: bool| set.then(|| "1".to_owned());
        let pairs = [
            ("embed", flag(self.embed)),
            ("readonly", flag(self.readonly)),
            ("theme", self.theme.map(|theme| theme.name().to_owned())),
            ("kubernetes", self.kubernetes.map(Release::written)),
            ("profile", self.profile.as_ref().and_then(profile_name)),
            ("view", self.view.map(|view| view.name().to_owned())),
            ("drill", self.drill.clone()),
            ("kind", self.kind.map(|kind| kind.name().to_owned())),
            ("name", self.name.clone()),
            ("rules", self.rules.as_ref().map(|rules| format!("{}_{}", rules.edition, rules.version))),
            ("c", self.content.as_deref().map(base64url::encode)),
        ];
        let written = |(key, value): (&str, Option<String>)| Some(format!("{key}={}", percent::encode(&value?)));
        pairs.into_iter().filter_map(written).collect::<Vec<_>>().join("&")
    }

    /// Takes one value as it is written; the error is a sentence.
    fn take(&mut self, key: &str, written: &str) -> Result<(), String> {
        if key == "c" {
            self.content = Some(base64url::decode(written).ok_or(content::DAMAGED)?);
            return Ok(());
        }
        let too_long = written.len() > LONGEST_VALUE * 3;
        let value = percent::decode(written).filter(|value| !too_long && value.chars().count() <= LONGEST_VALUE);
        let Some(value) = value.filter(|value| !value.contains(char::is_control)) else {
            return Err(format!("The value of `{key}` in the link is damaged or too long. {}", instead(key)));
        };
        self.set(key, &value).ok_or_else(|| refusal(key, &value))
    }

    fn set(&mut self, key: &str, value: &str) -> Option<()> {
        match key {
            "kubernetes" => self.kubernetes = Some(Release::read(value)?),
            "profile" => self.profile = Some(profile(value)?),
            "view" => self.view = Some(View::from_name(value)?),
            "rules" => self.rules = Some(Rules::read(value)?),
            "drill" => self.drill = Some(is_id(value).then(|| value.to_owned())?),
            "embed" => self.embed = flag(value)?,
            "readonly" => self.readonly = flag(value)?,
            "theme" => self.theme = Some(Theme::read(value)?),
            "kind" => self.kind = Some(Kind::from_name(value)?),
            "name" => self.name = Some((!value.trim().is_empty()).then(|| value.to_owned())?),
            _ => {}
        }
        Some(())
    }
}

/// Why a value is refused, and what holds instead.
fn refusal(key: &str, value: &str) -> String {
    let (oldest, newest) = (Version::OLDEST, Version::PREVIEW);
    let quoted: String = value.chars().take(QUOTED).collect();
    let cut = if quoted.len() < value.len() { "…" } else { "" };
    let why = match key {
        "kubernetes" => format!("this page knows 1.{} to 1.{}", oldest.0, newest.0),
        "profile" => format!("there are {}", Standard::ALL.map(Standard::name).join(", ")),
        "view" => format!("there are {}", View::ALL.map(View::name).join(", ")),
        "theme" => "there are light, dark and auto".to_owned(),
        "rules" => "a date and a version are expected".to_owned(),
        "embed" | "readonly" => "1 or 0 is expected".to_owned(),
        _ => "this page knows nothing of that name".to_owned(),
    };
    format!("The link asks for `{key}={quoted}{cut}`: {why}. {}", instead(key))
}

/// What holds where the value of a key is not taken.
fn instead(key: &str) -> &'static str {
    match key {
        "kubernetes" => "The release that is shown above holds instead.",
        "profile" => "The profile that is shown above judges instead.",
        "view" => "The view stays as it is.",
        "rules" => "Which rules it was made with is not known.",
        "drill" => "No drill was opened.",
        "kind" => "The kind is detected instead.",
        "theme" => "The colours stay as they are.",
        _ => "It was ignored.",
    }
}

/// The project's profile of this name.
fn profile(name: &str) -> Option<Chosen> {
    let standard = Standard::named(name)?;
    Some(if standard == Standard::Everything { Chosen::Everything } else { Chosen::Standard(name.to_owned()) })
}

/// The name of a profile of the project.
fn profile_name(chosen: &Chosen) -> Option<String> {
    match chosen {
        Chosen::Everything => Some(Standard::Everything.name().to_owned()),
        Chosen::Standard(name) => Some(name.clone()),
        Chosen::Own(_) => None,
    }
}

fn flag(value: &str) -> Option<bool> {
    match value {
        "1" => Some(true),
        "0" => Some(false),
        _ => None,
    }
}

/// Lower-case letters, digits and dashes.
fn is_id(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-')
}

impl Release {
    fn read(value: &str) -> Option<Self> {
        if value == "auto" { Some(Self::Told) } else { value.parse().ok().map(Self::Chosen) }
    }

    fn written(self) -> String {
        match self {
            Self::Told => "auto".to_owned(),
            Self::Chosen(version) => version.to_string(),
        }
    }
}

impl Theme {
    fn read(value: &str) -> Option<Self> {
        [Self::Auto, Self::Light, Self::Dark].into_iter().find(|theme| theme.name() == value)
    }

    /// Its name in the fragment and in the page's `data-theme`, which is absent for [`Self::Auto`].
    pub const fn name(self) -> &'static str {
        match self {
            Self::Auto => "auto",
            Self::Light => "light",
            Self::Dark => "dark",
        }
    }
}

impl Rules {
    fn read(value: &str) -> Option<Self> {
        let (edition, version) = value.split_once('_')?;
        let date = |(at, byte): (usize, u8)| if at == 4 || at == 7 { byte == b'-' } else { byte.is_ascii_digit() };
        let is_date = edition.len() == 10 && edition.bytes().enumerate().all(date);
        let of_version = |byte: u8| byte.is_ascii_alphanumeric() || b".-".contains(&byte);
        let is_version = (1..=32).contains(&version.len()) && version.bytes().all(of_version);
        let read = || Self { edition: edition.to_owned(), version: version.to_owned() };
        (is_date && is_version).then(read)
    }
}
