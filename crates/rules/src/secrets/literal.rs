//! Whether a value is itself a secret, or only says where one is.

use super::SecretKind;
use super::name::Said;
use crate::base64;
use crate::syntax::template::FILLER;

/// Words that are no secret whatever the name beside them.
const WORDS: &[&str] = &["true", "false", "yes", "no", "on", "off", "null", "none", "nil", "~", "optional", "required"];

/// How the values of examples begin or what they are, in lower case and without marks between the words.
const EXAMPLES: &[&str] =
    &["replace", "changeme", "your", "insert", "todo", "redacted", "dataomitted", "placeholder", "removed", "masked"];

/// Endings of file names.
const FILES: &[&str] =
    &[".pem", ".key", ".crt", ".csr", ".json", ".yaml", ".yml", ".conf", ".csv", ".txt", ".kubeconfig"];

/// Shortest text that may be called random.
const RANDOM: usize = 12;

/// The kind of secret that `value` is where a name has `said` so; nothing for a path, a switch, a placeholder or a
/// template.
pub fn secret_in(value: &str, said: Said) -> Option<SecretKind> {
    let kind = match said {
        Said::Is(kind) => kind,
        Said::MayBe(kind) if looks_random(value) || is_pair(value) => kind,
        Said::MayBe(_) => return None,
    };
    let number = kind != SecretKind::Password && value.len() < 6 && value.bytes().all(|byte| byte.is_ascii_digit());
    (is_literal(value) && !number).then_some(kind)
}

/// Whether a text is base64 of a user and a password, which may be short.
fn is_pair(value: &str) -> bool {
    let bytes = if value.len() < 400 { base64::decode(value) } else { None };
    bytes.is_some_and(|bytes| bytes.contains(&b':') && bytes.iter().all(|byte| (b' '..=b'~').contains(byte)))
}

/// The secret in the value of a header `Authorization`: what follows a scheme, or anything literal where the name is
/// spelt as that of a header.
pub fn header(name: &str, value: &str) -> Option<SecretKind> {
    let last = name.rsplit(['=', '.', '/']).next().unwrap_or(name);
    if !last.eq_ignore_ascii_case("authorization") {
        return None;
    }
    let borne = behind_scheme(value);
    let (known, held) = (borne.is_some(), borne.unwrap_or(value));
    let spelt = known || last.starts_with('A');
    spelt.then(|| secret_in(held, Said::Is(SecretKind::Token))).flatten()
}

/// What follows the scheme in the value of a header; nothing where no scheme begins it.
pub fn behind_scheme(value: &str) -> Option<&str> {
    let scheme = value.split_whitespace().next()?;
    let known =
        ["bearer", "basic", "token", "digest", "negotiate"].iter().any(|word| scheme.eq_ignore_ascii_case(word));
    Some(value.trim_start().get(scheme.len()..)?.trim()).filter(|_| known)
}

/// Whether `value` is a text of its own: no path, switch, placeholder or template.
pub fn is_literal(value: &str) -> bool {
    let lower = value.to_ascii_lowercase();
    !value.is_empty()
        && !WORDS.contains(&lower.as_str())
        && !is_filled_in(value)
        && !is_path(value, &lower)
        && !is_example(value)
}

/// Whether something else takes the place of the value before it is used.
fn is_filled_in(value: &str) -> bool {
    let marked = ["{{", "{%", "${", "%{", "$(", "<%"].iter().any(|open| value.contains(open));
    let angled = value.starts_with("<masked-") || value.starts_with('<') && value.ends_with('>');
    let squared = value.starts_with('[') && value.ends_with(']');
    let plain = |rest: &str| rest.chars().all(|c| c.is_ascii_alphabetic() || c == '_');
    let variable = value.strip_prefix(['$', '%']).is_some_and(plain);
    marked || angled || squared || variable || value.contains(FILLER)
}

