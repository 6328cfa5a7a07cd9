//! Fingerprints that survive what moves a finding: they hold its rule, setting, file and text, and no line number.
//!
//! The text goes in without its secrets whatever was asked for, since a hash of a short secret gives it away.

use plimsoll_rules::report::Finding;

use crate::Part;

/// Makes the fingerprints of one report, in its order.
pub struct Fingerprinter<'p> {
    part: &'p Part<'p>,
    /// The lines of each document without secrets.
    lines: Vec<Vec<String>>,
    /// Hashes that were given, sorted, each time they were.
    given: Vec<u64>,
}

impl<'p> Fingerprinter<'p> {
    /// Reads each document of `part` once.
    pub fn new(part: &'p Part<'p>) -> Self {
        let lines = |at| part.secretless(at).split('\n').map(|line| line.trim().to_owned()).collect();
        Self { part, lines: (0..part.places().len()).map(lines).collect(), given: Vec::new() }
    }

    /// The fingerprint of the next finding: a second one alike gets the next number.
    pub fn next(&mut self, finding: &Finding) -> String {
        let line = self.lines.get(finding.document as usize);
        let line = line.and_then(|lines| lines.get(finding.line.checked_sub(1)? as usize));
        let parts = [
            finding.rule.as_str(),
            &finding.component,
            &finding.setting,
            self.part.name(finding.document),
            line.map_or("", String::as_str),
        ];
        let hash = hash(&parts);
        let first = self.given.partition_point(|other| *other < hash);
        let alike = self.given.iter().skip(first).take_while(|other| **other == hash).count();
        self.given.insert(first, hash);
        format!("{hash:016x}:{}", alike + 1)
    }
}

/// FNV-1a, 64 bits, with a zero byte behind each part.
fn hash(parts: &[&str]) -> u64 {
    let bytes = parts.iter().flat_map(|part| part.bytes().chain([0]));
    bytes.fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3))
}
