//! Reads a text document by document and, where one is broken, blanks the line at fault and reads again.
//!
//! Half-typed text is the normal state of an editor, and one bare word must not hide the rest of the file.
//! A blanked line keeps its length, so every span stays true.

use std::borrow::Cow;
use std::ops::Range;

use super::adapter::{self, Event, Failure, Fault};
use super::build::{Builder, Target};
use super::explain;
use super::tree::{Layout, NodeId, Tree};
use crate::order::sort_by;
use crate::problem::Problem;
use crate::text::Span;

/// Lines given up in one document before the rest of it is.
const ROUNDS: u32 = 16;
/// The same in a large text.
const ROUNDS_LARGE: u32 = 4;
/// A text from this size on is large.
const LARGE: usize = 256 * 1024;
/// Bytes read in search of the best line to blank, beyond which broken documents are cut off at their error.
const EFFORT: usize = 8 * 1024 * 1024;

/// Everything found while reading.
pub(super) struct Reader<'t> {
    text: &'t str,
    pub(super) tree: Tree<'t>,
    pub(super) problems: Vec<Problem>,
    pub(super) duplicates: Vec<(NodeId, NodeId)>,
    pub(super) masked: Vec<Span>,
    effort: usize,
}

/// How far a reading came.
#[derive(Clone, Copy)]
struct Probe {
    failure: Option<Failure>,
    /// End of the last token.
    last: usize,
    /// The outermost bracket that is open at the failure.
    open: Option<usize>,
    /// That bracket holds the whole document, as in JSON.
    open_at_root: bool,
}

impl Probe {
    /// Offset that could be read up to; larger is better.
    fn reach(&self) -> usize {
        match self.failure {
            None => usize::MAX,
            // Reported where the bracket opens, after all else was read.
            Some(Failure { fault: Fault::Unclosed, .. }) if self.open_at_root => usize::MAX - 1,
            Some(failure) => failure.at.max(self.last),
        }
    }
}

impl<'t> Reader<'t> {
    pub(super) fn new(text: &'t str, tree: Tree<'t>) -> Self {
        Self { text, tree, problems: Vec::new(), duplicates: Vec::new(), masked: Vec::new(), effort: EFFORT }
    }

    /// Reads every document of the text.
    pub(super) fn read(&mut self) {
        for range in documents(self.text) {
            self.read_chunk(range);
        }
        sort_by(&mut self.masked, Span::cmp);
    }

    fn read_chunk(&mut self, range: Range<usize>) {
        let chunk = self.text.get(range.clone()).unwrap_or("");
        let before = (self.tree.nodes.len(), self.tree.documents.len(), self.tree.comments.len());
        let marks = (self.problems.len(), self.duplicates.len());
        let Some(failure) = self.build(chunk, range.start, chunk.len(), |event| event) else { return };
        if failure.fault == Fault::Depth {
            self.give_up(chunk, range.start, failure);
            return;
        }
        self.tree.nodes.truncate(before.0);
        self.tree.documents.truncate(before.1);
        self.tree.comments.truncate(before.2);
        self.problems.truncate(marks.0);
        self.duplicates.truncate(marks.1);
        let readable = self.mend(chunk, range.start);
        if let Some(failure) = self.build(&readable, range.start, chunk.len(), Event::into_owned) {
            self.give_up(&readable, range.start, failure);
        }
    }

    /// Reads `text`, the `length` bytes at `base`, into the tree. `keep` makes an event last as long as the tree.
    fn build<'c>(
        &mut self,
        text: &'c str,
        base: usize,
        length: usize,
        keep: fn(Event<'c>) -> Event<'t>,
    ) -> Option<Failure> {
        let target = Target { tree: &mut self.tree, problems: &mut self.problems, duplicates: &mut self.duplicates };
        let mut builder = Builder::new(text, base, length, target);
        let failure = adapter::read(text, |event, at| builder.event(keep(event), at));
        builder.finish(failure.map_or(text.len(), |failure| failure.at));
        failure
    }

