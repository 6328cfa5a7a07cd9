//! The tree: an arena of nodes that know their place in the text, and the look-ups of a Go YAML decoder.

use std::borrow::Cow;
use std::collections::HashMap;

use crate::syntax::mapped::DocId;
use crate::text::Span;

/// Longest chain of aliases followed.
const ALIAS_STEPS: usize = 16;
/// Mappings visited by one look-up through merge keys; a bomb of merges stops here.
const MERGE_VISITS: u32 = 64;

/// Index of a node in its [`Tree`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct NodeId(pub u32);

/// How a scalar is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Style {
    /// Without quotes; also the absent value.
    Plain,
    /// `'text'`
    SingleQuoted,
    /// `"text"`
    DoubleQuoted,
    /// Block after `|`.
    Literal,
    /// Block after `>`.
    Folded,
}

impl Style {
    /// Whether the scalar stands in quotes.
    pub const fn is_quoted(self) -> bool {
        matches!(self, Self::SingleQuoted | Self::DoubleQuoted)
    }

    /// Whether the scalar is a block after `|` or `>`.
    pub const fn is_block(self) -> bool {
        matches!(self, Self::Literal | Self::Folded)
    }
}

/// How a collection is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Layout {
    /// One entry per line, held together by indentation.
    Block,
    /// In brackets, as in JSON.
    Flow,
    /// A mapping of one entry without braces inside a flow sequence: `[a: 1]`.
    Pair,
}

/// The tag of a node, as far as it decides how a scalar is read.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Tag {
    /// No tag.
    #[default]
    None,
    /// `!!str`
    Str,
    /// `!!bool`
    Bool,
    /// `!!int`
    Int,
    /// `!!float`
    Float,
    /// `!!null`
    Null,
    /// Any other tag; scalars under it are text.
    Other,
}

/// What a node is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Kind<'t> {
    /// A single value.
    Scalar {
        /// The text after quotes, escapes and folding; empty for an absent value.
        value: Cow<'t, str>,
        /// How it is written.
        style: Style,
    },
    /// Keys with values.
    Mapping {
        /// Key and value, in the order of the text; duplicates are kept.
        entries: Vec<(NodeId, NodeId)>,
        /// How it is written.
        layout: Layout,
    },
    /// A list.
    Sequence {
        /// In the order of the text.
        items: Vec<NodeId>,
        /// How it is written.
        layout: Layout,
    },
    /// `*name`; never expanded.
    Alias {
        /// The node with the anchor; `None` when there is none of that name before.
        target: Option<NodeId>,
    },
}

/// One node.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Node<'t> {
    /// What it is.
    pub kind: Kind<'t>,
    /// Its own text, quotes, brackets and block header included; anchor, tag and comments are not. For an
    /// absent value the empty span right after the colon or the dash. A block ends with its last content.
    pub span: Span,
    /// The collection that holds it.
    pub parent: Option<NodeId>,
    /// Whether it carries an anchor, so that aliases may repeat it.
    pub anchored: bool,
    /// Its tag.
    pub tag: Tag,
}

impl Node<'_> {
    /// Whether it carries a tag.
    pub fn tagged(&self) -> bool {
        self.tag != Tag::None
    }

    /// Whether it stands for a value that was not written, as in `key:`.
    pub fn is_empty_value(&self) -> bool {
        self.span.is_empty() && matches!(&self.kind, Kind::Scalar { style: Style::Plain, value } if value.is_empty())
    }

    /// The text of a scalar.
    pub fn scalar(&self) -> Option<&str> {
        match &self.kind {
            Kind::Scalar { value, .. } => Some(value),
            _ => None,
        }
    }

    /// How a scalar is written.
    pub fn style(&self) -> Option<Style> {
        match &self.kind {
            Kind::Scalar { style, .. } => Some(*style),
            _ => None,
        }
    }

    /// How a collection is written.
    pub fn layout(&self) -> Option<Layout> {
        match &self.kind {
            Kind::Mapping { layout, .. } | Kind::Sequence { layout, .. } => Some(*layout),
            _ => None,
        }
    }
}

/// One of the documents of a stream.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Document {
    /// Its root node.
    pub root: NodeId,
    /// Its text, from its `---` line (or the start of the text) up to the next document.
    pub span: Span,
}

/// A key with its value, as a look-up found them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Entry {
    /// The key node.
    pub key: NodeId,
    /// The value node as written; it may be an alias.
    pub value: NodeId,
    /// It came in through a merge key `<<` from another mapping.
    pub merged: bool,
}

/// All documents of one text, from which it borrows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tree<'t> {
    /// The document bundle's index of the text.
    pub doc: DocId,
    /// Every node; a parent comes before its children.
    pub nodes: Vec<Node<'t>>,
    /// The documents in order.
    pub documents: Vec<Document>,
    /// Every comment, from `#` to the end of its line, in order.
    pub comments: Vec<Span>,
    /// Whether any mapping holds a key twice.
    pub(super) has_duplicates: bool,
}

/// Stands in for a node of another tree, so that look-ups need not fail.
static NOTHING: Node<'static> = Node {
    kind: Kind::Scalar { value: Cow::Borrowed(""), style: Style::Plain },
    span: Span::at(0),
    parent: None,
    anchored: false,
    tag: Tag::None,
};

impl<'t> Tree<'t> {
    /// A tree without documents.
    pub const fn new(doc: DocId) -> Self {
        Self { doc, nodes: Vec::new(), documents: Vec::new(), comments: Vec::new(), has_duplicates: false }
    }

