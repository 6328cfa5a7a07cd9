//! What a manifest says of the pod around a container.

use crate::command::is_templated;
use crate::runner::{Fact, Pod};
use crate::syntax::mapped::Location;
use crate::syntax::yaml::{NodeId, Tree};

/// The probes of a container.
const PROBES: [&str; 3] = ["livenessProbe", "readinessProbe", "startupProbe"];

/// Reads the pod of `container`, which stands in a list of the pod's mapping.
pub fn read(tree: &Tree<'_>, container: NodeId) -> Option<Pod> {
    let reader = Reader { tree };
    let spec = tree.ancestors(container).find(|node| tree.get(*node, "containers").is_some())?;
    let seccomp = ["securityContext", "seccompProfile", "type"];
    let shared = ["hostPID", "hostIPC"].map(|key| Some((key, reader.fact(spec, &[key])?)));
    Some(Pod {
        image: reader.fact(container, &["image"]),
        shared: shared.into_iter().flatten().collect(),
        privileged: reader.fact(container, &["securityContext", "privileged"]),
        capabilities: reader.list(container, &["securityContext", "capabilities", "add"]),
        seccomp: reader.fact(container, &seccomp).or_else(|| reader.fact(spec, &seccomp)),
        open_probes: PROBES.into_iter().filter_map(|probe| reader.probe(container, probe)).collect(),
    })
}

struct Reader<'a> {
    tree: &'a Tree<'a>,
}

impl Reader<'_> {
    fn place(&self, node: NodeId) -> Location {
        Location::new(self.tree.doc, self.tree.node(node).span)
    }

    /// Text at a path; nothing for what is filled in later.
    fn fact(&self, node: NodeId, path: &[&str]) -> Option<Fact> {
        self.text(self.tree.at(node, path)?.value)
    }

    fn text(&self, node: NodeId) -> Option<Fact> {
        let text = self.tree.scalar(node).filter(|text| !text.is_empty() && !is_templated(text))?;
        Some(Fact { text: text.to_owned(), at: self.place(node) })
    }

    fn list(&self, node: NodeId, path: &[&str]) -> Vec<Fact> {
        let items = self.tree.at(node, path).map_or(&[][..], |entry| self.tree.items(entry.value));
        items.iter().filter_map(|item| self.text(*item)).collect()
    }

    /// A probe over HTTPS without an `Authorization` header. One over HTTP asks another port, or gets no answer from
    /// the secure one either way.
    fn probe(&self, container: NodeId, name: &'static str) -> Option<(&'static str, Location)> {
        let get = self.tree.at(container, &[name, "httpGet"])?;
        let headers = self.tree.get(get.value, "httpHeaders").map_or(&[][..], |entry| self.tree.items(entry.value));
        let named = headers.iter().filter_map(|header| self.tree.get(*header, "name"));
        let sends = named
            .filter_map(|name| self.tree.scalar(name.value))
            .any(|name| name.eq_ignore_ascii_case("authorization") || is_templated(name));
        let secure = self.fact(get.value, &["scheme"]).is_some_and(|scheme| scheme.text == "HTTPS");
        (secure && !sends).then(|| (name, self.place(get.key)))
    }
}
