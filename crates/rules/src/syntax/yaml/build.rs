//! Turns events into nodes and mends the places the parser reports inexactly.

use std::borrow::Cow;
use std::collections::HashMap;
use std::ops::Range;

use super::adapter::{Collection, Event};
use super::comments;
use super::tree::{Document, Kind, Layout, Node, NodeId, Style, Tag, Tree};
use crate::problem::Problem;
use crate::text::Span;

/// Mappings up to this many entries are compared pair by pair for duplicate keys.
const FEW: usize = 24;

/// Problems of one text from which on unknown aliases are not listed any more.
const MOST: usize = 1000;

const UNKNOWN_ALIAS: &str =
    "There is no anchor of this name above. Write the value out, or define the anchor with `&` first.";

/// A collection that is not closed yet.
struct Frame {
    node: NodeId,
    /// Index of its first child in [`Builder::children`].
    first: usize,
}

/// Collects the nodes of one chunk of a text into a tree.
pub(super) struct Builder<'b, 't> {
    /// The chunk the events come from.
    text: &'b str,
    /// Where the chunk begins in the whole text.
    base: usize,
    /// Where the chunk ends, in the chunk; closing brackets supplied behind it end here.
    end: usize,
    tree: &'b mut Tree<'t>,
    problems: &'b mut Vec<Problem>,
    duplicates: &'b mut Vec<(NodeId, NodeId)>,
    stack: Vec<Frame>,
    /// Children of the collections on the stack, in order: alternately key and value in a mapping.
    children: Vec<NodeId>,
    anchors: HashMap<usize, NodeId>,
    /// End of the last token that left a node, in the chunk.
    cursor: usize,
    /// Nodes of the tree before this chunk.
    nodes_before: usize,
    /// Start of the current document, in the chunk.
    document: usize,
    root: Option<NodeId>,
}

/// Where a builder puts what it finds.
pub(super) struct Target<'b, 't> {
    pub(super) tree: &'b mut Tree<'t>,
    pub(super) problems: &'b mut Vec<Problem>,
    pub(super) duplicates: &'b mut Vec<(NodeId, NodeId)>,
}

impl<'b, 't> Builder<'b, 't> {
    /// A builder for the chunk `text` that stands at byte `base` and is `length` bytes long.
    pub(super) fn new(text: &'b str, base: usize, length: usize, target: Target<'b, 't>) -> Self {
        let Target { tree, problems, duplicates } = target;
        let nodes_before = tree.nodes.len();
        Self {
            text,
            base,
            end: length,
            tree,
            problems,
            duplicates,
            stack: Vec::new(),
            children: Vec::new(),
            anchors: HashMap::new(),
            cursor: 0,
            nodes_before,
            document: 0,
            root: None,
        }
    }

    /// Takes the next event.
    pub(super) fn event(&mut self, event: Event<'t>, at: Range<usize>) {
        match event {
            Event::DocumentStart => {
                self.document = if self.has_document() { at.start } else { 0 };
                self.root = None;
            }
            Event::DocumentEnd => self.end_document(at.start),
            Event::Scalar { value, style, anchor, tag } => {
                let span = self.scalar_span(style, &at);
                let mut value = value;
                if style.is_block() && self.ends_without_break(at.end) {
                    let length = value.trim_end_matches('\n').len();
                    value.to_mut().truncate(length);
                }
                let kind = Kind::Scalar { value, style };
                self.add(kind, span, anchor, tag);
                self.cursor = self.cursor.max(at.end);
            }
            Event::Open { collection, layout, anchor, tag } => self.open(collection, layout, anchor, tag, &at),
            Event::Close => self.close(at.end),
            Event::Alias { anchor } => {
                let target = self.anchors.get(&anchor).copied();
                self.alias(target, &at);
            }
            Event::UnknownAlias => {
                if self.problems.len() < MOST {
                    self.problems.push(Problem::new(self.span(at.start, at.end), UNKNOWN_ALIAS));
                }
                self.alias(None, &at);
            }
        }
    }

    /// Closes what is open. The last document of the chunk extends to its end; comments end at `read`.
    pub(super) fn finish(mut self, read: usize) {
        while !self.stack.is_empty() {
            self.close(self.cursor);
        }
        self.end_document(self.end);
        let own = self.tree.nodes.get(self.nodes_before..).unwrap_or_default();
        let found = comments::find(self.text.get(..read).unwrap_or(""), self.base, own);
        self.tree.comments.extend(found);
        let end = self.span(self.end, self.end).end;
        let start = self.span(0, 0).start;
        if let Some(last) = self.tree.documents.last_mut()
            && last.span.start >= start
        {
            last.span.end = end;
        }
    }

