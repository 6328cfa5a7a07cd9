//! Which finding is open, after a choice and after a new report, and which place the editor shows.

use plimsoll_rules::report::Report;

use super::file::FileId;
use super::view::{is_note, listed, suppressed};
use super::{Reveal, Sheet, State, View};

impl State {
    /// The finding that was open, where it now is; else the one that took its place in the list. A note is not opened
    /// in place of a finding.
    pub(super) fn reselect(&self, new: &Report) -> Option<usize> {
        let order = listed(new, &self.filter);
        let Some(old) = self.selected_finding() else { return worst(new, &order) };
        let same = |found: &plimsoll_rules::report::Finding| (&found.rule, &found.setting) == (&old.rule, &old.setting);
        let distance = |index: &usize| {
            let found = new.findings.get(*index);
            found.map(|found| (found.document != old.document, found.start.abs_diff(old.start)))
        };
        // What has just been accepted makes room for the next; what was accepted before stays open.
        let shown = if old.suppressed.is_some() { suppressed(new) } else { Vec::new() };
        let all = order.iter().chain(&shown).copied();
        let again = all.filter(|index| new.findings.get(*index).is_some_and(same));
        if let Some(index) = again.min_by_key(distance) {
            return Some(index);
        }
        let report = &self.checked.as_ref()?.report;
        let rank = listed(report, &self.filter).iter().position(|index| Some(*index) == self.selected)?;
        let next = order.get(rank).or(order.last()).copied()?;
        let unasked = !is_note(old) && new.findings.get(next).is_some_and(is_note);
        if unasked { last_finding(new, &order) } else { Some(next) }
    }

    pub(super) fn pick(&mut self, index: usize) {
        if self.selected != Some(index) {
            self.preview = None;
        }
        self.selected = Some(index);
        self.sheet = Sheet::Open;
        self.view = View::Findings;
        let note = self.selected_finding().filter(|finding| is_note(finding));
        let file = note.and_then(|note| self.files.get(note.document as usize)).map(|file| file.id);
        if let Some(file) = file.filter(|file| !self.open_notes.contains(file)) {
            self.open_notes.push(file);
        }
    }

    pub(super) fn toggle_notes(&mut self, file: FileId) {
        if self.open_notes.contains(&file) {
            self.open_notes.retain(|open| *open != file);
        } else {
            self.open_notes.push(file);
        }
    }

    pub(super) fn reveal_selected(&mut self) {
        if let Some(finding) = self.selected_finding() {
            let (document, from, to) = (finding.document, finding.start, finding.end);
            self.reveal_place(document, from, to);
        }
    }

    /// Shows a place in the editor, with the view that the editor is part of.
    pub(super) fn reveal_place(&mut self, document: u32, from: u32, to: u32) {
        let Some(file) = self.files.get(document as usize).map(|file| file.id) else { return };
        self.active = file;
        let serial = self.reveal.map_or(0, |reveal| reveal.serial) + 1;
        self.reveal = Some(Reveal { serial, file, from, to });
        if self.view == View::Fixed {
            self.view = View::Findings;
        }
    }
}

/// The first finding of an order that is more than a note.
fn worst(report: &Report, order: &[usize]) -> Option<usize> {
    order.iter().copied().find(|index| report.findings.get(*index).is_some_and(|finding| !is_note(finding)))
}

/// The last one of an order that is more than a note.
fn last_finding(report: &Report, order: &[usize]) -> Option<usize> {
    order.iter().copied().rfind(|index| report.findings.get(*index).is_some_and(|finding| !is_note(finding)))
}
