//! What runs a component, beside its flags: the pod of its manifest, or the `[Service]` of its unit.

use crate::syntax::mapped::Location;

/// A text with its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fact {
    /// The text.
    pub text: String,
    /// Where it stands.
    pub at: Location,
}

impl Fact {
    /// Whether the text is a true boolean of YAML.
    pub fn is_true(&self) -> bool {
        matches!(self.text.as_str(), "true" | "True" | "TRUE" | "yes" | "on")
    }
}

/// The pod of a component, as far as it bears on the component's safety.
#[derive(Clone, Debug)]
pub struct Pod {
    /// The image of the container.
    pub image: Option<Fact>,
    /// `hostPID` and `hostIPC`, with the name of each.
    pub shared: Vec<(&'static str, Fact)>,
    /// `securityContext.privileged` of the container.
    pub privileged: Option<Fact>,
    /// `securityContext.capabilities.add` of the container.
    pub capabilities: Vec<Fact>,
    /// The type of the seccomp profile in force: the container's, else the pod's.
    pub seccomp: Option<Fact>,
    /// HTTPS probes of the container that send no credentials, with the name of each.
    pub open_probes: Vec<(&'static str, Location)>,
}

/// A service as its unit, drop-ins and environment files describe it.
#[derive(Clone, Debug, Default)]
pub struct Unit {
    /// Assignments of `[Service]` in the order in which systemd reads them: the key, and the value with the place of
    /// the whole line.
    pub lines: Vec<(String, Fact)>,
    /// Variables with their values.
    pub variables: Vec<Variable>,
}

/// A variable of a service.
#[derive(Clone, Debug)]
pub struct Variable {
    /// The name.
    pub name: String,
    /// The value, and where it is set.
    pub value: Fact,
    /// Whether an environment file sets it.
    pub in_file: bool,
}

impl Unit {
    /// The assignments that count, of a key that takes a list: those behind the last empty one.
    pub fn list<'u>(&'u self, key: &'u str) -> impl Iterator<Item = &'u Fact> {
        let all = || self.lines.iter().filter(move |(name, _)| name == key).map(|(_, fact)| fact);
        let from = all().collect::<Vec<_>>().iter().rposition(|fact| fact.text.is_empty()).map_or(0, |at| at + 1);
        all().skip(from)
    }

    /// The assignment that counts, of a key that takes one value.
    pub fn last(&self, key: &str) -> Option<&Fact> {
        let found = self.lines.iter().rev().find(|(name, _)| name == key);
        found.map(|(_, fact)| fact).filter(|fact| !fact.text.is_empty())
    }
}
