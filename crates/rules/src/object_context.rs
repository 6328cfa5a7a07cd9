//! What a rule about an object sees: its values, their places, and exact changes to them.

use crate::command::is_templated;
use crate::edit::{TextEdit, yaml as yaml_edit};
use crate::finding::{Change, Hit};
use crate::object::Object;
use crate::report::Category;
use crate::surroundings::Surroundings;
use crate::syntax::mapped::Location;
use crate::syntax::template::FILLER;
use crate::syntax::yaml::{NodeId, PlainKind, Tree};
use crate::version::Version;

/// What a rule sees of one object. Nodes are those of its text; a place or a change made of one fits that text.
#[derive(Clone, Copy, Debug)]
pub struct ObjectContext<'a> {
    /// The object.
    pub object: Object,
    /// The text that holds it.
    pub text: &'a str,
    /// That text as a tree.
    pub tree: &'a Tree<'a>,
    /// The release that is judged for.
    pub version: Version,
    /// The name of its document.
    pub name: &'a str,
    /// What else the bundle holds.
    pub around: &'a Surroundings,
    /// Whether what is not written is not there: nothing in the text is left for a template to fill in.
    pub whole: bool,
}

/// Most items of a list that are looked at. Rules compare items with each other, and real lists are short.
pub const MOST_ITEMS: usize = 500;

/// Whether nothing in a text is left for a template to fill in.
pub fn is_whole(text: &str) -> bool {
    !text.contains("{{") && !text.contains("{%") && !text.contains(FILLER)
}

impl<'a> ObjectContext<'a> {
    /// The value at a path of keys below `node`; aliases are followed.
    pub fn at(&self, node: NodeId, path: &[&str]) -> Option<NodeId> {
        self.tree.at(node, path).map(|entry| self.tree.resolve(entry.value))
    }

    /// The value at a path of keys below the object.
    pub fn value(&self, path: &[&str]) -> Option<NodeId> {
        self.at(self.object.root, path)
    }

