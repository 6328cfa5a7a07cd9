//! How new text must be written where it is to stand.

use crate::decimal::Decimal;
use crate::syntax::yaml::{Kind, Layout, NodeId, Style, Tree};

/// Whether the node stands in JSON: in a document that is one bracket whose keys are in double quotes.
pub fn is_json(tree: &Tree, id: NodeId) -> bool {
    let Some(root) = tree.ancestors(id).last() else { return false };
    match &tree.node(root).kind {
        Kind::Mapping { entries, layout: Layout::Flow } => {
            entries.iter().all(|(key, _)| tree.node(*key).style() == Some(Style::DoubleQuoted))
        }
        Kind::Sequence { layout: Layout::Flow, .. } => true,
        _ => false,
    }
}

/// `value` as a text value written near `node`: quoted where it would otherwise be read as something else.
pub fn string_like(tree: &Tree, node: NodeId, value: &str) -> String {
    let is_text = crate::syntax::yaml::plain_kind(value) == crate::syntax::yaml::PlainKind::Str;
    if is_text && !is_json(tree, node) && is_plain(value, Place::of(tree, node)) {
        value.to_owned()
    } else {
        double_quoted(value)
    }
}

/// What surrounds a scalar; brackets leave it fewer characters.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Place {
    Block,
    Flow,
    Json,
}

impl Place {
    /// The surroundings of a value or key.
    pub(super) fn of(tree: &Tree, id: NodeId) -> Self {
        let holder = tree.node(id).parent.map(|parent| tree.node(parent));
        match holder.and_then(|holder| holder.layout()) {
            Some(Layout::Flow | Layout::Pair) if is_json(tree, id) => Self::Json,
            Some(Layout::Flow | Layout::Pair) => Self::Flow,
            _ => Self::Block,
        }
    }
}

/// `value` in the style of an existing scalar, in double quotes where that style cannot hold it.
pub(super) fn in_style(value: &str, style: Style, place: Place) -> String {
    let fits_plain = match place {
        Place::Json => is_json_word(value),
        _ => is_plain(value, place),
    };
    match style {
        Style::SingleQuoted if !value.chars().any(is_unprintable) => format!("'{}'", value.replace('\'', "''")),
        Style::Plain | Style::Literal | Style::Folded if fits_plain => value.to_owned(),
        _ => double_quoted(value),
    }
}

/// `key` as a new key beside the others.
pub(super) fn key(key: &str, place: Place) -> String {
    if place != Place::Json && is_plain(key, place) { key.to_owned() } else { double_quoted(key) }
}

/// `value` in double quotes, with the escapes that JSON and YAML share.
pub fn double_quoted(value: &str) -> String {
    let mut quoted = String::with_capacity(value.len() + 2);
    quoted.push('"');
    for character in value.chars() {
        match character {
            '"' => quoted.push_str("\\\""),
            '\\' => quoted.push_str("\\\\"),
            '\n' => quoted.push_str("\\n"),
            '\t' => quoted.push_str("\\t"),
            '\r' => quoted.push_str("\\r"),
            other if is_unprintable(other) => quoted.push_str(&format!("\\u{:04x}", other as u32)),
            other => quoted.push(other),
        }
    }
    quoted.push('"');
    quoted
}

fn is_unprintable(character: char) -> bool {
    character.is_control() || matches!(character, '\u{2028}' | '\u{2029}' | '\u{feff}')
}

/// Whether the text can stand without quotes and be read back as the same text or word.
pub(super) fn is_plain(value: &str, place: Place) -> bool {
    let Some(first) = value.chars().next() else { return false };
    let second = value.chars().nth(1);
    let begins_well = match first {
        '-' | '?' | ':' => second.is_some_and(|next| !next.is_whitespace() && !",[]{}".contains(next)),
        _ => !",[]{}#&*!|>'\"%@`".contains(first),
    };
    begins_well
        && value.trim() == value
        && !value.starts_with("---")
        && !value.starts_with("...")
        && !value.contains(": ")
        && !value.contains(" #")
        && !value.ends_with(':')
        && !value.chars().any(is_unprintable)
        && (place == Place::Block || !value.contains([',', '[', ']', '{', '}']))
}

fn is_json_word(value: &str) -> bool {
    let digits = value.strip_prefix('-').unwrap_or(value);
    let is_number = digits.starts_with(|first: char| first.is_ascii_digit())
        && digits.bytes().all(|byte| byte.is_ascii_digit() || b".eE+-".contains(&byte))
        && Decimal::read(value).is_some()
        && !digits.ends_with('.')
        && !(digits.len() > 1 && digits.starts_with('0') && !digits.starts_with("0."));
    is_number || matches!(value, "true" | "false" | "null")
}
