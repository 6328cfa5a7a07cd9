//! Elements in brackets: the layout in use, where to add one, and which bytes go with one.

use super::page::Page;
use super::render::{self, Place};
use crate::edit::TextEdit;
use crate::syntax::yaml::{Kind, Layout, NodeId, Style};
use crate::text::Span;

/// How the elements of one bracket are written.
pub(super) struct Brackets<'p> {
    page: Page<'p>,
    node: NodeId,
    /// From first to last byte of each element.
    elements: Vec<Span>,
    /// Indentation of the elements when each has a line of its own.
    lines: Option<String>,
}

impl<'p> Brackets<'p> {
    pub(super) fn new(page: Page<'p>, node: NodeId) -> Self {
        let tree = page.tree;
        let span = |id: NodeId| tree.node(id).span;
        let elements: Vec<Span> = match &tree.node(node).kind {
            Kind::Mapping { entries, .. } => {
                entries.iter().map(|(key, value)| span(*key).cover(span(*value))).collect()
            }
            Kind::Sequence { items, .. } => items.iter().map(|item| span(*item)).collect(),
            Kind::Scalar { .. } | Kind::Alias { .. } => Vec::new(),
        };
        let mut brackets = Self { page, node, elements, lines: None };
        brackets.lines = brackets.find_lines();
        brackets
    }

    /// An element `{path: value}` for this mapping, without its comma.
    pub(super) fn entry(&self, path: &[&str], value: &str) -> String {
        let (indentation, step) = match &self.lines {
            Some(indentation) => (Some(indentation.as_str()), self.step(indentation)),
            None => (None, String::new()),
        };
        self.nested(path, value, indentation, &step)
    }

    /// The braces with `path: value` inside, as the value of an element.
    pub(super) fn braces(&self, path: &[&str], value: &str) -> String {
        let indentation = self.lines.as_deref();
        let step = indentation.map(|found| self.step(found)).unwrap_or_default();
        self.braces_at(path, value, indentation, &step)
    }

    /// Adds `element` behind the element `after`, or as the only one.
    pub(super) fn add(&self, after: Option<usize>, element: &str) -> Vec<TextEdit> {
        let Some(end) = after.and_then(|index| self.elements.get(index)).map(|span| span.end as usize) else {
            return vec![self.add_first(element)];
        };
        let page = &self.page;
        let comma = Some(page.skip_trivia(end)).filter(|at| page.byte(*at) == Some(b','));
        let insert = |at: usize, text: String| TextEdit::insert(Span::of(at, at).start, text);
        match (comma, &self.lines) {
            (Some(comma), Some(lines)) if page.is_last_on_line(comma + 1) => {
                vec![insert(page.line_end(comma), format!("{}{lines}{element},", page.newline))]
            }
            (Some(comma), _) => {
                let blank = if page.byte(comma + 1) == Some(b' ') { " " } else { "" };
                vec![insert(comma + 1, format!("{blank}{element},"))]
            }
            (None, Some(lines)) if page.is_last_on_line(end) && page.line_end(end) > end => vec![
                insert(end, ",".to_owned()),
                insert(page.line_end(end), format!("{}{lines}{element}", page.newline)),
            ],
            (None, Some(lines)) => vec![insert(end, format!(",{}{lines}{element}", page.newline))],
            (None, None) => vec![insert(end, format!("{}{element}", self.comma()))],
        }
    }

    /// Removes the element `index` with its comma.
    pub(super) fn remove(&self, index: usize) -> Vec<TextEdit> {
        let Some(own) = self.elements.get(index) else { return Vec::new() };
        let page = &self.page;
        let (start, end) = (own.start as usize, own.end as usize);
        let comma = Some(page.skip_trivia(end)).filter(|at| page.byte(*at) == Some(b','));
        let close = comma.map_or(end, |at| at + 1);
        if self.elements.len() == 1 {
            return vec![self.remove_only(start, close)];
        }
        let has_own_lines = page.is_first_on_line(start) && page.is_last_on_line(close);
        let element = if has_own_lines {
            Span::of(page.line_start(start), page.next_line(close))
        } else {
            self.inline_extent(index, start, close)
        };
        let mut edits = Vec::new();
        let previous = index.checked_sub(1).and_then(|before| self.elements.get(before));
        if let (None, Some(previous)) = (comma, previous) {
            // The last element goes, and the comma before it.
            let before = page.skip_trivia(previous.end as usize);
            if !has_own_lines && !page.has_comment(before, start) {
                return vec![TextEdit::delete(Span::of(before, end))];
            }
            edits.push(TextEdit::delete(Span::of(before, before + 1)));
        }
        edits.push(TextEdit::delete(element));
        edits
    }