    /// The text of a scalar; nothing for a collection and for what a template fills in later.
    pub fn scalar(&self, node: NodeId) -> Option<&'a str> {
        self.tree.scalar(self.tree.resolve(node)).filter(|text| !is_templated(text))
    }

    /// Whether a scalar is true; nothing when it is no boolean.
    pub fn is_true(&self, node: NodeId) -> Option<bool> {
        match self.tree.plain_kind(node)? {
            PlainKind::Bool(value) => Some(value),
            _ => None,
        }
    }

    /// The first [`MOST_ITEMS`] items of a list; empty for anything else.
    pub fn items(&self, node: NodeId) -> &'a [NodeId] {
        let items = self.tree.items(node);
        items.get(..MOST_ITEMS).unwrap_or(items)
    }

    /// The texts of a list's items; those that are no text are left out.
    pub fn texts(&self, node: NodeId) -> Vec<&'a str> {
        self.items(node).iter().filter_map(|item| self.scalar(*item)).collect()
    }

    /// The keys of a mapping with their values, in the order of the text.
    pub fn entries(&self, node: NodeId) -> Vec<(&'a str, NodeId)> {
        let entries = self.tree.entries(node);
        entries.iter().filter_map(|entry| Some((self.scalar(entry.key)?, self.tree.resolve(entry.value)))).collect()
    }

    /// The key itself of an entry of a mapping.
    pub fn key_of(&self, node: NodeId, key: &str) -> Option<NodeId> {
        self.tree.get(node, key).map(|entry| entry.key)
    }

    /// Where a node stands.
    pub fn place(&self, node: NodeId) -> Location {
        Location::new(self.tree.doc, self.tree.node(node).span)
    }

    /// Where the key at a path below `node` stands, with its value when that is on the same line; else where it would
    /// be written: the object's `kind`.
    pub fn place_of(&self, node: NodeId, path: &[&str]) -> Location {
        let Some(entry) = self.tree.at(node, path) else { return self.anchor() };
        let (key, value) = (self.tree.node(entry.key).span, self.tree.node(entry.value).span);
        let one_line = !key.cover(value).slice(self.text).contains('\n');
        Location::new(self.tree.doc, if one_line { key.cover(value) } else { key })
    }

    /// Where something absent is pointed at: the `kind` entry.
    pub fn anchor(&self) -> Location {
        let kind = self.tree.get(self.object.root, "kind");
        let span = kind.map(|entry| self.tree.node(entry.key).span.cover(self.tree.node(entry.value).span));
        Location::new(self.tree.doc, span.unwrap_or(self.tree.node(self.object.root).span))
    }

    /// The text of the scalar at a path below `node`; nothing when it is not there, not known or no scalar.
    pub fn text_at(&self, node: NodeId, path: &[&str]) -> Option<&'a str> {
        self.scalar(self.at(node, path)?)
    }

    /// Whether what is not written is not there: nothing in the text is left for a template to fill in.
    pub const fn is_whole(&self) -> bool {
        self.whole
    }

    /// Whether a list is longer than what is looked at, so that nothing can be said about all of it.
    pub fn is_cut(&self, node: NodeId) -> bool {
        self.tree.items(node).len() > MOST_ITEMS
    }

    /// Whether the text is JSON, so that what is rendered for it must be.
    pub fn is_json(&self) -> bool {
        self.text.trim_start_matches('\u{feff}').trim_start().starts_with('{')
    }

    /// A hit about a setting of the object, named by its kind and `path`.
    pub fn hit(&self, category: Category, at: Location, path: &str, message: impl Into<String>) -> Hit {
        Hit::new(category, at, message).about_name(format!("{}.{path}", self.object.kind.name()))
    }

    /// The change that gives a scalar another text; nothing where that cannot be done exactly.
    pub fn set(&self, node: NodeId, text: &str) -> Option<Change> {
        self.change(|| yaml_edit::set_scalar(self.text, self.tree, node, text))
    }

    /// The change that puts rendered YAML in place of a value; nothing where that cannot be done exactly.
    pub fn replace(&self, node: NodeId, yaml: &str) -> Option<Change> {
        self.change(|| yaml_edit::replace_value(self.text, self.tree, node, yaml))
    }

    /// The change that writes rendered YAML at a path that is not there yet.
    pub fn insert(&self, mapping: NodeId, path: &[&str], yaml: &str) -> Option<Change> {
        self.change(|| yaml_edit::insert(self.text, self.tree, mapping, path, yaml))
    }

    /// The change that gives a key of a mapping another name.
    pub fn rename(&self, mapping: NodeId, old: &str, new: &str) -> Option<Change> {
        self.change(|| yaml_edit::rename_key(self.text, self.tree, mapping, old, new))
    }

    /// The change that removes a key with its value.
    pub fn remove_entry(&self, mapping: NodeId, key: &str) -> Option<Change> {
        self.change(|| yaml_edit::remove_entry(self.text, self.tree, mapping, key))
    }

    /// The change that writes rendered YAML (JSON where the text is JSON) as the last item of a list.
    pub fn append_item(&self, list: NodeId, yaml: &str) -> Option<Change> {
        let last = self.tree.items(list).len().saturating_sub(1);
        self.change(|| yaml_edit::insert_rendered_item(self.text, self.tree, list, last, yaml))
    }

    /// The change that removes an item of a list.
    pub fn remove_item(&self, list: NodeId, index: usize) -> Option<Change> {
        self.change(|| yaml_edit::remove_item(self.text, self.tree, list, index))
    }

    /// Planning an edit reads the text around it, so only so many are planned; applying those brings the next ones.
    fn change<E>(&self, plan: impl FnOnce() -> Result<Vec<TextEdit>, E>) -> Option<Change> {
        self.around.take_plan()?;
        let doc = self.tree.doc;
        plan().ok().map(|edits| Change::Edits(edits.into_iter().map(|edit| (doc, edit)).collect()))
    }
}

/// Names in back quotes, parted by commas.
pub fn quoted(names: &[&str]) -> String {
    names.iter().map(|name| format!("`{name}`")).collect::<Vec<_>>().join(", ")
}
