//! What stands beside an object in the bundle: other kinds of objects, and the settings that name files.

use std::collections::BTreeMap;

use crate::knowledge::SettingId;
use crate::object::{Object, ObjectKind};
use crate::syntax::mapped::Location;
use crate::target::Target;

/// The rest of a bundle, read once for all its objects.
#[derive(Debug, Default)]
pub struct Surroundings {
    kinds: Vec<ObjectKind>,
    /// The last part of each path on a command line, with the flag that wins and the place of the path.
    named: BTreeMap<(SettingId, String), Location>,
}

impl Surroundings {
    /// The surroundings of `objects` beside `targets`.
    pub fn new<'o>(objects: impl IntoIterator<Item = &'o Object>, targets: &[Target]) -> Self {
        let mut around = Self::default();
        for object in objects {
            if !around.kinds.contains(&object.kind) {
                around.kinds.push(object.kind);
            }
        }
        targets.iter().for_each(|target| around.named.append(&mut named_files(target)));
        around
    }

    /// Whether the bundle holds an object of this kind.
    pub fn has(&self, kind: ObjectKind) -> bool {
        self.kinds.contains(&kind)
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
