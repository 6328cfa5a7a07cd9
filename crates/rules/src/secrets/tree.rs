//! Secrets that the structure of YAML or JSON tells: values of a `Secret`, pairs of name and value, flags and values
//! that follow each other in a list, and values that stand below their key.

use super::SecretKind;
use super::found::Found;
use super::literal::{header, is_literal, secret_in};
use super::name::{Naming, Said, said};
use super::pem;
use crate::syntax::mapped::DocId;
use crate::syntax::template;
use crate::syntax::yaml::{self, NodeId, Tree};
use crate::text::Span;

/// Bytes above which a value is judged once, however many aliases name it.
const LONG: usize = 4096;
/// The parts of a `Secret` that hold its values.
const PARTS: [&str; 3] = ["data", "stringData", "metadata"];
/// Texts within texts that are read.
const DEPTH: u8 = 3;

/// Notes every secret that the structure of `text` tells.
pub fn scan(text: &str, found: &mut Found) {
    let (masked, _) = template::mask(text);
    Reader { text, offset: 0, depth: DEPTH, found, judged: Vec::new() }.read(&masked);
}

struct Reader<'t, 'f> {
    /// The text that the user gave.
    text: &'t str,
    /// Where the text that is read begins in it.
    offset: usize,
    depth: u8,
    found: &'f mut Found,
    /// Which nodes were judged, so that what many aliases name is judged once.
    judged: Vec<bool>,
}

impl Reader<'_, '_> {
    fn read(&mut self, text: &str) {
        let tree = yaml::parse(text, DocId(0)).tree;
        self.judged.resize(tree.nodes.len(), false);
        for at in 0..tree.nodes.len() {
            let node = NodeId(Span::of(at, at).start);
            self.mapping(&tree, node);
            self.sequence(&tree, node);
            self.inner(text, &tree, node);
        }
    }

    fn mapping(&mut self, tree: &Tree<'_>, node: NodeId) {
        let entries = tree.own_entries(node);
        let of = |key: &str| entries.iter().find(|(name, _)| tree.scalar(*name) == Some(key)).map(|(_, value)| *value);
        let text = |key: &str| of(key).and_then(|value| tree.scalar(value));
        if text("kind").is_some_and(|kind| kind == "Secret") {
            for values in PARTS.iter().filter_map(|key| Some((*key, of(key)?))) {
                self.object(tree, values);
            }
        }
        // The API leaves the kind out of the items of its own lists.
        if text("kind").is_some_and(|kind| kind == "SecretList")
            && let Some(items) = of("items").filter(|items| !self.is_judged(tree, *items))
        {
            for item in tree.items(items) {
                for (key, values) in tree.own_entries(tree.resolve(*item)) {
                    let key = tree.scalar(*key).filter(|key| PARTS.contains(key));
                    key.into_iter().for_each(|key| self.object(tree, (key, *values)));
                }
            }
        }
        if let (Some(name), Some(value)) = (text("name"), of("value"))
            && let Some(said) = said(name, Naming::Assignment)
        {
            self.value(tree, value, name, said);
        }
        for (key, value) in entries {
            let name = tree.scalar(*key).unwrap_or("");
            if let Some(said) = said(name, Naming::Field) {
                let items = if tree.items(*value).is_empty() || self.is_judged(tree, *value) {
                    &[]
                } else {
                    tree.items(*value)
                };
                for node in std::iter::once(value).chain(items) {
                    self.value(tree, *node, name, said);
                }
            }
        }
    }