    /// The chunk with its broken lines blanked, and brackets closed at its end where that helps.
    fn mend<'c>(&mut self, chunk: &'c str, base: usize) -> Cow<'c, str> {
        let rounds = if self.text.len() > LARGE { ROUNDS_LARGE } else { ROUNDS };
        let mut text = Cow::Borrowed(chunk);
        let mut probe = self.probe(&text);
        if let Some(spaced) = self.without_tab_indent(&text, &probe) {
            // Every line concerned is reported by the tab check.
            return Cow::Owned(spaced);
        }
        for _ in 0..rounds {
            let Some(failure) = probe.failure else { break };
            if failure.fault == Fault::Depth || self.effort == 0 {
                break;
            }
            if let Some(closed) = self.with_brackets_closed(&text, &probe) {
                let span = Span::of(base + failure.at.min(chunk.len()), base + chunk.len());
                self.problems.push(Problem::new(span, explain::UNCLOSED));
                return Cow::Owned(closed);
            }
            let Some((range, blanked, next)) = self.best_blanking(&text, &probe) else { break };
            self.report(chunk, base, &range, failure);
            text = Cow::Owned(blanked);
            probe = next;
        }
        text
    }

    fn probe(&mut self, text: &str) -> Probe {
        let mut probe = Probe { failure: None, last: 0, open: None, open_at_root: false };
        let mut brackets = Vec::new();
        probe.failure = adapter::read(text, |event, at| {
            match event {
                Event::Open { layout, .. } => brackets.push((layout == Layout::Flow).then_some(at.start)),
                Event::Close => {
                    brackets.pop();
                }
                _ => {}
            }
            if !matches!(event, Event::DocumentStart | Event::DocumentEnd) {
                probe.last = at.end;
            }
        });
        probe.open_at_root = brackets.first().is_some_and(Option::is_some);
        probe.open = brackets.into_iter().flatten().next();
        if probe.failure.is_some_and(|failure| failure.fault == Fault::Unclosed) && probe.last == 0 {
            // A bracket that begins a document may turn out to be a key, so nothing comes before its end.
            probe.open = root_bracket(text);
            probe.open_at_root = probe.open.is_some();
        }
        let read = probe.failure.map_or(text.len(), |failure| failure.at.max(probe.last));
        self.effort = self.effort.saturating_sub(read + 1);
        probe
    }

    /// Files indented with tabs throughout read well with one space in place of each.
    fn without_tab_indent(&mut self, text: &str, probe: &Probe) -> Option<String> {
        if probe.failure?.fault != Fault::Tab {
            return None;
        }
        let mut spaced = String::with_capacity(text.len());
        for line in text.split_inclusive('\n') {
            let rest = line.trim_start_matches([' ', '\t']);
            spaced.extend(std::iter::repeat_n(' ', line.len() - rest.len()));
            spaced.push_str(rest);
        }
        self.probe(&spaced).failure.is_none().then_some(spaced)
    }

    /// A text that merely stops too early, such as half of a JSON file, keeps all it has.
    fn with_brackets_closed(&mut self, text: &str, probe: &Probe) -> Option<String> {
        let open = probe.open?;
        let at_end = probe.failure?.fault == Fault::Unclosed || probe.reach() >= text.trim_end().len();
        let tail = text.get(open..)?;
        if !at_end || (!probe.open_at_root && tail.trim_end().contains('\n')) {
            return None;
        }
        let closers = missing_closers(tail);
        if closers.is_empty() {
            return None;
        }
        // A line break ends a comment that may stand last.
        let closed = format!("{text}\n {closers}\n");
        self.probe(&closed).failure.is_none().then_some(closed)
    }

    /// Tries the lines that may be at fault and takes the one that lets reading go furthest.
    fn best_blanking(&mut self, text: &str, probe: &Probe) -> Option<(Range<usize>, String, Probe)> {
        let mut best: Option<(Range<usize>, String, Probe)> = None;
        for range in candidates(text, probe) {
            let blanked = blank(text, &range);
            let next = self.probe(&blanked);
            if best.as_ref().is_none_or(|(_, _, found)| next.reach() > found.reach()) {
                best = Some((range, blanked, next));
            }
        }
        best
    }

    fn report(&mut self, chunk: &str, base: usize, range: &Range<usize>, failure: Failure) {
        let shown = trimmed(chunk, range);
        let message = explain::line(chunk, &shown, failure);
        let span = Span::of(base + shown.start, base + shown.end);
        self.problems.push(Problem::new(span, message));
        self.masked.push(Span::of(base + range.start, base + range.end));
    }

    /// Leaves the rest of a document unread.
    fn give_up(&mut self, chunk: &str, base: usize, failure: Failure) {
        let length = chunk.len().min(self.text.len().saturating_sub(base));
        let start = line_at(chunk, failure.at.min(length)).start;
        let shown = trimmed(chunk, &line_at(chunk, failure.at.min(length)));
        let message = if failure.fault == Fault::Depth { explain::DEPTH } else { explain::GIVEN_UP };
        self.problems.push(Problem::new(Span::of(base + shown.start, base + shown.end), message));
        self.masked.push(Span::of(base + start, base + length));
    }
}

/// Splits a stream into documents: at `---` and after `...`. Comments and directives in front of the first
/// `---` belong to its document.
fn documents(text: &str) -> Vec<Range<usize>> {
    let mut all = Vec::new();
    let (mut start, mut at, mut has_content) = (0, 0, false);
    for line in text.split_inclusive('\n') {
        if !has_content || line.starts_with(['-', '.']) {
            let bare = line.trim_start_matches('\u{feff}').trim_end();
            if is_marker(bare, "---") {
                if has_content {
                    all.push(start..at);
                    start = at;
                }
                has_content = true;
            } else if is_marker(bare, "...") {
                all.push(start..at + line.len());
                start = at + line.len();
                has_content = false;
            } else if !has_content {
                has_content = !(bare.is_empty() || bare.starts_with('%') || bare.trim_start().starts_with('#'));
            }
        }
        at += line.len();
    }
    all.push(start..at);
    all
}

