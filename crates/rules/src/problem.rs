//! Places in a document that could not be read.

use crate::text::Span;

/// A place that could not be read as its kind demands. Parsing goes on behind it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// What is wrong and what to do, one or two short sentences.
    pub message: String,
    /// Where, in bytes of the document.
    pub span: Span,
}

impl Problem {
    /// A problem at `span`.
    pub fn new(span: Span, message: impl Into<String>) -> Self {
        Self { message: message.into(), span }
    }
}
