//! The packs that come with the project.

use super::Pack;

pub(super) const TEXTS: [&str; 3] = [
    include_str!("../../data/drills/kubelet.yaml"),
    include_str!("../../data/drills/apiserver.yaml"),
    include_str!("../../data/drills/objects.yaml"),
];

/// The packs that come with the project. A test reads each of them, so none is left out.
pub fn packs() -> Vec<Pack> {
    TEXTS.into_iter().filter_map(|text| Pack::read(text).ok()).collect()
}
