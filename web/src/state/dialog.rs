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
}
