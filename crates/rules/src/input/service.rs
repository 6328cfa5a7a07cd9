//! One systemd service: unit, drop-ins and environment files give one command line.
//!
//! Source: systemd.service(5), systemd.exec(5): drop-ins follow the unit in the order of their file names; an
//! empty assignment clears a list; environment files are read after `Environment=` and override it.

use std::collections::HashMap;

use super::container_command::inner_program;
use super::env_reference::FileReference;
use super::{argument, unit_facts};
use crate::command::{Argument, CommandLine, Extent, Host};
use crate::detect::{component_of_flags, program};
use crate::document::Document;
use crate::edit::{TextEdit, unit as edit};
use crate::knowledge::Component;
use crate::order::sort_by;
use crate::runner::Unit;
use crate::syntax::mapped::{DocId, Location, Mapped};
use crate::syntax::unit::{Entry, Parsed, Section, UnitFile};
use crate::syntax::words::{self, Lookup, Origin, Word};
use crate::syntax::{env_file, shell};
use crate::target::{Lapse, LapseKind};
use crate::text::{Span, line_ending};

/// A unit file or drop-in with its document.
#[derive(Clone, Copy, Debug)]
pub struct UnitDocument<'a> {
    /// The text.
    pub document: &'a Document,
    /// Its index.
    pub doc: DocId,
    /// What was read of it.
    pub parsed: &'a Parsed,
}

/// An environment file with its document.
#[derive(Clone, Copy, Debug)]
pub struct EnvDocument<'a> {
    /// The text.
    pub document: &'a Document,
    /// Its index.
    pub doc: DocId,
    /// What was read of it.
    pub parsed: &'a env_file::Parsed,
}

/// What a service comes to.
#[derive(Debug)]
pub struct Service {
    /// The command, or the flags found in variables when there is no command.
    pub command: Option<CommandLine>,
    /// Mistakes of the text.
    pub lapses: Vec<Lapse>,
    /// What its `[Service]` says besides the command.
    pub unit: Option<Unit>,
}

struct Variable {
    value: Lookup,
}

struct Reader<'a> {
    component: Component,
    units: &'a [UnitDocument<'a>],
    env_files: &'a [EnvDocument<'a>],
    commands: Vec<(DocId, &'a Entry)>,
    oneshot: bool,
    files: Vec<FileReference>,
    variables: HashMap<String, Variable>,
    /// Names in the order in which they were set, for a service without a command.
    order: Vec<String>,
    /// Variables that `UnsetEnvironment=` takes away again.
    unset: Vec<String>,
    lapses: Vec<Lapse>,
}

/// Reads the service that `units` (the unit first, drop-ins in order) and `env_files` make.
pub fn read(component: Component, units: &[UnitDocument<'_>], env_files: &[EnvDocument<'_>]) -> Service {
    let mut reader = Reader {
        component,
        units,
        env_files,
        commands: Vec::new(),
        oneshot: false,
        files: Vec::new(),
        variables: HashMap::new(),
        order: Vec::new(),
        unset: Vec::new(),
        lapses: Vec::new(),
    };
    for unit in units {
        reader.unit(unit);
    }
    reader.env_files();
    let (command, wrapper) = match reader.commands.last().copied() {
        Some((doc, entry)) => reader.command(doc, entry),
        None => (reader.fragment(), None),
    };
    if let Some(at) = wrapper {
        reader.lapses.push(Lapse { kind: LapseKind::Wrapper, at, text: String::new(), mend: Vec::new() });
    }
    Service { command, lapses: reader.lapses, unit: unit_facts::read(units, env_files) }
}

