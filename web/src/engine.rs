//! The worker's side of the protocol: one pure function.

use plimsoll_export::{Format, Masking, Part, export};
use plimsoll_handbook::html::ordered;
use plimsoll_rules::knowledge::{SETTINGS, Setting};
use plimsoll_rules::report::{Edit, Safety};
use plimsoll_rules::{
    Acceptance, Coverage, Document, DrillFile, Pack, Profile, ProfilePage, Upgrade, Version, accept, analyze, apply,
    coverage, fix_all, judge, packs, pages, profiles, upgrade,
};

use crate::bug;
use crate::diff::{FileDiff, diff};
use crate::handbook::examples;
use crate::leaving;
use crate::offsets::{coverage_to_utf16, edits_to_bytes, report_to_utf16, upgrade_to_utf16, utf16_of};
use crate::protocol::{
    Answer, Body, Bundle, Description, Exported, FixedAll, ProfileEntry, Request, Response, from_bytes, to_bytes,
};

/// Answers one request in its binary form.
pub fn answer_bytes(request: &[u8]) -> Vec<u8> {
    let response = match from_bytes(request) {
        Some(Request { seq, body }) => Response { seq, body: answer(&body) },
        None => Response { seq: 0, body: Answer::Refused("The request is not one of this page's.".to_owned()) },
    };
    to_bytes(&response)
}

/// Answers one request.
pub fn answer(body: &Body) -> Answer {
    match body {
        Body::Pages => Answer::Pages(ordered(pages())),
        Body::Lint(bundle) => lint(bundle),
        Body::FixAll { bundle, originals } => Answer::FixAll(fixed(bundle, originals)),
        Body::Preview { bundle, fixes } => {
            let documents = bundle.to_documents();
            Answer::Preview(fixes.iter().map(|edits| preview(&documents, edits)).collect())
        }
        Body::Descriptions => Answer::Descriptions(SETTINGS.iter().map(description).collect()),
        Body::Examples(rule) => Answer::Examples(examples(rule)),
        Body::Upgrade { bundle, from, to } => match (from.parse(), to.parse()) {
            (Ok(from), Ok(to)) => Answer::Upgrade(changes(bundle, from, to)),
            _ => Answer::Refused("the release is not known here".to_owned()),
        },
        Body::Profiles => Answer::Profiles(profiles().iter().map(entry).collect()),
        Body::ReadProfile(text) => Answer::Profile(Profile::read(text).map(|profile| entry(&profile.page()))),
        Body::Coverage(bundle) => Answer::Coverage(covered(bundle)),
        Body::Accept { bundle, finding, reason } => Answer::Accept(accepted(bundle, *finding, reason)),
        Body::Json(bundle) => json(bundle),
        Body::Export { bundle, format, masking } => exported(bundle, *format, *masking),
        Body::Mask(bundle) => Answer::Masked(leaving::masked(bundle)),
        Body::Bug { bundle, finding, masking } => {
            Answer::Bug(bug::text(&bundle.to_documents(), &bundle.options(), *finding, *masking))
        }
        Body::Packs => Answer::Packs(packs()),
        Body::ReadPack(text) => Answer::Pack(Pack::read(text)),
        Body::Judge { drill, bundle } => Answer::Judged(judge(drill, &bundle.to_documents())),
        Body::Compare { bundle, files } => Answer::Compared(compared(bundle, files)),
    }
}

fn lint(bundle: &Bundle) -> Answer {
    let documents = bundle.to_documents();
    let mut report = analyze(&documents, &bundle.options());
    report_to_utf16(&mut report, &texts(&documents));
    Answer::Lint(report)
}

/// The command line ends its output with a line end.
fn json(bundle: &Bundle) -> Answer {
    let report = analyze(&bundle.to_documents(), &bundle.options());
    serde_json::to_string_pretty(&report)
        .map_or_else(|error| Answer::Refused(error.to_string()), |json| Answer::Json(json + "\n"))
}