    /// Whether this chunk gave a document already.
    fn has_document(&self) -> bool {
        let start = self.span(0, 0).start;
        self.tree.documents.last().is_some_and(|last| last.span.start >= start && last.span.end > start)
    }

    fn end_document(&mut self, at: usize) {
        if let Some(root) = self.root.take() {
            let span = self.span(self.document, at);
            self.tree.documents.push(Document { root, span });
            self.document = at;
        }
    }

    fn open(&mut self, collection: Collection, layout: Layout, anchor: usize, tag: Tag, at: &Range<usize>) {
        let kind = match collection {
            Collection::Mapping => Kind::Mapping { entries: Vec::new(), layout },
            Collection::Sequence => Kind::Sequence { items: Vec::new(), layout },
        };
        let start = if collection == Collection::Sequence && layout == Layout::Block && self.awaits_value() {
            // In `key:` with dashes at the column of the key the first item is reported instead of its dash.
            self.token(b"-", self.cursor, at.start + 1).unwrap_or(at.start)
        } else {
            at.start
        };
        let span = self.span(start, start);
        let node = self.add(kind, span, anchor, tag);
        self.stack.push(Frame { node, first: self.children.len() });
        if layout == Layout::Flow {
            self.cursor = self.cursor.max(at.end);
        }
    }

    fn close(&mut self, end: usize) {
        let is_half = self.awaits_value();
        let Some(frame) = self.stack.pop() else { return };
        if is_half {
            // The parser stopped between a key and its value.
            let after = self.children.last().map_or(0, |key| self.tree.node(*key).span.end);
            let absent = self.insert(Kind::Scalar { value: Cow::Borrowed(""), style: Style::Plain }, Span::at(after));
            self.place(absent, Some(frame.node), 0, Tag::None);
            self.children.push(absent);
        }
        let children = self.children.get(frame.first..).unwrap_or_default();
        let flow_end = self.span(end, end).end;
        let last_end = children.last().map(|id| self.tree.node(*id).span.end);
        let Some(node) = self.tree.nodes.get_mut(frame.node.0 as usize) else { return };
        let block_end = last_end.unwrap_or(node.span.start).max(node.span.start);
        match &mut node.kind {
            Kind::Mapping { entries, layout } => {
                node.span.end = if *layout == Layout::Flow { flow_end.max(block_end) } else { block_end };
                let pairs = children.as_chunks().0.iter();
                *entries = pairs.map(|[key, value]| (*key, *value)).collect();
            }
            Kind::Sequence { items, layout } => {
                node.span.end = if *layout == Layout::Block { block_end } else { flow_end.max(block_end) };
                *items = children.to_vec();
            }
            Kind::Scalar { .. } | Kind::Alias { .. } => {}
        }
        self.children.truncate(frame.first);
        self.note_duplicates(frame.node);
        if self.tree.node(frame.node).layout() == Some(Layout::Flow) {
            self.cursor = self.cursor.max(end);
        }
    }

    fn alias(&mut self, target: Option<NodeId>, at: &Range<usize>) {
        let span = self.span(at.start, at.end);
        self.add(Kind::Alias { target }, span, 0, Tag::None);
        self.cursor = self.cursor.max(at.end);
    }

    fn add(&mut self, kind: Kind<'t>, span: Span, anchor: usize, tag: Tag) -> NodeId {
        let id = self.insert(kind, span);
        self.place(id, self.stack.last().map(|frame| frame.node), anchor, tag);
        if self.stack.is_empty() {
            self.root = Some(id);
        } else {
            self.children.push(id);
        }
        id
    }

    fn insert(&mut self, kind: Kind<'t>, span: Span) -> NodeId {
        let id = NodeId(Span::of(self.tree.nodes.len(), 0).start);
        self.tree.nodes.push(Node { kind, span, parent: None, anchored: false, tag: Tag::None });
        id
    }

    fn place(&mut self, id: NodeId, parent: Option<NodeId>, anchor: usize, tag: Tag) {
        if let Some(node) = self.tree.nodes.get_mut(id.0 as usize) {
            node.parent = parent;
            node.anchored = anchor != 0;
            node.tag = tag;
        }
        if anchor != 0 {
            self.anchors.insert(anchor, id);
        }
    }

    fn awaits_value(&self) -> bool {
        self.stack.last().is_some_and(|frame| {
            (self.children.len() - frame.first) % 2 == 1
                && matches!(self.tree.node(frame.node).kind, Kind::Mapping { .. })
        })
    }

