//! Two texts as lines that stay, go and come.

use similar::{Algorithm, Change, ChangeTag, TextDiff};

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
        let changes = group.iter().flat_map(|op| diff.iter_changes(op));
        lines.extend(without_blank_edges(changes.map(|change| line(&change)).collect()));
    }
    lines
}

fn line(change: &Change<&str>) -> Line {
    let text = change.value().trim_end_matches(['\n', '\r']).to_owned();
    match change.tag() {
        ChangeTag::Equal => Line::Same(text),
        ChangeTag::Delete => Line::Removed(text),
        ChangeTag::Insert => Line::Added(text),
    }
}

/// Lines without the blank ones around a change that tell nothing of its place.
fn without_blank_edges(mut lines: Vec<Line>) -> Vec<Line> {
    let is_blank = |line: &Line| matches!(line, Line::Same(text) if text.trim().is_empty());
    let first = lines.iter().position(|line| !is_blank(line)).unwrap_or(0);
    lines.drain(..first);
    while lines.last().is_some_and(is_blank) {
        lines.pop();
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tells_what_changes_and_where() {
        let old = "[Unit]\n\n[Service]\nExecStart=kubelet\nRestart=always\n\n[Install]\n";
        let new = old.replace("kubelet\n", "kubelet --v=2\n");
        let text: Vec<String> = lines(old, &new).iter().map(Line::signed).collect();
        assert_eq!(text, ["  [Service]", "- ExecStart=kubelet", "+ ExecStart=kubelet --v=2", "  Restart=always"]);
        assert!(lines(old, old).is_empty());
    }
}
