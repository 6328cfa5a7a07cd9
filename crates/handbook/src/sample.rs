//! Input of the examples, read from the table.

use plimsoll_rules::{Document, Version};

use crate::samples::TABLE;

/// What a rule says about an example.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    /// The rule has a finding.
    Bad,
    /// It has none.
    Good,
}

impl State {
    /// The word for people.
    pub const fn title(self) -> &'static str {
        match self {
            Self::Bad => "Bad",
            Self::Good => "Good",
        }
    }
}

/// Input of an example: the files of one configuration.
#[derive(Debug)]
pub struct Sample {
    /// Id of the rule.
    pub rule: &'static str,
    /// What the rule says about it.
    pub state: State,
    /// Where it is written, as far as the text alone tells.
    pub spelling: &'static str,
    /// The release that its fixture pins; otherwise it is judged for the newest.
    pub pinned: Option<Version>,
    /// Names and texts of its files.
    pub files: Vec<(&'static str, &'static str)>,
}

/// Every sample: by rule, the bad ones first.
pub fn samples() -> impl Iterator<Item = Sample> {
    TABLE.split('\u{1e}').filter_map(sample)
}

/// Reads a header line and the files behind it.
fn sample(text: &'static str) -> Option<Sample> {
    let (header, files) = text.split_once('\n')?;
    let mut words = header.splitn(4, ' ');
    let (rule, state, minor) = (words.next()?, words.next()?, words.next()?.parse().ok()?);
    Some(Sample {
        rule,
        state: if state == "bad" { State::Bad } else { State::Good },
        spelling: words.next()?,
        pinned: (minor != 0).then_some(Version(minor)),
        files: files.split('\u{1f}').filter_map(|file| file.split_once('\n')).collect(),
    })
}

impl Sample {
    /// The release that it is judged for.
    pub fn kubernetes(&self) -> Version {
        self.pinned.unwrap_or(Version::NEWEST)
    }

    /// The files as the rules take them.
    pub fn documents(&self) -> Vec<Document> {
        self.files.iter().map(|(name, text)| Document::new(*name, *text)).collect()
    }
}
