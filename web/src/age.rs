//! How old the rules are.

/// Months for which the rules count as new. Kubernetes has a release every four months, so two that are not known here
/// have come out by then; and a release that is the newest today has five months of support left.
pub(crate) const OLD: u32 = 9;

/// A month, counted from year 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Month(u32);

impl Month {
    /// A month of a year; January is 1.
    pub(crate) const fn new(year: u32, month: u32) -> Self {
        Self(year * 12 + month)
    }
}

/// Months from a day, as `YYYY-MM-DD`, to a month; none when the day is later or is not written so.
pub(crate) fn months_since(day: &str, now: Month) -> Option<u32> {
    let mut parts = day.split('-').map(str::parse::<u32>);
    let (Some(Ok(year)), Some(Ok(month))) = (parts.next(), parts.next()) else { return None };
    now.0.checked_sub(Month::new(year, month).0)
}

#[cfg(test)]
mod tests {
    use plimsoll_rules::EDITION;

    use super::{Month, OLD, months_since};

    #[test]
    fn months_are_counted_across_years() {
        assert_eq!(months_since("2026-11-21", Month::new(2026, 11)), Some(0));
        assert_eq!(months_since("2026-11-21", Month::new(2027, 8)), Some(OLD));
        assert_eq!(months_since("2026-11-21", Month::new(2028, 11)), Some(24));
        assert_eq!(months_since("2026-11-21", Month::new(2026, 10)), None);
        assert_eq!(months_since("soon", Month::new(2026, 10)), None);
    }

    #[test]
    fn the_day_of_the_rules_is_read() {
        assert!(months_since(EDITION, Month::new(9999, 1)).is_some());
    }
}
