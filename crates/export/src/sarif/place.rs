//! Byte ranges of the report as regions of the standard.

use plimsoll_rules::text::LineIndex;

use super::encoded;
use super::model::{ArtifactLocation, Location, PhysicalLocation, Region, Text};
use crate::Part;

/// Most bytes of a snippet.
const SNIPPET: usize = 2000;

/// The documents of a part, ready for places.
pub struct Places<'p> {
    part: &'p Part<'p>,
    indices: Vec<LineIndex<'p>>,
    /// Code points before each checkpoint of a document.
    checkpoints: Vec<Vec<u32>>,
}

/// Bytes between two checkpoints.
const STRIDE: usize = 512;

impl<'p> Places<'p> {
    /// Reads each document of `part` once.
    pub fn new(part: &'p Part<'p>) -> Self {
        let texts = || part.places().iter().map(|document| document.text.as_str());
        let indices = texts().map(LineIndex::new).collect();
        Self { part, indices, checkpoints: texts().map(checkpoints).collect() }
    }

    /// A document.
    pub fn artifact(&self, document: u32) -> ArtifactLocation {
        ArtifactLocation { uri: encoded(&self.part.name(document).replace('\\', "/")), index: document }
    }

    /// A place.
    pub fn location(&self, document: u32, start: u32, end: u32) -> Location {
        let region = self.region(document, start, end);
        let artifact_location = self.artifact(document);
        Location { id: None, physical_location: PhysicalLocation { artifact_location, region }, message: None }
    }

    /// A place with its text, unless that holds a masked secret, which would make another text of it.
    pub fn with_snippet(&self, document: u32, start: u32, end: u32) -> Location {
        let mut location = self.location(document, start, end);
        let (from, to) = (start as usize, end as usize);
        let text = self.text(document).get(from..to).unwrap_or("");
        let shown = !text.is_empty() && text.len() <= SNIPPET && !self.part.touches_secret(document as usize, from, to);
        location.physical_location.region.snippet = shown.then(|| Text { text: text.to_owned() });
        location
    }

    /// The bytes `start..end` of a document.
    pub fn region(&self, document: u32, start: u32, end: u32) -> Region {
        let (char_offset, char_end) = (self.characters(document, start), self.characters(document, end));
        let place = |offset| self.indices.get(document as usize).map(|index| index.line_column(offset));
        let mark = u32::from(self.text(document).starts_with('\u{feff}'));
        let counted = |offset| {
            let (line, column) = place(offset).map_or((1, 1), |at| (at.line, at.column));
            (line, if line == 1 { column.saturating_sub(mark).max(1) } else { column })
        };
        let ((start_line, start_column), (end_line, end_column)) = (counted(start), counted(end));
        let char_length = char_end.saturating_sub(char_offset);
        Region { start_line, start_column, end_line, end_column, char_offset, char_length, snippet: None }
    }

    fn text(&self, document: u32) -> &'p str {
        self.part.places().get(document as usize).map_or("", |document| document.text.as_str())
    }

    /// Code points before a byte, without a byte order mark.
    fn characters(&self, document: u32, offset: u32) -> u32 {
        let text = self.text(document);
        let offset = (offset as usize).min(text.len());
        let base =
            self.checkpoints.get(document as usize).and_then(|all| all.get(offset / STRIDE)).copied().unwrap_or(0);
        let from = offset / STRIDE * STRIDE;
        let bytes = text.as_bytes().get(from..offset).unwrap_or(&[]);
        base + count(bytes) - u32::from(offset >= 3 && text.starts_with('\u{feff}'))
    }
}

fn checkpoints(text: &str) -> Vec<u32> {
    let mut before = 0;
    let chunk = |bytes: &[u8]| {
        let here = before;
        before += count(bytes);
        here
    };
    let mut all: Vec<u32> = text.as_bytes().chunks(STRIDE).map(chunk).collect();
    all.push(before);
    all
}

/// First bytes of characters.
fn count(bytes: &[u8]) -> u32 {
    u32::try_from(bytes.iter().filter(|byte| **byte & 0xC0 != 0x80).count()).unwrap_or(u32::MAX)
}