fn fixed(bundle: &Bundle, originals: &[String]) -> FixedAll {
    let fixed = fix_all(&bundle.to_documents(), &bundle.options(), Safety::Safe);
    let pairs = (0..).zip(originals.iter().zip(&fixed.texts));
    let diffs = pairs.filter_map(|(document, (old, new))| diff(document, old, new)).collect();
    FixedAll { diffs, applied: fixed.applied.into_iter().map(|applied| applied.title).collect(), texts: fixed.texts }
}

/// What some edits would change; nothing when they do not fit.
fn preview(documents: &[Document], edits: &[Edit]) -> Vec<FileDiff> {
    let edits = edits_to_bytes(edits, &texts(documents));
    let Ok(new) = apply(documents, &edits) else { return Vec::new() };
    let pairs = (0..).zip(documents.iter().zip(&new));
    pairs.filter_map(|(index, (document, new))| diff(index, &document.text, new)).collect()
}

fn description(row: &Setting) -> Description {
    let second = !row.field.is_empty() && !row.flag.is_empty();
    Description {
        component: row.component.name().to_owned(),
        setting: row.name(),
        flag: if second { format!("--{}", row.flag) } else { String::new() },
        about: row.about.to_owned(),
    }
}

fn changes(bundle: &Bundle, from: Version, to: Version) -> Upgrade {
    let documents = bundle.to_documents();
    let mut upgrade = upgrade(&documents, from, to);
    upgrade_to_utf16(&mut upgrade, &texts(&documents));
    upgrade
}

fn entry(page: &ProfilePage) -> ProfileEntry {
    ProfileEntry { name: page.name.clone(), title: page.title.clone(), rules: page.rules.len() }
}

fn covered(bundle: &Bundle) -> Coverage {
    let documents = bundle.to_documents();
    let mut coverage = coverage(&documents, &bundle.options());
    coverage_to_utf16(&mut coverage, &texts(&documents));
    coverage
}

fn accepted(bundle: &Bundle, finding: usize, reason: &str) -> Result<Acceptance, String> {
    let documents = bundle.to_documents();
    let mut acceptance = accept(&documents, &bundle.options(), finding, reason)?;
    let edit = &mut acceptance.edit;
    let text = documents.get(edit.document as usize).map_or("", |document| &document.text);
    (edit.start, edit.end) = (utf16_of(text, edit.start), utf16_of(text, edit.end));
    Ok(acceptance)
}

fn exported(bundle: &Bundle, format: Format, masking: Masking) -> Answer {
    let (documents, options) = (bundle.to_documents(), bundle.options());
    let report = analyze(&documents, &options);
    let part = Part::new(&documents, &options, &report, masking);
    let note = part.note();
    match export(&[part], format) {
        Ok(text) => Answer::Export(Exported { format, text, note }),
        Err(error) => Answer::Refused(error.to_string()),
    }
}

/// How the texts become those of `files`; a file that is not there is compared with nothing.
fn compared(bundle: &Bundle, files: &[DrillFile]) -> Vec<(String, FileDiff)> {
    let one = |file: &DrillFile| {
        let now = bundle.documents.iter().find(|input| input.name == file.name).map_or("", |input| &input.text);
        Some((file.name.clone(), diff(0, now, &file.text)?))
    };
    files.iter().filter_map(one).collect()
}

fn texts(documents: &[Document]) -> Vec<&str> {
    documents.iter().map(|document| document.text.as_str()).collect()
}

#[cfg(test)]
#[expect(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "tests")]
mod tests {
    use super::*;
    use crate::protocol::{Chosen, Input};

    const CONFIG: &str = "# 😀 é\r\napiVersion: kubelet.config.k8s.io/v1beta1\r\nkind: KubeletConfiguration\r\n\
                          authentication:\r\n  anonymous:\r\n    enabled: true\r\n";

