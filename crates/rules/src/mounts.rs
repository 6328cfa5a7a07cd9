//! What of the host a container sees: its volume mounts and the volumes behind them.

use std::collections::{HashMap, HashSet};

use crate::syntax::mapped::Location;
use crate::syntax::yaml::{NodeId, PlainKind, Tree};

/// The mounts of one container, with what a fix needs to add another.
#[derive(Debug)]
pub struct Mounts {
    /// The mounts, in the order of the text.
    pub mounts: Vec<Mount>,
    /// Index of the parsed part.
    pub part: usize,
    /// The list of mounts.
    pub list: NodeId,
    /// The `volumeMounts` key.
    pub anchor: Location,
    /// The list of the pod's volumes.
    pub volumes: Option<NodeId>,
    /// The names of the pod's volumes.
    pub names: HashSet<String>,
}

/// One mount.
#[derive(Debug)]
pub struct Mount {
    /// Where it stands in the container.
    pub path: String,
    /// Whether the container may only read it.
    pub read_only: bool,
    /// The `type` of the `hostPath` volume behind it, empty when none is written; nothing for another kind of volume.
    pub host_type: Option<String>,
    /// The path of the host behind it, with its place; nothing for another kind of volume.
    pub host_path: Option<(String, Location)>,
    /// The entry of `volumeMounts`.
    pub node: NodeId,
    /// Where its `mountPath` stands.
    pub at: Location,
}

impl Mount {
    /// Whether a path of the container lies in this mount.
    pub fn covers(&self, path: &str) -> bool {
        is_below(path, &self.path)
    }
}

impl Mounts {
    /// The mounts of `container`; nothing when it has none, as in a text that was cut.
    pub fn read(tree: &Tree<'_>, part: usize, container: NodeId) -> Option<Self> {
        let entry = tree.get(container, "volumeMounts")?;
        let key = Location::new(tree.doc, tree.node(entry.key).span);
        // A container is an item of a list, which belongs to the pod's `spec`.
        let spec = tree.ancestors(container).nth(2)?;
        let volumes = tree.get(spec, "volumes").map(|entry| tree.resolve(entry.value));
        let items = volumes.map(|volumes| tree.items(volumes)).unwrap_or_default();
        let list = tree.resolve(entry.value);
        let by_name: HashMap<String, NodeId> =
            items.iter().filter_map(|item| Some((text(tree, *item, &["name"])?, *item))).collect();
        let mounts: Vec<Mount> = tree.items(list).iter().filter_map(|node| mount(tree, *node, &by_name)).collect();
        let names = by_name.into_keys().collect();
        (!mounts.is_empty()).then_some(Self { mounts, part, list, anchor: key, volumes, names })
    }

    /// The mount that a path of the container lies in: the deepest one.
    pub fn of(&self, path: &str) -> Option<&Mount> {
        self.mounts.iter().filter(|mount| mount.covers(path)).max_by_key(|mount| mount.path.trim_end_matches('/').len())
    }
}

fn mount(tree: &Tree<'_>, node: NodeId, volumes: &HashMap<String, NodeId>) -> Option<Mount> {
    let path = tree.get(node, "mountPath")?;
    let volume = text(tree, node, &["name"])?;
    let behind = volumes.get(&volume);
    let host_path = behind.and_then(|item| tree.get(*item, "hostPath"));
    let host_type = host_path.map(|entry| text(tree, entry.value, &["type"]).unwrap_or_default());
    let host_path = host_path.and_then(|entry| tree.get(entry.value, "path")).and_then(|entry| {
        Some((tree.scalar(entry.value)?.to_owned(), Location::new(tree.doc, tree.node(entry.value).span)))
    });
    Some(Mount {
        path: tree.scalar(path.value)?.to_owned(),
        read_only: tree.get(node, "readOnly").and_then(|entry| tree.plain_kind(entry.value))
            == Some(PlainKind::Bool(true)),
        host_type,
        host_path,
        node,
        at: Location::new(tree.doc, tree.node(path.value).span),
    })
}

fn text(tree: &Tree<'_>, node: NodeId, path: &[&str]) -> Option<String> {
    tree.scalar(tree.at(node, path)?.value).map(str::to_owned)
}

/// Whether `path` is `place` or lies below it.
pub fn is_below(path: &str, place: &str) -> bool {
    let place = place.trim_end_matches('/');
    path.strip_prefix(place).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
}
