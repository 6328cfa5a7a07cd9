//! Everything that can happen to the state.

use std::rc::Rc;

use plimsoll_rules::report::Report;
use plimsoll_rules::{Coverage, Kind, RulePage, Status, Upgrade, Version};

use super::accepting::AcceptAction;
use super::dialog::Dialog;
use super::embedding::EmbedAction;
use super::file::{FileId, NewFile};
use super::filter::{Direction, FilterAction};
use super::leaving::LeaveAction;
use super::link::LinkAction;
use super::profile::ProfileAction;
use super::study::StudyAction;
use super::{Engine, Route, View};
use crate::diff::FileDiff;
use crate::protocol::{Description, Examples, FixedAll};

/// How the editor's text changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ChangeKind {
    /// By a paste.
    Paste,
    /// By typing, or by the editor's own undo.
    Type,
    /// Because the page told the editor so.
    Edit,
}

/// Where files that are opened go.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Placing {
    /// Instead of the files there are, which are kept aside when they hold something of the user's.
    Replace,
    /// Beside the files there are, unless those are only an example or empty.
    Beside,
}

/// Everything that can happen. Buttons clone what they emit, so what is large is shared.
#[derive(Clone, Debug)]
pub enum Action {
    /// Files were opened, dropped or chosen.
    Open(Vec<NewFile>, Placing),
    /// A new empty file.
    AddEmpty,
    /// One new empty file instead of all there are.
    StartAfresh,
    /// Brings back what was closed or replaced.
    BringBack,
    /// Closes a file.
    Close(FileId),
    /// Shows a file in the editor.
    Activate(FileId),
    /// Names a file.
    Rename(FileId, String),
    /// Says what a file is; `None` leaves it to detection.
    SetKind(FileId, Option<Kind>),
    /// The editor's text changed.
    Edited(FileId, Rc<str>, ChangeKind),
    /// Another Kubernetes release; `None` leaves it to the documents.
    SetRelease(Option<Version>),
    /// Other releases in the upgrade view.
    SetRoute(Route),
    /// A report arrived for a revision.
    Linted(u64, Rc<Report>),
    /// The rule pages arrived.
    PagesArrived(Rc<Vec<RulePage>>),
    /// The descriptions of the settings arrived.
    DescriptionsArrived(Rc<Vec<Description>>),
    /// Shows or hides the examples of the rule.
    ToggleExamples,
    /// The examples of a rule arrived.
    ExamplesArrived(Rc<Examples>),
    /// What an upgrade changes arrived for a revision.
    UpgradeArrived(u64, Rc<Upgrade>),
    /// The preview arrived for a revision and a finding.
    Previewed(u64, usize, Rc<Vec<Vec<FileDiff>>>),
    /// The fixed files arrived for a revision.
    FixedArrived(u64, Rc<FixedAll>),
    /// Opens the explanation of a finding and shows its place.
    Select(usize),
    /// Opens the explanation of a finding whose place the user is looking at.
    Pick(usize),
    /// Closes the explanation where it covers the page.
    CloseSheet,
    /// Something about what the list leaves out.
    Filter(FilterAction),
    /// Opens the next finding of the list, or the one before.
    Walk(Direction),
    /// Folds or unfolds the notes of a file.
    ToggleNotes(FileId),
    /// Folds or unfolds the suppressed findings.
    ToggleSuppressed,
    /// Something about the profile.
    Profile(ProfileAction),
    /// Something about accepting a finding.
    Accept(AcceptAction),
    /// The coverage arrived for a revision.
    CoverageArrived(u64, Rc<Coverage>),
    /// Lists the controls of one status; `None` lists all.
    ShowStatus(Option<Status>),
    /// Another view.
    Show(View),
    /// Shows a place: document index, first and last UTF-16 unit.
    RevealPlace(u32, u32, u32),
    /// Applies one fix of a finding: index of the finding, index of the fix.
    ApplyFix(usize, usize),
    /// All safe fixes arrived for a revision and are to be applied.
    ApplyAll(u64, Rc<FixedAll>),
    /// Takes back the last change the page made.
    Undo,
    /// Says something, or nothing more.
    Notice(Option<String>),
    /// The worker changed its state.
    EngineIs(Engine),
    /// Opens a dialog, instead of the one that is open.
    OpenDialog(Dialog),
    /// Closes the dialog that is open.
    CloseDialog,
    /// The page around this one wants something.
    Embed(EmbedAction),
    /// Opens the handbook at a rule, by its index among the pages.
    Read(usize),
    /// Draws more of a list that is long.
    ShowMore,
    /// Something about a link that was opened.
    Link(LinkAction),
    /// Something about what leaves the page.
    Leave(LeaveAction),
    /// The browser refused to copy a text; it is shown for copying by hand.
    CopyByHand(Rc<str>),
    /// Checks again although nothing changed.
    CheckAgain,
    /// Something about drills.
    Study(StudyAction),
}
