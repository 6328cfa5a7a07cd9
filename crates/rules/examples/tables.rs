//! The knowledge tables and next to nothing else, so that `scripts/tables-size.mjs` can weigh what they add to the
//! page: built for wasm32, the data of this program is the data of the tables.

use std::hint::black_box;

use plimsoll_rules::Version;
use plimsoll_rules::knowledge::{
    ADMISSION_PLUGINS, Component, FEATURE_GATES, GATE_REQUIREMENTS, KUBELET_ITEM_FIELDS, KUBELET_SECTIONS, SETTINGS,
    by_field, by_flag,
};

fn main() {
    black_box((SETTINGS, FEATURE_GATES, GATE_REQUIREMENTS, ADMISSION_PLUGINS));
    black_box((KUBELET_SECTIONS, KUBELET_ITEM_FIELDS));
    // The indices are only reached through their look-ups.
    let name = black_box("");
    black_box([by_flag(Component::Kubelet, name), by_flag(Component::KubeApiserver, name), by_field(name)]);
    black_box(FEATURE_GATES.iter().find_map(|gate| gate.at(black_box(Version::NEWEST))));
}
