//! Durations as Go's `time.ParseDuration` reads them and `Duration.String` prints them.

/// Nanoseconds of a Go duration: `300ms`, `-1.5h`, `2h45m`; a bare `0` needs no unit. Nothing beyond 64 bits.
pub fn duration_of(text: &str) -> Option<i64> {
    let (negative, mut rest) = match text.strip_prefix('-') {
        Some(rest) => (true, rest),
        None => (false, text.strip_prefix('+').unwrap_or(text)),
    };
    if rest == "0" {
        return Some(0);
    }
    if rest.is_empty() {
        return None;
    }
    let mut total = 0u128;
    while !rest.is_empty() {
        let number_end = rest.find(|c: char| !c.is_ascii_digit() && c != '.')?;
        let (number, tail) = rest.split_at_checked(number_end)?;
        let unit_end = tail.find(|c: char| c.is_ascii_digit() || c == '.').unwrap_or(tail.len());
        let (unit, next) = tail.split_at_checked(unit_end)?;
        total = total.checked_add(nanos(number, unit)?)?;
        rest = next;
    }
    let size = i64::try_from(total).ok();
    // The most negative one has no positive counterpart.
    if negative && total == 1 << 63 { Some(i64::MIN) } else { size.map(|size| if negative { -size } else { size }) }
}

/// `number`, digits with at most one point, times `unit`. Parts of a nanosecond are dropped, as in Go.
fn nanos(number: &str, unit: &str) -> Option<u128> {
    let (whole, fraction) = number.split_once('.').unwrap_or((number, ""));
    if whole.len() + fraction.len() == 0 || fraction.contains('.') {
        return None;
    }
    let unit = unit_nanos(unit)?;
    let whole: u128 = if whole.is_empty() { 0 } else { whole.parse().ok()? };
    // Digits that 64 bits cannot hold are dropped, and the rest is a floating-point product, as in Go.
    let mut part = 0u64;
    let mut scale = 1.0;
    for digit in fraction.bytes() {
        let digit = u64::from(digit.saturating_sub(b'0'));
        let Some(longer) = part.checked_mul(10).and_then(|tens| tens.checked_add(digit)) else { break };
        if i64::try_from(longer).is_err() {
            break;
        }
        part = longer;
        scale *= 10.0;
    }
    #[expect(clippy::cast_precision_loss, reason = "Go loses it as well")]
    let product = part as f64 * (unit as f64 / scale);
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "not negative, less than the unit")]
    let fraction = product as u128;
    whole.checked_mul(unit)?.checked_add(fraction)
}

fn unit_nanos(unit: &str) -> Option<u128> {
    Some(match unit {
        "ns" => 1,
        "us" | "µs" | "μs" => 1_000,
        "ms" => 1_000_000,
        "s" => 1_000_000_000,
        "m" => 60_000_000_000,
        "h" => 3_600_000_000_000,
        _ => return None,
    })
}

/// A duration as Go prints it: `4h0m0s`, `30s`, `100ms`.
pub(super) fn duration_text(nanos: i64) -> String {
    let sign = if nanos < 0 { "-" } else { "" };
    let total = nanos.unsigned_abs();
    let (seconds, fraction) = (total / 1_000_000_000, total % 1_000_000_000);
    if seconds == 0 && fraction != 0 {
        let (size, unit) = match fraction {
            1_000_000.. => (1_000_000, "ms"),
            1_000.. => (1_000, "µs"),
            _ => (1, "ns"),
        };
        return format!("{sign}{}{unit}", with_decimals(fraction, size));
    }
    let (hours, minutes) = (seconds / 3600, seconds / 60 % 60);
    let rest = with_decimals(total % 60_000_000_000, 1_000_000_000);
    match (hours, minutes) {
        (0, 0) => format!("{sign}{rest}s"),
        (0, _) => format!("{sign}{minutes}m{rest}s"),
        _ => format!("{sign}{hours}h{minutes}m{rest}s"),
    }
}

/// `amount` in units of `size`, a power of ten, with the decimals that it needs.
fn with_decimals(amount: u64, size: u64) -> String {
    let (whole, fraction) = (amount / size, amount % size);
    if fraction == 0 {
        return whole.to_string();
    }
    let places = size.ilog10() as usize;
    let decimals = format!("{fraction:0places$}");
    format!("{whole}.{}", decimals.trim_end_matches('0'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn durations_read_and_print_as_in_go() {
        for (text, wanted) in [
            ("4h", Some("4h0m0s")),
            ("0", Some("0s")),
            ("-0", Some("0s")),
            ("1.5h", Some("1h30m0s")),
            ("100ms", Some("100ms")),
            ("1.5ms", Some("1.5ms")),
            ("90s", Some("1m30s")),
            ("-5m", Some("-5m0s")),
            ("+5m", Some("5m0s")),
            ("1.5s", Some("1.5s")),
            (".5s", Some("500ms")),
            ("5.s", Some("5s")),
            ("3000us", Some("3ms")),
            ("0.3333333333333333333h", Some("20m0s")),
            ("1h1h", Some("2h0m0s")),
            ("-9223372036854775808ns", Some("-2562047h47m16.854775808s")),
            ("9223372036854775807ns", Some("2562047h47m16.854775807s")),
            ("9223372036854775808ns", None),
            ("2562048h", None),
            ("5", None),
            ("", None),
            ("+", None),
            (".s", None),
            ("1.2.3s", None),
            ("m", None),
            ("5 m", None),
            ("5m ", None),
            ("5M", None),
            ("1d", None),
        ] {
            assert_eq!(duration_of(text).map(duration_text).as_deref(), wanted, "{text}");
        }
    }
}
