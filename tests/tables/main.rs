//! Every row of the knowledge tables through the public façade: what a release knows is taken, what it does not
//! know is reported, defaults, closed lists and ranges hold as given.

mod defaults;
mod names;
mod plugins;
mod sample;
mod sheet;
mod values;
mod writings;

use plimsoll_rules::Version;
use plimsoll_rules::knowledge::{Component, Setting, settings_of};

const COMPONENTS: [Component; 2] = [Component::Kubelet, Component::KubeApiserver];

fn versions() -> impl Iterator<Item = Version> {
    (Version::OLDEST.0..=Version::PREVIEW.0).map(Version)
}

/// Calls `check` for every component and release, with all rows of the component.
fn for_each_release(check: impl Fn(Component, Version, &[&'static Setting])) {
    for component in COMPONENTS {
        let rows: Vec<&Setting> = settings_of(component).map(|id| id.row()).collect();
        versions().for_each(|version| check(component, version, &rows));
    }
}