/// The component whose flags the variables of environment files hold.
pub fn component_of(env_files: &[EnvDocument<'_>]) -> Component {
    let values = env_files.iter().flat_map(|file| &file.parsed.variables).map(|variable| variable.value.text());
    component_of_flags(&values.collect::<Vec<_>>())
}

impl<'a> Reader<'a> {
    fn unit(&mut self, unit: &UnitDocument<'a>) {
        for file in &unit.parsed.files {
            self.assignments(unit, file);
            for section in file.sections.iter().filter(|section| section.name == "Service") {
                self.lost_flags(unit, section);
            }
        }
        for span in &unit.parsed.broken_continuation {
            let blanks = Span::new(span.start + 1, span.end);
            let mend = vec![(unit.doc, TextEdit::delete(blanks))];
            let at = Location::new(unit.doc, *span);
            self.lapses.push(Lapse { kind: LapseKind::BlankAfterBackslash, at, text: String::new(), mend });
        }
    }

    fn assignments(&mut self, unit: &UnitDocument<'a>, file: &'a UnitFile) {
        if let Some(kind) = file.entries("Service", "Type").last() {
            self.oneshot = kind.value.text() == "oneshot";
        }
        for section in file.sections.iter().filter(|section| section.name == "Service") {
            for entry in &section.entries {
                match entry.key.as_str() {
                    "ExecStart" => self.exec_start(unit, entry),
                    "Environment" => self.environment(entry),
                    "EnvironmentFile" => self.environment_file(entry),
                    "PassEnvironment" => self.pass(entry),
                    "UnsetEnvironment" => self.unset.extend(words_of(entry)),
                    _ => {}
                }
            }
        }
    }

    fn exec_start(&mut self, unit: &UnitDocument<'a>, entry: &'a Entry) {
        if entry.value.is_empty() {
            self.commands.clear();
            return;
        }
        if !self.commands.is_empty() && !self.oneshot {
            let at = Location::new(unit.doc, entry.span);
            let text = line_ending(&unit.document.text).to_owned();
            self.lapses.push(Lapse { kind: LapseKind::SecondExecStart, at, text, mend: Vec::new() });
        }
        self.commands.push((unit.doc, entry));
    }

    fn environment(&mut self, entry: &Entry) {
        if entry.value.is_empty() {
            self.variables.clear();
            self.order.clear();
            return;
        }
        for word in words::split(&entry.value) {
            self.open_quote(&word);
        }
        // systemd ignores an assignment with an open quote or an unknown escape, and those behind it.
        for assignment in words::assignments(&entry.value).into_iter().filter(|assignment| assignment.flaw.is_none()) {
            self.set(assignment.name, Lookup::WithSpecifiers(assignment.value));
        }
    }

    fn environment_file(&mut self, entry: &Entry) {
        match FileReference::read(entry) {
            Some(file) => self.files.push(file),
            None => self.files.clear(),
        }
    }

    /// `PassEnvironment=` takes variables from the service manager, which no file tells.
    fn pass(&mut self, entry: &Entry) {
        for name in words_of(entry) {
            if !self.variables.contains_key(&name) {
                self.set(name, Lookup::Unknown);
            }
        }
    }

    fn set(&mut self, name: String, value: Lookup) {
        if !self.variables.contains_key(&name) {
            self.order.push(name.clone());
        }
        self.variables.insert(name, Variable { value });
    }

    /// Finds the document of each referenced file, by its path, by its file name, then by elimination, and lets
    /// the files set their variables in the order in which they are referenced.
    fn env_files(&mut self) {
        let mut left: Vec<EnvDocument<'a>> = self.env_files.to_vec();
        let mut chosen: Vec<Option<EnvDocument<'a>>> = vec![None; self.files.len()];
        for matches in [FileReference::has_path_of, FileReference::has_name_of] {
            for (slot, file) in chosen.iter_mut().zip(&self.files).filter(|(slot, _)| slot.is_none()) {
                if let Some(at) = left.iter().position(|candidate| matches(file, candidate.document)) {
                    *slot = Some(left.remove(at));
                }
            }
        }
        for slot in chosen.iter_mut().filter(|slot| slot.is_none()) {
            if !left.is_empty() && !looks_like_path(left.first()) {
                *slot = Some(left.remove(0));
            }
        }
        for (file, slot) in self.files.iter_mut().zip(&chosen) {
            file.given = slot.is_some();
        }
        for file in chosen.into_iter().flatten().chain(left) {
            for variable in &file.parsed.variables {
                self.set(variable.name.clone(), Lookup::Known(variable.value.clone()));
            }
        }
    }

    fn lookup(&self, name: &str) -> Lookup {
        if self.unset.iter().any(|unset| unset == name) {
            return Lookup::Unset;
        }
        match self.variables.get(name) {
            Some(variable) => variable.value.clone(),
            None if self.files.iter().any(|file| !file.given) => Lookup::Unknown,
            // Nothing given could set it, so a drop-in or the unit itself that was not given will.
            None if self.files.is_empty() && !self.is_complete() => Lookup::Unknown,
            None => Lookup::Unset,
        }
    }

    /// Whether the text is the output of `systemctl cat`, which shows the unit with all its drop-ins.
    fn is_complete(&self) -> bool {
        let mut files = self.units.iter().flat_map(|unit| &unit.parsed.files);
        files.any(|file| file.path.as_ref().is_some_and(|path| path.text().ends_with(".service")))
    }

    fn missing_files(&self) -> Vec<String> {
        self.files.iter().filter(|file| !file.given).map(|file| file.path.clone()).collect()
    }

    fn open_quote(&mut self, word: &Word) {
        if let Some(at) = word.unterminated {
            self.lapses.push(Lapse { kind: LapseKind::OpenQuote, at, text: String::new(), mend: Vec::new() });
        }
    }

    fn command(&mut self, doc: DocId, entry: &'a Entry) -> (Option<CommandLine>, Option<Location>) {
        let all = words::split(&entry.value);
        for word in &all {
            self.open_quote(word);
        }
        let Some(command) = words::commands(&all).last() else { return (None, None) };
        let Some(first) = command.first() else { return (None, None) };
        let executable = words::executable(first);
        let expands = executable.expands_variables();
        if program(executable.path.text()) == Some(self.component) {
            let skip = if executable.renames() { 2 } else { 1 };
            let read = self.read(executable.path.location(), command.get(skip..).unwrap_or(&[]), expands);
            return (Some(read), None);
        }
        if let Some(read) = self.shell(executable.path.text(), command) {
            return (Some(read), None);
        }
        let texts: Vec<&str> = command.iter().map(|word| word.value.text()).collect();
        if let Some(at) = inner_program(&texts, self.component) {
            // A container runtime or `hyperkube` with the component's name among its words.
            let place = command.get(at).and_then(|word| word.value.location());
            let read = self.read(place, command.get(at + 1..).unwrap_or(&[]), expands);
            return (Some(read), None);
        }
        let wrapper = executable.path.location().or(Some(Location::new(doc, entry.key_span)));
        (None, wrapper)
    }

    fn shell(&self, program: &str, command: &[Word]) -> Option<CommandLine> {
        let name = program.rsplit('/').next().unwrap_or(program);
        if !matches!(name, "sh" | "bash" | "dash") {
            return None;
        }
        let at =
            command.iter().position(|word| word.value.text().starts_with('-') && word.value.text().ends_with('c'))?;
        super::shell_command(&shell::commands(&command.get(at + 1)?.value), self.component)
    }

    fn read(&self, executable: Option<Location>, words: &[Word], expands: bool) -> CommandLine {
        let expanded =
            if expands { words::expand(words, &mut |name| self.lookup(name)) } else { words::verbatim(words) };
        let mut arguments: Vec<Argument> = expanded.iter().map(|word| self.argument(word)).collect();
        self.mark_comments(&mut arguments);
        let mut command = CommandLine::read(self.component, executable, arguments, Extent::Whole);
        let files = self.missing_files();
        for unresolved in &mut command.unresolved {
            unresolved.name = unresolved.name.trim_matches(['$', '{', '}']).to_owned();
            unresolved.files.clone_from(&files);
        }
        let broken = |at: Location| {
            let unit = self.units.iter().find(|unit| unit.doc == at.doc);
            unit.is_some_and(|unit| unit.parsed.broken_continuation.iter().any(|span| span.contains(at.span)))
        };
        // The backslash itself reaches the component as a word; its own rule speaks of it.
        command.strays.retain(|stray| !stray.text.location().is_some_and(broken));
        command
    }

    /// Marks the words from a `#` to the end of its line. systemd passes them on, but their writer did not mean to.
    fn mark_comments(&self, arguments: &mut [Argument]) {
        let mut end: Option<Location> = None;
        for argument in arguments {
            let Some(at) = argument.text.location().filter(|_| argument.host == Host::Unit) else { continue };
            if end.is_none() && argument.text.text().starts_with('#') {
                let text = self.units.iter().find(|unit| unit.doc == at.doc).map_or("", |unit| &unit.document.text);
                let rest = text.get(at.span.start as usize..).unwrap_or("");
                let length = rest.find('\n').unwrap_or(rest.len());
                end = Some(Location::new(at.doc, Span::new(at.span.start, at.span.start + Span::of(length, 0).start)));
            }
            match end {
                Some(line) if line.doc == at.doc && line.span.contains(at.span) => argument.comment = true,
                _ => end = None,
            }
        }
    }

    fn argument(&self, word: &words::Argument) -> Argument {
        let host = match (&word.origin, word.value.location()) {
            (Origin::Variable(_), Some(at)) if self.env_files.iter().any(|file| file.doc == at.doc) => {
                Host::EnvironmentFile
            }
            (Origin::Variable(_), _) => Host::Environment,
            _ => Host::Unit,
        };
        argument(word, host)
    }

    /// The flags in variables, when no command was given that uses them.
    fn fragment(&self) -> Option<CommandLine> {
        let mut arguments: Vec<Argument> = Vec::new();
        for name in &self.order {
            let mut reference = Mapped::new();
            reference.push_unwritten(&format!("${name}"));
            let expanded = words::expand(&words::split(&reference), &mut |name| self.lookup(name));
            let holds_flags = expanded.first().is_some_and(|word| word.value.text().starts_with("--"));
            if holds_flags {
                arguments.extend(expanded.iter().map(|word| {
                    let mut argument = self.argument(word);
                    argument.used_at = argument.text.location();
                    argument
                }));
            }
        }
        let some = !arguments.is_empty();
        some.then(|| CommandLine::read(self.component, None, arguments, Extent::Fragment))
    }

    /// Flags that stand as lines of their own in the section.
    fn lost_flags(&mut self, unit: &UnitDocument<'a>, section: &'a Section) {
        let entries =
            section.entries.iter().map(|entry| (entry.span, entry.looks_like_lost_flag(), entry.key.as_str()));
        let strays = section.stray.iter().map(|stray| (stray.span, stray.looks_like_lost_flag(), stray.text.text()));
        let mut lines: Vec<(Span, bool, &str)> = entries.chain(strays).collect();
        sort_by(&mut lines, |a, b| a.0.cmp(&b.0));
        let mut joins_command = false;
        let mut before = Span::default();
        let mut run: Option<Lapse> = None;
        for (span, lost, name) in lines {
            if !lost {
                self.lapses.extend(run.take());
            } else if !self.after_broken_continuation(unit, before, span) {
                let text = name.split([' ', '\t']).next().unwrap_or(name).to_owned();
                let at = Location::new(unit.doc, first_line(span, &unit.document.text));
                let kind = LapseKind::LostContinuation { more: 0 };
                let lapse = run.get_or_insert(Lapse { kind, at, text, mend: Vec::new() });
                let source = before.slice(&unit.document.text);
                if joins_command && !source.trim_end().ends_with("\\\\") {
                    let edits = edit::reconnect(&unit.document.text, before.end, span.start);
                    lapse.mend.extend(edits.into_iter().map(|edit| (unit.doc, edit)));
                }
                if let LapseKind::LostContinuation { more } = &mut lapse.kind
                    && lapse.at.span.start != span.start
                {
                    *more += 1;
                }
            }
            joins_command = name == "ExecStart" || (joins_command && (lost || name.starts_with('.')));
            before = span;
        }
        self.lapses.extend(run);
    }

    fn after_broken_continuation(&self, unit: &UnitDocument<'_>, before: Span, span: Span) -> bool {
        let gap = Span::new(before.start, span.start);
        unit.parsed.broken_continuation.iter().any(|broken| gap.contains(*broken))
    }
}

fn words_of(entry: &Entry) -> impl Iterator<Item = String> {
    words::split(&entry.value).into_iter().map(|word| word.value.text().to_owned())
}

/// The span up to the end of its first line, without a backslash there.
fn first_line(span: Span, text: &str) -> Span {
    let line = span.slice(text).lines().next().unwrap_or("");
    let shown = line.trim_end_matches(['\\', ' ', '\t']);
    Span::new(span.start, span.start + Span::of(0, shown.len()).end)
}

/// Whether the name of the document is a path of its own, which then speaks against pairing it by elimination.
fn looks_like_path(file: Option<&EnvDocument<'_>>) -> bool {
    file.is_some_and(|file| file.document.name.starts_with('/'))
}