    /// The node; an empty value for an id that is not of this tree.
    pub fn node(&self, id: NodeId) -> &Node<'t> {
        self.nodes.get(id.0 as usize).unwrap_or(&NOTHING)
    }

    /// The root of the first document.
    pub fn root(&self) -> Option<NodeId> {
        self.documents.first().map(|document| document.root)
    }

    /// The node itself, or what its alias stands for; a broken or endless alias stays as it is.
    pub fn resolve(&self, id: NodeId) -> NodeId {
        let mut at = id;
        for _ in 0..ALIAS_STEPS {
            match self.node(at).kind {
                Kind::Alias { target: Some(target) } => at = target,
                _ => break,
            }
        }
        at
    }

    /// The text of a scalar, through aliases.
    pub fn scalar(&self, id: NodeId) -> Option<&str> {
        self.node(self.resolve(id)).scalar()
    }

    /// The items of a sequence, through aliases; empty for anything else.
    pub fn items(&self, id: NodeId) -> &[NodeId] {
        match &self.node(self.resolve(id)).kind {
            Kind::Sequence { items, .. } => items,
            _ => &[],
        }
    }

    /// Keys and values as written in this mapping itself: no aliases, merge keys unresolved, duplicates kept.
    pub fn own_entries(&self, id: NodeId) -> &[(NodeId, NodeId)] {
        match &self.node(id).kind {
            Kind::Mapping { entries, .. } => entries,
            _ => &[],
        }
    }

    /// The entry that the Kubernetes decoder keeps for `key`: the last one written, merge keys included in
    /// the order of the text.
    pub fn get(&self, mapping: NodeId, key: &str) -> Option<Entry> {
        let mut visits = MERGE_VISITS;
        self.find(mapping, key, &mut visits)
    }

    /// Follows keys from `from`, through aliases and merge keys.
    pub fn at(&self, from: NodeId, path: &[&str]) -> Option<Entry> {
        let (first, rest) = path.split_first()?;
        rest.iter().try_fold(self.get(from, first)?, |entry, key| self.get(entry.value, key))
    }

    /// Every effective entry with a scalar key, merges resolved and duplicates settled as in [`Self::get`].
    pub fn entries(&self, mapping: NodeId) -> Vec<Entry> {
        let mut visits = MERGE_VISITS;
        let mut all = Vec::new();
        self.gather(mapping, &mut visits, &mut all);
        let single = visits + 1 == MERGE_VISITS;
        if single && !self.has_duplicates && all.iter().all(|entry| self.node(entry.key).scalar().is_some()) {
            // Nothing merged and nothing written twice: nothing to settle.
            return all;
        }
        let mut last: HashMap<&str, usize> = HashMap::with_capacity(all.len());
        for (at, entry) in all.iter().enumerate() {
            if let Some(key) = self.scalar(entry.key) {
                last.insert(key, at);
            }
        }
        let keep = all
            .iter()
            .enumerate()
            .filter(|(at, entry)| self.scalar(entry.key).is_some_and(|key| last.get(key) == Some(at)));
        let here = self.resolve(mapping);
        keep.map(|(_, entry)| Entry { merged: self.node(entry.key).parent != Some(here), ..*entry }).collect()
    }

    /// The node and everything above it, innermost first.
    pub fn ancestors(&self, id: NodeId) -> impl Iterator<Item = NodeId> {
        std::iter::successors(Some(id), |at| self.node(*at).parent)
    }

    /// Every node of the document that holds `id`, in the order of the text.
    pub fn document_of(&self, id: NodeId) -> impl Iterator<Item = NodeId> + use<> {
        let root = self.ancestors(id).last().unwrap_or(id);
        let next = self.documents.partition_point(|document| document.root <= root);
        let end = self.documents.get(next).map_or(self.nodes.len(), |document| document.root.0 as usize);
        (root.0..Span::of(end, end).start).map(NodeId)
    }

    /// Whether a key is the merge key `<<`.
    pub fn is_merge_key(&self, key: NodeId) -> bool {
        matches!(&self.node(key).kind, Kind::Scalar { value, style: Style::Plain } if value == "<<")
    }

    fn find(&self, mapping: NodeId, key: &str, visits: &mut u32) -> Option<Entry> {
        *visits = visits.checked_sub(1)?;
        for (name, value) in self.own_entries(self.resolve(mapping)).iter().rev() {
            if self.scalar(*name) == Some(key) {
                return Some(Entry { key: *name, value: *value, merged: false });
            }
            if self.is_merge_key(*name)
                && let Some(entry) = self.merge_sources(*value).find_map(|from| self.find(from, key, visits))
            {
                return Some(Entry { merged: true, ..entry });
            }
        }
        None
    }

    fn gather(&self, mapping: NodeId, visits: &mut u32, all: &mut Vec<Entry>) {
        let Some(left) = visits.checked_sub(1) else { return };
        *visits = left;
        for (key, value) in self.own_entries(self.resolve(mapping)) {
            if self.is_merge_key(*key) {
                // The first source of a list wins, so it is written last.
                let sources: Vec<NodeId> = self.merge_sources(*value).collect();
                for source in sources.iter().rev() {
                    self.gather(*source, visits, all);
                }
            } else {
                all.push(Entry { key: *key, value: *value, merged: false });
            }
        }
    }

    /// The mappings a merge key names, most important first.
    fn merge_sources(&self, value: NodeId) -> impl Iterator<Item = NodeId> {
        let value = self.resolve(value);
        let items = match &self.node(value).kind {
            Kind::Sequence { items, .. } => items.as_slice(),
            _ => &[],
        };
        let single = matches!(self.node(value).kind, Kind::Mapping { .. }).then_some(value);
        single.into_iter().chain(items.iter().copied())
    }
}
