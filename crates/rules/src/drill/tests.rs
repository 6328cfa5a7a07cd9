#![expect(clippy::unwrap_used, reason = "tests")]

use super::*;

const PACK: &str = "pack: p\ntitle: T\nabout: A\ndrills:\n  - id: one\n    title: One\n    domain: Cluster Hardening\n    \
                    kubernetes: 1.33\n    minutes: 5\n    task: Mend it.\n    rules: [kubelet-read-only-port]\n    \
                    keep: [authentication.anonymous.enabled]\n    files:\n      config.yaml: |\n        \
                    apiVersion: kubelet.config.k8s.io/v1beta1\n        kind: KubeletConfiguration\n        \
                    readOnlyPort: 10255\n    answer:\n      config.yaml: |\n        \
                    apiVersion: kubelet.config.k8s.io/v1beta1\n        kind: KubeletConfiguration\n";

#[test]
fn a_pack_is_read_and_recognised() {
    let pack = Pack::read(PACK).unwrap();
    let [drill] = pack.drills.as_slice() else { unreachable!("one drill") };
    assert_eq!((drill.domain, drill.minutes, &*drill.kubernetes), (Domain::ClusterHardening, 5, "1.33"));
    assert_eq!(drill.files.first().map(|file| file.text.lines().count()), Some(3));
    assert!(is_likely_pack(PACK) && is_likely_pack(&PACK.replace('\n', "\r\n")));
    assert!(!crate::is_likely_profile(PACK));
    for other in ["", "drills: []\n", "kind: X\ndrills: []\ntitle: a\n", "a:\n  drills: x\n  title: y\n", "title: a\n"]
    {
        assert!(!is_likely_pack(other), "{other:?}");
    }
}

#[test]
fn the_packs_of_the_project_are_read() {
    for text in standard::TEXTS {
        let read = Pack::read(text);
        assert!(read.is_ok(), "{:?}", read.err().map(|error| error.to_string()));
    }
    assert_eq!(packs().len(), standard::TEXTS.len());
}
