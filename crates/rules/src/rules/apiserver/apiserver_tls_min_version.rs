//! The oldest TLS version that is spoken.

use crate::knowledge::{Component, kube_apiserver as settings};
use crate::report::{Safety, Severity};
use crate::rule::{Check, Docs, Expect, Ref, Repair, Rule, When};

/// The rule.
pub static RULE: Rule = Rule {
    id: "apiserver-tls-min-version",
    title: "The API server accepts TLS 1.0 or 1.1",
    severity: Severity::High,
    components: &[Component::KubeApiserver],
    check: Check::Setting {
        setting: settings::TLS_MIN_VERSION,
        expect: Expect::OneOf(&["VersionTLS12", "VersionTLS13"]),
        when: When::Set,
    },
    good: &[],
    repair: Repair::Write { value: "VersionTLS12", safety: Safety::Safe, risk: "" },
    docs: Docs {
        what: "Clients may then settle on a version with known weaknesses; without the setting the API server asks for \
               TLS 1.2 at least.",
        why: "TLS 1.0 and 1.1 know only CBC and RC4 ciphers and rest on MD5 and SHA-1. A client that settles on them \
              gives someone on the path a way to attack connections that carry Secrets and tokens.",
        verify: "Run `nmap --script ssl-enum-ciphers -p 6443 HOST`: it must list neither TLSv1.0 nor TLSv1.1.",
        side_effects: "Clients that speak only TLS 1.1 or older are refused. No supported Kubernetes client is among \
                       them.",
    },
    references: &[Ref::Stig("V-242378")],
};
