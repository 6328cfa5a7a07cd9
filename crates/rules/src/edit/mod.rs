//! Planners of small text edits. They read a syntax tree and the text it came from and return the bytes to
//! replace; nothing is ever printed back from a tree.

pub mod unit;
pub mod yaml;

use crate::order::sort_by;
use crate::text::Span;

/// Replaces the bytes of `span` by `text`, in one document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TextEdit {
    /// The bytes replaced; empty for an insertion.
    pub span: Span,
    /// What stands there afterwards.
    pub text: String,
}

impl TextEdit {
    /// Replaces `span` by `text`.
    pub fn replace(span: Span, text: impl Into<String>) -> Self {
        Self { span, text: text.into() }
    }

    /// Inserts `text` before the byte `offset`.
    pub fn insert(offset: u32, text: impl Into<String>) -> Self {
        Self { span: Span::at(offset), text: text.into() }
    }

    /// Removes `span`.
    pub fn delete(span: Span) -> Self {
        Self { span, text: String::new() }
    }
}

/// Why edits could not be applied.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EditError {
    /// Two edits touch the same bytes.
    Overlap(Span),
    /// An edit lies outside the text or cuts a character.
    OutOfRange(Span),
}

impl std::fmt::Display for EditError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let (what, span) = match self {
            Self::Overlap(span) => ("overlap at", span),
            Self::OutOfRange(span) => ("do not fit the text at", span),
        };
        write!(f, "the edits {what} bytes {}..{}; check the document again and retry", span.start, span.end)
    }
}

impl std::error::Error for EditError {}

/// Applies `edits` to `text`. They may come in any order.
///
/// # Errors
/// [`EditError`] when two edits touch the same bytes or one does not fit the text; nothing is applied then.
pub fn apply(text: &str, edits: &[TextEdit]) -> Result<String, EditError> {
    let mut sorted: Vec<&TextEdit> = edits.iter().collect();
    sort_by(&mut sorted, |a, b| a.span.cmp(&b.span));
    let mut result = String::with_capacity(text.len() + 64);
    let mut done = 0;
    for edit in sorted {
        let (start, end) = (edit.span.start as usize, edit.span.end as usize);
        if start < done {
            return Err(EditError::Overlap(edit.span));
        }
        if end < start || text.get(start..end).is_none() {
            return Err(EditError::OutOfRange(edit.span));
        }
        result.push_str(text.get(done..start).ok_or(EditError::OutOfRange(edit.span))?);
        result.push_str(&edit.text);
        done = end;
    }
    result.push_str(text.get(done..).unwrap_or(""));
    Ok(result)
}