/// The bracket that the first content of the text opens.
fn root_bracket(text: &str) -> Option<usize> {
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        let bare = line.trim_start_matches('\u{feff}').trim_start_matches("---").trim_start();
        if bare.starts_with(['{', '[']) {
            return Some(at + (line.len() - bare.len()));
        }
        if !bare.is_empty() && !bare.starts_with(['#', '%']) {
            return None;
        }
        at += line.len();
    }
    None
}

fn is_marker(line: &str, marker: &str) -> bool {
    line.strip_prefix(marker).is_some_and(|rest| rest.is_empty() || rest.starts_with([' ', '\t']))
}

/// Line ranges worth blanking, the likeliest first.
fn candidates(text: &str, probe: &Probe) -> Vec<Range<usize>> {
    let at = probe.failure.map_or(0, |failure| failure.at);
    let Some(erring) = written_line(text, at) else { return Vec::new() };
    let mut all = vec![erring.clone()];
    let mut offer = |range: Range<usize>| {
        if !all.contains(&range) {
            all.push(range);
        }
    };
    let previous = erring.start.checked_sub(1).and_then(|before| written_line(text, before));
    if let Some(previous) = &previous {
        offer(previous.clone());
    }
    let earlier = [Some(probe.last), probe.open];
    let earlier: Vec<_> = earlier.into_iter().flatten().filter_map(|at| written_line(text, at)).collect();
    earlier.iter().for_each(|line| offer(line.clone()));
    if let Some(previous) = &previous {
        offer(previous.start..erring.end);
        if let Some(open) = earlier.last().filter(|_| probe.open.is_some()) {
            offer(open.start..previous.end.max(open.end));
        }
    }
    all
}

/// The line at `at`, or the nearest one before it that is not blank; without its line break.
fn written_line(text: &str, at: usize) -> Option<Range<usize>> {
    let mut line = line_at(text, at.min(text.len()));
    if text.get(line.clone()).is_some_and(|line| !line.trim().is_empty()) {
        return Some(line);
    }
    let before = text.get(..line.start)?.trim_end();
    if before.is_empty() {
        return None;
    }
    line = line_at(text, before.len());
    Some(line)
}

fn line_at(text: &str, at: usize) -> Range<usize> {
    let bytes = text.as_bytes();
    let start = bytes.iter().take(at).rposition(|byte| *byte == b'\n').map_or(0, |found| found + 1);
    let end = bytes.iter().skip(start).position(|byte| *byte == b'\n').map_or(text.len(), |length| start + length);
    start..end
}

/// Spaces in place of the range; line breaks stay, and so does the length.
fn blank(text: &str, range: &Range<usize>) -> String {
    let mut blanked = String::with_capacity(text.len());
    blanked.push_str(text.get(..range.start).unwrap_or(""));
    let inside = text.get(range.clone()).unwrap_or("");
    blanked.extend(inside.bytes().map(|byte| if matches!(byte, b'\n' | b'\r') { byte as char } else { ' ' }));
    blanked.push_str(text.get(range.end..).unwrap_or(""));
    blanked
}

/// The range without blanks at its ends.
fn trimmed(text: &str, range: &Range<usize>) -> Range<usize> {
    let inside = text.get(range.clone()).unwrap_or("");
    let start = range.start + (inside.len() - inside.trim_start().len());
    let end = range.start + inside.trim_end().len();
    start.min(end)..end
}

/// The brackets that `text` opens, outside quotes and comments, and does not close; innermost first.
fn missing_closers(text: &str) -> String {
    let mut closers = Vec::new();
    let mut quote = None;
    let mut previous = b' ';
    let mut bytes = text.bytes();
    while let Some(byte) = bytes.next() {
        match (quote, byte) {
            (Some(b'"'), b'\\') => {
                bytes.next();
            }
            (Some(open), _) if open == byte => quote = None,
            (Some(_), _) => {}
            (None, b'"' | b'\'') if !previous.is_ascii_alphanumeric() => quote = Some(byte),
            (None, b'#') if previous.is_ascii_whitespace() => {
                bytes.by_ref().find(|byte| *byte == b'\n');
            }
            (None, b'{') => closers.push('}'),
            (None, b'[') => closers.push(']'),
            (None, b'}' | b']') => {
                closers.pop();
            }
            _ => {}
        }
        previous = byte;
    }
    closers.into_iter().rev().collect()
}
