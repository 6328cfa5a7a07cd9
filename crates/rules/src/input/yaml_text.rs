//! What is wrong with a YAML text as a whole, whatever it configures.

use crate::edit::TextEdit;
use crate::syntax::mapped::Location;
use crate::syntax::yaml::{Oddity, OddityKind, Parsed};
use crate::target::{Lapse, LapseKind};
use crate::text::line_ending;

/// Broken places, and characters that the decoder reads otherwise than they look.
pub fn lapses(parsed: &Parsed<'_>, text: &str) -> Vec<Lapse> {
    let doc = parsed.tree.doc;
    let broken = parsed.problems.first().map(|first| Lapse {
        kind: LapseKind::NotYaml { places: parsed.problems.len() },
        at: Location::new(doc, first.span),
        text: first.message.clone(),
        mend: Vec::new(),
    });
    // One tab in the indentation stands for all: they are mended by setting the editor, not one by one.
    let first_indent = parsed.oddities.iter().find(|oddity| oddity.kind == OddityKind::TabIndent);
    let once = |oddity: &&Oddity| oddity.kind != OddityKind::TabIndent || first_indent == Some(*oddity);
    let odd = parsed.oddities.iter().filter(once).map(|Oddity { kind, span }| {
        let (kind, mend) = match kind {
            OddityKind::LineBreak(c) => (LapseKind::HiddenLineBreak(*c), Some(line_ending(text))),
            OddityKind::TabIndent => (LapseKind::Tab, None),
            OddityKind::TabAfterDash => (LapseKind::Tab, Some(" ")),
        };
        let edit = mend.map(|instead| (doc, TextEdit::replace(*span, instead)));
        let shown = span.slice(text).to_owned();
        Lapse { kind, at: Location::new(doc, *span), text: shown, mend: edit.into_iter().collect() }
    });
    broken.into_iter().chain(odd).collect()
}
