//! Telling a drill pack from a configuration, without reading either.

use super::file::KEYS;

/// Whether a text is meant as a drill pack: at its left margin stand `drills` and another key of a pack, and none of a
/// Kubernetes object. Whether it is a good one, only reading it tells.
pub fn is_likely_pack(text: &str) -> bool {
    let (mut drills, mut others) = (false, 0);
    for line in text.trim_start_matches('\u{feff}').lines() {
        let key = line.split(':').next().filter(|key| key.len() < line.len()).unwrap_or_default();
        match key.trim_matches(['"', '\'']) {
            "apiVersion" | "kind" => return false,
            "drills" => drills = true,
            key if KEYS.contains(&key) => others += 1,
            _ => {}
        }
    }
    drills && others > 0
}
