//! What each action does to the state.

use std::rc::Rc;

use plimsoll_rules::report::Report;
use plimsoll_rules::{Kind, Upgrade};
use yew::Reducible;

use super::dialog::Dialog;
use super::file::{File, FileId, Naming, NewFile, Origin};
use super::view::PORTION;
use super::{Action, ChangeKind, Checked, Engine, Placing, Route, Sheet, Shelf, State, Step, Urgency, View, history};
use crate::protocol::FixedAll;

impl Reducible for State {
    type Action = Action;

    fn reduce(self: Rc<Self>, action: Action) -> Rc<Self> {
        let mut state = Rc::unwrap_or_clone(self);
        state.act(action);
        Rc::new(state)
    }
}

impl State {
    /// Changes the state by one action.
    pub fn act(&mut self, action: Action) {
        if !self.allows(&action) {
            return;
        }
        match action {
            Action::Open(files, placing) => self.open(files, placing),
            Action::AddEmpty => {
                self.add(vec![File::untitled(self.next_id)]);
                self.focus += 1;
            }
            Action::StartAfresh => {
                self.replace(vec![File::untitled(self.next_id)]);
                self.focus += 1;
            }
            Action::BringBack => self.bring_back(),
            Action::Close(id) => self.close(id),
            Action::Activate(id) => self.activate(id),
            Action::Rename(id, name) => self.rename(id, &name),
            Action::SetKind(id, kind) => self.set_kind(id, kind),
            Action::Edited(id, text, kind) => self.edited(id, text, kind),
            Action::SetRelease(release) => {
                self.release = release;
                self.changed(Urgency::Now);
            }
            Action::SetRoute(route) => {
                self.route = route;
                self.upgrade = None;
            }
            Action::Linted(revision, report) => self.linted(revision, report),
            Action::PagesArrived(pages) => self.pages = pages,
            Action::DescriptionsArrived(descriptions) => self.descriptions = descriptions,
            Action::ToggleExamples => self.show_examples = !self.show_examples,
            Action::ExamplesArrived(examples) => self.examples = Some(examples),
            Action::UpgradeArrived(revision, upgrade) => self.upgrade_arrived(revision, upgrade),
            Action::Previewed(revision, finding, preview) => {
                if revision == self.revision && self.selected == Some(finding) {
                    self.preview = Some(preview);
                }
            }
            Action::FixedArrived(revision, fixed) => {
                if revision == self.revision {
                    self.fixed = Some(fixed);
                }
            }
            Action::Select(index) => {
                self.pick(index);
                self.reveal_selected();
            }
            Action::Pick(index) => {
                self.pick(index);
                self.picked += 1;
            }
            Action::Walk(direction) => self.walk(direction),
            Action::CloseSheet => self.sheet = Sheet::Closed,
            Action::Filter(action) => self.filter = std::mem::take(&mut self.filter).after(action),
            Action::ToggleNotes(file) => self.toggle_notes(file),
            Action::Show(view) => self.view = view,
            Action::RevealPlace(document, from, to) => self.reveal_place(document, from, to),
            Action::ApplyFix(finding, fix) => self.apply_fix(finding, fix),
            Action::ApplyAll(revision, fixed) => self.apply_all(revision, &fixed),
            Action::Undo => self.undo(),
            Action::Profile(action) => self.act_on_profile(action),
            Action::Accept(action) => self.act_on_acceptance(action),
            Action::CoverageArrived(revision, coverage) => self.coverage_arrived(revision, coverage),
            Action::ShowStatus(status) => self.status_shown = status,
            Action::ToggleSuppressed => self.suppressed = self.suppressed.turned(),
            Action::Notice(notice) => self.notice = notice,
            Action::EngineIs(engine) => self.engine = engine,
            Action::CopyByHand(text) => {
                (self.dialog, self.uncopied) = (Some(Dialog::CopyByHand), Some(text));
            }
            Action::Embed(action) => self.act_for_host(action),
            Action::Read(page) => (self.dialog, self.reading) = (Some(Dialog::Handbook), Some(page)),
            Action::ShowMore => self.portion += PORTION,
            Action::OpenDialog(dialog) => self.show_dialog(Some(dialog)),
            Action::CloseDialog => self.show_dialog(None),
            Action::Link(action) => self.act_on_link(action),
            Action::Leave(action) => self.act_on_leaving(action),
            Action::CheckAgain => self.changed(Urgency::Now),
            Action::Study(action) => self.act_on_study(action),
        }
    }

