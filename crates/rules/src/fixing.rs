//! Applies fixes to a bundle, one or all of a kind.

use std::collections::BTreeMap;

use crate::document::Document;
use crate::edit::{EditError, TextEdit, apply as apply_to_text};
use crate::report::{Category, Edit, Finding, Fix, Safety, Severity};
use crate::text::Span;
use crate::{Options, analyze};

/// Rounds of [`fix_all`]. Each round applies every fix that touches no other, so few are needed.
const MAX_ROUNDS: usize = 64;

/// A bundle after [`fix_all`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fixed {
    /// The new texts, one per document in the given order.
    pub texts: Vec<String>,
    /// The fixes in the order in which they were applied.
    pub applied: Vec<Applied>,
}

/// One fix that [`fix_all`] applied.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Applied {
    /// Id of the rule.
    pub rule: String,
    /// Title of the fix.
    pub title: String,
    /// Index of the document of the finding.
    pub document: u32,
}

/// Applies `edits` of one report to the documents it was made from; gives all texts.
///
/// # Errors
/// [`EditError`] when two edits touch the same bytes or one does not fit its text; nothing is applied then.
pub fn apply(documents: &[Document], edits: &[Edit]) -> Result<Vec<String>, EditError> {
    let one = |(at, document): (u32, &Document)| {
        let own = edits.iter().filter(|edit| edit.document == at);
        let own: Vec<TextEdit> =
            own.map(|edit| TextEdit::replace(Span::new(edit.start, edit.end), &*edit.text)).collect();
        apply_to_text(&document.text, &own)
    };
    (0..).zip(documents).map(one).collect()
}

/// Applies the best fix of every finding that is no riskier than `limit`, until none is left. Manual fixes are
/// only applied when `limit` says so, and each finding's only once.
pub fn fix_all(documents: &[Document], options: &Options, limit: Safety) -> Fixed {
    let mut current = documents.to_vec();
    let mut applied: Vec<Applied> = Vec::new();
    for _ in 0..MAX_ROUNDS {
        let report = analyze(&current, options);
        // A name that is mended may be the very setting that another fix would write again.
        let names = choose(report.findings.iter().filter(|finding| mends_text(finding)), limit);
        let chosen = if names.is_empty() { choose(report.findings.iter(), limit) } else { names };
        if chosen.is_empty() {
            break;
        }
        let edits: Vec<Edit> = chosen.iter().flat_map(|(_, fix)| fix.edits.clone()).collect();
        let Ok(texts) = apply(&current, &edits) else { break };
        if texts.iter().zip(&current).all(|(text, document)| *text == document.text) {
            break;
        }
        for (document, text) in current.iter_mut().zip(texts) {
            document.text = text;
        }
        applied.extend(chosen.iter().map(|(finding, fix)| Applied {
            rule: finding.rule.clone(),
            title: fix.title.clone(),
            document: finding.document,
        }));
    }
    Fixed { texts: current.into_iter().map(|document| document.text).collect(), applied }
}

/// Whether the fixes of a finding make text readable that counted for nothing.
const fn mends_text(finding: &Finding) -> bool {
    matches!(finding.category, Category::Syntax | Category::Unknown | Category::Removed | Category::Conflict)
}

/// Fixes that do not touch each other, worst finding first. Two that would insert at one place wait for the next
/// round, since each was planned without the other.
fn choose<'f>(findings: impl Iterator<Item = &'f Finding>, limit: Safety) -> Vec<(&'f Finding, &'f Fix)> {
    let findings: Vec<&Finding> = findings.collect();
    let of_severity = |severity| findings.iter().copied().filter(move |finding| finding.severity == severity);
    let mut taken = Taken::default();
    let mut chosen: Vec<(&Finding, &Fix)> = Vec::new();
    for finding in Severity::ALL.into_iter().flat_map(of_severity) {
        let Some(fix) = finding.fixes.iter().find(|fix| fix.safety <= limit) else { continue };
        if fix.edits.iter().all(|edit| taken.is_free(edit)) {
            fix.edits.iter().for_each(|edit| taken.take(edit));
            chosen.push((finding, fix));
        }
    }
    chosen
}

/// Bytes that the edits of chosen fixes cover. Stretches that meet, as the edits of one fix may, are one.
#[derive(Default)]
struct Taken {
    /// End of each stretch by its document and start. No two stretches of a document meet.
    ends: BTreeMap<(u32, u32), u32>,
}

impl Taken {
    /// Whether the edit neither overlaps nor meets a stretch that is taken.
    fn is_free(&self, edit: &Edit) -> bool {
        self.last_before(edit.document, edit.end).is_none_or(|(_, end)| end < edit.start)
    }

    fn take(&mut self, edit: &Edit) {
        let (mut start, mut end) = (edit.start, edit.end);
        while let Some((other, reach)) = self.last_before(edit.document, end).filter(|(_, reach)| *reach >= start) {
            self.ends.remove(&(edit.document, other));
            start = start.min(other);
            end = end.max(reach);
        }
        self.ends.insert((edit.document, start), end);
    }

    /// Start and end of the last stretch of a document that begins at `place` or in front of it.
    fn last_before(&self, document: u32, place: u32) -> Option<(u32, u32)> {
        let up_to = (document, 0)..=(document, place);
        self.ends.range(up_to).next_back().map(|((_, start), end)| (*start, *end))
    }
}
