//! Names of Rust constants made from names of Kubernetes settings.

/// `authentication.x509.clientCAFile` as `AUTHENTICATION_X509_CLIENT_CA_FILE`, `anonymous-auth` as
/// `ANONYMOUS_AUTH`.
pub(crate) fn constant(setting: &str) -> String {
    let letters: Vec<char> = setting.chars().collect();
    let mut name = String::new();
    for (at, &letter) in letters.iter().enumerate() {
        let before = at.checked_sub(1).and_then(|at| letters.get(at)).copied().unwrap_or('_');
        if begins_word(before, letter, letters.get(at + 1..).unwrap_or(&[])) {
            name.push('_');
        }
        name.push(if letter.is_ascii_alphanumeric() { letter.to_ascii_uppercase() } else { '_' });
    }
    name
}

/// Whether an upper-case `letter` begins a word: after a lower-case one (`cacheTTL`) or before one (`CAFile`),
/// but not before the `s` of a plural (`CPUs`).
fn begins_word(before: char, letter: char, rest: &[char]) -> bool {
    if !letter.is_ascii_uppercase() {
        return false;
    }
    let is_plural = matches!(rest, ['s'] | ['s', 'A'..='Z' | '.', ..]);
    let last_of_run = rest.first().is_some_and(char::is_ascii_lowercase) && !is_plural;
    before.is_ascii_lowercase() || before.is_ascii_digit() || (before.is_ascii_uppercase() && last_of_run)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn constants() {
        for (setting, expected) in [
            ("authentication.x509.clientCAFile", "AUTHENTICATION_X509_CLIENT_CA_FILE"),
            ("anonymous-auth", "ANONYMOUS_AUTH"),
            ("serverTLSBootstrap", "SERVER_TLS_BOOTSTRAP"),
            ("reservedSystemCPUs", "RESERVED_SYSTEM_CPUS"),
            ("failCgroupV1", "FAIL_CGROUP_V1"),
            ("authentication.webhook.cacheTTL", "AUTHENTICATION_WEBHOOK_CACHE_TTL"),
            ("v", "V"),
        ] {
            assert_eq!(constant(setting), expected);
        }
    }
}
