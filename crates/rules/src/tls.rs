//! How much the TLS cipher suites are worth that `--tls-cipher-suites` and `tlsCipherSuites` accept.
//!
//! Sources: the suites of Go's crypto/tls, as `k8s.io/component-base/cli/flag` offers them by name. Go never
//! negotiates a suite of TLS 1.3 by this list, but both components accept the names.

/// What a cipher suite is worth.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Strength {
    /// Forward secrecy and authenticated encryption.
    Strong,
    /// Known weaknesses; the text says which, as the end of "... because it ...".
    Weak(&'static str),
    /// Not a suite that Go knows by name: the component refuses to start.
    Unknown,
}

const STATIC_RSA: &str = "has no forward secrecy: who gets the server's key later can read recorded traffic";
const CBC: &str = "uses CBC mode, which leaks through padding and timing";
const RC4: &str = "uses RC4, which is broken";
const TRIPLE_DES: &str = "uses 3DES, whose 64-bit blocks repeat in long connections";

/// Name and worth, sorted by name.
const SUITES: &[(&str, Strength)] = &[
    ("TLS_AES_128_GCM_SHA256", Strength::Strong),
    ("TLS_AES_256_GCM_SHA384", Strength::Strong),
    ("TLS_CHACHA20_POLY1305_SHA256", Strength::Strong),
    ("TLS_ECDHE_ECDSA_WITH_AES_128_CBC_SHA", Strength::Weak(CBC)),
    ("TLS_ECDHE_ECDSA_WITH_AES_128_CBC_SHA256", Strength::Weak(CBC)),
    ("TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256", Strength::Strong),
    ("TLS_ECDHE_ECDSA_WITH_AES_256_CBC_SHA", Strength::Weak(CBC)),
    ("TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384", Strength::Strong),
    ("TLS_ECDHE_ECDSA_WITH_CHACHA20_POLY1305", Strength::Strong),
    ("TLS_ECDHE_ECDSA_WITH_CHACHA20_POLY1305_SHA256", Strength::Strong),
    ("TLS_ECDHE_ECDSA_WITH_RC4_128_SHA", Strength::Weak(RC4)),
    ("TLS_ECDHE_RSA_WITH_3DES_EDE_CBC_SHA", Strength::Weak(TRIPLE_DES)),
    ("TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA", Strength::Weak(CBC)),
    ("TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA256", Strength::Weak(CBC)),
    ("TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256", Strength::Strong),
    ("TLS_ECDHE_RSA_WITH_AES_256_CBC_SHA", Strength::Weak(CBC)),
    ("TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384", Strength::Strong),
    ("TLS_ECDHE_RSA_WITH_CHACHA20_POLY1305", Strength::Strong),
    ("TLS_ECDHE_RSA_WITH_CHACHA20_POLY1305_SHA256", Strength::Strong),
    ("TLS_ECDHE_RSA_WITH_RC4_128_SHA", Strength::Weak(RC4)),
    ("TLS_RSA_WITH_3DES_EDE_CBC_SHA", Strength::Weak(TRIPLE_DES)),
    ("TLS_RSA_WITH_AES_128_CBC_SHA", Strength::Weak(STATIC_RSA)),
    ("TLS_RSA_WITH_AES_128_CBC_SHA256", Strength::Weak(STATIC_RSA)),
    ("TLS_RSA_WITH_AES_128_GCM_SHA256", Strength::Weak(STATIC_RSA)),
    ("TLS_RSA_WITH_AES_256_CBC_SHA", Strength::Weak(STATIC_RSA)),
    ("TLS_RSA_WITH_AES_256_GCM_SHA384", Strength::Weak(STATIC_RSA)),
    ("TLS_RSA_WITH_RC4_128_SHA", Strength::Weak(RC4)),
];

/// What the cipher suite of this name is worth. Names are compared exactly, as the components do.
pub fn strength(name: &str) -> Strength {
    let found = SUITES.binary_search_by(|(suite, _)| (*suite).cmp(name)).ok();
    found.and_then(|at| SUITES.get(at)).map_or(Strength::Unknown, |(_, strength)| *strength)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn suites_are_sorted_so_that_the_search_finds_them() {
        assert!(SUITES.is_sorted_by(|(one, _), (next, _)| one < next));
    }

    #[test]
    fn tells_strong_from_weak_from_unknown() {
        assert_eq!(strength("TLS_AES_128_GCM_SHA256"), Strength::Strong);
        assert_eq!(strength("TLS_ECDHE_RSA_WITH_CHACHA20_POLY1305"), Strength::Strong);
        assert_eq!(strength("TLS_ECDHE_RSA_WITH_CHACHA20_POLY1305_SHA256"), Strength::Strong);
        assert_eq!(strength("TLS_RSA_WITH_AES_256_GCM_SHA384"), Strength::Weak(STATIC_RSA));
        assert_eq!(strength("TLS_ECDHE_ECDSA_WITH_AES_256_CBC_SHA"), Strength::Weak(CBC));
        assert_eq!(strength("tls_aes_128_gcm_sha256"), Strength::Unknown);
        assert_eq!(strength(""), Strength::Unknown);
    }

    #[test]
    fn only_ephemeral_keys_with_authenticated_encryption_are_strong() {
        for (name, strength) in SUITES {
            let ephemeral = name.contains("_ECDHE_") || !name.contains("_WITH_");
            let authenticated = name.contains("_GCM_") || name.contains("_CHACHA20_POLY1305");
            assert_eq!(*strength == Strength::Strong, ephemeral && authenticated, "{name}");
        }
    }
}
