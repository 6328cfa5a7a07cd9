//! YAML and JSON as a tree with exact places.
//!
//! Reading never fails: a line that breaks a document is reported, left out, and the rest is read. Aliases
//! are never expanded, nesting is bounded, and the tree keeps duplicate keys and merge keys as written while
//! its look-ups answer as the decoder of Kubernetes does.

mod adapter;
mod build;
mod check;
mod comments;
mod explain;
mod place;
mod recover;
mod scalar;
#[cfg(test)]
mod tests;
mod tree;

pub use check::{Oddity, OddityKind, with_line_breaks};
pub use scalar::{PlainKind, plain_kind};
pub use tree::{Document, Entry, Kind, Layout, NodeId, Style, Tree};

use crate::order::sort_by;
use crate::problem::Problem;
use crate::syntax::mapped::DocId;
use crate::text::Span;

/// A text that was read, as far as that is possible.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Parsed<'t> {
    /// What it holds.
    pub tree: Tree<'t>,
    /// What is wrong with it, in the order of the text.
    pub problems: Vec<Problem>,
    /// Keys written twice in one mapping: the first and each later one.
    pub duplicates: Vec<(NodeId, NodeId)>,
    /// Characters that the decoder of Kubernetes reads otherwise than it looks, in the order of the text.
    pub oddities: Vec<Oddity>,
    /// Parts that were left out because they break the document; each has its problem.
    pub masked: Vec<Span>,
}

/// Reads YAML, JSON included, of any number of documents.
pub fn parse(text: &str, doc: DocId) -> Parsed<'_> {
    let mut reader = recover::Reader::new(text, Tree::new(doc));
    reader.read();
    let recover::Reader { mut tree, mut problems, duplicates, masked, .. } = reader;
    tree.has_duplicates = !duplicates.is_empty();
    let oddities = check::tabs(text, &tree, &masked);
    sort_by(&mut problems, |a, b| a.span.cmp(&b.span));
    Parsed { tree, problems, duplicates, oddities, masked }
}
