//! Texts without their secrets.

use std::borrow::Cow;

use super::found::Found;
use super::literal::behind_scheme;
use super::{SecretKind, of_document, piece, shape};
use crate::document::Document;
use crate::order::sort_by;
use crate::text::Span;

/// Fewest bytes of a secret that is sought wherever it stands. A shorter one is sought between quotes only.
const WORD: usize = 4;

/// Masks what is said about some documents: a secret of theirs is known by its value too, wherever that is repeated.
#[derive(Clone, Debug, Default)]
pub struct Masker {
    /// Secrets of each document, in order.
    documents: Vec<Vec<(Span, SecretKind)>>,
    /// Their values, sorted, each once.
    values: Vec<(String, SecretKind)>,
}

/// `text` with each secret replaced by a marker of its kind. Lines keep their number; a text without secrets is the same
/// byte for byte.
pub fn masked(text: &str) -> Cow<'_, str> {
    let found = of_document(&Document::new("", text));
    replaced(text, &found)
}

impl Masker {
    /// Seeks the secrets of `documents`.
    pub fn new(documents: &[Document]) -> Self {
        let found: Vec<_> = documents.iter().map(of_document).collect();
        let mut values = Vec::new();
        for (document, found) in documents.iter().zip(&found) {
            for (span, kind) in found {
                let value = span.slice(&document.text);
                let read = unescaped(value);
                values.extend([read, Cow::Borrowed(value)].map(|value| (value.into_owned(), *kind)));
                // What follows the scheme of a header may be quoted by itself.
                let borne = behind_scheme(value).filter(|borne| !borne.is_empty());
                values.extend(borne.map(|borne| (borne.to_owned(), *kind)));
            }
        }
        sort_by(&mut values, |a, b| a.0.cmp(&b.0));
        values.dedup_by(|a, b| a.0 == b.0);
        Self { documents: found, values }
    }

    /// Whether the documents hold no secret.
    pub fn is_empty(&self) -> bool {
        self.values.is_empty()
    }

    /// The secrets of the document at `index`, in order and without overlap.
    pub fn of(&self, index: usize) -> &[(Span, SecretKind)] {
        self.documents.get(index).map_or(&[], Vec::as_slice)
    }

    /// The text of the document at `index`, which is `text`, without its secrets.
    pub fn document<'t>(&self, index: usize, text: &'t str) -> Cow<'t, str> {
        replaced(text, self.of(index))
    }

    /// A piece of a configuration without its secrets, those of the documents and its own.
    pub fn content<'t>(&self, text: &'t str) -> Cow<'t, str> {
        let mut found = Found::default();
        piece(&Document::new("", text), &mut found);
        self.repeated(text, &mut found);
        replaced(text, &found.in_order())
    }

    /// A sentence without secrets: those of the documents, and others that show by their shape. A name says nothing
    /// here, since sentences speak of tokens without holding one.
    pub fn prose<'t>(&self, text: &'t str) -> Cow<'t, str> {
        let mut found = Found::default();
        shape::scan(text, &mut found);
        self.repeated(text, &mut found);
        replaced(text, &found.in_order())
    }

    /// Notes where a secret of the documents is repeated.
    fn repeated(&self, text: &str, found: &mut Found) {
        if self.values.is_empty() {
            return;
        }
        let mut before = None;
        for (at, c) in text.char_indices() {
            let within = before.is_some_and(|before: char| before.is_alphanumeric() && c.is_alphanumeric());
            if !within && let Some((length, kind)) = self.value_at(text, at, before) {
                found.add(text, at, at + length, kind);
            }
            before = Some(c);
        }
    }

    /// The longest secret that stands at `at`, with its length in bytes.
    fn value_at(&self, text: &str, at: usize, before: Option<char>) -> Option<(usize, SecretKind)> {
        let rest = text.get(at..)?;
        let fits = |value: &str| {
            let after = rest.get(value.len()..).and_then(|rest| rest.chars().next());
            let quoted = before.is_some_and(|c| "`\"'".contains(c)) && before == after;
            let ends = !after.is_some_and(char::is_alphanumeric) || !value.ends_with(char::is_alphanumeric);
            rest.starts_with(value) && if value.len() < WORD { quoted } else { ends }
        };
        // What begins the text is not greater than it. Where the greatest such value does not fit, any shorter one begins
        // what the two have in common.
        let mut key = rest;
        loop {
            let last = self.values.partition_point(|(value, _)| value.as_str() <= key).checked_sub(1)?;
            let (value, kind) = self.values.get(last)?;
            if fits(value) {
                return Some((value.len(), *kind));
            }
            let common = value.bytes().zip(key.bytes()).take_while(|(a, b)| a == b).count();
            let shorter = common.min(value.len().checked_sub(1)?);
            key = (0..=shorter).rev().find_map(|end| key.get(..end)).filter(|key| !key.is_empty())?;
        }
    }
}

fn replaced<'t>(text: &'t str, found: &[(Span, SecretKind)]) -> Cow<'t, str> {
    if found.is_empty() {
        return Cow::Borrowed(text);
    }
    let mut masked = String::with_capacity(text.len());
    let mut at = 0;
    for (span, kind) in found {
        masked.push_str(text.get(at..span.start as usize).unwrap_or(""));
        masked.push_str(kind.marker());
        at = span.end as usize;
    }
    masked.push_str(text.get(at..).unwrap_or(""));
    Cow::Owned(masked)
}

/// A value as a reader of quoted text sees it: the usual escapes are undone.
fn unescaped(value: &str) -> Cow<'_, str> {
    if !value.contains(['\\', '\'']) {
        return Cow::Borrowed(value);
    }
    let undone = [("\\\"", "\""), ("\\/", "/"), ("\\n", "\n"), ("\\t", "\t"), ("''", "'"), ("\\\\", "\\")];
    Cow::Owned(undone.iter().fold(value.to_owned(), |text, (escaped, plain)| text.replace(escaped, plain)))
}
