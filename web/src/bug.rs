//! The text for a bug report: what was judged, by what, and the lines in question. It is only ever copied by hand.

use plimsoll_export::{Masking, Part};
use plimsoll_rules::report::{Finding, Report};
use plimsoll_rules::{Document, EDITION, Options, analyze};

/// Lines shown before and after those of the finding.
const AROUND: usize = 4;
/// Most lines of a finding that are shown.
const MOST_LINES: usize = 20;
/// Most characters of a line that are shown.
const MOST_CHARACTERS: usize = 200;

/// The text, as Markdown. `finding` is an index into the report; without one it is about something that was not found.
pub fn text(documents: &[Document], options: &Options, finding: Option<usize>, masking: Masking) -> String {
    let whole = analyze(documents, options);
    let part = Part::new(documents, options, &whole, masking);
    let report = part.report();
    let mut written = heading(report);
    let found = finding.and_then(|index| report.findings.get(index));
    let shown = part.documents();
    if let Some((finding, document)) = found.and_then(|found| Some((found, shown.get(found.document as usize)?))) {
        let kind = report.documents.get(finding.document as usize).map_or("", |entry| entry.kind.as_str());
        push(&mut written, format_args!("Rule: {}\n", finding.rule));
        push(&mut written, format_args!("Place: {}, line {} ({kind})\n", document.name, finding.line));
        push(&mut written, format_args!("Said: {}\n\n", finding.message));
        written.push_str(&snippet(&document.text, finding));
    } else {
        let mut rules: Vec<&str> = report.findings.iter().map(|finding| finding.rule.as_str()).collect();
        rules.sort_unstable();
        rules.dedup();
        let kinds: Vec<&str> = report.documents.iter().map(|entry| entry.kind.as_str()).collect();
        push(&mut written, format_args!("Documents: {}\n", listed(&kinds)));
        push(&mut written, format_args!("Rules that found something: {}\n", listed(&rules)));
    }
    written.push_str("\nWhat happened:\n\n\nWhat I expected:\n\n");
    written
}

/// Versions: of Plimsoll, its rules, the release and the profile.
fn heading(report: &Report) -> String {
    let basis = if report.release.at.is_some() { " (named by a document)" } else { "" };
    format!(
        "Plimsoll {}, rules of {EDITION}\nKubernetes {}{basis}, profile {}\n",
        env!("CARGO_PKG_VERSION"),
        report.kubernetes,
        report.profile
    )
}

fn listed(words: &[&str]) -> String {
    if words.is_empty() { "none".to_owned() } else { words.join(", ") }
}

/// The lines around a finding, numbered, in a fence that they cannot close.
fn snippet(text: &str, finding: &Finding) -> String {
    let (first, last) = (finding.line as usize, (finding.end_line as usize).min(finding.line as usize + MOST_LINES));
    let from = first.saturating_sub(AROUND).max(1);
    let lines = text.lines().enumerate().skip(from - 1).take(last + AROUND + 1 - from);
    let mut shown = String::new();
    for (at, line) in lines {
        let number = at + 1;
        let mark = if (first..=last).contains(&number) { '>' } else { ' ' };
        let cut: String = line.chars().take(MOST_CHARACTERS).collect();
        let rest = if cut.len() < line.len() { " …" } else { "" };
        push(&mut shown, format_args!("{mark} {number:>4} | {cut}{rest}\n"));
    }
    let ticks = shown.split(|c| c != '`').map(str::len).max().unwrap_or_default();
    let fence = "`".repeat(ticks.max(2) + 1);
    format!("{fence}text\n{shown}{fence}\n")
}

fn push(written: &mut String, words: std::fmt::Arguments<'_>) {
    written.push_str(&words.to_string());
}

#[cfg(test)]
mod tests {
    use super::*;

    const CONFIG: &str = "apiVersion: kubelet.config.k8s.io/v1beta1\nkind: KubeletConfiguration\n\
                          # ``` a fence\nauthentication:\n  anonymous:\n    enabled: true\n\
                          token: abcdef.0123456789abcdef\nreadOnlyPort: 0\n";

    fn of(finding: Option<usize>, masking: Masking) -> String {
        text(&[Document::new("config.yaml", CONFIG)], &Options::default(), finding, masking)
    }

    fn anonymous() -> Option<usize> {
        let report = analyze(&[Document::new("config.yaml", CONFIG)], &Options::default());
        report.findings.iter().position(|finding| finding.rule == "kubelet-anonymous-auth")
    }

    #[test]
    fn names_rule_versions_and_place_and_shows_masked_lines() {
        let text = of(anonymous(), Masking::Masked);
        for part in [
            concat!("Plimsoll ", env!("CARGO_PKG_VERSION"), ", rules of 20"),
            "Kubernetes 1.36, profile everything",
            "Rule: kubelet-anonymous-auth",
            "Place: config.yaml, line 6 (kubelet-config)",
            ">    6 |     enabled: true\n",
            "\n````text\n",
            "What happened:",
            "What I expected:",
        ] {
            assert!(text.contains(part), "{part:?} is not in\n{text}");
        }
        assert!(!text.contains("0123456789abcdef"), "{text}");
        assert!(of(anonymous(), Masking::Plain).contains("abcdef.0123456789abcdef"));
    }

    #[test]
    fn without_a_finding_it_names_what_was_found() {
        let text = of(None, Masking::Masked);
        assert!(text.contains("Documents: kubelet-config\n"), "{text}");
        assert!(text.contains("kubelet-anonymous-auth"), "{text}");
    }
}
