//! Names that somebody may have meant by one that nobody knows.

/// Longest name that is compared; the cost grows with the square of the length.
const LONGEST: usize = 80;

/// A known name close to one that is not known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Near<'n> {
    /// The known name.
    pub name: &'n str,
    /// Whether hardly anything else can be meant: only case, dashes, underscores or dots differ, or a single letter
    /// of a long name is wrong, missing, too many or swapped with its neighbour.
    pub sure: bool,
}

/// The name of `names` closest to `written`; nothing when none is close, or when two are equally close.
pub fn nearest<'n>(written: &str, names: impl IntoIterator<Item = &'n str>) -> Option<Near<'n>> {
    let plain = squashed(written);
    let length = plain.chars().count();
    if !(3..=LONGEST).contains(&length) {
        return None;
    }
    let limit = (length / 4).clamp(1, 3);
    let mut best: Option<(usize, &'n str)> = None;
    let mut tied = false;
    for name in names {
        let other = squashed(name);
        if other.chars().count().abs_diff(length) > limit {
            continue;
        }
        let distance = strsim::osa_distance(&plain, &other);
        match best {
            _ if distance > limit => {}
            Some((least, known)) if distance == least && known != name => tied = true,
            Some((least, _)) if distance >= least => {}
            _ => {
                best = Some((distance, name));
                tied = false;
            }
        }
    }
    let (distance, name) = best.filter(|_| !tied)?;
    Some(Near { name, sure: distance == 0 || (distance == 1 && length >= 8) })
}

/// The name in lower case without the signs that part its words.
fn squashed(name: &str) -> String {
    name.chars().filter(|c| !matches!(c, '-' | '_' | '.')).map(|c| c.to_ascii_lowercase()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const NAMES: [&str; 5] = ["anonymous-auth", "read-only-port", "readOnlyPort", "port", "tls-cert-file"];

    #[test]
    fn finds_what_was_meant() {
        for (written, name, sure) in [
            ("anonymous-aut", "anonymous-auth", true),
            ("AnonymousAuth", "anonymous-auth", true),
            ("anonymuos-auth", "anonymous-auth", true),
            ("anonimus-auth", "anonymous-auth", false),
            ("ports", "port", false),
            ("tls-cert-files", "tls-cert-file", true),
        ] {
            assert_eq!(nearest(written, NAMES), Some(Near { name, sure }), "{written}");
        }
    }

    #[test]
    fn says_nothing_when_nothing_is_close_or_two_are() {
        for written in ["", "x", "audit-log-path", "readonlyport", &"a".repeat(1000)] {
            assert_eq!(nearest(written, NAMES), None, "{written}");
        }
    }
}
