//! User and password of a command: `curl -u user:password`, `etcdctl --user=user:password`, `docker login -p password`;
//! in one word with the flag, as the next word, or as the next item of a list.

use super::SecretKind;
use super::found::Found;
use super::literal::{is_literal, up_to};

/// Flags with a user and a password behind a colon, besides `-u` and letters that end in it.
const PAIRS: [&str; 4] = ["-U", "--user", "--proxy-user", "--basic-auth"];
/// Programs whose `-u` takes a user and a group.
const GROUPS: [&str; 4] = ["docker ", "podman ", "nerdctl ", "chown "];
/// Bytes behind a dash that are looked at, and before it for the command.
const LOOKED_AT: usize = 512;

/// Notes every password that a flag of a command gives away.
pub fn scan(text: &str, found: &mut Found) {
    for (at, _) in text.match_indices('-') {
        let before = text.get(..at).unwrap_or("");
        if before.ends_with(|c: char| c.is_whitespace() || "\"'[,".contains(c)) || before.is_empty() {
            flag(text, at, found);
        }
    }
}

/// Judges the flag that begins at `at`.
fn flag(text: &str, at: usize, found: &mut Found) {
    let rest = up_to(text.get(at..).unwrap_or(""), LOOKED_AT);
    let in_flag = |c: char| c.is_ascii_alphabetic() || c == '-';
    let name = rest.get(..rest.find(|c| !in_flag(c)).unwrap_or(rest.len())).unwrap_or("");
    let short = name.len() <= 6 && name.ends_with('u') && !name.starts_with("--");
    if short || PAIRS.contains(&name) {
        return pair(text, at, name.len(), found);
    }
    // `-uadmin:password`
    if name.starts_with("-u") && command(text, at).contains("curl ") {
        return pair(text, at, 2, found);
    }
    if name == "-p" && ["login ", "sshpass "].iter().any(|word| command(text, at).contains(word)) {
        let (start, value) = value(rest, 2);
        if is_literal(value) {
            found.add(text, at + start, at + start + value.len(), SecretKind::Password);
        }
    }
}

/// Notes the password of the user behind the flag of `length` bytes at `at`.
fn pair(text: &str, at: usize, length: usize, found: &mut Found) {
    let rest = up_to(text.get(at..).unwrap_or(""), LOOKED_AT);
    let (start, value) = value(rest, length);
    let Some((user, password)) = value.split_once(':') else { return };
    let is_user = user.chars().all(|c| c.is_alphanumeric() || "._@${}\\-".contains(c));
    let command = command(text, at);
    // Not a group, the port of an address, or the rest of an URL.
    let number = password.bytes().all(|byte| byte.is_ascii_digit()) && !command.contains("curl ");
    let other = number || password == user || password.starts_with("//");
    let group = GROUPS.iter().any(|word| command.contains(word));
    if is_user && !other && !group && is_literal(password) {
        let start = at + start + user.len() + 1;
        found.add(text, start, start + password.len(), SecretKind::Password);
    }
}

/// First byte and text of the value behind the first `length` bytes of `rest`.
fn value(rest: &str, length: usize) -> (usize, &str) {
    let behind = rest.get(length..).unwrap_or("");
    let inner = behind.trim_start_matches(|c: char| c.is_whitespace() || "=\"',\\-".contains(c));
    let start = rest.len() - inner.len();
    let gap = behind.get(..behind.len() - inner.len()).unwrap_or("");
    // On the next line only as the next item, or behind a backslash.
    if gap.contains('\n') && !gap.contains(['-', '\\']) {
        return (start, "");
    }
    let quote = gap.chars().next_back();
    let end = match quote.filter(|c| "\"'".contains(*c)) {
        Some(quote) => inner.find(quote),
        None => inner.find(|c: char| c.is_whitespace() || "\"',]}".contains(c)),
    };
    let value = inner.get(..end.unwrap_or(inner.len())).unwrap_or("");
    (start, value.strip_suffix('\\').unwrap_or(value))
}

/// The line up to `at`.
fn command(text: &str, at: usize) -> &str {
    let before = text.get(..at).unwrap_or("");
    let from = (at.saturating_sub(LOOKED_AT)..=at).find(|from| before.is_char_boundary(*from)).unwrap_or(at);
    before.get(from..).and_then(|line| line.rsplit('\n').next()).unwrap_or("")
}
