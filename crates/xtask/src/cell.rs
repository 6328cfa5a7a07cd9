//! The notations inside cells, turned into Rust expressions. The data files explain them.

use std::fmt::Write as _;

use crate::Result;

/// Characters of a description; what is longer does not fit a line beside the name.
const MOST_ABOUT: usize = 80;

/// `A||1.27:B` as a `ByVersion` expression. An unknown or empty value needs no entry at the front.
pub(crate) fn by_version(cell: &str) -> Result<String> {
    let mut entries = String::new();
    let mut last = 0;
    for (at, piece) in cell.split("||").enumerate() {
        let (minor, value) = if at == 0 { (0, piece) } else { dated(piece)? };
        if at > 0 && minor <= last {
            return Err(format!("releases out of order in `{cell}`"));
        }
        last = minor;
        if at > 0 || !matches!(value, "" | "?") {
            write!(entries, "(V({minor}), {value:?}), ").map_err(|error| error.to_string())?;
        }
    }
    Ok(format!("&[{}]", entries.trim_end_matches(", ")))
}

/// As [`by_version`] for closed lists of values, where `""` stands for the empty value.
pub(crate) fn allowed(cell: &str) -> Result<String> {
    by_version(&cell.replace("\"\"", ""))
}

fn dated(piece: &str) -> Result<(u8, &str)> {
    let (release, value) = piece.split_once(':').ok_or_else(|| format!("no release in `{piece}`"))?;
    Ok((minor(release)?, value))
}

/// The cells since, deprecated and removed as a `Life` expression.
pub(crate) fn life(since: &str, deprecated: &str, removed: &str) -> Result<String> {
    if since.is_empty() {
        return Ok("Life::NEVER".to_owned());
    }
    let marked = match deprecated.split_once("..") {
        _ if matches!(deprecated, "" | "?") => String::new(),
        Some((from, until)) => format!(".deprecated({}).reprieved({})", minor(from)?, minor(until)?),
        None => format!(".deprecated({})", minor(deprecated)?),
    };
    let gone = match removed.strip_prefix("<=") {
        _ if removed.is_empty() => String::new(),
        Some(bound) => format!(".gone_by({})", minor(bound)?),
        None => format!(".removed({})", minor(removed)?),
    };
    Ok(format!("Life::since({}){marked}{gone}", minor(since)?))
}

/// A description, once it is one.
pub(crate) fn about(cell: &str) -> Result<&str> {
    match cell.chars().count() {
        0 => Err("the column `about` is empty: say in one phrase what it does".to_owned()),
        _ if cell.ends_with('.') => Err(format!("no full stop after a phrase: `{cell}`")),
        length if length > MOST_ABOUT => Err(format!("{length} characters, but {MOST_ABOUT} are allowed: `{cell}`")),
        _ => Ok(cell),
    }
}

/// `1.27` as 27; `<1.24`, before the tables, as 0.
fn minor(release: &str) -> Result<u8> {
    if release == "<1.24" {
        return Ok(0);
    }
    let digits = release.strip_prefix("1.").and_then(|minor| minor.parse().ok());
    digits.ok_or_else(|| format!("`{release}` is no release"))
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "tests")]
mod tests {
    use super::*;

    #[test]
    fn values_by_release() {
        assert_eq!(by_version("").unwrap(), "&[]");
        assert_eq!(by_version("?").unwrap(), "&[]");
        assert_eq!(by_version("5||1.27:50").unwrap(), r#"&[(V(0), "5"), (V(27), "50")]"#);
        assert_eq!(by_version("||1.27:unix:///run/x").unwrap(), r#"&[(V(27), "unix:///run/x")]"#);
        assert_eq!(by_version("a=1||1.26:").unwrap(), r#"&[(V(0), "a=1"), (V(26), "")]"#);
        assert_eq!(allowed(r#"||1.31:""|external||1.34:"#).unwrap(), r#"&[(V(31), "|external"), (V(34), "")]"#);
        assert!(by_version("a||1.30:b||1.28:c").is_err());
        assert!(by_version("a||b").is_err());
    }

    #[test]
    fn descriptions() {
        assert_eq!(about("port of the health check").unwrap(), "port of the health check");
        assert!(about("").unwrap_err().contains("is empty"));
        assert!(about("port.").is_err());
        assert!(about(&"x".repeat(81)).is_err());
    }

    #[test]
    fn lives() {
        assert_eq!(life("", "", "").unwrap(), "Life::NEVER");
        assert_eq!(life("<1.24", "1.23", "1.26").unwrap(), "Life::since(0).deprecated(23).removed(26)");
        assert_eq!(life("<1.24", "?", "<=1.20").unwrap(), "Life::since(0).gone_by(20)");
        assert_eq!(life("<1.24", "<1.24..1.28", "").unwrap(), "Life::since(0).deprecated(0).reprieved(28)");
        assert!(life("1.x", "", "").is_err());
    }
}
