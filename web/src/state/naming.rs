//! Names for files that nobody has named.

use plimsoll_rules::Kind;
use plimsoll_rules::report::Report;

use super::file::{Naming, usual_name};
use super::{State, Urgency};

impl State {
    /// Names files after their kind where nobody has named them.
    pub(super) fn name_files(&mut self, report: &Report) {
        let mut renamed = false;
        for (at, entry) in report.documents.iter().enumerate() {
            let Some(kind) = Kind::from_name(&entry.kind).filter(|kind| *kind != Kind::Unknown) else { continue };
            let wanted = self.files.get(at).is_some_and(|file| file.naming == Naming::Pending);
            if !wanted || self.files.get(at).is_none_or(|file| file.text.trim().is_empty()) {
                continue;
            }
            let name = self.free_name(at, usual_name(kind));
            if let Some(file) = self.files.get_mut(at) {
                renamed |= file.name != name;
                file.name = name;
                file.naming = Naming::Given;
            }
        }
        if renamed {
            self.changed(Urgency::Now);
        }
    }

    /// `name`, with a number before it when another file bears it.
    fn free_name(&self, at: usize, name: &str) -> String {
        let taken = |name: &str| self.files.iter().enumerate().any(|(other, file)| other != at && file.name == name);
        let numbered = (2..).map(|number| format!("{number}-{name}"));
        std::iter::once(name.to_owned()).chain(numbered).find(|name| !taken(name)).unwrap_or_default()
    }
}
