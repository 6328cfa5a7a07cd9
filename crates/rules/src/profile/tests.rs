#![expect(clippy::unwrap_used, reason = "tests")]

use super::*;
use crate::catalog::CATALOG;

fn rule(id: &str) -> &'static Rule {
    CATALOG.iter().find(|rule| rule.id == id).unwrap()
}

#[test]
fn a_profile_changes_what_it_extends() {
    let profile = Profile::read(
        "name: ours\nextends: cis-level-1\nkubernetes: 1.33\nrules:\n  kubelet-pod-pids-limit: off\n  \
         kubelet-webhook-token-auth: on\n  kubelet-read-only-port: critical\nthresholds:\n  auditLogMaxAge: 90\n",
    )
    .unwrap();
    assert_eq!((profile.name(), profile.base()), ("ours", Standard::CisLevel1));
    assert_eq!(profile.kubernetes(), Some(Version(33)));
    assert!(!profile.runs(rule("kubelet-pod-pids-limit")));
    assert!(profile.runs(rule("kubelet-webhook-token-auth")));
    assert!(!profile.runs(rule("kubelet-address")));
    assert_eq!(profile.severity("kubelet-read-only-port"), Some(Severity::Critical));
    assert_eq!(profile.thresholds().audit_log_max_age, 90);
}

#[test]
fn errors_name_the_place_and_what_is_allowed() {
    for (text, place, part) in [
        ("", (1, 1), "`name`, `extends`"),
        ("- a\n", (1, 1), "mapping with the keys"),
        ("extends: stig\n", (1, 1), "needs a `name`"),
        ("name: a\nextends: cis\n", (2, 10), "`cis-level-1`"),
        ("name: a\nkubernetes: 1.12\n", (2, 13), "1.24"),
        ("name: a\nrule: {}\n", (2, 1), "There is no key `rule`"),
        ("name: a\nrules:\n  kubelet-anonymous-aut: off\n", (3, 3), "`kubelet-anonymous-auth` meant"),
        ("name: a\nrules:\n  kubelet-anonymous-auth: none\n", (3, 27), "`off`, `on`"),
        ("name: a\nthresholds:\n  podPidsLimit: -1\n", (3, 17), "above 0"),
        ("name: a\nthresholds:\n  maxAge: 1\n", (3, 3), "`auditLogMaxAge`"),
        ("name: a\nname: b\n", (2, 1), "twice"),
        ("name: a\n---\nname: b\n", (3, 1), "one YAML document"),
        ("name: a\nrules: [\n", (2, 8), ""),
    ] {
        let error = Profile::read(text).unwrap_err();
        assert!(error.message.contains(part), "{text:?}: {error}");
        if !part.is_empty() {
            assert_eq!((error.line, error.column), place, "{text:?}: {error}");
        }
    }
}

#[test]
fn rules_about_reading_belong_to_every_profile() {
    for standard in Standard::ALL {
        assert!(Profile::standard(standard).runs(rule("lost-continuation")), "{}", standard.name());
        assert_eq!(Standard::named(standard.name()), Some(standard));
    }
}
