//! Reading the project's own YAML files, profiles and drill packs: the first thing that is not understood is an error
//! with its place, and nothing is guessed.

use std::fmt;

#[cfg(feature = "serde")]
use serde::{Deserialize, Serialize};

use crate::nearest::nearest;
use crate::syntax::mapped::DocId;
use crate::syntax::yaml::{self, Kind, NodeId, PlainKind, Tree};
use crate::text::{LineIndex, Span};

/// What is wrong with a profile or a drill pack, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(Serialize, Deserialize))]
pub struct FileError {
    /// What is wrong and what is allowed.
    pub message: String,
    /// 1-based line.
    pub line: u32,
    /// 1-based column, in characters.
    pub column: u32,
}

impl fmt::Display for FileError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}: {}", self.line, self.column, self.message)
    }
}

impl std::error::Error for FileError {}

/// What reading a part of such a file gives.
pub type Result<T> = std::result::Result<T, FileError>;

/// A file that is one mapping.
pub struct OwnYaml<'t> {
    tree: &'t Tree<'t>,
    index: LineIndex<'t>,
}

/// Reads a file by `part`, which is given its top mapping. `what` is the file in a sentence, such as `A profile`, and
/// `keys` are those of its mapping.
///
/// # Errors
/// [`FileError`] when the text is no single mapping of good YAML, or `part` says so.
pub fn read<T>(
    text: &str,
    what: &str,
    keys: &[&str],
    part: impl FnOnce(&OwnYaml<'_>, NodeId) -> Result<T>,
) -> Result<T> {
    let parsed = yaml::parse(text, DocId(0));
    let file = OwnYaml { tree: &parsed.tree, index: LineIndex::new(text) };
    if let Some(problem) = parsed.problems.first() {
        // What the problem means to a component is no concern of such a file.
        let message = problem.message.split("; the component").next().unwrap_or_default().trim_end_matches('.');
        return Err(file.error(problem.span, format!("{message}.")));
    }
    if let Some((_, again)) = parsed.duplicates.first() {
        return Err(file.wrong(*again, "This key is written twice."));
    }
    if let Some(second) = parsed.tree.documents.get(1) {
        return Err(file.wrong(second.root, format!("{what} is one YAML document.")));
    }
    let root = parsed.tree.root().filter(|root| matches!(parsed.tree.node(*root).kind, Kind::Mapping { .. }));
    match root {
        Some(root) => part(&file, root),
        None => Err(file.error(Span::at(0), format!("{what} is a mapping with the keys {}.", listed(keys)))),
    }
}

impl<'t> OwnYaml<'t> {
    fn error(&self, span: Span, message: impl Into<String>) -> FileError {
        let place = self.index.line_column(span.start);
        FileError { message: message.into(), line: place.line, column: place.column }
    }

    /// An error at a node.
    pub fn wrong(&self, node: NodeId, message: impl Into<String>) -> FileError {
        self.error(self.tree.node(node).span, message)
    }

    /// The entries of a mapping: key, its text, value.
    pub fn entries(&self, node: NodeId, what: &str) -> Result<Vec<(NodeId, &'t str, NodeId)>> {
        if !matches!(self.tree.node(self.tree.resolve(node)).kind, Kind::Mapping { .. }) {
            return Err(self.wrong(node, format!("{what} must be a mapping.")));
        }
        let entries = self.tree.entries(node);
        let one = |entry: yaml::Entry| Some((entry.key, self.tree.scalar(entry.key)?, entry.value));
        Ok(entries.into_iter().filter_map(one).collect())
    }

    /// The items of a sequence of at least one and at most `most`.
    pub fn items(&self, node: NodeId, name: &str, most: usize) -> Result<&'t [NodeId]> {
        let items = self.tree.items(node);
        if items.is_empty() || items.len() > most {
            return Err(self.wrong(node, format!("`{name}` must be a list of 1 to {most} entries.")));
        }
        Ok(items)
    }

    /// The first alias, where there is one. Aliases make much of little.
    pub fn alias(&self) -> Option<NodeId> {
        let at = self.tree.nodes.iter().position(|node| matches!(node.kind, Kind::Alias { .. }))?;
        u32::try_from(at).ok().map(NodeId)
    }

    /// A scalar that is not blank.
    pub fn text(&self, node: NodeId, message: &str) -> Result<&'t str> {
        self.tree.scalar(node).filter(|text| !text.trim().is_empty()).ok_or_else(|| self.wrong(node, message))
    }

    /// A whole number above 0.
    pub fn number(&self, name: &str, node: NodeId) -> Result<i64> {
        let message = format!("`{name}` must be a whole number above 0.");
        let text = self.text(node, &message)?;
        text.parse().ok().filter(|number| *number > 0).ok_or_else(|| self.wrong(node, message))
    }

    /// How an unquoted scalar is understood.
    pub fn plain_kind(&self, node: NodeId) -> Option<PlainKind> {
        self.tree.plain_kind(node)
    }

    /// An error for a name that is none of `allowed`.
    pub fn no_such(&self, key: NodeId, what: &str, name: &str, allowed: &[&str]) -> FileError {
        let near = nearest(name, allowed.iter().copied());
        let hint = near.map(|near| format!(" Is `{}` meant?", near.name)).unwrap_or_default();
        self.wrong(key, format!("There is no {what} `{name}`; it must be one of {}.{hint}", listed(allowed)))
    }
}

/// `a`, `b` and `c`.
pub fn listed(names: &[&str]) -> String {
    let quoted: Vec<String> = names.iter().map(|name| format!("`{name}`")).collect();
    match quoted.split_last() {
        Some((last, rest)) if !rest.is_empty() => format!("{} and {last}", rest.join(", ")),
        _ => quoted.concat(),
    }
}
