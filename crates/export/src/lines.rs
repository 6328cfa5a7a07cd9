//! Lines by their number, found without reading a text from its start for each.

/// The lines of some texts.
pub struct Lines<'t>(Vec<Vec<&'t str>>);

impl<'t> Lines<'t> {
    /// Reads each text once.
    pub fn of(texts: impl Iterator<Item = &'t str>) -> Self {
        Self(texts.map(|text| text.split('\n').collect()).collect())
    }

    /// A line, counted from 1, without its end; empty where there is none.
    pub fn get(&self, document: u32, line: u32) -> &'t str {
        let lines = self.0.get(document as usize);
        let line = lines.and_then(|lines| lines.get((line as usize).checked_sub(1)?));
        line.map_or("", |line| line.trim_end_matches('\r'))
    }
}
