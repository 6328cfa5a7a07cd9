//! `$(NAME)` in the command of a container, which the kubelet replaces from the container's `env`.
//!
//! Source: `third_party/forked/golang/expansion/expand.go` of kubernetes/kubernetes and the documentation of
//! `Container.command`: `$(NAME)` becomes the value, `$$` becomes `$`, a name that nothing defines stays as written.

use crate::command::is_filled_in_later;
use crate::document::Document;
use crate::syntax::mapped::Mapped;
use crate::syntax::yaml::{NodeId, Tree};

/// The variables of one container.
#[derive(Debug, Default)]
pub struct Environment {
    /// Names with their values, in the order of the text; no value where it comes from the running cluster.
    variables: Vec<(String, Option<Mapped>)>,
    /// Whether `envFrom` may define any name.
    open: bool,
}

/// A word as the program receives it.
#[derive(Debug)]
pub struct Expanded {
    /// The word. What a variable holds maps to where its value is written when it is a whole value, else to the
    /// reference.
    pub text: Mapped,
    /// Whether a part of it is only known later.
    pub unknown: bool,
}

impl Environment {
    /// Reads `env` and `envFrom` of a container.
    pub fn read(document: &Document, tree: &Tree<'_>, container: NodeId) -> Self {
        let open = tree.get(container, "envFrom").is_some();
        let mut environment = Self { variables: Vec::new(), open };
        let items = tree.get(container, "env").map_or(&[][..], |entry| tree.items(entry.value));
        for item in items {
            let name = tree.get(*item, "name").and_then(|entry| tree.scalar(entry.value));
            let Some(name) = name else { continue };
            let value = match (tree.get(*item, "value"), tree.get(*item, "valueFrom")) {
                (Some(entry), None) => environment.value(tree.mapped(&document.text, entry.value)),
                (None, None) => Some(Mapped::new()),
                (_, Some(_)) => None,
            };
            environment.variables.push((name.to_owned(), value));
        }
        environment
    }

    /// A value with the references to variables before it; nothing when a part is only known later.
    fn value(&self, written: Mapped) -> Option<Mapped> {
        let expanded = self.expand(&written);
        (!expanded.unknown && !is_filled_in_later(expanded.text.text())).then_some(expanded.text)
    }

    /// The word with its references replaced.
    pub fn expand(&self, word: &Mapped) -> Expanded {
        let text = word.text();
        if !text.contains('$') {
            return Expanded { text: word.clone(), unknown: false };
        }
        let mut expanded = Expanded { text: Mapped::new(), unknown: false };
        let mut at = 0;
        while let Some(found) = text.get(at..).and_then(|rest| rest.find('$')) {
            let dollar = at + found;
            copy(word, at, dollar, &mut expanded.text);
            let rest = text.get(dollar + 1..).unwrap_or("");
            at = if rest.starts_with('$') {
                copy(word, dollar, dollar + 1, &mut expanded.text);
                dollar + 2
            } else if let Some(name) = referenced(rest) {
                let end = dollar + name.len() + "$()".len();
                self.replace(word, dollar, end, name, &mut expanded);
                end
            } else {
                // `$NAME` and `${NAME}` mean nothing to the kubelet: another program fills them in before.
                expanded.unknown |= rest.starts_with(|c: char| c.is_ascii_alphabetic() || matches!(c, '_' | '{' | '('));
                copy(word, dollar, dollar + 1, &mut expanded.text);
                dollar + 1
            };
        }
        copy(word, at, text.len(), &mut expanded.text);
        expanded
    }

    fn replace(&self, word: &Mapped, start: usize, end: usize, name: &str, expanded: &mut Expanded) {
        let known = self.variables.iter().rev().find(|(other, _)| other == name);
        let Some((_, Some(value))) = known else {
            expanded.unknown |= known.is_some() || self.may_hold(name);
            copy(word, start, end, &mut expanded.text);
            return;
        };
        let before = word.text().get(..start).unwrap_or("");
        let whole = end == word.text().len() && (start == 0 || before.find('=') == Some(start - 1));
        let place = if whole { value.location() } else { None };
        match place.or_else(|| word.slice(start..end).location()) {
            Some(place) => expanded.text.push_decoded(value.text(), place),
            None => expanded.text.push_unwritten(value.text()),
        }
    }

    /// Whether a name that `env` does not hold may have a value: from `envFrom`, from the cluster's services, or,
    /// where the container has no `env` at all, from whatever makes the manifest.
    fn may_hold(&self, name: &str) -> bool {
        let of_service = name.ends_with("_SERVICE_HOST") || name.contains("_PORT");
        let plain = name.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '_' | '-' | '.'));
        self.open || of_service || !plain || self.variables.is_empty()
    }
}

/// The name in `(NAME)` at the start of the text.
fn referenced(text: &str) -> Option<&str> {
    let (name, _) = text.strip_prefix('(')?.split_once(')')?;
    Some(name)
}

fn copy(word: &Mapped, start: usize, end: usize, into: &mut Mapped) {
    if start < end {
        into.append(&word.slice(start..end));
    }
}