    /// One part of a `Secret`: all its values, or what kubectl keeps of them in an annotation.
    fn object(&mut self, tree: &Tree<'_>, (key, values): (&str, NodeId)) {
        let applied = ["annotations", "kubectl.kubernetes.io/last-applied-configuration"];
        let kept = tree.at(values, &applied).map(|entry| entry.value);
        let all: Vec<NodeId> = match key {
            "metadata" => kept.into_iter().collect(),
            _ if self.is_judged(tree, values) => Vec::new(),
            _ => tree.own_entries(tree.resolve(values)).iter().map(|(_, value)| *value).collect(),
        };
        for value in all {
            // A secret may look like a path or a switch here and be one all the same.
            let text = tree.scalar(value).unwrap_or("");
            if !text.is_empty() && (is_literal(text) || !text.contains(['{', '<', template::FILLER[0]])) {
                self.add(tree, value, SecretKind::Secret);
            }
        }
    }

    /// Notes a value of which `name` has `said` that it is a secret, if it is one.
    fn value(&mut self, tree: &Tree<'_>, node: NodeId, name: &str, said: Said) {
        let text = tree.scalar(node).unwrap_or("").trim();
        if tree.node(node).style().is_some_and(yaml::Style::is_block) || self.is_done(tree, node, text) {
            return;
        }
        if let Some(kind) = secret_in(text, said).or_else(|| header(name, text)) {
            let public = kind == SecretKind::Certificate && pem::is_public(text);
            if !public {
                self.add(tree, node, kind);
            }
        }
    }

    /// Whether a long value was judged before.
    fn is_done(&mut self, tree: &Tree<'_>, node: NodeId, text: &str) -> bool {
        text.len() > LONG && self.is_judged(tree, node)
    }

    /// Whether the node, or what its alias stands for, was judged before.
    fn is_judged(&mut self, tree: &Tree<'_>, node: NodeId) -> bool {
        let judged = self.judged.get_mut(tree.resolve(node).0 as usize);
        judged.is_none_or(|judged| std::mem::replace(judged, true))
    }

    /// A flag in a list and its value after it.
    fn sequence(&mut self, tree: &Tree<'_>, node: NodeId) {
        let items = if tree.own_entries(node).is_empty() { tree.items(node) } else { &[] };
        for pair in items.windows(2) {
            let [flag, value] = pair else { continue };
            let name = tree.scalar(*flag).filter(|name| name.starts_with('-'));
            let follows = tree.scalar(*value).is_some_and(|value| !value.starts_with("--"));
            if let Some(name) = name.filter(|_| follows)
                && let Some(said) = said(name, Naming::Assignment)
            {
                self.value(tree, *value, name, said);
            }
        }
    }

    /// YAML or JSON inside a text block or between single quotes, which stands there as it is.
    fn inner(&mut self, text: &str, tree: &Tree<'_>, node: NodeId) {
        let Some(style) = tree.node(node).style().filter(|style| *style != yaml::Style::DoubleQuoted) else { return };
        let span = tree.node(node).span;
        let whole = span.slice(text);
        let start = if style.is_block() { whole.find('\n').map_or(whole.len(), |end| end + 1) } else { 1 };
        let inner = whole.get(start..).unwrap_or("");
        let worth = style.is_block() || style == yaml::Style::SingleQuoted && inner.starts_with(['{', '[']);
        if self.depth > 0 && worth && inner.contains(':') {
            let offset = self.offset + span.start as usize + start;
            let inner = if style.is_block() { inner } else { inner.trim_end_matches('\'') };
            let depth = self.depth - 1;
            Reader { text: self.text, offset, depth, found: self.found, judged: Vec::new() }.read(inner);
        }
    }

    /// Notes a scalar without its quotes.
    fn add(&mut self, tree: &Tree<'_>, node: NodeId, kind: SecretKind) {
        let node = tree.node(tree.resolve(node));
        let (start, end) = (self.offset + node.span.start as usize, self.offset + node.span.end as usize);
        let Some(style) = node.style() else { return };
        let (start, end) = match style {
            style if style.is_quoted() => (start + 1, end.saturating_sub(1).max(start + 1)),
            style if style.is_block() => {
                let head = self.text.get(start..end).and_then(|block| block.find('\n'));
                (head.map_or(end, |head| start + head + 1), end)
            }
            _ => (start, end),
        };
        self.found.add(self.text, start, end, kind);
    }
}
