//! A user's own profile: a small YAML file.

use std::fmt;

#[cfg(feature = "serde")]
use serde::{Deserialize, Serialize};

use super::{Profile, Standard, Treatment};
use crate::catalog::CATALOG;
use crate::nearest::nearest;
use crate::report::Severity;
use crate::syntax::mapped::DocId;
use crate::syntax::yaml::{self, Kind, NodeId, PlainKind, Tree};
use crate::text::{LineIndex, Span};

/// The keys of a profile.
pub(super) const KEYS: [&str; 5] = ["name", "extends", "kubernetes", "rules", "thresholds"];
const THRESHOLDS: [&str; 4] = ["podPidsLimit", "auditLogMaxAge", "auditLogMaxBackup", "auditLogMaxSize"];
const WORDS: &str = "`off`, `on`, `critical`, `high`, `medium`, `low` or `info`";

/// What is wrong with a profile, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(Serialize, Deserialize))]
pub struct ProfileError {
    /// What is wrong and what is allowed.
    pub message: String,
    /// 1-based line.
    pub line: u32,
    /// 1-based column, in characters.
    pub column: u32,
}

impl fmt::Display for ProfileError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}: {}", self.line, self.column, self.message)
    }
}

impl std::error::Error for ProfileError {}

type Result<T> = std::result::Result<T, ProfileError>;

/// Reads a profile.
pub(super) fn read(text: &str) -> Result<Profile> {
    let parsed = yaml::parse(text, DocId(0));
    let file = File { tree: &parsed.tree, index: LineIndex::new(text) };
    if let Some(problem) = parsed.problems.first() {
        // What the problem means to a component is no concern of a profile.
        let message = problem.message.split("; the component").next().unwrap_or_default().trim_end_matches('.');
        return Err(file.error(problem.span, format!("{message}.")));
    }
    if let Some((_, again)) = parsed.duplicates.first() {
        return Err(file.wrong(*again, "This key is written twice."));
    }
    if let Some(second) = parsed.tree.documents.get(1) {
        return Err(file.wrong(second.root, "A profile is one YAML document."));
    }
    let root = parsed.tree.root().filter(|root| matches!(parsed.tree.node(*root).kind, Kind::Mapping { .. }));
    let Some(root) = root else {
        return Err(file.error(Span::at(0), format!("A profile is a mapping with the keys {}.", listed(&KEYS))));
    };
    file.profile(root)
}

struct File<'t> {
    tree: &'t Tree<'t>,
    index: LineIndex<'t>,
}

impl<'t> File<'t> {
    fn error(&self, span: Span, message: impl Into<String>) -> ProfileError {
        let place = self.index.line_column(span.start);
        ProfileError { message: message.into(), line: place.line, column: place.column }
    }

    fn wrong(&self, node: NodeId, message: impl Into<String>) -> ProfileError {
        self.error(self.tree.node(node).span, message)
    }

    fn profile(&self, root: NodeId) -> Result<Profile> {
        let (mut profile, mut named) = (Profile::default(), false);
        for (key, name, value) in self.entries(root, "A profile")? {
            match name {
                "name" => {
                    self.text(value, "`name` must be text.")?.clone_into(&mut profile.name);
                    named = true;
                }
                "extends" => profile.standard = self.standard(value)?,
                "kubernetes" => {
                    let text = self.text(value, "`kubernetes` must be a release, such as `1.36`.")?;
                    let version =
                        text.parse().map_err(|error: crate::UnknownVersion| self.wrong(value, error.to_string()))?;
                    profile.kubernetes = Some(version);
                }
                "rules" => {
                    for (key, id, value) in self.entries(value, "`rules`")? {
                        profile.changes.push((self.rule(key, id)?, self.treatment(value)?));
                    }
                }
                "thresholds" => {
                    for (key, name, value) in self.entries(value, "`thresholds`")? {
                        let slot = match name {
                            "podPidsLimit" => {
                                profile.thresholds.pod_pids_limit = Some(self.number(name, value)?);
                                continue;
                            }
                            "auditLogMaxAge" => &mut profile.thresholds.audit_log_max_age,
                            "auditLogMaxBackup" => &mut profile.thresholds.audit_log_max_backup,
                            "auditLogMaxSize" => &mut profile.thresholds.audit_log_max_size,
                            _ => return Err(self.no_such(key, "threshold", name, &THRESHOLDS)),
                        };
                        *slot = self.number(name, value)?;
                    }
                }
                _ => return Err(self.no_such(key, "key", name, &KEYS)),
            }
        }
        if named { Ok(profile) } else { Err(self.wrong(root, "A profile needs a `name`.")) }
    }

