//! Which dialog is open. At most one is.

use super::{State, View};

/// A dialog of the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Dialog {
    /// Keys, what the words mean, and first what concerns one part of the page.
    Help(Topic),
    /// What becomes of what is pasted, the test of it, and what is kept.
    Privacy,
    /// A text that the browser refused to copy.
    CopyByHand,
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
    /// The list of drills.
    Study,
    /// Whether the answer of a drill is to be given away.
    Answer,
}

/// The part of the page that help is asked about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Topic {
    /// All of it.
    Page,
    /// The files.
    Files,
    /// The editor.
    Editor,
    /// The explanation of one finding.
    Explanation,
    /// Profile and release.
    Judging,
    /// What the right-hand side shows.
    View(View),
}

impl Dialog {
    /// Whether what was pasted may leave the page from here.
    pub const fn lets_text_leave(self) -> bool {
        matches!(self, Self::TakeAway | Self::Share | Self::Bug)
    }
}

impl State {
    /// Opens a dialog instead of the one that is open, or none.
    pub(super) fn show_dialog(&mut self, dialog: Option<Dialog>) {
        let tells = |dialog: &Dialog| self.study.hides() && dialog.lets_text_leave();
        let dialog = dialog.filter(|dialog| !tells(dialog));
        (self.dialog, self.uncopied, self.reading) = (dialog, None, None);
        self.settle_leaving();
    }
}
