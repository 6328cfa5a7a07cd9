//! Which field of a KubeletConfiguration may be meant by a key that is none.

use crate::knowledge::{self, Component};
use crate::nearest::nearest;
use crate::version::Version;

/// Full paths of the fields and sections with this name at another place; else of the field whose flag has it.
pub(super) fn elsewhere(key: &str, version: Version) -> Vec<&'static str> {
    let fields = fields(version).filter(|path| last(path) == key);
    // A section's own name, such as `anonymous`, when the section is written at the wrong level.
    let sections = sections().filter(|path| path.contains('.') && last(path) == key);
    let same: Vec<_> = fields.chain(sections).collect();
    if !same.is_empty() {
        return same;
    }
    let flag = knowledge::by_flag(Component::Kubelet, &knowledge::normalised_flag(key)).map(|id| id.row());
    flag.filter(|row| row.has_field(version)).map(|row| row.field).into_iter().collect()
}

/// The key that is known beside the unknown one, if its name is close, and whether hardly anything else can be meant.
pub(super) fn near(path: &str, version: Version) -> Option<(&'static str, bool)> {
    let (section, key) = path.rsplit_once('.').unwrap_or(("", path));
    let beside = |known: &&'static str| known.rsplit_once('.').map_or("", |(section, _)| section) == section;
    let names = fields(version).chain(sections()).filter(beside).map(last);
    nearest(key, names).map(|near| (near.name, near.sure))
}

fn fields(version: Version) -> impl Iterator<Item = &'static str> {
    knowledge::SETTINGS.iter().filter(move |row| row.has_field(version)).map(|row| row.field)
}

fn sections() -> impl Iterator<Item = &'static str> {
    knowledge::KUBELET_SECTIONS.iter().copied()
}

fn last(path: &str) -> &str {
    path.rsplit('.').next().unwrap_or(path)
}
