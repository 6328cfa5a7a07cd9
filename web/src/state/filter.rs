//! What the list of findings leaves out, and the steps from one finding of the list to the next.

use plimsoll_rules::report::{Finding, Report, Severity};

use super::State;
use super::view::{listed, open};

/// What the list leaves out: some severities, and all that does not hold a text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filter {
    hidden: u8,
    wanted: String,
}

/// What the user does with the filter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FilterAction {
    /// Shows or hides one severity.
    Toggle(Severity),
    /// Shows critical and high alone, or everything where that is so already.
    Worst,
    /// Shows only findings that hold this text.
    Find(String),
    /// Shows everything.
    Clear,
}

/// Where the next finding lies in the list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Direction {
    /// After the one that is open.
    Next,
    /// Before it.
    Previous,
}

impl Filter {
    /// The filter after what the user did.
    #[must_use]
    pub fn after(mut self, action: FilterAction) -> Self {
        match action {
            FilterAction::Toggle(severity) => self.hidden ^= bit(severity),
            FilterAction::Worst => self.hidden = if self.is_worst() { 0 } else { below_high() },
            FilterAction::Find(text) => self.wanted = text,
            FilterAction::Clear => self = Self::default(),
        }
        self
    }

    /// Whether findings of this severity are shown.
    pub fn shows(&self, severity: Severity) -> bool {
        self.hidden & bit(severity) == 0
    }

    /// Whether critical and high alone are shown.
    pub fn is_worst(&self) -> bool {
        self.hidden == below_high()
    }

    /// The text that is looked for, as the user wrote it.
    pub fn wanted(&self) -> &str {
        &self.wanted
    }

    /// Whether a finding is shown.
    pub fn lets_pass(&self, finding: &Finding) -> bool {
        let wanted = self.wanted.trim().to_ascii_lowercase();
        let holds = |text: &String| text.to_ascii_lowercase().contains(&wanted);
        self.shows(finding.severity) && [&finding.title, &finding.rule, &finding.setting].into_iter().any(holds)
    }
}

const fn bit(severity: Severity) -> u8 {
    1 << severity as u8
}

const fn below_high() -> u8 {
    bit(Severity::Medium) | bit(Severity::Low) | bit(Severity::Info)
}

/// How many open findings the filter hides.
pub fn hidden(report: &Report, filter: &Filter) -> usize {
    open(report).filter(|finding| !filter.lets_pass(finding)).count()
}

impl State {
    /// Opens the next finding of the list, round its end.
    pub(super) fn walk(&mut self, direction: Direction) {
        // In a drill the next finding would tell what is to be found.
        let Some(checked) = self.checked.as_ref().filter(|_| !self.study.hides()) else { return };
        let order = listed(&checked.report, &self.filter);
        let at = order.iter().position(|index| Some(*index) == self.selected);
        let to = match (at, direction) {
            (Some(at), Direction::Next) => order.get(at + 1).or(order.first()),
            (Some(at), Direction::Previous) => order.get(at.wrapping_sub(1)).or(order.last()),
            (None, Direction::Next) => order.first(),
            (None, Direction::Previous) => order.last(),
        };
        if let Some(index) = to.copied() {
            self.pick(index);
            self.reveal_selected();
            self.picked += 1;
        }
    }
}
