//! The coverage of the profile as the state keeps it.

use std::rc::Rc;

use plimsoll_rules::Coverage;

use super::State;

/// Every control of the profile, and the revision that it belongs to. An old one stays until the new one arrives.
#[derive(Clone, Debug, PartialEq)]
pub struct Covered {
    /// The revision that was sent.
    pub revision: u64,
    /// The controls, with UTF-16 offsets.
    pub coverage: Rc<Coverage>,
}

impl State {
    /// The coverage of the texts as they are now.
    pub fn coverage_now(&self) -> Option<&Rc<Coverage>> {
        self.covered.as_ref().filter(|covered| covered.revision == self.revision).map(|covered| &covered.coverage)
    }

    pub(super) fn coverage_arrived(&mut self, revision: u64, coverage: Rc<Coverage>) {
        if revision == self.revision {
            self.covered = Some(Covered { revision, coverage });
        }
    }
}
