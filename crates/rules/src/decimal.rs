//! Decimal numbers with a fraction or an exponent. The parser of the standard library is exact to the last bit by
//! tables that would be 14 KB of what the page loads; nothing here needs that.

/// A decimal number without its sign: `0.digits` times ten to the power of `point`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Decimal {
    /// Without leading zeros; empty when the number is zero.
    digits: String,
    point: i32,
}

/// The first digits of the least decimal with 309 digits before its point that is too large for 64 bits.
const TOO_LARGE: &str = "17976931348623158079";

impl Decimal {
    /// Reads an optional sign, digits with at most one point, and an optional exponent.
    pub fn read(text: &str) -> Option<Self> {
        let unsigned = text.strip_prefix(['+', '-']).unwrap_or(text);
        let (mantissa, exponent) = match unsigned.split_once(['e', 'E']) {
            Some((mantissa, exponent)) => (mantissa, exponent_of(exponent)?),
            None => (unsigned, 0),
        };
        let (whole, fraction) = mantissa.split_once('.').unwrap_or((mantissa, ""));
        let all = [whole, fraction].concat();
        if !is_digits(&all) {
            return None;
        }
        let digits = all.trim_start_matches('0');
        let zeros = all.len() - digits.len();
        let point = count(whole.len()).saturating_sub(count(zeros)).saturating_add(exponent);
        Some(Self { digits: digits.to_owned(), point })
    }

    /// Whether a floating-point number of 64 bits can hold its size.
    pub fn is_finite(&self) -> bool {
        self.digits.is_empty() || self.point < 309 || (self.point == 309 && self.digits.as_str() < TOO_LARGE)
    }

    /// The number, exact to fifteen digits.
    pub fn value(&self) -> f64 {
        let mantissa = self.digits.bytes().fold(0.0, |value, digit| value * 10.0 + f64::from(digit - b'0'));
        let exponent = self.point.saturating_sub(count(self.digits.len()));
        let power = 10f64.powi(exponent.saturating_abs());
        // A power of ten is exact where its inverse is not.
        if exponent < 0 { mantissa / power } else { mantissa * power }
    }
}

fn exponent_of(text: &str) -> Option<i32> {
    let digits = text.strip_prefix(['+', '-']).unwrap_or(text);
    let beyond = if text.starts_with('-') { i32::MIN } else { i32::MAX };
    is_digits(digits).then(|| text.parse().unwrap_or(beyond))
}

fn is_digits(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}

fn count(length: usize) -> i32 {
    i32::try_from(length).unwrap_or(i32::MAX)
}

#[cfg(test)]
#[expect(clippy::unwrap_used, clippy::float_cmp, reason = "tests")]
mod tests {
    use super::*;

    #[test]
    fn reads_what_the_standard_library_reads() {
        for text in
            ["0", "7", "1.5", ".5", "5.", "0.1", "00.25", "1e3", "2.5E-2", "1e+2", "3600", "0.000001", "685230.15"]
        {
            assert_eq!(Decimal::read(text).unwrap().value(), text.parse::<f64>().unwrap(), "{text}");
        }
        assert_eq!(Decimal::read("-1.5").unwrap().value(), 1.5);
        for text in ["", ".", "+", "e5", "1e", "1e+", "1.2.3", "1-2", "--1", "inf", "nan", "0x1", "1 ", "1e5e", "½"] {
            assert!(Decimal::read(text).is_none(), "{text}");
            assert!(text.starts_with(['i', 'n']) || text.parse::<f64>().is_err(), "{text}");
        }
    }

    #[test]
    fn knows_the_largest_number() {
        for text in ["1e308", "1.7976931348623157e308", "17e307", "0.0001e312", "1e-400", "0e400", "1e400", "1.8e308"] {
            let finite = text.parse::<f64>().unwrap().is_finite();
            assert_eq!(Decimal::read(text).unwrap().is_finite(), finite, "{text}");
        }
        assert!(!Decimal::read("1e99999999999").unwrap().is_finite());
        assert!(Decimal::read("1e-99999999999").unwrap().is_finite());
    }
}
