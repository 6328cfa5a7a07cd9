//! Which dialog is open. At most one is.

/// A dialog of the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Dialog {
    /// Keys, and what the words mean.
    Help,
    /// The list of drills.
    Study,
    /// Whether the answer of a drill is to be given away.
    Answer,
}
