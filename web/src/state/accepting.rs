//! Accepting a finding: a comment with a reason, put into the text as one step that can be undone.

use plimsoll_rules::Acceptance;

use super::{State, history};

/// A finding that the user is about to accept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Accepting {
    /// Revision and index of the finding.
    pub finding: (u64, usize),
    /// The reason that was sent and has no answer yet.
    pub sent: Option<String>,
    /// Why there can be no comment.
    pub refusal: Option<String>,
    /// Findings of the same rule that the comment accepts as well; absent until it is known.
    pub others: Option<usize>,
}

/// What can happen while a finding is accepted.
#[derive(Clone, Debug)]
pub enum AcceptAction {
    /// Opens the form for a finding of the report.
    Begin(usize),
    /// Leaves the form.
    Cancel,
    /// Sends the reason.
    Send(String),
    /// The worker says where the comment would go, or why nowhere: revision and index of the finding.
    Answered((u64, usize), Result<Acceptance, String>),
}

/// Stands for the reason before there is one.
pub const NO_REASON_YET: &str = "reason";

impl Accepting {
    /// Whether there is a place for a comment, or it is not known yet, so that a reason is asked for.
    pub const fn asks(&self) -> bool {
        self.refusal.is_none() || self.others.is_some()
    }

    /// The reason to ask the worker with: what was sent, else any, to learn whether there is a place at all.
    pub fn question(&self) -> Option<&str> {
        match (&self.sent, &self.refusal, self.others) {
            (Some(reason), ..) => Some(reason),
            (None, None, None) => Some(NO_REASON_YET),
            _ => None,
        }
    }
}

impl State {
    /// What is being accepted, unless the text has changed since.
    pub fn accepting_now(&self) -> Option<&Accepting> {
        let now = |accepting: &&Accepting| Some(accepting.finding) == self.selected.map(|index| (self.revision, index));
        self.accepting.as_ref().filter(now)
    }

    pub(super) fn act_on_acceptance(&mut self, action: AcceptAction) {
        match action {
            AcceptAction::Begin(index) if self.is_fresh() => {
                let finding = (self.revision, index);
                self.accepting = Some(Accepting { finding, sent: None, refusal: None, others: None });
            }
            AcceptAction::Begin(_) => {}
            AcceptAction::Cancel => self.accepting = None,
            AcceptAction::Send(reason) => {
                if let Some(accepting) = &mut self.accepting {
                    accepting.sent = Some(reason);
                }
            }
            AcceptAction::Answered(finding, answer) => self.acceptance_answered(finding, answer),
        }
    }

    fn acceptance_answered(&mut self, finding: (u64, usize), answer: Result<Acceptance, String>) {
        if finding.0 != self.revision {
            return;
        }
        let Some(accepting) = self.accepting.as_mut().filter(|accepting| accepting.finding == finding) else { return };
        let sent = accepting.sent.take();
        match answer {
            Err(refusal) => accepting.refusal = Some(refusal),
            Ok(acceptance) if sent.is_none() => accepting.others = Some(acceptance.others),
            Ok(acceptance) => {
                self.accepting = None;
                let step = history::apply(&mut self.files, &[acceptance.edit], "Accepted a finding".to_owned());
                self.remember(step);
            }
        }
    }
}
