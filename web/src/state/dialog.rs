//! Which dialog is open. At most one is.

/// A dialog of the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Dialog {
    /// Keys, and what the words mean.
    Help,
    /// The handbook: the rule that is read, else the list of all.
    Handbook,
    /// Which copy of Plimsoll this is.
    ThisCopy,
    /// Reports and texts to copy, save or print.
    TakeAway,
    /// A link to this page as it is set up.
    Share,
    /// A text for a bug report.
    Bug,
}

impl Dialog {
    /// Whether what was pasted may leave the page from here.
    pub const fn lets_text_leave(self) -> bool {
        matches!(self, Self::TakeAway | Self::Share | Self::Bug)
    }
}
