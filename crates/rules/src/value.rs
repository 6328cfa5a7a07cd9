//! Typed values, read from text exactly as the Go components read them.
//!
//! Sources: Go `strconv.ParseBool`, `strconv.ParseInt` with base 0 and `time.ParseDuration`; pflag's value types;
//! `k8s.io/apimachinery` resource quantities (syntax only).

use std::fmt;

use crate::decimal::Decimal;
use crate::knowledge::{Setting, Type, at_version};
use crate::version::Version;

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
    /// List of texts in the order written.
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

/// Why text is not accepted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wanted {
    /// What the type wants.
    Form(&'static str),
    /// The only values accepted, parted by `|`.
    OneOf(&'static str),
    /// Smallest and largest number accepted; an empty text leaves that side open.
    Range(&'static str, &'static str),
}

impl Wanted {
    /// The end of a sentence that begins "it must be".
    pub fn words(self) -> String {
        match self {
            Self::Form(words) => words.to_owned(),
            Self::OneOf(values) => {
                let named =
                    values.split('|').map(|value| if value.is_empty() { "empty".into() } else { format!("`{value}`") });
                let named: Vec<String> = named.collect();
                match named.split_last() {
                    Some((last, [])) => last.clone(),
                    Some((last, rest)) => format!("{} or {last}", rest.join(", ")),
                    None => String::new(),
                }
            }
            Self::Range(least, "") => format!("at least {least}"),
            Self::Range("", most) => format!("at most {most}"),
            Self::Range(least, most) => format!("between {least} and {most}"),
        }
    }
}

/// Checks a value of the right type against what the release accepts for the setting.
///
/// # Errors
/// [`Wanted`] when the component would refuse the value.
pub fn accept(row: &Setting, version: Version, value: Value) -> Result<Value, Wanted> {
    let listed = |text: &str| row.allowed_in(version).is_none_or(|mut allowed| allowed.any(|one| one == text));
    let fits = match &value {
        Value::Text(text) => listed(text),
        Value::List(items) => items.iter().all(|item| listed(item)),
        Value::Map(pairs) => pairs.iter().all(|(key, _)| listed(key)),
        _ => true,
    };
    if !fits {
        return Err(Wanted::OneOf(at_version(row.allowed, version)));
    }
    if let (Value::Int(number), Some((least, most))) = (&value, row.range_in(version)) {
        let low = least.parse::<i64>().is_ok_and(|least| *number < least);
        let high = most.parse::<i64>().is_ok_and(|most| *number > most);
        if low || high {
            return Err(Wanted::Range(least, most));
        }
    }
    Ok(value)
}

/// Reads the text of a flag.
///
/// # Errors
/// [`Wanted`] when the component would refuse the text.
pub fn read(ty: Type, text: &str) -> Result<Value, Wanted> {
    match ty {
        Type::Bool => bool_of(text).map(Value::Bool).ok_or(Wanted::Form("a boolean, `true` or `false`")),
        Type::Int(bits) => int_of(text, bits).map(Value::Int).ok_or(Wanted::Form("a whole number")),
        Type::Uint(_) => {
            let number = int_of(text, 64).filter(|number| *number >= 0);
            number.map(Value::Int).ok_or(Wanted::Form("a whole number, not negative"))
        }
        Type::Float if !is_float(text) => Err(Wanted::Form("a number")),
        Type::Duration => duration_of(text)
            .map(Value::Duration)
            .ok_or(Wanted::Form("a duration with a unit, such as `5m` or `4h0m0s`")),
        Type::Quantity if !is_quantity(text) => Err(Wanted::Form("a quantity, such as `10Mi`")),
        Type::Ip if !is_ip(text) => Err(Wanted::Form("an IP address")),
        Type::List => list_of(text).map(Value::List).ok_or(Wanted::Form("a comma-separated list with balanced quotes")),
        Type::Array => Ok(Value::List(vec![text.to_owned()])),
        Type::Map => {
            map_of(text).map(Value::Map).ok_or(Wanted::Form("pairs such as `name=value`, separated by commas"))
        }
        Type::Switches => Ok(Value::Map(switches_of(text))),
        Type::BoolMap => {
            let pairs = switched_of(text).filter(|pairs| pairs.iter().all(|(_, value)| bool_of(value).is_some()));
            pairs.map(Value::Map).ok_or(Wanted::Form("pairs such as `Name=true`, separated by commas"))
        }
        Type::Object => Ok(Value::Structured),
        Type::Text | Type::Float | Type::Quantity | Type::Ip => Ok(Value::Text(text.to_owned())),
    }
}

/// Reads a default from the tables, where an empty text stands for "not set".
pub fn read_default(ty: Type, text: &str) -> Option<Value> {
    match (ty, text) {
        (_, "") => None,
        (Type::List | Type::Array, "[]") => Some(Value::List(Vec::new())),
        (Type::Map | Type::Switches | Type::BoolMap, "{}") => Some(Value::Map(Vec::new())),
        (Type::List | Type::Array, list) => {
            let inner = list.trim_start_matches('[').trim_end_matches(']');
            read(Type::List, inner).ok()
        }
        _ => read(ty, text).ok(),
    }
}

/// The eleven words that Go takes for a boolean.
pub fn bool_of(text: &str) -> Option<bool> {
    match text {
        "1" | "t" | "T" | "TRUE" | "true" | "True" => Some(true),
        "0" | "f" | "F" | "FALSE" | "false" | "False" => Some(false),
        _ => None,
    }
}

/// A Go integer literal: sign, `0x`, `0o`, `0b` or a leading zero for octal, `_` between digits.
fn int_of(text: &str, bits: u8) -> Option<i64> {
    let (negative, digits) = match text.strip_prefix('-') {
        Some(rest) => (true, rest),
        None => (false, text.strip_prefix('+').unwrap_or(text)),
    };
    let lower = digits.to_ascii_lowercase();
    let (radix, body) = [("0x", 16), ("0o", 8), ("0b", 2)]
        .iter()
        .find_map(|(prefix, radix)| lower.strip_prefix(prefix).map(|body| (*radix, body)))
        .unwrap_or_else(|| match lower.strip_prefix('0') {
            Some(body) if !body.is_empty() => (8, body),
            _ => (10, lower.as_str()),
        });
    let underscores_allowed = radix != 10 || lower.starts_with('0');
    if body.contains('_') && !underscores_allowed {
        return None;
    }
    let number = i64::from_str_radix(&body.replace('_', ""), radix).ok()?;
    let number = if negative { number.checked_neg()? } else { number };
    let limit = 1i128 << (bits.clamp(1, 64) - 1);
    (-limit..limit).contains(&i128::from(number)).then_some(number)
}

/// A decimal number, an infinity, or no number by name.
fn is_float(text: &str) -> bool {
    let unsigned = text.strip_prefix(['+', '-']).unwrap_or(text);
    let named = ["inf", "infinity", "nan"].iter().any(|name| unsigned.eq_ignore_ascii_case(name));
    named || Decimal::read(text).is_some()
}

/// Nanoseconds of a Go duration: `300ms`, `-1.5h`, `2h45m`; a bare `0` needs no unit.
pub fn duration_of(text: &str) -> Option<i64> {
    let (sign, mut rest) = match text.strip_prefix('-') {
        Some(rest) => (-1.0, rest),
        None => (1.0, text.strip_prefix('+').unwrap_or(text)),
    };
    if rest == "0" {
        return Some(0);
    }
    if rest.is_empty() {
        return None;
    }
    let mut total = 0.0;
    while !rest.is_empty() {
        let number_end = rest.find(|c: char| !c.is_ascii_digit() && c != '.').filter(|end| *end > 0)?;
        let (number, tail) = rest.split_at_checked(number_end)?;
        let unit_end = tail.find(|c: char| c.is_ascii_digit() || c == '.').unwrap_or(tail.len());
        let (unit, next) = tail.split_at_checked(unit_end)?;
        total += Decimal::read(number)?.value() * unit_nanos(unit)?;
        rest = next;
    }
    #[expect(clippy::cast_possible_truncation, reason = "compared with coarse thresholds only; saturates")]
    Some((sign * total) as i64)
}

fn unit_nanos(unit: &str) -> Option<f64> {
    Some(match unit {
        "ns" => 1.0,
        "us" | "µs" | "μs" => 1e3,
        "ms" => 1e6,
        "s" => 1e9,
        "m" => 60e9,
        "h" => 3600e9,
        _ => return None,
    })
}

/// A duration as Go prints it: `4h0m0s`, `30s`, `100ms`.
fn duration_text(nanos: i64) -> String {
    let sign = if nanos < 0 { "-" } else { "" };
    let total = nanos.unsigned_abs();
    let (seconds, fraction) = (total / 1_000_000_000, total % 1_000_000_000);
    if seconds == 0 && fraction != 0 {
        return match fraction {
            n if n % 1_000_000 == 0 => format!("{sign}{}ms", n / 1_000_000),
            n if n % 1_000 == 0 => format!("{sign}{}µs", n / 1_000),
            n => format!("{sign}{n}ns"),
        };
    }
    let (hours, minutes) = (seconds / 3600, seconds / 60 % 60);
    let decimals = format!("{fraction:09}");
    let decimals = decimals.trim_end_matches('0');
    let point = if decimals.is_empty() { "" } else { "." };
    let rest = format!("{}{point}{decimals}s", seconds % 60);
    match (hours, minutes) {
        (0, 0) => format!("{sign}{rest}"),
        (0, _) => format!("{sign}{minutes}m{rest}"),
        _ => format!("{sign}{hours}h{minutes}m{rest}"),
    }
}

/// Whether the text is a resource quantity: number, then nothing, an SI or binary suffix, or an exponent.
pub fn is_quantity(text: &str) -> bool {
    let unsigned = text.strip_prefix(['+', '-']).unwrap_or(text);
    let end = unsigned.find(|c: char| !c.is_ascii_digit() && c != '.').unwrap_or(unsigned.len());
    let Some((number, suffix)) = unsigned.split_at_checked(end) else { return false };
    let exponent = suffix.strip_prefix(['e', 'E']).is_some_and(|digits| digits.parse::<i32>().is_ok());
    let known = matches!(
        suffix,
        "" | "n" | "u" | "m" | "k" | "M" | "G" | "T" | "P" | "E" | "Ki" | "Mi" | "Gi" | "Ti" | "Pi" | "Ei"
    );
    Decimal::read(number).is_some() && (known || exponent)
}

/// Whether the text is an IPv4 or IPv6 address; the empty text counts, it stands for "not set".
pub fn is_ip(text: &str) -> bool {
    text.is_empty() || text.trim().parse::<std::net::IpAddr>().is_ok()
}

/// One line of comma-separated values with Go's CSV quoting.
fn list_of(text: &str) -> Option<Vec<String>> {
    if text.is_empty() {
        return Some(Vec::new());
    }
    if !text.contains('"') {
        return Some(text.split(',').map(str::to_owned).collect());
    }
    let mut items = vec![String::new()];
    let mut quoted = false;
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        let item = items.last_mut()?;
        match c {
            '"' if quoted && chars.peek() == Some(&'"') => item.extend(chars.next()),
            '"' if quoted => quoted = false,
            '"' if item.is_empty() => quoted = true,
            '"' => return None,
            ',' if !quoted => items.push(String::new()),
            _ => item.push(c),
        }
    }
    (!quoted).then_some(items)
}

