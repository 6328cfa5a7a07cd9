//! Booleans, numbers, quantities and addresses, as Go reads them.

use crate::decimal::Decimal;

/// The eleven words that Go takes for a boolean.
pub fn bool_of(text: &str) -> Option<bool> {
    match text {
        "1" | "t" | "T" | "TRUE" | "true" | "True" => Some(true),
        "0" | "f" | "F" | "FALSE" | "false" | "False" => Some(false),
        _ => None,
    }
}

/// A signed Go integer literal: sign, `0x`, `0o`, `0b` or a leading zero for octal, `_` between digits.
pub(super) fn int_of(text: &str, bits: u8) -> Option<i64> {
    let (negative, digits) = match text.strip_prefix('-') {
        Some(rest) => (true, rest),
        None => (false, text.strip_prefix('+').unwrap_or(text)),
    };
    let size = i128::from(magnitude(digits)?);
    let number = if negative { -size } else { size };
    let limit = 1i128 << (bits.clamp(1, 64) - 1);
    i64::try_from(number).ok().filter(|_| (-limit..limit).contains(&number))
}

/// The same without a sign. Numbers of more than 63 bits are given as the largest one: nothing tells them apart.
pub(super) fn uint_of(text: &str, bits: u8) -> Option<i64> {
    let number = magnitude(text)?;
    let fits = bits >= 64 || number < 1 << bits;
    fits.then(|| i64::try_from(number).unwrap_or(i64::MAX))
}

/// The verbosity of logs: decimal digits and nothing else, 31 bits.
pub(super) fn level_of(text: &str) -> Option<i64> {
    let plain = !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    text.parse().ok().filter(|number| plain && *number <= i64::from(i32::MAX))
}

fn magnitude(digits: &str) -> Option<u64> {
    let lower = digits.to_ascii_lowercase();
    let prefixes = [("0x", 16), ("0o", 8), ("0b", 2), ("0", 8)];
    let prefixed = prefixes.iter().find_map(|(prefix, radix)| {
        let body = lower.strip_prefix(prefix)?;
        (!body.is_empty()).then_some((*radix, body))
    });
    let (radix, body) = prefixed.unwrap_or((10, lower.as_str()));
    // An underscore stands between two digits, or between the prefix and a digit.
    let parts_well = |body: &str| !body.ends_with('_') && !body.contains("__");
    let leads = body.starts_with('_') && radix == 10;
    let plain: String = body.chars().filter(|c| *c != '_').collect();
    let all_digits = !plain.is_empty() && plain.chars().all(|c| c.is_digit(radix));
    (all_digits && !leads && parts_well(body)).then(|| u64::from_str_radix(&plain, radix).ok()).flatten()
}

/// Whether Go reads a floating-point number from the text.
pub(super) fn is_float(text: &str) -> bool {
    float_of(text).is_some()
}

/// A decimal number, an infinity, or no number by name; hexadecimal ones are not read.
pub fn float_of(text: &str) -> Option<f64> {
    let unsigned = text.strip_prefix(['+', '-']).unwrap_or(text);
    let infinite = ["inf", "infinity"].iter().any(|name| unsigned.eq_ignore_ascii_case(name));
    let size = if text.eq_ignore_ascii_case("nan") {
        f64::NAN
    } else if infinite {
        f64::INFINITY
    } else {
        Decimal::read(text).filter(Decimal::is_finite)?.value()
    };
    Some(if text.starts_with('-') { -size } else { size })
}

/// The whole number that a decimal with a point or an exponent stands for, where it is exact.
pub fn whole(text: &str) -> Option<i64> {
    let number = float_of(text).filter(|number| number.is_finite() && number.fract() == 0.0)?;
    let exact = number.abs() < 9_007_199_254_740_992.0;
    #[expect(clippy::cast_possible_truncation, reason = "whole, and below two to the power of 53")]
    exact.then_some(number as i64)
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

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "tests")]
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
            ("0X1f", 32, Some(31)),
            ("010", 32, Some(8)),
            ("0o17", 32, Some(15)),
            ("0b101", 32, Some(5)),
            ("1_000", 32, Some(1000)),
            ("0x_ff", 32, Some(255)),
            ("0_7", 32, Some(7)),
            ("1__0", 32, None),
            ("_1", 32, None),
            ("1_", 32, None),
            ("-1", 64, Some(-1)),
            ("+1", 64, Some(1)),
            ("--1", 64, None),
            ("0x-1", 64, None),
            ("-9223372036854775808", 64, Some(i64::MIN)),
            ("9223372036854775808", 64, None),
            ("2147483647", 32, Some(2_147_483_647)),
            ("2147483648", 32, None),
            ("-2147483648", 32, Some(-2_147_483_648)),
            ("", 32, None),
            ("0x", 32, None),
            ("08", 32, None),
            ("00", 32, Some(0)),
            ("0", 32, Some(0)),
            ("5.0", 32, None),
        ] {
            assert_eq!(int_of(text, bits), wanted, "{text}");
        }
    }

    #[test]
    fn unsigned_numbers_and_levels_take_no_sign() {
        assert_eq!(uint_of("0x10", 64), Some(16));
        assert_eq!(uint_of("18446744073709551615", 64), Some(i64::MAX));
        assert_eq!(uint_of("4294967296", 32), None);
        assert!(uint_of("+1", 64).is_none() && uint_of("-1", 64).is_none());
        assert_eq!(level_of("010"), Some(10));
        for text in ["0x10", "+1", "-1", "", "2147483648", "1_0"] {
            assert_eq!(level_of(text), None, "{text}");
        }
    }

    #[test]
    fn floats_are_gos() {
        for text in ["1", "-.5", "2e3", "Inf", "+infinity", "NaN"] {
            assert!(is_float(text), "{text}");
        }
        for text in ["", "1e400", "+nan", "1,5", "half", "0.5 "] {
            assert!(!is_float(text), "{text}");
        }
        assert!(float_of("-0.5").unwrap() < 0.0);
        assert_eq!([whole("1e3"), whole("-2.0"), whole("2.5"), whole("inf")], [Some(1000), Some(-2), None, None]);
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
}
