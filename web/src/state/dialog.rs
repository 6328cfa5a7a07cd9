//! Which dialog is open. At most one is.

/// A dialog of the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Dialog {
    /// Keys, and what the words mean.
    Help,
    /// What becomes of what is pasted, the test of it, and what is kept.
    Privacy,
    /// A text that the browser refused to copy.
    CopyByHand,
    /// The handbook: the rule that is read, else the list of all.
    Handbook,
    /// Which copy of Plimsoll this is.
    ThisCopy,
    /// The list of drills.
    Study,
    /// Whether the answer of a drill is to be given away.
    Answer,
}