    fn note_duplicates(&mut self, mapping: NodeId) {
        let tree = &*self.tree;
        let Kind::Mapping { entries, .. } = &tree.node(mapping).kind else { return };
        let named = || entries.iter().filter_map(|(key, _)| Some((tree.node(*key).scalar()?, *key)));
        if entries.len() <= FEW {
            for (at, (name, key)) in named().enumerate() {
                if let Some((_, first)) = named().take(at).find(|(earlier, _)| *earlier == name) {
                    self.duplicates.push((first, key));
                }
            }
            return;
        }
        let mut seen: HashMap<&str, NodeId> = HashMap::with_capacity(entries.len());
        for (name, key) in named() {
            if let Some(first) = seen.get(name) {
                self.duplicates.push((*first, key));
            } else {
                seen.insert(name, key);
            }
        }
    }

    fn span(&self, start: usize, end: usize) -> Span {
        let start = start.min(self.end);
        Span::of(self.base + start, self.base + end.clamp(start, self.end))
    }

    fn byte(&self, at: usize) -> Option<u8> {
        self.text.as_bytes().get(at).copied()
    }

    fn scalar_span(&self, style: Style, at: &Range<usize>) -> Span {
        match style {
            Style::Literal | Style::Folded => self.block_span(at),
            Style::Plain if at.is_empty() => {
                let place = self.absent_place(at.start);
                self.span(place, place)
            }
            _ => self.span(at.start, at.end),
        }
    }

    /// Whether a block that ends at `end` is cut off by the end of the text before the break of its last line.
    /// The Kubernetes decoder then adds none to the value.
    fn ends_without_break(&self, end: usize) -> bool {
        let last = self.text.get(..end).and_then(|before| before.rsplit('\n').next()).unwrap_or("");
        end >= self.text.len() && !last.trim().is_empty()
    }

    /// From the header to the end of the last line that is not blank. The parser reports the content only.
    fn block_span(&self, at: &Range<usize>) -> Span {
        let start = self.token(b"|>", self.cursor, at.start + 1).unwrap_or(at.start);
        let content = self.text.get(at.clone()).unwrap_or("").trim_end_matches([' ', '\t', '\r', '\n']);
        if !content.is_empty() {
            return self.span(start, at.start + content.len());
        }
        let header = self.text.get(start..).unwrap_or("");
        let length = header.bytes().take_while(|byte| b"|>+-0123456789".contains(byte)).count();
        self.span(start, start + length)
    }

    /// Where an absent value would stand. It is reported behind its key, before the colon, or behind the
    /// blanks after a dash.
    fn absent_place(&self, reported: usize) -> usize {
        if self.awaits_value() {
            let colon = skip_trivia(self.text, reported);
            return if self.byte(colon) == Some(b':') { colon + 1 } else { reported };
        }
        let parent = self.stack.last().map(|frame| &self.tree.node(frame.node).kind);
        if !matches!(parent, Some(Kind::Sequence { layout: Layout::Block, .. })) {
            return reported;
        }
        let mut place = self.cursor;
        while let Some(dash) = self.token(b"-", place, reported) {
            place = dash + 1;
        }
        // An anchor or a tag keeps its value behind it; comments do not.
        if skip_trivia(self.text, place) < reported { reported } else { place }
    }

    /// The first of `wanted` that begins a token in `from..end`.
    fn token(&self, wanted: &[u8], from: usize, end: usize) -> Option<usize> {
        let is_blank = |byte| matches!(byte, b' ' | b'\t' | b'\r' | b'\n');
        let mut at = from;
        let mut fresh = at.checked_sub(1).and_then(|before| self.byte(before)).is_none_or(is_blank);
        while at < end {
            let byte = self.byte(at)?;
            match byte {
                b'#' if fresh => at = skip_line(self.text, at),
                _ if fresh && wanted.contains(&byte) && !self.is_marker(at) => return Some(at),
                _ => {
                    fresh = is_blank(byte);
                    at += 1;
                }
            }
        }
        None
    }

    /// Whether a document marker `---` stands here.
    fn is_marker(&self, at: usize) -> bool {
        self.text.get(at..).is_some_and(|rest| rest.starts_with("---"))
    }
}

/// The offset of the line break that ends the line, or the end of the text.
fn skip_line(text: &str, at: usize) -> usize {
    text.get(at..).and_then(|rest| rest.find('\n')).map_or(text.len(), |length| at + length)
}

/// Skips blanks, line breaks and comments.
fn skip_trivia(text: &str, from: usize) -> usize {
    let bytes = text.as_bytes();
    let mut at = from;
    loop {
        match bytes.get(at) {
            Some(b' ' | b'\t' | b'\r' | b'\n') => at += 1,
            Some(b'#') if at > from => at = skip_line(text, at),
            _ => return at,
        }
    }
}