    fn remove_only(&self, start: usize, close: usize) -> TextEdit {
        let span = self.page.tree.node(self.node).span;
        let (open, shut) = (span.start as usize + 1, (span.end as usize).saturating_sub(1));
        let has_comment = self.page.has_comment(open, start) || self.page.has_comment(close, shut);
        let span = if has_comment || shut < close { Span::of(start, close) } else { Span::of(open, shut) };
        TextEdit::delete(span)
    }

    /// The element with its comma and the blanks up to the next one.
    fn inline_extent(&self, index: usize, start: usize, close: usize) -> Span {
        match self.elements.get(index + 1) {
            Some(next) if !self.page.has_comment(close, next.start as usize) => Span::of(start, next.start as usize),
            _ => Span::of(start, close),
        }
    }

    fn add_first(&self, element: &str) -> TextEdit {
        let page = &self.page;
        let span = page.tree.node(self.node).span;
        let (open, shut) = (span.start as usize + 1, (span.end as usize).saturating_sub(1));
        if page.has_comment(open, shut) || !page.slice(open, shut).trim().is_empty() || shut < open {
            return TextEdit::insert(span.start + 1, element);
        }
        let text = match &self.lines {
            Some(lines) => {
                let newline = page.newline;
                format!("{newline}{lines}{element}{newline}{}", page.indentation(open))
            }
            None => element.to_owned(),
        };
        TextEdit::replace(Span::of(open, shut), text)
    }

    fn nested(&self, path: &[&str], value: &str, indentation: Option<&str>, step: &str) -> String {
        let Some((first, rest)) = path.split_first() else { return value.to_owned() };
        let key = if self.quotes_keys() { render::double_quoted(first) } else { render::key(first, Place::Flow) };
        let value = if rest.is_empty() { value.to_owned() } else { self.braces_at(rest, value, indentation, step) };
        format!("{key}{}{value}", self.colon())
    }

    fn braces_at(&self, path: &[&str], value: &str, indentation: Option<&str>, step: &str) -> String {
        match indentation {
            Some(outer) => {
                let inner = format!("{outer}{step}");
                let newline = self.page.newline;
                format!("{{{newline}{inner}{}{newline}{outer}}}", self.nested(path, value, Some(&inner), step))
            }
            None => format!("{{{}}}", self.nested(path, value, None, step)),
        }
    }

    /// Indentation of elements on lines of their own; an empty bracket takes after the one around it.
    fn find_lines(&self) -> Option<String> {
        let page = &self.page;
        if let Some(first) = self.elements.first() {
            let start = first.start as usize;
            return page.is_first_on_line(start).then(|| page.prefix(start).to_owned());
        }
        let own = page.start(self.node);
        if page.slice(own, page.end(self.node)).contains('\n') {
            let outer = page.indentation(own);
            let step = if outer.contains('\t') { "\t".to_owned() } else { page.step(self.node) };
            return Some(format!("{outer}{step}"));
        }
        let holder = page.tree.node(self.node).parent?;
        if page.tree.node(holder).layout() != Some(Layout::Flow) {
            return None;
        }
        let around = Brackets::new(*page, holder);
        let lines = around.lines.as_ref()?;
        Some(format!("{lines}{}", around.step(lines)))
    }

    /// What an element is indented more than the line its bracket opens on.
    fn step(&self, lines: &str) -> String {
        let outer = self.page.indentation(self.page.start(self.node));
        match lines.strip_prefix(outer) {
            Some(step) if !step.is_empty() => step.to_owned(),
            _ if lines.contains('\t') => "\t".to_owned(),
            _ => "  ".to_owned(),
        }
    }

    /// Whether new keys go in double quotes, as those around do. A bracket that is the whole document may be
    /// JSON, where they must.
    fn quotes_keys(&self) -> bool {
        let tree = self.page.tree;
        let first_key = tree.ancestors(self.node).find_map(|id| tree.own_entries(id).first().map(|(key, _)| *key));
        match first_key {
            Some(key) => tree.node(key).style() == Some(Style::DoubleQuoted),
            None => true,
        }
    }

    /// What stands between key and value.
    fn colon(&self) -> &'static str {
        let page = &self.page;
        let is_tight = page.tree.own_entries(self.node).last().is_some_and(|(key, value)| {
            page.slice(page.end(*key), page.start(*value)) == ":" && !page.tree.node(*value).is_empty_value()
        });
        if is_tight && self.quotes_keys() { ":" } else { ": " }
    }

    /// What stands between two elements on one line.
    fn comma(&self) -> &'p str {
        let gap = match self.elements.as_slice() {
            [.., before, last] => self.page.slice(before.end as usize, last.start as usize),
            _ if self.colon() == ":" => ",",
            _ => ", ",
        };
        if gap == "," { "," } else { ", " }
    }
}