    fn bundle(text: &str) -> Bundle {
        let input = Input { name: "config.yaml".to_owned(), text: text.to_owned(), kind: None };
        Bundle { documents: vec![input], kubernetes: "1.36".to_owned(), profile: Chosen::default() }
    }

    #[test]
    fn a_request_survives_its_binary_form() {
        let request = Request { seq: 7, body: Body::Lint(bundle(CONFIG)) };
        let bytes = to_bytes(&request);
        assert_eq!(from_bytes::<Request>(&bytes).unwrap(), request);
        let response: Response = from_bytes(&answer_bytes(&bytes)).unwrap();
        assert_eq!(response.seq, 7);
        assert_eq!(response.body, answer(&request.body));
    }

    #[test]
    fn positions_leave_as_utf16() {
        let Answer::Lint(report) = answer(&Body::Lint(bundle(CONFIG))) else { panic!("no report") };
        let finding = report.findings.iter().find(|finding| finding.setting == "authentication.anonymous.enabled");
        let finding = finding.unwrap();
        let units: Vec<u16> = CONFIG.encode_utf16().collect();
        let marked = String::from_utf16(&units[finding.start as usize..finding.end as usize]).unwrap();
        assert!(CONFIG.contains(&marked) && marked.contains("true"), "marked {marked:?}");
        let Answer::Json(json) = answer(&Body::Json(bundle(CONFIG))) else { panic!("no JSON") };
        let plain = serde_json::to_string_pretty(&analyze(&bundle(CONFIG).to_documents(), &bundle("").options()));
        assert_eq!(json, plain.unwrap() + "\n", "the JSON keeps byte offsets");
    }

    #[test]
    fn previews_a_fix_by_its_utf16_edits() {
        let Answer::Lint(report) = answer(&Body::Lint(bundle(CONFIG))) else { panic!("no report") };
        let finding = report.findings.iter().find(|finding| finding.setting == "authentication.anonymous.enabled");
        let fixes = vec![finding.unwrap().fixes[0].edits.clone()];
        let Answer::Preview(diffs) = answer(&Body::Preview { bundle: bundle(CONFIG), fixes }) else {
            panic!("no preview")
        };
        assert_eq!((diffs[0][0].added, diffs[0][0].removed), (1, 1));
    }

    #[test]
    fn describes_every_setting_of_a_report() {
        let Answer::Descriptions(all) = answer(&Body::Descriptions) else { panic!("no descriptions") };
        let Answer::Lint(report) = answer(&Body::Lint(bundle(CONFIG))) else { panic!("no report") };
        let described = |name: &str| all.iter().find(|about| about.setting == name && about.component == "kubelet");
        assert!(report.settings.iter().all(|row| described(&row.setting).is_some()));
        let about = described("readOnlyPort").unwrap();
        assert!(about.flag == "--read-only-port" && !about.about.is_empty());
    }

    #[test]
    fn shows_the_examples_of_a_rule() {
        let Answer::Examples(all) = answer(&Body::Examples("kubelet-read-only-port".to_owned())) else {
            panic!("no examples")
        };
        let group = all.groups.iter().find(|group| group.place == "KubeletConfiguration").unwrap();
        let bad = &group.examples[0];
        assert_eq!((&*bad.title, bad.is_good), ("Bad", false));
        let marked: Vec<_> = bad.files[0].pieces.iter().filter(|(_, marked)| *marked).collect();
        assert_eq!(marked, [&("readOnlyPort: 10255".to_owned(), true)]);
        assert_eq!(bad.fix.as_ref().unwrap().2.len(), 1);
        let Answer::Examples(none) = answer(&Body::Examples("no-such-rule".to_owned())) else { panic!("refused") };
        assert!(none.groups.is_empty());
    }

