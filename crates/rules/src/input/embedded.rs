//! YAML inside the text blocks of another YAML document: patches in a cluster of kind, the documents that kubeadm keeps
//! in ConfigMaps.
//!
//! A block stands in the text as it is, only deeper. So all that is not part of one is blanked out, byte for byte, and
//! what is left is read like any other text: every place in it is a place in the text that was given.

use crate::syntax::yaml::{NodeId, Style, Tree};
use crate::text::Span;

/// Words of which a text in a ConfigMap holds one when it is a document that is read.
const MARKS: &[&str] = &["kubeadm.k8s.io/", "kubelet.config.k8s.io/"];

/// Whether the mapping is a cluster of kind.
pub fn is_kind_cluster(tree: &Tree<'_>, root: NodeId) -> bool {
    let scalar = |key| tree.get(root, key).and_then(|entry| tree.scalar(entry.value)).unwrap_or("");
    scalar("kind") == "Cluster" && matches!(scalar("apiVersion").split('/').next(), Some(KIND_GROUP | OLD_KIND_GROUP))
}

const KIND_GROUP: &str = "kind.x-k8s.io";
const OLD_KIND_GROUP: &str = "kind.sigs.k8s.io";

/// The text with everything but the blocks blanked out, each a document of its own; nothing when there is no block.
pub fn blocks_alone(text: &str, tree: &Tree<'_>) -> Option<String> {
    let mut blocks: Vec<Span> =
        tree.documents.iter().flat_map(|document| blocks_below(text, tree, document.root)).collect();
    blocks.sort_unstable();
    blocks.dedup();
    if blocks.is_empty() {
        return None;
    }
    let mut alone = String::with_capacity(text.len());
    let mut at = 0;
    for block in blocks {
        let start = block.start as usize;
        let line = text.get(..start)?.rfind('\n').map_or(0, |before| before + 1);
        let content = text.get(start..block.end as usize)?.find('\n').map(|length| start + length + 1)?;
        if line < at {
            // Two blocks cannot begin on one line.
            continue;
        }
        blank(text.get(at..line)?, &mut alone);
        // The line of the header holds at least a key or a dash, a blank and the header.
        alone.push_str("---");
        blank(text.get(line + 3..content)?, &mut alone);
        for inner in text.get(content..block.end as usize)?.split_inclusive('\n') {
            push_line(inner, &mut alone);
        }
        at = block.end as usize;
    }
    blank(text.get(at..)?, &mut alone);
    (alone.len() == text.len()).then_some(alone)
}

/// The text blocks of one document that are read.
fn blocks_below(text: &str, tree: &Tree<'_>, root: NodeId) -> Vec<Span> {
    let blocks = texts_below(tree, root).into_iter().filter(|node| is_block(text, tree, *node));
    blocks.map(|node| tree.node(node).span).collect()
}

/// Patches and documents that are written in another way than as a block after `|`, so that they are not read.
pub fn unread(text: &str, tree: &Tree<'_>) -> Vec<Span> {
    let roots = tree.documents.iter().map(|document| document.root);
    let mut spans = Vec::new();
    for root in roots {
        let others = texts_below(tree, root).into_iter().filter(|node| !is_block(text, tree, *node));
        spans.extend(others.map(|node| tree.node(node).span).filter(|span| !span.is_empty()));
        for holder in holders(tree, root) {
            let found = JSON_PATCHES.iter().filter_map(|key| tree.get(holder, key));
            spans.extend(found.map(|entry| tree.node(entry.key).span));
        }
    }
    spans
}

/// Patches of single values, whose name changed its letters once.
const JSON_PATCHES: &[&str] = &["kubeadmConfigPatchesJSON6902", "kubeadmConfigPatchesJson6902"];

fn is_block(text: &str, tree: &Tree<'_>, node: NodeId) -> bool {
    let found = tree.node(node);
    found.style() == Some(Style::Literal) && found.span.slice(text).contains('\n')
}

/// The mappings of a cluster of kind that hold patches: the cluster and its nodes.
fn holders(tree: &Tree<'_>, root: NodeId) -> Vec<NodeId> {
    if !is_kind_cluster(tree, root) {
        return Vec::new();
    }
    let nodes = tree.get(root, "nodes").map_or(&[][..], |entry| tree.items(entry.value));
    std::iter::once(root).chain(nodes.iter().copied()).collect()
}

/// The texts of one document that hold documents of kubeadm's.
fn texts_below(tree: &Tree<'_>, root: NodeId) -> Vec<NodeId> {
    let mut found: Vec<NodeId> = Vec::new();
    for holder in holders(tree, root) {
        found.extend(tree.get(holder, "kubeadmConfigPatches").map_or(&[][..], |entry| tree.items(entry.value)));
    }
    if tree.get(root, "kind").and_then(|entry| tree.scalar(entry.value)) == Some("ConfigMap") {
        let data = tree.get(root, "data").map_or_else(Vec::new, |entry| tree.entries(entry.value));
        let marked =
            |node: &NodeId| tree.scalar(*node).is_some_and(|text| MARKS.iter().any(|mark| text.contains(mark)));
        found.extend(data.into_iter().map(|entry| entry.value).filter(marked));
    }
    found
}

/// One line of a block. A line that parts documents inside it must begin at the margin to part them here.
fn push_line(line: &str, alone: &mut String) {
    let content = line.trim_end();
    if content.trim_start() == "---" {
        alone.push_str("---");
        blank(line.get(..content.len() - 3).unwrap_or(""), alone);
        alone.push_str(line.get(content.len()..).unwrap_or(""));
    } else {
        alone.push_str(line);
    }
}

/// Blanks of the same length, with the line breaks in their places.
fn blank(text: &str, alone: &mut String) {
    alone.extend(text.bytes().map(|byte| if matches!(byte, b'\n' | b'\r') { char::from(byte) } else { ' ' }));
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "tests")]
mod tests {
    use super::*;
    use crate::syntax::mapped::DocId;
    use crate::syntax::yaml::parse;

    #[test]
    fn keeps_blocks_in_their_places() {
        let text = "kind: Cluster\napiVersion: kind.x-k8s.io/v1alpha4\nnodes:\n- role: worker # é\n  kubeadmConfigPatches:\n  \
                    - | # c\n    kind: A\n    ---\n    kind: B\n  - |-\n    kind: C\nname: x\n";
        let alone = blocks_alone(text, &parse(text, DocId(0)).tree).unwrap();
        assert_eq!(alone.len(), text.len());
        let parsed = parse(&alone, DocId(0));
        let tree = &parsed.tree;
        let value = |root| tree.node(tree.get(root, "kind").unwrap().value).span.slice(text);
        let kinds: Vec<&str> =
            tree.documents.iter().filter(|one| !tree.entries(one.root).is_empty()).map(|one| value(one.root)).collect();
        assert_eq!(kinds, ["A", "B", "C"]);
        assert!(parsed.problems.is_empty());
    }

    #[test]
    fn finds_nothing_in_other_texts() {
        for text in
            ["kind: Pod\ndata:\n  a: |\n    kubeadm.k8s.io/v1beta4\n", "kind: ConfigMap\ndata:\n  a: |\n    b\n", ""]
        {
            assert_eq!(blocks_alone(text, &parse(text, DocId(0)).tree), None);
        }
    }
}
