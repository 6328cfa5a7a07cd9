//! Accepting a finding: where the comment stands that suppresses it, and nothing else that could be told apart.
//!
//! Places are tried from the finding's line outwards, and each is judged anew as a whole: what counts is what the
//! analysis then says, not what the text looks like.

#[cfg(feature = "serde")]
use serde::{Deserialize, Serialize};

use crate::Options;
use crate::assess;
use crate::document::Document;
use crate::report::{Category, Edit, Finding, Report, SettingReport};

/// Places tried for one comment; each costs an analysis.
const MOST_PLACES: usize = 4;

/// A comment that suppresses a finding.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(Serialize, Deserialize))]
pub struct Acceptance {
    /// Puts the comment in.
    pub edit: Edit,
    /// How many further findings of the same rule it suppresses, because they stand in the same part of the text.
    pub others: usize,
}

/// The comment that suppresses the finding with index `at` of the report on `documents`, with a reason.
///
/// # Errors
/// A sentence that says why there can be none.
pub fn accept(documents: &[Document], options: &Options, at: usize, reason: &str) -> Result<Acceptance, String> {
    let before = assess::report(documents, options);
    let finding = before.findings.get(at).ok_or("There is no such finding.")?;
    let document = documents.get(finding.document as usize).ok_or("There is no such document.")?;
    let reason = one_line(reason);
    if let Some(refusal) = refusal(finding, document, &reason) {
        return Err(refusal);
    }
    let comment = format!("# plimsoll: ignore {} {reason}", finding.rule);
    for place in places(&document.text, finding.start as usize).into_iter().take(MOST_PLACES) {
        let edit = edit(finding.document, &document.text, place, &comment);
        let after = assess::report(&with_edit(documents, &edit), options);
        if let Some(others) = suppresses(&before, &after, at, &reason) {
            return Ok(Acceptance { edit, others });
        }
    }
    Err("No comment in this text would be read for this finding.".to_owned())
}

fn refusal(finding: &Finding, document: &Document, reason: &str) -> Option<String> {
    if finding.suppressed.is_some() {
        return Some("A comment suppresses this finding already.".to_owned());
    }
    if finding.rule.starts_with("suppression-") {
        return Some("This is about a suppression itself. Mend or remove the comment.".to_owned());
    }
    if finding.category == Category::Unassessed {
        return Some("What cannot be known cannot be accepted: it would look like a pass.".to_owned());
    }
    if document.text.trim_start_matches(is_lead).starts_with('{') {
        return Some(format!(
            "JSON has no comments, so this cannot be written into the file. A profile of your own can switch the rule \
             off: `{}: off`.",
            finding.rule
        ));
    }
    reason.is_empty().then(|| "Write a reason, for those who read the file later.".to_owned())
}

/// The reason as it may stand behind `#`: one line that no backslash continues.
fn one_line(reason: &str) -> String {
    let words: Vec<&str> = reason.split(|c: char| c.is_whitespace() || c.is_control()).collect();
    let words: Vec<&str> = words.into_iter().filter(|word| !word.is_empty()).collect();
    words.join(" ").trim_end_matches('\\').trim_end().to_owned()
}

/// Starts of lines above which a comment may stand, the nearest first: the line of `offset`, the line that begins the
/// entry it continues, and the lines that it is indented under.
fn places(text: &str, offset: usize) -> Vec<usize> {
    let Some(before) = text.get(..offset) else { return Vec::new() };
    let own = before.rfind('\n').map_or(0, |at| at + 1);
    let mut all = vec![own];
    let (mut least, mut continues) = (indent(text, own), true);
    let mut at = own;
    while let Some(end) = at.checked_sub(1) {
        at = text.get(..end).and_then(|before| before.rfind('\n')).map_or(0, |at| at + 1);
        let line = text.get(at..end).unwrap_or_default();
        if line.trim().is_empty() {
            continues = false;
            continue;
        }
        let continued = line.trim_end_matches('\r').ends_with('\\');
        let before_entry = continues && !continued && all.last() != Some(&(end + 1));
        if before_entry {
            all.push(end + 1);
        }
        continues &= continued;
        if indent(text, at) < least {
            least = indent(text, at);
            all.push(at);
        }
    }
    if continues && all.last() != Some(&0) {
        all.push(0);
    }
    all
}

/// Bytes of blanks that a line begins with.
fn indent(text: &str, line: usize) -> usize {
    let rest = text.get(line..).unwrap_or_default();
    rest.len() - rest.trim_start_matches([' ', '\t']).len()
}

/// Puts a comment above the line that begins at `line`, indented as that line is and with its kind of line end.
fn edit(document: u32, text: &str, line: usize, comment: &str) -> Edit {
    let rest = text.get(line..).unwrap_or_default();
    let lead = rest.len() - rest.trim_start_matches('\u{feff}').len();
    let rest = rest.get(lead..).unwrap_or_default();
    let blanks = rest.get(..rest.len() - rest.trim_start_matches([' ', '\t']).len()).unwrap_or_default();
    let line_end = if text.lines().count() > 0 && text.contains("\r\n") { "\r\n" } else { "\n" };
    let start = u32::try_from(line + lead).unwrap_or(u32::MAX);
    Edit { document, start, end: start, text: format!("{blanks}{comment}{line_end}") }
}

fn with_edit(documents: &[Document], edit: &Edit) -> Vec<Document> {
    let mut new = documents.to_vec();
    if let Some(document) = new.get_mut(edit.document as usize) {
        let at = edit.start as usize;
        if document.text.is_char_boundary(at) {
            document.text.insert_str(at, &edit.text);
        }
    }
    new
}

/// How many findings besides the one at `at` the comment suppresses; nothing when it does not suppress that one, or
/// changes anything else.
fn suppresses(before: &Report, after: &Report, at: usize, reason: &str) -> Option<usize> {
    let same_findings = before.findings.len() == after.findings.len()
        && before.findings.iter().zip(&after.findings).all(|(old, new)| identity(old) == identity(new));
    let same_settings = before.settings.iter().map(value).eq(after.settings.iter().map(value));
    if !same_findings || !same_settings {
        return None;
    }
    let pairs = before.findings.iter().zip(&after.findings);
    let newly = |(old, new): &(&Finding, &Finding)| old.suppressed.is_none() && new.suppressed.is_some();
    let all = pairs.filter(newly).count();
    let own = after.findings.get(at)?.suppressed.as_deref() == Some(reason);
    own.then(|| all.saturating_sub(1))
}

/// What a finding is, wherever it stands.
fn identity(finding: &Finding) -> (&str, &str, &str, Category, u32) {
    let Finding { rule, setting, title, category, document, .. } = finding;
    (rule, setting, title, *category, *document)
}

fn value(row: &SettingReport) -> (&str, &str, Option<&str>) {
    (&row.component, &row.setting, row.value.as_deref())
}

fn is_lead(c: char) -> bool {
    c.is_whitespace() || c == '\u{feff}'
}