    /// Something that the report depends on has changed.
    pub(super) fn changed(&mut self, urgency: Urgency) {
        self.revision += 1;
        self.urgency = urgency;
        self.preview = None;
        self.fixed = None;
        self.upgrade = None;
        self.outcome = None;
        if self.engine == Engine::Stopped {
            self.engine = Engine::Running;
        }
    }

    pub(super) fn open(&mut self, files: Vec<NewFile>, placing: Placing) {
        if files.is_empty() {
            return;
        }
        let example = files.iter().all(|file| file.origin == Origin::Example);
        let mut new = Vec::with_capacity(files.len());
        for file in files {
            new.push(File::new(self.next_id, file));
            self.next_id += 1;
        }
        match placing {
            Placing::Beside if !self.files.iter().all(File::is_disposable) => {
                self.files.retain(|file| !file.text.trim().is_empty() || file.refusal.is_some());
                self.add(new);
            }
            Placing::Beside | Placing::Replace => self.replace(new),
        }
        // What was chosen for the user's own files says nothing about an example.
        if example {
            self.release = None;
            self.route = Route::default();
        }
    }

    fn add(&mut self, files: Vec<File>) {
        self.active = files.first().map_or(self.active, |file| file.id);
        self.next_id = files.iter().fold(self.next_id, |next, file| next.max(file.id + 1));
        self.files.extend(files);
        self.changed(Urgency::Now);
    }

    fn replace(&mut self, files: Vec<File>) {
        let old = std::mem::take(&mut self.files);
        // What stands in a drill is not the user's; what was put aside for it stays there.
        if self.study.run.take().is_none() {
            let disposable = old.iter().all(File::is_disposable);
            let shelf = Shelf { files: old, placing: Placing::Replace, release: self.release };
            self.shelved = if disposable { None } else { Some(shelf) };
        }
        self.history.clear();
        self.notice = None;
        self.checked = None;
        self.portion = PORTION;
        self.covered = None;
        self.selected = None;
        self.view = View::Findings;
        self.sheet = Sheet::Closed;
        self.add(files);
    }

    fn bring_back(&mut self) {
        match self.shelved.take() {
            Some(Shelf { files, placing: Placing::Replace, release }) => {
                self.replace(files);
                self.release = release;
            }
            Some(Shelf { files, placing: Placing::Beside, .. }) => self.add(files),
            None => {}
        }
    }

    fn close(&mut self, id: FileId) {
        let Some(at) = self.document_of(id) else { return };
        let closed = self.files.remove(at);
        if !closed.is_disposable() && self.study.run.is_none() {
            self.shelved = Some(Shelf { files: vec![closed], placing: Placing::Beside, release: self.release });
        }
        if self.files.is_empty() {
            let empty = File::untitled(self.next_id);
            self.next_id += 1;
            self.files.push(empty);
        }
        if self.active == id {
            let neighbour = self.files.get(at.min(self.files.len() - 1));
            self.active = neighbour.map_or(0, |file| file.id);
        }
        self.checked = None;
        self.selected = None;
        self.changed(Urgency::Now);
    }

    fn activate(&mut self, id: FileId) {
        if self.document_of(id).is_some() {
            self.active = id;
        }
    }

    fn file_mut(&mut self, id: FileId) -> Option<&mut File> {
        self.files.iter_mut().find(|file| file.id == id)
    }

    fn rename(&mut self, id: FileId, name: &str) {
        let name = name.trim();
        let Some(file) = self.file_mut(id) else { return };
        if !name.is_empty() && file.name != name {
            name.clone_into(&mut file.name);
            file.naming = Naming::Given;
            self.changed(Urgency::Now);
        }
    }

