//! Finds the kube-apiserver's container in a manifest and reads its `command` and `args`.

use std::collections::HashSet;

use super::container_env::Environment;
use crate::command::{Argument, CommandLine, Extent, Host, is_filled_in_later};
use crate::detect::program;
use crate::document::Document;
use crate::knowledge::Component;
use crate::syntax::mapped::{Location, Mapped};
use crate::syntax::shell;
use crate::syntax::yaml::{NodeId, Parsed, Tree};

/// Deepest nesting searched for containers: a List of Deployments needs seven levels.
const MAX_DEPTH: usize = 12;

/// The command lines of all kube-apiserver containers below `root`, each with its container; `part` is the index of
/// `parsed`.
pub fn read(document: &Document, parsed: &Parsed, part: usize, root: NodeId) -> Vec<(CommandLine, NodeId)> {
    let mut containers = Vec::new();
    find_containers(&parsed.tree, root, MAX_DEPTH, &mut HashSet::new(), &mut containers);
    let reader = Reader { document, tree: &parsed.tree, part };
    containers.into_iter().filter_map(|container| Some((reader.container(container)?, container))).collect()
}

/// Each node is `seen` once, however many aliases lead to it.
fn find_containers(tree: &Tree<'_>, node: NodeId, depth: usize, seen: &mut HashSet<NodeId>, found: &mut Vec<NodeId>) {
    if depth == 0 || !seen.insert(tree.resolve(node)) {
        return;
    }
    for item in tree.items(node) {
        find_containers(tree, *item, depth - 1, seen, found);
    }
    for entry in tree.entries(node) {
        match tree.scalar(entry.key) {
            Some("containers") => found.extend(tree.items(entry.value)),
            Some("items" | "spec" | "template") => find_containers(tree, entry.value, depth - 1, seen, found),
            _ => {}
        }
    }
}

struct Reader<'a> {
    document: &'a Document,
    tree: &'a Tree<'a>,
    part: usize,
}

impl Reader<'_> {
    fn container(&self, container: NodeId) -> Option<CommandLine> {
        let environment = Environment::read(self.document, self.tree, container);
        let mut words = self.words(container, "command", &environment);
        let from_command = words.len();
        words.extend(self.words(container, "args", &environment));
        if let Some(script) = self.script(&words) {
            return Some(script);
        }
        let named = words.iter().position(|word| is_apiserver(word.text.text()));
        if let Some(at) = named {
            let executable = words.get(at).and_then(|word| word.text.location());
            let arguments = words.split_off(at + 1);
            return Some(CommandLine::read(Component::KubeApiserver, executable, arguments, Extent::Whole));
        }
        // Without a command the image's own entry point runs, which is the API server in its own image.
        let own = ["name", "image"].iter().any(|key| {
            let entry = self.tree.get(container, key);
            entry.and_then(|entry| self.tree.scalar(entry.value)).is_some_and(names_apiserver)
        });
        let has_flags = words.iter().any(|word| word.text.text().starts_with("--"));
        if !own || from_command != 0 || !has_flags {
            return None;
        }
        let executable = self.tree.get(container, "args").map(|entry| self.location(entry.key));
        Some(CommandLine::read(Component::KubeApiserver, executable, words, Extent::Whole))
    }

    fn words(&self, container: NodeId, key: &str, environment: &Environment) -> Vec<Argument> {
        let Some(entry) = self.tree.get(container, key) else { return Vec::new() };
        let list = self.tree.resolve(entry.value);
        let items = self.tree.items(list).iter().enumerate();
        items.map(|(item, node)| self.argument(list, item, *node, environment)).collect()
    }

    fn argument(&self, list: NodeId, item: usize, node: NodeId, environment: &Environment) -> Argument {
        let written = self.tree.mapped(&self.document.text, node);
        let source = self.tree.node(node).span.slice(&self.document.text);
        let used_at = written.location().or_else(|| Some(self.location(node)));
        let expanded = environment.expand(&written);
        let text = expanded.text;
        let unknown = expanded.unknown || is_filled_in_later(text.text());
        let text = if written.is_empty() { Mapped::decoded(source, self.location(node)) } else { text };
        Argument { text, host: Host::ListItem { part: self.part, list, item }, used_at, comment: false, unknown }
    }

    /// `sh -c "... kube-apiserver --a=b ..."`.
    fn script(&self, words: &[Argument]) -> Option<CommandLine> {
        let script = words.windows(2).find_map(|pair| match pair {
            [option, script] if option.text.text().starts_with('-') && option.text.text().ends_with('c') => {
                Some(script)
            }
            _ => None,
        })?;
        let shell = words.first()?.text.text().rsplit('/').next()?;
        if !matches!(shell, "sh" | "bash" | "ash" | "dash") {
            return None;
        }
        super::shell_command(&shell::commands(&script.text), Component::KubeApiserver)
    }

    fn location(&self, node: NodeId) -> Location {
        Location::new(self.tree.doc, self.tree.node(node).span)
    }
}

fn is_apiserver(word: &str) -> bool {
    program(word) == Some(Component::KubeApiserver) || word == "apiserver"
}

fn names_apiserver(name: &str) -> bool {
    name.contains("kube-apiserver") || name.contains("kubeapiserver")
}