fn is_path(value: &str, lower: &str) -> bool {
    let rooted = ["/", "./", "../", "~/", "%t/", "%h/", "file:", "unix:"].iter().any(|start| value.starts_with(start));
    let file = FILES.iter().any(|ending| lower.ends_with(ending)) && !value.contains(' ');
    let drive = value.get(1..3) == Some(":\\");
    (rooted || file || drive) && !is_base64(value)
}

/// Whether a text that begins with a slash is base64 all the same: in a path capitals, digits and an end are rare.
fn is_base64(value: &str) -> bool {
    let digits = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'+' | b'/' | b'=');
    let has = |test: fn(&u8) -> bool| value.as_bytes().iter().any(test);
    let mixed = has(u8::is_ascii_uppercase) && has(u8::is_ascii_lowercase) && has(u8::is_ascii_digit);
    value.len() >= 20 && value.bytes().all(digits) && (value.ends_with('=') || value.contains('+') || mixed)
}

/// Whether the value only shows where one goes.
fn is_example(value: &str) -> bool {
    let mut characters = value.chars();
    let first = characters.next();
    let same = value.len() > 2 && characters.all(|c| Some(c) == first);
    let cut = value.len() < 40 && (value.ends_with("...") || value.ends_with('…'));
    let wordy = value.chars().all(|c| c.is_ascii_alphabetic() || matches!(c, '_' | '-' | '+' | ' ' | '.'));
    let plain: String = value.chars().filter(char::is_ascii_alphabetic).collect::<String>().to_ascii_lowercase();
    let named = wordy && EXAMPLES.iter().any(|word| plain.starts_with(word));
    // A name in capitals stands for the value: TOKEN, BOOTSTRAP_TOKEN.
    let capitals = wordy && !value.bytes().any(|byte| byte.is_ascii_lowercase());
    let titled = capitals && ["token", "password", "secret", "key"].iter().any(|word| plain.ends_with(word));
    same || cut || named || titled
}

/// At most the first `most` bytes of a text, so that work on one long line stays in bounds.
pub fn up_to(text: &str, most: usize) -> &str {
    (0..4).find_map(|less| text.get(..most.checked_sub(less)?)).unwrap_or(text)
}

/// Whether a machine may have made the text: long enough, one word, letters and digits mixed.
pub fn looks_random(value: &str) -> bool {
    let bytes = value.as_bytes();
    let word = bytes.iter().all(|byte| byte.is_ascii_alphanumeric() || b"+/=_-.~".contains(byte));
    let digit = bytes.iter().any(u8::is_ascii_digit);
    let letters = bytes.iter().any(u8::is_ascii_alphabetic);
    let mixed = bytes.iter().any(u8::is_ascii_uppercase) && bytes.iter().any(u8::is_ascii_lowercase);
    value.len() >= RANDOM && word && letters && (digit || mixed && !value.contains(['.', '/', '-']))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_stands_for_a_secret_is_none() {
        for value in [
            "",
            "true",
            "OFF",
            "/etc/kubernetes/pki/sa.key",
            "certs/sa.key",
            "$TOKEN",
            "${TOKEN}",
            "{{ token }}",
            "<token>",
            "REPLACE-ME",
            "changeme",
            "YOUR_TOKEN",
            "BOOTSTRAP_TOKEN",
            "****",
            "xxxxxx",
            "REDACTED",
            "DATA+OMITTED",
            "<masked-token>",
            "%t/token",
            "LS0tLS1CRUdJTi...",
        ] {
            assert!(!is_literal(value), "{value}");
        }
    }

    #[test]
    fn a_short_user_and_password_in_base64_are_known() {
        let may_be = |value| secret_in(value, Said::MayBe(SecretKind::Password));
        assert_eq!(["YTpi", "dTpwdw=="].map(may_be), [Some(SecretKind::Password); 2]);
        assert_eq!(["none", "basic", "x-token"].map(may_be), [None; 3]);
    }

    #[test]
    fn texts_of_their_own_are_literal() {
        for value in ["hunter2", "/9jK1v0Y7Yx3m2t4u5w6z8a9b0c=", "correct horse battery", "12345678", "p@ss:w0rd/x"] {
            assert!(is_literal(value), "{value}");
        }
    }
}