    fn set_kind(&mut self, id: FileId, kind: Option<Kind>) {
        if let Some(file) = self.file_mut(id) {
            file.kind = kind;
            self.changed(Urgency::Now);
        }
    }

    fn edited(&mut self, id: FileId, text: Rc<str>, kind: ChangeKind) {
        let drilling = self.study.run.is_some();
        let Some(file) = self.file_mut(id) else { return };
        if file.text == text {
            return;
        }
        let own = kind != ChangeKind::Edit;
        let urgency = match kind {
            // A file of a drill stays what it is, even if all of its text is pasted anew.
            ChangeKind::Paste if drilling => {
                file.type_text(text);
                Urgency::Now
            }
            ChangeKind::Paste => {
                let before = file.clone();
                file.paste_text(Rc::clone(&text));
                // A paste beside other text is part of that text.
                if file.naming == Naming::Pending && file.text == text && file.original == text {
                    self.offer_profile(before, &text);
                }
                Urgency::Now
            }
            ChangeKind::Type => {
                file.type_text(text);
                Urgency::Pause
            }
            ChangeKind::Edit => {
                file.text = text;
                Urgency::Now
            }
        };
        self.notice = None;
        self.leaving.unsaved |= own;
        self.changed(urgency);
    }

    fn linted(&mut self, revision: u64, report: Rc<Report>) {
        self.engine = Engine::Running;
        if revision != self.revision {
            return;
        }
        self.selected = self.reselect(&report);
        self.preview = None;
        let first = self.checked.is_none();
        self.checked = Some(Checked { revision, report: Rc::clone(&report) });
        // Elsewhere the cursor is the user's, who may be typing.
        let shown = |file: &File| matches!(file.origin, Origin::Example | Origin::Host);
        // In a drill the place would tell.
        if first && !self.study.hides() && self.active_file().is_some_and(shown) {
            self.reveal_selected();
        }
        self.name_files(&report);
    }

    fn upgrade_arrived(&mut self, revision: u64, upgrade: Rc<Upgrade>) {
        let (from, to) = self.compared();
        if revision == self.revision && upgrade.from == from.to_string() && upgrade.to == to.to_string() {
            self.upgrade = Some(upgrade);
        }
    }

    fn apply_fix(&mut self, finding: usize, fix: usize) {
        if !self.is_fresh() {
            return;
        }
        let Some(checked) = &self.checked else { return };
        let Some(finding) = checked.report.findings.get(finding) else { return };
        let Some(fix) = finding.fixes.get(fix) else { return };
        let step = history::apply(&mut self.files, &fix.edits, fix.title.clone());
        self.remember(step);
    }

    fn apply_all(&mut self, revision: u64, fixed: &FixedAll) {
        if revision != self.revision {
            return;
        }
        let title = match fixed.applied.len() {
            1 => "Applied 1 safe fix".to_owned(),
            count => format!("Applied {count} safe fixes"),
        };
        let step = history::replace_all(&mut self.files, &fixed.texts, title);
        self.remember(step);
    }

    /// A text that was only typed keeps the state before its first fix as its original.
    pub(super) fn remember(&mut self, step: Option<Step>) {
        let Some(step) = step else { return };
        for file in &mut self.files {
            if file.origin == Origin::Typed && file.text != file.original {
                file.origin = Origin::Brought;
            }
        }
        self.notice = None;
        let outcome = format!("Done: {}.", step.title.replace('`', ""));
        self.history.push(step);
        self.changed(Urgency::Now);
        self.outcome = Some(outcome);
    }

    fn undo(&mut self) {
        if self.undoable().is_none() {
            return;
        }
        if let Some(step) = self.history.pop() {
            let outcome = format!("Taken back: {}.", step.title.replace('`', ""));
            step.undo(&mut self.files);
            self.changed(Urgency::Now);
            self.outcome = Some(outcome);
        }
    }
}
