//! What stands beside an object in the bundle: other kinds of objects, and the settings that name files.

use std::cell::Cell;
use std::collections::BTreeMap;

use crate::bundle::Bundle;
use crate::knowledge::SettingId;
use crate::object::{ObjectKind, objects};
use crate::syntax::mapped::Location;
use crate::target::Target;

/// The rest of a bundle, read once for all its objects.
#[derive(Debug, Default)]
pub struct Surroundings {
    kinds: Vec<ObjectKind>,
    /// The last part of each path on a command line, with the flag that wins and the place of the path.
    named: BTreeMap<(SettingId, String), Location>,
    plans_left: Cell<usize>,
}

/// Changes planned for all objects of a bundle. Planning an edit reads the text around it, so a text made of one
/// mistake a hundred thousand times over would take minutes; applying these brings the next ones.
const MOST_PLANNED: usize = 500;

impl Surroundings {
    /// The surroundings of the objects of a bundle.
    pub fn of(bundle: &Bundle<'_>) -> Self {
        let mut around = Self { plans_left: Cell::new(MOST_PLANNED), ..Self::default() };
        let all = bundle.trees.iter().enumerate().flat_map(|(part, parsed)| objects(parsed, part));
        for object in all {
            if !around.kinds.contains(&object.kind) {
                around.kinds.push(object.kind);
            }
        }
        bundle.targets.iter().for_each(|target| around.named.append(&mut named_files(target)));
        around
    }

    /// Leave to plan one more change; nothing when there were enough.
    pub fn take_plan(&self) -> Option<()> {
        self.plans_left.set(self.plans_left.get().checked_sub(1)?);
        Some(())
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
