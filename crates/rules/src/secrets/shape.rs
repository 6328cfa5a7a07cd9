//! Secrets that show by their shape alone, wherever they stand.

use super::SecretKind;
use super::found::Found;
use super::literal::{is_literal, looks_random, up_to};
use super::pem;
use crate::access::kubeconfig::is_bootstrap_token;

/// How tokens of clouds and forges begin, and the fewest bytes that follow.
const PREFIXES: &[(&str, usize, SecretKind)] = &[
    ("AKIA", 16, SecretKind::Key),
    ("ASIA", 16, SecretKind::Key),
    ("AIza", 30, SecretKind::Key),
    ("ya29.", 20, SecretKind::Token),
    ("ghp_", 20, SecretKind::Token),
    ("gho_", 20, SecretKind::Token),
    ("ghu_", 20, SecretKind::Token),
    ("ghs_", 20, SecretKind::Token),
    ("ghr_", 20, SecretKind::Token),
    ("github_pat_", 20, SecretKind::Token),
    ("glpat-", 16, SecretKind::Token),
    ("hvs.", 20, SecretKind::Token),
    ("xoxb-", 16, SecretKind::Token),
    ("xoxp-", 16, SecretKind::Token),
    ("sk_live_", 16, SecretKind::Key),
    // Base64 of `{"`: a JSON web token, or the credentials of a registry.
    ("eyJ", 21, SecretKind::Token),
];

/// Longest user and password of an URL that are looked for, in bytes.
const LONGEST_USER: usize = 4096;

/// Notes every secret of `text` that its shape tells.
pub fn scan(text: &str, found: &mut Found) {
    pem::scan(text, found);
    urls(text, found);
    bearers(text, found);
    words(text, found);
}

/// Whether a byte may stand in a token.
fn in_token(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || b"_-.~+/=".contains(&byte)
}

/// Runs of bytes that may stand in a token.
fn words(text: &str, found: &mut Found) {
    let mut at = 0;
    for word in text.split(|c: char| !c.is_ascii() || !in_token(c as u8)) {
        prefixed(text, at, word, found);
        bootstrap_token(text, at, word, found);
        at += word.len() + text.get(at + word.len()..).and_then(|rest| rest.chars().next()).map_or(0, char::len_utf8);
    }
}

fn prefixed(text: &str, at: usize, word: &str, found: &mut Found) {
    for (prefix, least, kind) in PREFIXES {
        let begins = |(offset, _): &(usize, &str)| {
            let before = offset.checked_sub(1).and_then(|before| word.as_bytes().get(before));
            // An equals sign and a slash part words as often as they belong to one.
            before.is_none_or(|byte| !byte.is_ascii_alphanumeric() && *byte != b'_')
        };
        // From the first on, all of the word is masked.
        if let Some((offset, _)) = word.match_indices(prefix).find(begins)
            && word.len() - offset >= prefix.len() + least
        {
            found.add(text, at + offset, at + word.len(), *kind);
        }
    }
}

/// `abcdef.0123456789abcdef`, by itself or behind an equals sign.
fn bootstrap_token(text: &str, at: usize, word: &str, found: &mut Found) {
    let start = word.rfind('=').map_or(0, |equals| equals + 1);
    let token = word.get(start..).unwrap_or("").trim_end_matches('.');
    if is_bootstrap_token(token) {
        found.add(text, at + start, at + start + token.len(), SecretKind::BootstrapToken);
    }
}

/// `Bearer` with what it bears.
fn bearers(text: &str, found: &mut Found) {
    for (scheme, kind) in [("earer", SecretKind::Token), ("asic", SecretKind::Password)] {
        for (offset, _) in text.match_indices(scheme) {
            let start = offset + scheme.len();
            let rest = text.get(start..).unwrap_or("");
            let blanks = rest.len() - rest.trim_start_matches([' ', '\t']).len();
            let value = rest.get(blanks..).unwrap_or("").split(|c: char| !c.is_ascii() || !in_token(c as u8)).next();
            let value = value.unwrap_or("");
            if blanks > 0 && looks_random(value) && is_literal(value) {
                found.add(text, start + blanks, start + blanks + value.len(), kind);
            }
        }
    }
}

/// The password in `scheme://user:password@host`, and a token in the place of the user.
fn urls(text: &str, found: &mut Found) {
    for (offset, _) in text.match_indices("://") {
        let start = offset + 3;
        let rest = up_to(text.get(start..).unwrap_or(""), LONGEST_USER);
        let rest = rest.split([' ', '\t', '\r', '\n', '"', '\'', '`', '<']).next().unwrap_or("");
        let authority = rest.split(['/', '?', '#']).next().unwrap_or("");
        let end = authority.rfind('@').or_else(|| after_slash(rest, authority));
        let Some(user) = end.and_then(|end| rest.get(..end)) else { continue };
        match user.find(':') {
            Some(colon) => {
                let password = user.get(colon + 1..).unwrap_or("");
                if !password.is_empty() && !is_filled_in(password) {
                    found.add(text, start + colon + 1, start + user.len(), SecretKind::Password);
                }
            }
            None if user.len() >= 20 && looks_random(user) => {
                found.add(text, start, start + user.len(), SecretKind::Token);
            }
            None => {}
        }
    }
}

/// Where a user with a password ends that holds an unquoted slash; a port is no password.
fn after_slash(rest: &str, authority: &str) -> Option<usize> {
    let (_, password) = authority.split_once(':')?;
    let port = password.bytes().all(|byte| byte.is_ascii_digit());
    rest.rfind('@').filter(|_| !port && authority.len() < rest.len())
}

fn is_filled_in(password: &str) -> bool {
    !is_literal(password) && (password.contains(['$', '{', '<', '%']) || !password.contains('/'))
}
