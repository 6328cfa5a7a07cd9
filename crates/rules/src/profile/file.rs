//! A user's own profile: a small YAML file.

use super::{Profile, Standard, Treatment};
use crate::catalog::CATALOG;
use crate::nearest::nearest;
pub(super) use crate::own_yaml::listed;
use crate::own_yaml::{FileError, OwnYaml, Result, read as read_own};
use crate::report::Severity;
use crate::syntax::yaml::{NodeId, PlainKind};
use crate::version::UnknownVersion;

/// The keys of a profile.
pub(super) const KEYS: [&str; 5] = ["name", "extends", "kubernetes", "rules", "thresholds"];
const THRESHOLDS: [&str; 4] = ["podPidsLimit", "auditLogMaxAge", "auditLogMaxBackup", "auditLogMaxSize"];
const WORDS: &str = "`off`, `on`, `critical`, `high`, `medium`, `low` or `info`";

/// What is wrong with a profile, and where.
pub type ProfileError = FileError;

/// Reads a profile.
pub(super) fn read(text: &str) -> Result<Profile> {
    read_own(text, "A profile", &KEYS, profile)
}

fn profile(file: &OwnYaml<'_>, root: NodeId) -> Result<Profile> {
    let (mut profile, mut named) = (Profile::default(), false);
    for (key, name, value) in file.entries(root, "A profile")? {
        match name {
            "name" => {
                file.text(value, "`name` must be text.")?.clone_into(&mut profile.name);
                named = true;
            }
            "extends" => profile.standard = standard(file, value)?,
            "kubernetes" => {
                let text = file.text(value, "`kubernetes` must be a release, such as `1.36`.")?;
                let version = text.parse().map_err(|error: UnknownVersion| file.wrong(value, error.to_string()))?;
                profile.kubernetes = Some(version);
            }
            "rules" => {
                for (key, id, value) in file.entries(value, "`rules`")? {
                    profile.changes.push((rule(file, key, id)?, treatment(file, value)?));
                }
            }
            "thresholds" => {
                for (key, name, value) in file.entries(value, "`thresholds`")? {
                    let slot = match name {
                        "podPidsLimit" => {
                            profile.thresholds.pod_pids_limit = Some(file.number(name, value)?);
                            continue;
                        }
                        "auditLogMaxAge" => &mut profile.thresholds.audit_log_max_age,
                        "auditLogMaxBackup" => &mut profile.thresholds.audit_log_max_backup,
                        "auditLogMaxSize" => &mut profile.thresholds.audit_log_max_size,
                        _ => return Err(file.no_such(key, "threshold", name, &THRESHOLDS)),
                    };
                    *slot = file.number(name, value)?;
                }
            }
            _ => return Err(file.no_such(key, "key", name, &KEYS)),
        }
    }
    if named { Ok(profile) } else { Err(file.wrong(root, "A profile needs a `name`.")) }
}

fn standard(file: &OwnYaml<'_>, node: NodeId) -> Result<Standard> {
    let names = Standard::ALL.map(Standard::name);
    let allowed = format!("`extends` must be one of {}.", listed(&names));
    let text = file.text(node, &allowed)?;
    Standard::named(text).ok_or_else(|| {
        let near = nearest(text, names).map(|near| format!(" Is `{}` meant?", near.name)).unwrap_or_default();
        file.wrong(node, allowed.clone() + &near)
    })
}

/// The id of a rule, where there is such a rule.
pub fn rule(file: &OwnYaml<'_>, at: NodeId, id: &str) -> Result<String> {
    if CATALOG.iter().any(|rule| rule.id == id) {
        return Ok(id.to_owned());
    }
    let near = nearest(id, CATALOG.iter().map(|rule| rule.id));
    let hint = near.map_or("`plimsoll rules` lists them.".to_owned(), |near| format!("Is `{}` meant?", near.name));
    Err(file.wrong(at, format!("There is no rule `{id}`. {hint}")))
}

fn treatment(file: &OwnYaml<'_>, node: NodeId) -> Result<Treatment> {
    let message = format!("A rule is {WORDS}.");
    let text = file.text(node, &message)?;
    // YAML 1.1 reads `on` and `off` as booleans, so those are understood as well.
    Ok(match (text, file.plain_kind(node)) {
        ("off", _) | (_, Some(PlainKind::Bool(false))) => Treatment::Off,
        ("on", _) | (_, Some(PlainKind::Bool(true))) => Treatment::On,
        _ => {
            let severity = Severity::ALL.into_iter().find(|severity| severity.name() == text);
            Treatment::As(severity.ok_or_else(|| file.wrong(node, message))?)
        }
    })
}
