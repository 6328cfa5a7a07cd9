//! Input of an example, as it stands in the table.

use plimsoll_rules::{Document, Version};

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
    /// Minor release that it is judged for; 0 for the newest.
    pub minor: u8,
    /// Names and texts of its files.
    pub files: &'static [(&'static str, &'static str)],
}

impl Sample {
    /// The release that it is judged for.
    pub const fn kubernetes(&self) -> Version {
        if self.minor == 0 { Version::NEWEST } else { Version(self.minor) }
    }

    /// The files as the rules take them.
    pub fn documents(&self) -> Vec<Document> {
        self.files.iter().map(|(name, text)| Document::new(*name, *text)).collect()
    }
}
