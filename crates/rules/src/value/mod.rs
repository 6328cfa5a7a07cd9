//! Typed values, read from text exactly as the Go components read them.
//!
//! Sources: Go `strconv.ParseBool`, `strconv.ParseInt` with base 0 and `time.ParseDuration`; pflag's value types;
//! `k8s.io/apimachinery` resource quantities (syntax only); `k8s.io/component-base` cli/flag and logs/api/v1.

mod accept;
mod dns;
mod duration;
mod number;
mod parts;

use std::fmt;

pub use accept::{Wanted, accept, stands_for_default};
pub use dns::{is_dns_label, is_dns_subdomain};
pub use duration::duration_of;
use duration::duration_text;
pub use number::{bool_of, float_of, is_ip, is_quantity, whole};
use number::{int_of, is_float, level_of, uint_of};

use crate::knowledge::Type;

/// A value of a setting.
#[derive(Clone, Debug, PartialEq)]
pub enum Value {
    /// Boolean.
    Bool(bool),
    /// Whole number.
    Int(i64),
    /// Duration in nanoseconds.
    Duration(i64),
    /// Text, and every type whose text is its value (IP address, quantity, float).
    Text(String),
    /// List of texts, or of numbers in decimal, in the order written.
    List(Vec<String>),
    /// Map from text to text in the order written.
    Map(Vec<(String, String)>),
    /// A structured value that only a file can hold; its parts are not compared.
    Structured,
}

impl fmt::Display for Value {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Bool(value) => write!(f, "{value}"),
            Self::Int(value) => write!(f, "{value}"),
            Self::Duration(nanos) => f.write_str(&duration_text(*nanos)),
            Self::Text(text) => f.write_str(text),
            Self::List(items) => separated(f, items, |f, item| f.write_str(item)),
            Self::Map(pairs) => separated(f, pairs, |f, (key, value)| write!(f, "{key}={value}")),
            Self::Structured => f.write_str("(structured)"),
        }
    }
}

/// Writes `parts` with commas between them.
fn separated<T>(
    f: &mut fmt::Formatter<'_>,
    parts: &[T],
    one: fn(&mut fmt::Formatter<'_>, &T) -> fmt::Result,
) -> fmt::Result {
    for (at, part) in parts.iter().enumerate() {
        if at > 0 {
            f.write_str(",")?;
        }
        one(f, part)?;
    }
    Ok(())
}

impl Value {
    /// The boolean, when it is one.
    pub fn as_bool(&self) -> Option<bool> {
        if let Self::Bool(value) = self { Some(*value) } else { None }
    }

    /// The number, when it is one.
    pub fn as_int(&self) -> Option<i64> {
        if let Self::Int(value) = self { Some(*value) } else { None }
    }

    /// The nanoseconds, when it is a duration.
    pub fn as_nanos(&self) -> Option<i64> {
        if let Self::Duration(value) = self { Some(*value) } else { None }
    }

    /// The elements, when it is a list; empty otherwise.
    pub fn items(&self) -> &[String] {
        if let Self::List(items) = self { items } else { &[] }
    }

    /// The pairs, when it is a map; empty otherwise.
    pub fn pairs(&self) -> &[(String, String)] {
        if let Self::Map(pairs) = self { pairs } else { &[] }
    }

    /// Whether the value is empty text, an empty list or an empty map: what most settings treat as "not set".
    pub fn is_blank(&self) -> bool {
        match self {
            Self::Text(text) => text.is_empty(),
            Self::List(items) => items.is_empty(),
            Self::Map(pairs) => pairs.is_empty(),
            _ => false,
        }
    }
}

/// Reads the text of a flag.
///
/// # Errors
/// [`Wanted`] when the component would refuse the text.
pub fn read(ty: Type, text: &str) -> Result<Value, Wanted> {
    match ty {
        Type::Bool => bool_of(text).map(Value::Bool).ok_or(Wanted::Form("a boolean, `true` or `false`")),
        Type::Int(bits) => int_of(text, bits).map(Value::Int).ok_or(Wanted::Form("a whole number")),
        Type::Uint(bits) => {
            uint_of(text, bits).map(Value::Int).ok_or(Wanted::Form("a whole number, not negative and without a sign"))
        }
        Type::Level => level_of(text).map(Value::Int).ok_or(Wanted::Form("a decimal number, not negative")),
        Type::Float if !is_float(text) => Err(Wanted::Form("a number")),
        Type::Duration => duration_of(text)
            .map(Value::Duration)
            .ok_or(Wanted::Form("a duration with a unit, such as `5m` or `4h0m0s`")),
        Type::Quantity if !is_quantity(text) => Err(Wanted::Form("a quantity, such as `10Mi`")),
        Type::Ip if !is_ip(text) => Err(Wanted::Form("an IP address")),
        Type::List | Type::Ints | Type::Array => parts::list(ty, text).map(Value::List),
        Type::Map | Type::Pair | Type::Thresholds | Type::Headers | Type::CsvMap | Type::Switches | Type::BoolMap => {
            parts::map(ty, text).map(Value::Map)
        }
        Type::Object => Ok(Value::Structured),
        Type::Text | Type::Float | Type::Quantity | Type::Ip => Ok(Value::Text(text.to_owned())),
    }
}

/// Reads a default from the tables, where an empty text stands for "not set". Pairs are always `name=value` there.
pub fn read_default(ty: Type, text: &str) -> Option<Value> {
    match ty {
        _ if text.is_empty() => None,
        Type::List | Type::Ints | Type::Array => {
            read(Type::List, text.trim_start_matches('[').trim_end_matches(']')).ok()
        }
        _ if ty.is_map() => read(Type::Map, text.trim_start_matches('{').trim_end_matches('}')).ok(),
        _ => read(ty, text).ok(),
    }
}
