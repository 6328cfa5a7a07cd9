//! The objects beside a component: files that its settings name, where they were given.

use crate::bundle::Bundle;
use crate::edit::{TextEdit, yaml as yaml_edit};
use crate::finding::Change;
use crate::knowledge::Component;
use crate::object::{ObjectKind, objects};
use crate::object_context::{ObjectContext, is_whole};
use crate::syntax::mapped::DocId;
use crate::syntax::yaml::{NodeId, Tree};

/// All objects of a bundle, read once.
#[derive(Debug)]
pub struct Neighbours<'a> {
    bundle: &'a Bundle<'a>,
    objects: Vec<ObjectContext<'a>>,
    apiservers: usize,
}

impl<'a> Neighbours<'a> {
    /// The objects of a bundle.
    pub fn of(bundle: &'a Bundle<'a>) -> Self {
        let version = bundle.release.version;
        let mut found = Vec::new();
        for (part, parsed) in bundle.trees.iter().enumerate() {
            let (text, tree) = (bundle.text(parsed.tree.doc), &parsed.tree);
            let whole = is_whole(text);
            let context = |object| ObjectContext { object, text, tree, version, whole };
            found.extend(objects(parsed, part).into_iter().map(context));
        }
        let apiservers = bundle.targets.iter().filter(|target| target.component == Component::KubeApiserver).count();
        Self { bundle, objects: found, apiservers }
    }

    /// All of them, in the order of the text.
    pub fn objects(&self) -> &[ObjectContext<'a>] {
        &self.objects
    }

    /// Number of API servers among the components.
    pub fn apiservers(&self) -> usize {
        self.apiservers
    }

    /// The object of this kind that `path` names: the one in a file of that name, else the only one there is when
    /// there is but one API server. Nothing when it was not given or that cannot be told.
    pub fn named(&self, kind: ObjectKind, path: &str) -> Option<&ObjectContext<'a>> {
        let all: Vec<_> = self.objects.iter().filter(|context| context.object.kind == kind).collect();
        let name = path.rsplit('/').next().unwrap_or(path);
        let mut of_name = all.iter().filter(|context| self.file_name(context.object.doc) == name);
        match (of_name.next(), of_name.next(), all.as_slice()) {
            (Some(one), None, _) => Some(*one),
            (None, _, [one]) if self.apiservers == 1 => Some(*one),
            _ => None,
        }
    }

    /// The name of a document's file, without its directories.
    pub fn file_name(&self, doc: DocId) -> &str {
        self.bundle.documents.get(doc.0 as usize).map_or("", |document| document.file_name())
    }

    /// The change that writes rendered YAML at a path below a mapping of the part with this index.
    pub fn insert(&self, part: usize, mapping: NodeId, path: &[&str], yaml: &str) -> Option<Change> {
        self.change(part, |text, tree| yaml_edit::insert(text, tree, mapping, path, yaml).ok())
    }

    /// The change that writes rendered YAML as the last item of a list of the part with this index.
    pub fn append_item(&self, part: usize, list: NodeId, yaml: &str) -> Option<Change> {
        self.change(part, |text, tree| {
            let last = tree.items(list).len().saturating_sub(1);
            yaml_edit::insert_rendered_item(text, tree, list, last, yaml).ok()
        })
    }

    /// Whether the part with this index is JSON.
    pub fn is_json(&self, part: usize) -> bool {
        let doc = self.bundle.trees.get(part).map(|parsed| parsed.tree.doc);
        doc.is_some_and(|doc| self.bundle.text(doc).trim_start_matches('\u{feff}').trim_start().starts_with('{'))
    }

    fn change(&self, part: usize, plan: impl Fn(&str, &Tree<'_>) -> Option<Vec<TextEdit>>) -> Option<Change> {
        let tree = &self.bundle.trees.get(part)?.tree;
        let edits = plan(self.bundle.text(tree.doc), tree)?;
        Some(Change::Edits(edits.into_iter().map(|edit| (tree.doc, edit)).collect()))
    }
}