/// `k=v,k2=v2`; also `k<v` as eviction thresholds are written.
fn map_of(text: &str) -> Option<Vec<(String, String)>> {
    let parts = text.split(',').map(str::trim).filter(|part| !part.is_empty());
    parts
        .map(|part| part.split_once(['=', '<', ':']).map(|(key, value)| (key.trim().into(), value.trim().into())))
        .collect()
}

/// `k=v,k2=v2`, where a colon belongs to the name: the API server takes `kube:Gate=true`.
fn switched_of(text: &str) -> Option<Vec<(String, String)>> {
    let parts = text.split(',').filter(|part| !part.is_empty());
    parts.map(|part| part.split_once('=').map(|(key, value)| (key.trim().into(), value.trim().into()))).collect()
}

/// `k=v,k2`: a name without a value stands for itself.
fn switches_of(text: &str) -> Vec<(String, String)> {
    let parts = text.split(',').map(str::trim).filter(|part| !part.is_empty());
    parts
        .map(|part| part.split_once('=').unwrap_or((part, "")))
        .map(|(key, value)| (key.into(), value.into()))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn booleans_are_gos_eleven_words() {
        for (text, wanted) in [("1", Some(true)), ("TRUE", Some(true)), ("F", Some(false)), ("yes", None), ("", None)] {
            assert_eq!(bool_of(text), wanted, "{text}");
        }
    }

    #[test]
    fn integers_take_go_prefixes_and_bounds() {
        for (text, bits, wanted) in [
            ("10250", 32, Some(10250)),
            ("0x10", 32, Some(16)),
            ("010", 32, Some(8)),
            ("1_000", 32, None),
            ("0x_ff", 32, Some(255)),
            ("-1", 64, Some(-1)),
            ("2147483648", 32, None),
            ("", 32, None),
            ("08", 32, None),
            ("0", 32, Some(0)),
        ] {
            assert_eq!(int_of(text, bits), wanted, "{text}");
        }
    }

    #[test]
    fn durations_read_and_print_as_in_go() {
        for (text, wanted) in [
            ("4h", Some("4h0m0s")),
            ("0", Some("0s")),
            ("1.5h", Some("1h30m0s")),
            ("100ms", Some("100ms")),
            ("90s", Some("1m30s")),
            ("-5m", Some("-5m0s")),
            ("1.5s", Some("1.5s")),
            ("5", None),
            ("", None),
            ("m", None),
            ("5 m", None),
        ] {
            assert_eq!(duration_of(text).map(duration_text).as_deref(), wanted, "{text}");
        }
    }

    #[test]
    fn lists_use_csv_quoting() {
        assert_eq!(list_of("a,b"), Some(vec!["a".into(), "b".into()]));
        assert_eq!(list_of("\"a,b\",c"), Some(vec!["a,b".into(), "c".into()]));
        assert_eq!(list_of("\"a"), None);
        assert_eq!(list_of(""), Some(vec![]));
    }

    #[test]
    fn quantities_and_addresses() {
        for good in ["10Mi", "1.5", "100m", "2e3", "-1", "1Ki"] {
            assert!(is_quantity(good), "{good}");
        }
        for bad in ["10 Mi", "Mi", "1MB", ""] {
            assert!(!is_quantity(bad), "{bad}");
        }
        assert!(is_ip("::1") && is_ip("10.0.0.1") && !is_ip("localhost"));
    }

    #[test]
    fn gates_take_equals_only() {
        let pairs = switched_of("kube:A=true, B = false,").unwrap_or_default();
        assert_eq!(pairs, [("kube:A".into(), "true".into()), ("B".into(), "false".into())]);
        assert_eq!(switched_of("A:true"), None);
        assert_eq!(switched_of("A=true, "), None);
    }

    #[test]
    fn maps_take_equals_or_less_than() {
        let pairs = map_of("memory.available<100Mi,cpu=1").unwrap_or_default();
        assert_eq!(pairs, [("memory.available".into(), "100Mi".into()), ("cpu".into(), "1".into())]);
        assert_eq!(map_of("cpu"), None);
    }
}
