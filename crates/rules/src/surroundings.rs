//! What stands beside an object in the bundle: other kinds of objects, and the settings that name files.

use std::collections::BTreeMap;

use crate::bundle::Bundle;
use crate::knowledge::SettingId;
use crate::object::{Object, ObjectKind, objects};
use crate::syntax::mapped::Location;
use crate::target::Target;

/// What a bundle holds besides one object, read once for all of them.
#[derive(Debug, Default)]
pub struct Surroundings {
    objects: Vec<Object>,
    /// The last part of each path on a command line, with the flag that wins and the place of the path.
    named: BTreeMap<(SettingId, String), Location>,
}

impl Surroundings {
    /// What `bundle` holds.
    pub fn of(bundle: &Bundle<'_>) -> Self {
        let parts = bundle.trees.iter().enumerate();
        let mut around =
            Self { objects: parts.flat_map(|(part, parsed)| objects(parsed, part)).collect(), ..Self::default() };
        bundle.targets.iter().for_each(|target| around.named.append(&mut named_files(target)));
        around
    }

    /// All objects, in the order of the text.
    pub fn objects(&self) -> &[Object] {
        &self.objects
    }

    /// Whether the bundle holds an object of this kind.
    pub fn has(&self, kind: ObjectKind) -> bool {
        self.objects.iter().any(|object| object.kind == kind)
    }

    /// Where `setting` names a file whose path ends in the last part of `name`.
    pub fn named_by(&self, setting: SettingId, name: &str) -> Option<Location> {
        self.named.get(&(setting, last_part(name).to_owned())).copied()
    }
}

fn named_files(target: &Target) -> BTreeMap<(SettingId, String), Location> {
    let flags = target.command.iter().flat_map(|command| &command.flags).filter(|flag| flag.known);
    // A repeated flag counts once: the last one wins.
    let mut last = BTreeMap::new();
    for (flag, setting) in flags.filter_map(|flag| Some((flag, flag.setting?))) {
        let value = flag.value.as_ref();
        last.insert(setting, value.and_then(|value| Some((value.text().to_owned(), value.location()?))));
    }
    let named = last.into_iter().filter_map(|(setting, value)| {
        let (path, at) = value?;
        Some(((setting, last_part(&path).to_owned()), at))
    });
    named.filter(|((_, name), _)| !name.is_empty()).collect()
}

fn last_part(path: &str) -> &str {
    path.rsplit(['/', '\\']).next().unwrap_or(path)
}
