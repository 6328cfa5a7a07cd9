//! Planners of edits in YAML and JSON. Each returns the smallest edits that keep comments, order, quotes,
//! indentation and line endings, or says why there are none.
//!
//! A planner reads the tree and the very text it was made from. All its edits hold together; apply all or none.

mod flow;
mod insert;
mod list;
mod page;
mod remove;
mod render;
mod scalar;
#[cfg(test)]
mod tests;

pub use insert::insert;
pub use list::{insert_item, insert_rendered_item, remove_item};
pub use remove::{remove_entry, remove_key};
pub use render::{is_json, string_like};
pub use scalar::{rename_key, replace_value, set_scalar};

use crate::syntax::yaml::{Kind, NodeId, Tree};

/// Why no edit is offered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// An anchor, alias or merge key shares the value with other places.
    Shared,
    /// The value carries a tag that may not fit the new one.
    Tagged,
    /// The key is there already.
    Exists,
    /// There is no such key or item.
    Missing,
    /// The key is written more than once, so it is not clear which one is meant.
    Ambiguous,
    /// A step of the path is not a mapping.
    NotAMapping,
    /// The node is not a list.
    NotASequence,
    /// A comment inside the replaced part would be lost.
    Comments,
    /// Written in a way that these planners leave alone, such as `? key`.
    Layout,
}

impl std::fmt::Display for Refusal {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(match self {
            Self::Shared => "an anchor, alias or merge key shares this value with other places; edit it by hand",
            Self::Tagged => "the value carries a tag; edit it by hand",
            Self::Exists => "the key is there already; change its value instead",
            Self::Missing => "there is no such key or item",
            Self::Ambiguous => "the key is written more than once; remove the duplicates first",
            Self::NotAMapping => "a value stands where keys are needed; edit it by hand",
            Self::NotASequence => "this is not a list; edit it by hand",
            Self::Comments => "a comment inside would be lost; edit it by hand",
            Self::Layout => "the layout is unusual here; edit it by hand",
        })
    }
}

impl std::error::Error for Refusal {}

/// Refuses nodes that stand in for others: an edit inside an anchored value would change every alias of it.
fn check_unshared(tree: &Tree, id: NodeId) -> Result<(), Refusal> {
    let is_shared = |at: NodeId| tree.node(at).anchored || matches!(tree.node(at).kind, Kind::Alias { .. });
    if tree.ancestors(id).any(is_shared) { Err(Refusal::Shared) } else { Ok(()) }
}

/// Refuses to throw away a part that others refer to.
fn check_removable(tree: &Tree, id: NodeId) -> Result<(), Refusal> {
    let mut open = vec![id];
    while let Some(at) = open.pop() {
        let node = tree.node(at);
        if node.anchored {
            return Err(Refusal::Shared);
        }
        match &node.kind {
            Kind::Mapping { entries, .. } => open.extend(entries.iter().flat_map(|(key, value)| [*key, *value])),
            Kind::Sequence { items, .. } => open.extend(items),
            Kind::Scalar { .. } | Kind::Alias { .. } => {}
        }
    }
    Ok(())
}

/// The key that a mapping value belongs to.
fn key_of(tree: &Tree, value: NodeId) -> Option<NodeId> {
    let holder = tree.node(value).parent?;
    tree.own_entries(holder).iter().find(|(_, found)| *found == value).map(|(key, _)| *key)
}

/// The last entry of `key` in the mapping itself, and how often the key is written.
fn own_entry(tree: &Tree, mapping: NodeId, key: &str) -> (Option<(NodeId, NodeId)>, usize) {
    let found = tree.own_entries(mapping).iter().filter(|(name, _)| tree.node(*name).scalar() == Some(key));
    (found.clone().next_back().copied(), found.count())
}
