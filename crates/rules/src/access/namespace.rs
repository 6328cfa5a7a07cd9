//! The labels of a namespace that Pod Security reads.

use crate::edit::yaml::is_json;
use crate::object_context::ObjectContext;
use crate::syntax::mapped::Location;
use crate::syntax::yaml::{Entry, NodeId, Tree};

/// Which pods are refused.
pub const ENFORCE: &str = "pod-security.kubernetes.io/enforce";
/// About which pods clients are warned.
pub const WARN: &str = "pod-security.kubernetes.io/warn";
/// Which pods the audit log marks.
pub const AUDIT: &str = "pod-security.kubernetes.io/audit";

/// All labels that Pod Security reads.
pub const LABELS: &[&str] = &[
    ENFORCE,
    "pod-security.kubernetes.io/enforce-version",
    WARN,
    "pod-security.kubernetes.io/warn-version",
    AUDIT,
    "pod-security.kubernetes.io/audit-version",
];

/// The levels, the weakest first.
pub const LEVELS: &[&str] = &["privileged", "baseline", "restricted"];

/// Namespaces of the cluster itself, whose pods the administrator answers for.
const OF_CLUSTER: &[&str] = &["kube-system", "kube-public", "kube-node-lease"];

/// One label.
#[derive(Clone, Copy, Debug)]
pub struct Label<'a> {
    /// Its name.
    pub name: &'a str,
    /// Its value.
    pub value: NodeId,
    /// Where both stand.
    pub at: Location,
}

/// The labels of one namespace.
#[derive(Clone, Copy, Debug)]
pub struct PodSecurity<'a> {
    /// The mapping of its labels.
    pub mapping: Option<NodeId>,
    /// Whether no other label can be there.
    pub are_known: bool,
    name: &'a str,
    tree: &'a Tree<'a>,
}

impl<'a> PodSecurity<'a> {
    /// Reads the object of `context`.
    pub fn of(context: &ObjectContext<'a>) -> Self {
        let name = context.value(&["metadata", "name"]).and_then(|node| context.scalar(node));
        let mapping = context.value(&["metadata", "labels"]);
        let templated = mapping.is_some_and(|node| context.tree.scalar(node).is_some_and(|text| !text.is_empty()));
        Self {
            mapping,
            are_known: context.is_whole() && name.is_some() && !templated,
            name: name.unwrap_or(""),
            tree: context.tree,
        }
    }

    /// The value of a label.
    pub fn node(&self, label: &str) -> Option<NodeId> {
        self.tree.get(self.mapping?, label).map(|entry| self.tree.resolve(entry.value))
    }

    /// Whether a label is there.
    pub fn is_set(&self, label: &str) -> bool {
        self.node(label).is_some()
    }

    /// Whether the namespace belongs to the cluster itself.
    pub fn is_of_cluster(&self) -> bool {
        OF_CLUSTER.contains(&self.name)
    }

    /// The labels of Pod Security, with those that only look like them.
    pub fn entries(&self, context: &ObjectContext<'a>) -> Vec<Label<'a>> {
        let all = self.mapping.map(|mapping| self.tree.entries(mapping)).unwrap_or_default();
        let label = |entry: &Entry| {
            let name = context.scalar(entry.key).filter(|name| name.starts_with("pod-security.kubernetes.io/"))?;
            let (key, value) = (context.place(entry.key), context.place(entry.value));
            let at = Location::new(key.doc, key.span.cover(value.span));
            Some(Label { name, value: self.tree.resolve(entry.value), at })
        };
        all.iter().filter_map(label).collect()
    }

    /// Where a label stands.
    pub fn place(&self, context: &ObjectContext<'a>, label: &str) -> Location {
        self.mapping.map_or_else(|| context.anchor(), |mapping| context.place_of(mapping, &[label]))
    }

    /// Where a label that is not there is pointed at: the name.
    pub fn anchor(&self, context: &ObjectContext<'a>) -> Location {
        context.place_of(context.object.root, &["metadata", "name"])
    }

    /// A value as the text of the object writes it.
    pub fn value(&self, text: &str) -> String {
        let json = self.tree.root().is_some_and(|root| is_json(self.tree, root));
        if json { format!("\"{text}\"") } else { text.to_owned() }
    }
}

/// The minor release of a version such as `v1.30`.
pub fn minor(version: &str) -> Option<u32> {
    let digits = version.strip_prefix("v1.")?;
    let plain = digits.bytes().all(|byte| byte.is_ascii_digit()) && (digits == "0" || !digits.starts_with('0'));
    digits.parse().ok().filter(|_| plain)
}
