//! The text as lines and blanks, for planners that must keep its layout.

use super::Refusal;
use crate::syntax::yaml::{Kind, Layout, NodeId, Style, Tree};
use crate::text::{Span, line_ending};

/// Indentation of one level where the document shows none.
const STEP: usize = 2;

/// A text with its tree.
#[derive(Clone, Copy)]
pub(super) struct Page<'p> {
    pub(super) text: &'p str,
    pub(super) tree: &'p Tree<'p>,
    /// The line ending in use.
    pub(super) newline: &'static str,
}

impl<'p> Page<'p> {
    pub(super) fn new(text: &'p str, tree: &'p Tree) -> Self {
        Self { text, tree, newline: line_ending(text) }
    }

    pub(super) fn byte(&self, at: usize) -> Option<u8> {
        self.text.as_bytes().get(at).copied()
    }

    pub(super) fn slice(&self, start: usize, end: usize) -> &'p str {
        self.text.get(start..end).unwrap_or("")
    }

    /// First byte of the node.
    pub(super) fn start(&self, id: NodeId) -> usize {
        self.tree.node(id).span.start as usize
    }

    /// One past the last byte of the node.
    pub(super) fn end(&self, id: NodeId) -> usize {
        self.tree.node(id).span.end as usize
    }

    /// First byte of the line.
    pub(super) fn line_start(&self, at: usize) -> usize {
        self.slice(0, at).rfind('\n').map_or(0, |found| found + 1)
    }

    /// End of the line's content, before its line break.
    pub(super) fn line_end(&self, at: usize) -> usize {
        let end = self.next_line(at);
        let line = self.slice(at, end);
        at + line.strip_suffix('\n').map_or(line, |rest| rest.strip_suffix('\r').unwrap_or(rest)).len()
    }

    /// End of the content of the line before, or the start of the text.
    pub(super) fn previous_line_end(&self, at: usize) -> usize {
        let before = self.slice(0, self.line_start(at));
        before.strip_suffix('\n').map_or(before, |rest| rest.strip_suffix('\r').unwrap_or(rest)).len()
    }

    /// First byte of the next line, or the end of the text.
    pub(super) fn next_line(&self, at: usize) -> usize {
        self.slice(at, self.text.len()).find('\n').map_or(self.text.len(), |length| at + length + 1)
    }

    /// What stands before `at` on its line.
    pub(super) fn prefix(&self, at: usize) -> &'p str {
        self.slice(self.line_start(at), at).trim_start_matches('\u{feff}')
    }

    /// The indentation of the line that holds `at`.
    pub(super) fn indentation(&self, at: usize) -> &'p str {
        let line = self.slice(self.line_start(at), self.line_end(at)).trim_start_matches('\u{feff}');
        line.get(..line.len() - line.trim_start_matches([' ', '\t']).len()).unwrap_or("")
    }

    /// Whether only blanks stand before `at` on its line.
    pub(super) fn is_first_on_line(&self, at: usize) -> bool {
        self.prefix(at).bytes().all(|byte| matches!(byte, b' ' | b'\t'))
    }

    /// Whether nothing but blanks and a comment follows on the line.
    pub(super) fn is_last_on_line(&self, at: usize) -> bool {
        let rest = self.slice(at, self.line_end(at));
        let bare = rest.trim_start_matches([' ', '\t']);
        bare.is_empty() || (bare.starts_with('#') && bare.len() < rest.len())
    }

    /// The first byte from `at` on that is no blank, line break or comment.
    pub(super) fn skip_trivia(&self, from: usize) -> usize {
        let mut at = from;
        loop {
            match self.byte(at) {
                Some(b' ' | b'\t' | b'\r' | b'\n') => at += 1,
                Some(b'#') if at == 0 || matches!(self.byte(at - 1), Some(b' ' | b'\t' | b'\n')) => {
                    at = self.line_end(at)
                }
                _ => return at,
            }
        }
    }

    /// The place right after the colon of a key.
    pub(super) fn after_colon(&self, key: NodeId) -> Result<usize, Refusal> {
        let end = self.end(key);
        let rest = self.slice(end, self.text.len());
        let colon = end + (rest.len() - rest.trim_start_matches([' ', '\t']).len());
        let is_explicit = self.prefix(self.start(key)).trim_end().ends_with('?');
        if self.byte(colon) == Some(b':') && !is_explicit { Ok(colon + 1) } else { Err(Refusal::Layout) }
    }

    /// Whether a comment begins in `start..end`.
    pub(super) fn has_comment(&self, start: usize, end: usize) -> bool {
        let range = Span::of(start, end);
        let first = self.tree.comments.partition_point(|comment| comment.start < range.start);
        self.tree.comments.get(first).is_some_and(|comment| comment.start < range.end)
    }

    /// The dash of an item of a list in block layout: the first thing behind the item before it.
    pub(super) fn dash(&self, sequence: NodeId, items: &[NodeId], index: usize) -> Result<usize, Refusal> {
        let from = match index.checked_sub(1).and_then(|before| items.get(before)) {
            Some(before) => self.end(*before),
            None => self.start(sequence),
        };
        let at = self.skip_trivia(from);
        if self.byte(at) == Some(b'-') { Ok(at) } else { Err(Refusal::Layout) }
    }

    /// The indentation of the entries of a block mapping.
    pub(super) fn entry_indentation(&self, mapping: NodeId) -> Result<String, Refusal> {
        let entries = self.tree.own_entries(mapping);
        if let Some((key, _)) = entries.iter().find(|(key, _)| self.is_first_on_line(self.start(*key))) {
            return Ok(self.prefix(self.start(*key)).to_owned());
        }
        let (first, _) = entries.first().ok_or(Refusal::Layout)?;
        self.indentation_behind_dashes(self.start(*first))
    }

    /// Blanks as wide as what stands before `at`, which may be dashes of lists only.
    pub(super) fn indentation_behind_dashes(&self, at: usize) -> Result<String, Refusal> {
        let prefix = self.prefix(at);
        let is_plain = prefix.bytes().all(|byte| matches!(byte, b' ' | b'\t' | b'-'));
        if is_plain { Ok(prefix.replace('-', " ")) } else { Err(Refusal::Layout) }
    }

    /// The blanks that one more level takes: as in this mapping, else as in its document, else two spaces.
    pub(super) fn step(&self, mapping: NodeId) -> String {
        let values = self.tree.own_entries(mapping).iter().map(|(_, value)| *value);
        let width = values.chain(self.tree.document_of(mapping)).find_map(|child| self.step_to(child)).unwrap_or(STEP);
        " ".repeat(width)
    }

    /// How much deeper a block mapping stands than the block mapping that holds it.
    fn step_to(&self, child: NodeId) -> Option<usize> {
        let first_column = |id: NodeId| {
            let node = self.tree.node(id);
            let (key, _) = self.tree.own_entries(id).first()?;
            (node.layout() == Some(Layout::Block)).then(|| self.prefix(self.start(*key)).chars().count())
        };
        let outer = first_column(self.tree.node(child).parent?)?;
        first_column(child)?.checked_sub(outer).filter(|width| *width > 0)
    }

    /// End of the last line that belongs to a node in block layout, before its line break.
    pub(super) fn last_line_end(&self, id: NodeId) -> usize {
        let end = self.line_end(self.end(id));
        if self.keeps_blank_lines(id) { self.last_blank_line_end(end) } else { end }
    }

    /// End of the last of the blank lines that follow the line that ends at `end`; `end` if there are none.
    pub(super) fn last_blank_line_end(&self, end: usize) -> usize {
        let mut end = end;
        loop {
            let next = self.next_line(end);
            let line_end = self.line_end(next);
            if next >= self.text.len() || !self.slice(next, line_end).trim().is_empty() {
                return end;
            }
            end = line_end;
        }
    }

    /// Whether what stands right before `at` is a block scalar that keeps the blank lines after it.
    pub(super) fn follows_kept_blank_lines(&self, at: usize) -> bool {
        let at = Span::of(at, at).start;
        let behind = self.tree.nodes.partition_point(|node| node.span.start < at);
        behind.checked_sub(1).is_some_and(|index| self.keeps_blank_lines(NodeId(Span::of(index, index).start)))
    }

    /// Whether the node ends in a block scalar whose header keeps the blank lines after it.
    fn keeps_blank_lines(&self, id: NodeId) -> bool {
        let mut at = id;
        loop {
            let node = self.tree.node(at);
            let last = match &node.kind {
                Kind::Mapping { entries, .. } => entries.last().map(|(_, value)| *value),
                Kind::Sequence { items, .. } => items.last().copied(),
                Kind::Scalar { style: Style::Literal | Style::Folded, .. } => {
                    let header = node.span.slice(self.text).split(['\n', ' ']).next().unwrap_or("");
                    return header.contains('+');
                }
                Kind::Scalar { .. } | Kind::Alias { .. } => None,
            };
            match last {
                Some(child) => at = child,
                None => return false,
            }
        }
    }
}