    #[test]
    fn places_of_an_upgrade_leave_as_utf16() {
        let text = "# 😀 é\r\n[Service]\r\nExecStart=/usr/bin/kubelet --container-runtime=remote\r\n";
        let of = |from: &str| Body::Upgrade { bundle: bundle(text), from: from.to_owned(), to: "1.36".to_owned() };
        let Answer::Upgrade(upgrade) = answer(&of("1.26")) else { panic!("no upgrade") };
        let at = upgrade.changes.iter().find_map(|change| change.at).unwrap();
        let units: Vec<u16> = text.encode_utf16().collect();
        let marked = String::from_utf16(&units[at.start as usize..at.end as usize]).unwrap();
        assert!(marked.starts_with("--container-runtime"), "marked {marked:?}");
        assert!(matches!(answer(&of("1.2")), Answer::Refused(_)));
    }

    #[test]
    fn a_profile_judges_and_its_coverage_leaves_as_utf16() {
        let own = "name: ours\nextends: cis-level-1\nrules:\n  kubelet-anonymous-auth: low\n";
        let Answer::Profile(Ok(entry)) = answer(&Body::ReadProfile(own.to_owned())) else { panic!("no profile") };
        let Answer::Profiles(all) = answer(&Body::Profiles) else { panic!("no profiles") };
        assert!(entry.name == "ours" && all.iter().any(|other| other.title == entry.title), "{entry:?}");
        let bundle = Bundle { profile: Chosen::Own(own.to_owned()), ..bundle(CONFIG) };
        let Answer::Lint(report) = answer(&Body::Lint(bundle.clone())) else { panic!("no report") };
        let Answer::Coverage(coverage) = answer(&Body::Coverage(bundle)) else { panic!("no coverage") };
        assert_eq!((report.profile.as_str(), coverage.profile.as_str()), ("ours", "ours"));
        let found = report.findings.iter().find(|finding| finding.rule == "kubelet-anonymous-auth").unwrap();
        let mut evidence = coverage.controls.iter().flat_map(|control| &control.findings);
        assert!(evidence.any(|evidence| (evidence.start, evidence.end) == (found.start, found.end)));
        let Answer::Profile(Err(error)) = answer(&Body::ReadProfile("name: x\nrules: {y: on}\n".to_owned())) else {
            panic!("a rule that nobody knows is taken")
        };
        assert_eq!((error.line, error.column), (2, 9));
    }

    #[test]
    fn the_comment_that_accepts_leaves_as_utf16() {
        let Answer::Lint(report) = answer(&Body::Lint(bundle(CONFIG))) else { panic!("no report") };
        let finding = report.findings.iter().position(|finding| finding.rule == "kubelet-anonymous-auth").unwrap();
        let body = |reason: &str| Body::Accept { bundle: bundle(CONFIG), finding, reason: reason.to_owned() };
        let Answer::Accept(Ok(acceptance)) = answer(&body("agreed")) else { panic!("not accepted") };
        let units: Vec<u16> = CONFIG.encode_utf16().collect();
        let rest = String::from_utf16(&units[acceptance.edit.start as usize..]).unwrap();
        assert!(rest.starts_with("    enabled: true"), "{rest:?}");
        assert!(acceptance.edit.text.ends_with("agreed\r\n"));
        assert!(matches!(answer(&body(" ")), Answer::Accept(Err(_))));
    }

    #[test]
    fn what_is_taken_away_has_no_secret() {
        let unit = "[Service]\nExecStart=/usr/bin/kubelet --anonymous-auth=true --registry-password=swordfish\n";
        for format in Format::ALL {
            let text = |masking| {
                let body = Body::Export { bundle: bundle(unit), format, masking };
                let Answer::Export(exported) = answer(&body) else { panic!("nothing exported") };
                assert!(exported.format == format && exported.note.is_some() == (masking == Masking::Masked));
                exported.text
            };
            assert!(!text(Masking::Masked).contains("swordfish"), "{format:?}");
        }
    }

    #[test]
    fn a_request_that_cannot_be_read_is_refused() {
        let response: Response = from_bytes(&answer_bytes(&[7])).unwrap();
        assert!(matches!(response.body, Answer::Refused(_)));
    }
}
