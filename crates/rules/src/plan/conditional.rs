//! New keys of a template: behind a part that may be left out, never inside it.

use super::Planner;
use crate::edit::TextEdit;
use crate::syntax::yaml::{NodeId, Tree};
use crate::text::Span;

impl Planner<'_> {
    /// Moves lines for the key `path` below `root` behind the directive that ends the conditional part they would
    /// stand in; nothing where the mapping that holds them may be left out too, or more follows in that part.
    pub(super) fn behind_conditions(
        &self,
        tree: &Tree<'_>,
        root: NodeId,
        path: &[&str],
        edits: Vec<TextEdit>,
    ) -> Option<Vec<TextEdit>> {
        let holder = holder_start(tree, root, path);
        let moved = edits.into_iter().map(|mut edit| {
            let at = edit.span.start;
            let Some(part) = self.bundle.conditional_part(tree.doc, at).filter(|_| edit.span.is_empty()) else {
                return Some(edit);
            };
            let text = self.bundle.text(tree.doc);
            let is_last = Span::new(at, part.end).slice(text).lines().all(|line| {
                let line = line.trim();
                line.is_empty() || line.starts_with('#')
            });
            let closing = text.get(part.end as usize..)?.lines().next().filter(|line| !line.is_empty())?;
            if holder >= part.start || !is_last || !edit.text.starts_with(['\r', '\n']) {
                return None;
            }
            edit.span = Span::at(Span::of(0, part.end as usize + closing.len()).end);
            Some(edit)
        });
        moved.collect()
    }
}

/// Where the innermost mapping on `path` that is there begins: at its key, or where the document does.
fn holder_start(tree: &Tree<'_>, root: NodeId, path: &[&str]) -> u32 {
    let mut start = tree.node(root).span.start;
    let mut holder = root;
    for entry in path.iter().map_while(|key| {
        let entry = tree.get(holder, key)?;
        holder = entry.value;
        Some(entry)
    }) {
        start = tree.node(entry.key).span.start;
    }
    start
}
