//! Two texts as lines that stay, go and come.

use similar::{Algorithm, ChangeTag, TextDiff};

/// Unchanged lines shown around a change.
const CONTEXT: usize = 2;

/// One line of a diff.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Line {
    /// In both texts.
    Same(String),
    /// In the old text.
    Removed(String),
    /// In the new text.
    Added(String),
    /// Unchanged lines that are left out.
    Gap,
}

impl Line {
    /// The line behind its sign.
    pub fn signed(&self) -> String {
        match self {
            Self::Same(text) => format!("  {text}"),
            Self::Removed(text) => format!("- {text}"),
            Self::Added(text) => format!("+ {text}"),
            Self::Gap => "  ...".to_owned(),
        }
    }
}

/// How `old` becomes `new`; nothing when they are equal.
pub fn lines(old: &str, new: &str) -> Vec<Line> {
    // Lines such as `enabled: true` repeat; those that occur once make the better anchors.
    let diff = TextDiff::configure().algorithm(Algorithm::Patience).diff_lines(old, new);
    let mut lines = Vec::new();
    for group in diff.grouped_ops(CONTEXT) {
        if !lines.is_empty() {
            lines.push(Line::Gap);
        }
        for change in group.iter().flat_map(|op| diff.iter_changes(op)) {
            let text = change.value().trim_end_matches(['\n', '\r']).to_owned();
            lines.push(match change.tag() {
                ChangeTag::Equal => Line::Same(text),
                ChangeTag::Delete => Line::Removed(text),
                ChangeTag::Insert => Line::Added(text),
            });
        }
    }
    lines
}
