//! What the name of a key, flag or variable says about its value.

use super::SecretKind;

/// Where a name stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Naming {
    /// A key of YAML, JSON or a header, where `key` alone says nothing.
    Field,
    /// A flag or a variable, where a name that ends with `key` may hold one.
    Assignment,
}

/// What a name says about its value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Said {
    /// The value is a secret of this kind.
    Is(SecretKind),
    /// The value is a secret of this kind if it looks like one that a machine made.
    MayBe(SecretKind),
}

/// Names whose value is a secret, by the end of their last word.
const LAST: &[(&str, SecretKind)] = &[
    ("accesskey", SecretKind::Key),
    ("apikey", SecretKind::Key),
    ("credential", SecretKind::Secret),
    ("credentials", SecretKind::Secret),
    ("jwt", SecretKind::Token),
    ("passphrase", SecretKind::Password),
    ("passwd", SecretKind::Password),
    ("password", SecretKind::Password),
    ("privatekey", SecretKind::PrivateKey),
    ("secret", SecretKind::Secret),
    ("secretkey", SecretKind::Key),
    ("token", SecretKind::Token),
];

/// Words before `key` that make it a secret wherever it stands.
const BEFORE_KEY: &[&str] = &[
    "access",
    "account",
    "aes",
    "api",
    "auth",
    "certificate",
    "deploy",
    "encryption",
    "hmac",
    "master",
    "private",
    "psk",
    "secret",
    "session",
    "shared",
    "signing",
    "ssh",
    "storage",
];

/// What `name` says about the value beside it. Several words are no name but part of a sentence or of a command.
pub fn said(name: &str, naming: Naming) -> Option<Said> {
    if name.contains([' ', '"', '\'']) {
        return None;
    }
    let words = words(name.trim_end_matches(|c: char| c.is_ascii_digit() || matches!(c, '_' | '-')));
    let (last, rest) = words.split_last()?;
    let before = rest.last().map_or("", |word| word.as_str());
    // `LoadCredential=` of systemd names a file.
    let named = matches!(before, "load" | "import");
    if let Some((_, kind)) = LAST.iter().find(|(word, _)| last.ends_with(word) && !named) {
        return Some(Said::Is(*kind));
    }
    match (before, last.as_str()) {
        (_, "pass" | "pwd") => Some(Said::Is(SecretKind::Password)),
        ("private", "key") => Some(Said::Is(SecretKind::PrivateKey)),
        (before, "key") if BEFORE_KEY.contains(&before) => Some(Said::Is(SecretKind::Key)),
        ("public", "key") => None,
        (_, "key") if naming == Naming::Assignment => Some(Said::MayBe(SecretKind::Key)),
        ("key", "data") => Some(Said::Is(SecretKind::PrivateKey)),
        ("certificate" | "authority", "data") | ("ca", "bundle") => Some(Said::MayBe(SecretKind::Certificate)),
        // The credentials of a registry, and a header.
        ("", "auth") | (_, "authorization") => Some(Said::MayBe(SecretKind::Password)),
        _ => None,
    }
}

/// The words of a name, in lower case: parted by anything that is no letter or digit, and where a capital begins one.
fn words(name: &str) -> Vec<String> {
    let mut words = vec![String::new()];
    let mut small = false;
    for c in name.chars() {
        if !c.is_alphanumeric() || c.is_uppercase() && small {
            words.push(String::new());
        }
        if let Some(word) = words.last_mut().filter(|_| c.is_alphanumeric()) {
            word.extend(c.to_lowercase());
        }
        small = c.is_lowercase() || c.is_ascii_digit();
    }
    words.retain(|word| !word.is_empty());
    words
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_files_modes_and_switches_say_nothing() {
        for name in [
            "token-auth-file",
            "tls-private-key-file",
            "enable-bootstrap-token-auth",
            "authentication-token-webhook",
            "secretName",
            "secretRef",
            "service-account-key-file",
            "topologyKey",
            "public-key",
            "passwordFile",
            "token-ttl",
            "key",
            "certificate-authority",
            "LoadCredential",
            "tlsCertFile",
        ] {
            assert_eq!(said(name, Naming::Field), None, "{name}");
        }
    }

    #[test]
    fn names_of_secrets_are_known_in_every_spelling() {
        for name in [
            "token",
            "TOKEN",
            "joinToken",
            "id-token",
            "AWS_SECRET_ACCESS_KEY",
            "certificateKey",
            "client-key-data",
            "passwd",
            "DB_PASSWORD",
            "DB_PASSWORD_2",
            "token1",
            "dbPassword",
            "clientSecret",
            "client_secret",
            "apiKey",
            "secret",
        ] {
            assert!(matches!(said(name, Naming::Field), Some(Said::Is(_))), "{name}");
        }
        assert_eq!(said("NODE_KEY", Naming::Assignment), Some(Said::MayBe(SecretKind::Key)));
    }
}
