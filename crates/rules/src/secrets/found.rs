//! Places of secrets while they are gathered.

use super::SecretKind;
use crate::order::sort_by;
use crate::text::Span;

/// What was found so far, in any order.
#[derive(Debug, Default)]
pub struct Found(Vec<(Span, SecretKind)>);

impl Found {
    /// Notes the bytes `start..end` of `text`, each line of them by itself and without the blanks around it.
    pub fn add(&mut self, text: &str, start: usize, end: usize, kind: SecretKind) {
        let mut at = start;
        for line in text.get(start..end).unwrap_or("").split_inclusive('\n') {
            let content = line.trim();
            let before = line.len() - line.trim_start().len();
            if !content.is_empty() && !content.starts_with("<masked-") {
                self.0.push((Span::of(at + before, at + before + content.len()), kind));
            }
            at += line.len();
        }
    }

    /// All places in order; those that overlap become one, of the kind of the first.
    pub fn in_order(mut self) -> Vec<(Span, SecretKind)> {
        // The longer one first, since it says what the whole is.
        sort_by(&mut self.0, |a, b| a.0.start.cmp(&b.0.start).then(b.0.end.cmp(&a.0.end)).then(a.1.cmp(&b.1)));
        let mut joined: Vec<(Span, SecretKind)> = Vec::with_capacity(self.0.len());
        for (span, kind) in self.0 {
            match joined.last_mut() {
                Some((last, _)) if span.start < last.end => *last = last.cover(span),
                _ => joined.push((span, kind)),
            }
        }
        joined
    }
}
