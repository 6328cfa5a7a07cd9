//! The patch, applied by patch(1).

use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use plimsoll_export::{Format, Masking, Part, export};
use plimsoll_rules::report::Safety;
use plimsoll_rules::{Document, Options, analyze, fix_all};
use plimsoll_suite::{cases, root, writings};

fn folder(name: &str) -> PathBuf {
    let folder = std::env::temp_dir().join(format!("plimsoll-patch-{name}-{}", std::process::id()));
    std::fs::create_dir_all(&folder).unwrap();
    folder
}

fn write(folder: &Path, documents: &[Document]) {
    for document in documents {
        let path = folder.join(&document.name);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, &document.text).unwrap();
    }
}

/// Applies a patch and gives what patch(1) says.
fn apply(folder: &Path, patch: &str) -> String {
    let mut child = Command::new("patch")
        .args(["-p1", "--batch", "--fuzz=0"])
        .current_dir(folder)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let mut stdin = child.stdin.take().unwrap();
    let patch = patch.to_owned();
    let writer = std::thread::spawn(move || stdin.write_all(patch.as_bytes()));
    let output = child.wait_with_output().unwrap();
    writer.join().unwrap().unwrap();
    let said = String::from_utf8_lossy(&output.stdout).into_owned() + &String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{said}");
    said
}

#[test]
fn the_safe_fixes_of_all_fixtures_apply_in_one_batch() {
    let folder = folder("all");
    let mut bundles = Vec::new();
    for case in cases("rules").into_iter().chain(cases("bundles")).filter(|case| case.is_bad) {
        for (writing, mut documents) in writings(&case).into_iter().filter(|(writing, _)| *writing != "byte order mark")
        {
            for document in &mut documents {
                document.name = format!("{} {}/{writing}/{}", case.group, case.name, document.name);
            }
            write(&folder, &documents);
            bundles.push((documents, case.options.clone()));
        }
    }
    let reports: Vec<_> = bundles.iter().map(|(documents, options)| analyze(documents, options)).collect();
    let both = bundles.iter().zip(&reports);
    let parts: Vec<Part<'_>> =
        both.map(|((documents, options), report)| Part::new(documents, options, report, Masking::Plain)).collect();
    let patch = export(&parts, Format::Patch).unwrap();
    let said = apply(&folder, &patch);
    assert!(!said.contains("fuzz") && !said.contains("offset"), "{said}");
    let mut changed = 0;
    for (documents, options) in &bundles {
        for (document, wanted) in documents.iter().zip(fix_all(documents, options, Safety::Safe).texts) {
            let got = std::fs::read_to_string(folder.join(&document.name)).unwrap();
            assert_eq!(got, wanted, "{}", document.name);
            changed += usize::from(wanted != document.text);
        }
    }
    assert!(changed > 300, "only {changed} files were changed");
    std::fs::remove_dir_all(folder).unwrap();
}

#[test]
fn odd_names_are_found() {
    let text = "[Service]\nExecStart=/usr/bin/kubelet --config=/c --anonymous-auth=true";
    let names = [
        "a b.service",
        "quo\"te.service",
        "back\\slash.service",
        "ünï.service",
        "deep/er/x y.service",
        "tab\tx.service",
    ];
    let documents = names.map(|name| Document::new(name, text));
    let folder = folder("names");
    write(&folder, &documents);
    for document in &documents {
        let bundle = std::slice::from_ref(document);
        apply(&folder, &super::written(bundle, Format::Patch, Masking::Masked));
        let wanted = fix_all(bundle, &Options::default(), Safety::Safe).texts;
        assert_ne!(wanted[0], document.text);
        assert_eq!(std::fs::read_to_string(folder.join(&document.name)).unwrap(), wanted[0], "{}", document.name);
    }
    std::fs::remove_dir_all(folder).unwrap();
}

#[test]
fn with_masks_what_is_left_applies() {
    let folder = folder("masked");
    let entries = std::fs::read_dir(root().join("secrets/leak")).unwrap().map(|entry| entry.unwrap().path());
    let mut documents: Vec<Document> = entries
        .map(|path| Document::new(path.file_name().unwrap().to_string_lossy(), std::fs::read_to_string(&path).unwrap()))
        .collect();
    let secret = "kind: KubeletConfiguration\napiVersion: kubelet.config.k8s.io/v1beta1\nstaticPodURLHeader:\n  \
                  X-Token: [canary-0000]\nreadOnlyPort: 10255\nauthentication:\n  anonymous:\n    enabled: true\n";
    documents.push(Document::new("near.yaml", secret));
    write(&folder, &documents);
    let mut applied = 0;
    for document in &documents {
        let patch = super::written(std::slice::from_ref(document), Format::Patch, Masking::Masked);
        if patch.contains("@@") {
            apply(&folder, &patch);
            applied += 1;
        }
    }
    assert!(applied > 1, "only {applied} patches");
    let near = std::fs::read_to_string(folder.join("near.yaml")).unwrap();
    assert!(near.contains("canary-0000") && near.contains("readOnlyPort: 0"), "{near}");
    std::fs::remove_dir_all(folder).unwrap();
}

/// Applies a patch with git.
fn git_apply(folder: &Path, patch: &str, arguments: &[&str]) -> bool {
    std::fs::write(folder.join("given.patch"), patch).unwrap();
    let status = Command::new("git").arg("apply").args(arguments).arg("given.patch").current_dir(folder).status();
    status.unwrap().success()
}

#[test]
fn git_applies_what_stands_near_a_secret_or_is_told_how() {
    let head = "kind: KubeletConfiguration\napiVersion: kubelet.config.k8s.io/v1beta1\n";
    let tail = "authentication:\n  anonymous:\n    enabled: true\n";
    let header = "staticPodURLHeader:\n  X-Token: [canary-0000]\n";
    let cases = [
        (format!("{head}{header}port: 10250\nreadOnlyPort: 10255\nprotectKernelDefaults: true\n{tail}"), false),
        (format!("{head}port: 10250\nreadOnlyPort: 10255\nprotectKernelDefaults: true\n{header}{tail}"), false),
        (format!("readOnlyPort: 10255\n{head}{header}{tail}"), false),
        (format!("{head}{header}{tail}readOnlyPort: 10255"), false),
        (format!("{head}{header}readOnlyPort: 10255\n{}{tail}", "# a comment\n".repeat(8)), true),
        (format!("{head}readOnlyPort: 10255\nstaticPodURLHeader: {{X-Token: [canary-0000]}}\n{tail}"), true),
    ];
    for (at, (text, bare)) in cases.into_iter().enumerate() {
        let folder = folder(&format!("git-{at}"));
        let documents = [Document::new("near.yaml", text.as_str())];
        write(&folder, &documents);
        let patch = super::written(&documents, Format::Patch, Masking::Masked);
        assert!(!patch.contains("canary"), "{patch}");
        assert_eq!(patch.contains("--unidiff-zero"), bare, "{patch}");
        let arguments: &[&str] = if bare { &["--unidiff-zero"] } else { &[] };
        assert!(git_apply(&folder, &patch, arguments), "{text}\n{patch}");
        let by_git = std::fs::read_to_string(folder.join("near.yaml")).unwrap();
        assert!(by_git.contains("canary-0000") && by_git.contains("readOnlyPort: 0"), "{by_git}");
        write(&folder, &documents);
        apply(&folder, &patch);
        assert_eq!(std::fs::read_to_string(folder.join("near.yaml")).unwrap(), by_git, "{patch}");
        std::fs::remove_dir_all(folder).unwrap();
    }
}
