//! What a scalar means to the YAML decoder of Kubernetes (go-yaml v2, which follows YAML 1.1), before the
//! result is handed to the JSON decoder.

use super::tree::{Kind, NodeId, Style, Tag, Tree};
use crate::decimal::Decimal;

/// The type the decoder gives a scalar.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum PlainKind {
    /// `null`, `~` or nothing.
    Null,
    /// `true`, `yes`, `on`, `y` and their opposites, in three spellings of case.
    Bool(bool),
    /// An integer in any of its bases.
    Int(i128),
    /// Any other number.
    Float,
    /// Text; always so in quotes.
    Str,
}

impl Tree<'_> {
    /// How the decoder types the scalar, through aliases; `None` for a collection or a broken alias.
    pub fn plain_kind(&self, id: NodeId) -> Option<PlainKind> {
        let node = self.node(self.resolve(id));
        let Kind::Scalar { value, style } = &node.kind else { return None };
        let plain = *style == Style::Plain;
        Some(match node.tag {
            Tag::None if plain => plain_kind(value),
            Tag::Null => PlainKind::Null,
            Tag::Bool | Tag::Int => plain_kind(value),
            Tag::Float => match plain_kind(value) {
                PlainKind::Int(_) => PlainKind::Float,
                other => other,
            },
            Tag::None | Tag::Str | Tag::Other => PlainKind::Str,
        })
    }
}

/// How the decoder types the text of a scalar without quotes.
pub fn plain_kind(text: &str) -> PlainKind {
    match text {
        "" | "~" | "null" | "Null" | "NULL" => PlainKind::Null,
        "true" | "True" | "TRUE" | "yes" | "Yes" | "YES" | "on" | "On" | "ON" | "y" | "Y" => PlainKind::Bool(true),
        "false" | "False" | "FALSE" | "no" | "No" | "NO" | "off" | "Off" | "OFF" | "n" | "N" => PlainKind::Bool(false),
        ".nan" | ".NaN" | ".NAN" => PlainKind::Float,
        ".inf" | ".Inf" | ".INF" | "+.inf" | "+.Inf" | "+.INF" | "-.inf" | "-.Inf" | "-.INF" => PlainKind::Float,
        _ => number(text).unwrap_or(PlainKind::Str),
    }
}

fn number(text: &str) -> Option<PlainKind> {
    match text.as_bytes().first()? {
        // Underscores are dropped only where the first character is a sign or a digit.
        b'.' => float(text),
        b'+' | b'-' | b'0'..=b'9' if !text.contains('_') => integer(text).or_else(|| float(text)),
        b'+' | b'-' | b'0'..=b'9' => {
            let plain = text.replace('_', "");
            integer(&plain).or_else(|| float(&plain))
        }
        _ => None,
    }
}

/// An integer as Go's `ParseInt` with base 0 reads it; decimal numbers beyond 64 bits are floats.
fn integer(text: &str) -> Option<PlainKind> {
    let (negative, digits) = match text.as_bytes().first()? {
        b'-' => (true, text.get(1..)?),
        b'+' => (false, text.get(1..)?),
        _ => (false, text),
    };
    let (radix, digits) = match digits.get(..2) {
        Some("0x" | "0X") => (16, digits.get(2..)?),
        Some("0o" | "0O") => (8, digits.get(2..)?),
        Some("0b" | "0B") => (2, digits.get(2..)?),
        Some(_) if digits.starts_with('0') => (8, digits.get(1..)?),
        _ => (10, digits),
    };
    if !digits.bytes().all(|byte| byte.is_ascii_alphanumeric()) {
        return None;
    }
    let size = i128::from_str_radix(digits, radix).ok()?;
    let value = if negative { -size } else { size };
    let fits = value <= i128::from(u64::MAX)
        && value >= i128::from(i64::MIN)
        && (text.as_bytes().first() != Some(&b'+') || value <= i128::from(i64::MAX));
    (fits || (radix != 10 && !negative)).then_some(PlainKind::Int(value))
}

fn float(text: &str) -> Option<PlainKind> {
    Decimal::read(text)?.is_finite().then_some(PlainKind::Float)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn booleans_and_nulls_of_yaml_1_1() {
        for (text, value) in [("yes", true), ("On", true), ("TRUE", true), ("y", true), ("no", false), ("OFF", false)] {
            assert_eq!(plain_kind(text), PlainKind::Bool(value), "{text}");
        }
        for text in ["", "~", "null", "NULL"] {
            assert_eq!(plain_kind(text), PlainKind::Null, "{text}");
        }
        for text in ["yEs", "tRUE", "nULL", "<<", "oN", "truee"] {
            assert_eq!(plain_kind(text), PlainKind::Str, "{text}");
        }
    }

    #[test]
    fn integers_in_every_base() {
        let cases = [
            ("10250", 10250),
            ("-1", -1),
            ("+685_230", 685_230),
            ("0644", 0o644),
            ("0o644", 0o644),
            ("0x_0A_74_AE", 685_230),
            ("0b1010_0111", 0b1010_0111),
            ("-0b101010", -42),
            ("0", 0),
            ("-9223372036854775808", i128::from(i64::MIN)),
            ("18446744073709551615", i128::from(u64::MAX)),
        ];
        for (text, value) in cases {
            assert_eq!(plain_kind(text), PlainKind::Int(value), "{text}");
        }
    }

    #[test]
    fn floats_and_their_lookalikes() {
        for text in ["1.5", ".1", "-.1", "1.", "6.8523e+5", "089", "685_230.15", "18446744073709551616"] {
            assert_eq!(plain_kind(text), PlainKind::Float, "{text}");
        }
        for text in [
            "1:30",
            "5m",
            "1e",
            "1e400",
            "-b_c",
            "+",
            "-",
            ".",
            "0x",
            "2015-01-01",
            "10.0.0.1",
            "1-2",
            "0-1",
            "_1",
            "infinity",
            "+inf",
            "--1",
        ] {
            assert_eq!(plain_kind(text), PlainKind::Str, "{text}");
        }
    }
}