    fn entries(&self, node: NodeId, what: &str) -> Result<Vec<(NodeId, &'t str, NodeId)>> {
        if !matches!(self.tree.node(self.tree.resolve(node)).kind, Kind::Mapping { .. }) {
            return Err(self.wrong(node, format!("{what} must be a mapping.")));
        }
        let entries = self.tree.entries(node);
        let one = |entry: yaml::Entry| Some((entry.key, self.tree.scalar(entry.key)?, entry.value));
        Ok(entries.into_iter().filter_map(one).collect())
    }

    fn text(&self, node: NodeId, message: &str) -> Result<&'t str> {
        self.tree.scalar(node).filter(|text| !text.trim().is_empty()).ok_or_else(|| self.wrong(node, message))
    }

    fn standard(&self, node: NodeId) -> Result<Standard> {
        let names = Standard::ALL.map(Standard::name);
        let allowed = format!("`extends` must be one of {}.", listed(&names));
        let text = self.text(node, &allowed)?;
        Standard::named(text).ok_or_else(|| {
            let near = nearest(text, names).map(|near| format!(" Is `{}` meant?", near.name)).unwrap_or_default();
            self.wrong(node, allowed.clone() + &near)
        })
    }

    fn rule(&self, key: NodeId, id: &str) -> Result<String> {
        if CATALOG.iter().any(|rule| rule.id == id) {
            return Ok(id.to_owned());
        }
        let near = nearest(id, CATALOG.iter().map(|rule| rule.id));
        let hint = near.map_or("`plimsoll rules` lists them.".to_owned(), |near| format!("Is `{}` meant?", near.name));
        Err(self.wrong(key, format!("There is no rule `{id}`. {hint}")))
    }

    fn treatment(&self, node: NodeId) -> Result<Treatment> {
        let message = format!("A rule is {WORDS}.");
        let text = self.text(node, &message)?;
        // YAML 1.1 reads `on` and `off` as booleans, so those are understood as well.
        Ok(match (text, self.tree.plain_kind(node)) {
            ("off", _) | (_, Some(PlainKind::Bool(false))) => Treatment::Off,
            ("on", _) | (_, Some(PlainKind::Bool(true))) => Treatment::On,
            _ => {
                let severity = Severity::ALL.into_iter().find(|severity| severity.name() == text);
                Treatment::As(severity.ok_or_else(|| self.wrong(node, message))?)
            }
        })
    }

    fn number(&self, name: &str, node: NodeId) -> Result<i64> {
        let message = format!("`{name}` must be a whole number above 0.");
        let text = self.text(node, &message)?;
        text.parse().ok().filter(|number| *number > 0).ok_or_else(|| self.wrong(node, message))
    }

    fn no_such(&self, key: NodeId, what: &str, name: &str, allowed: &[&str]) -> ProfileError {
        let near = nearest(name, allowed.iter().copied());
        let hint = near.map(|near| format!(" Is `{}` meant?", near.name)).unwrap_or_default();
        self.wrong(key, format!("There is no {what} `{name}`; it must be one of {}.{hint}", listed(allowed)))
    }
}

/// `a`, `b` and `c`.
pub(super) fn listed(names: &[&str]) -> String {
    let quoted: Vec<String> = names.iter().map(|name| format!("`{name}`")).collect();
    match quoted.split_last() {
        Some((last, rest)) if !rest.is_empty() => format!("{} and {last}", rest.join(", ")),
        _ => quoted.concat(),
    }
}
