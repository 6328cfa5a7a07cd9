//! Telling a profile from a configuration, without reading either.

use super::file::KEYS;

/// Whether a text is meant as a profile: it has at least two keys of one at its left margin, and neither the keys of
/// a Kubernetes object nor the sections of a unit. Whether it is a good one, only reading it tells.
pub fn is_likely_profile(text: &str) -> bool {
    let mut known = 0;
    for line in text.trim_start_matches('\u{feff}').lines() {
        let key = line.split(':').next().filter(|key| key.len() < line.len()).unwrap_or_default();
        match key.trim_matches(['"', '\'']) {
            "apiVersion" | "kind" => return false,
            key if KEYS.contains(&key) => known += 1,
            _ if line.starts_with('[') => return false,
            _ => {}
        }
    }
    known >= 2
}

#[cfg(test)]
mod tests {
    use super::is_likely_profile;

    #[test]
    fn two_keys_of_a_profile_tell() {
        assert!(is_likely_profile("# ours\nname: team\nextends: cis-level-1\n"));
        assert!(is_likely_profile("\u{feff}name: team\r\nruels: {}\r\nthresholds: {}\r\n"), "a mistyped key");
        for other in [
            "",
            "name: team\n",
            "apiVersion: audit.k8s.io/v1\nkind: Policy\nname: x\nrules:\n  - level: None\n",
            "kind: ClusterRole\nname: x\nrules: []\n",
            "[Service]\nname: x\nrules: y\n",
            "a:\n  name: x\n  rules: y\n",
        ] {
            assert!(!is_likely_profile(other), "{other:?}");
        }
    }
}
