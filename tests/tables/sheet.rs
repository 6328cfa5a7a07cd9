//! Texts with one setting per line, so that the line of a finding tells whose it is.

use plimsoll_rules::knowledge::{Component, Setting};
use plimsoll_rules::report::{Category, Finding, Report};
use plimsoll_rules::{Document, Options, Version, analyze};

/// A text and whose line is which.
pub struct Sheet {
    text: String,
    name: &'static str,
    lines: Vec<(u32, &'static Setting)>,
}

/// What the façade says about one line.
pub struct Verdict<'r> {
    pub row: &'static Setting,
    pub value: Option<&'r str>,
    findings: Vec<&'r Finding>,
}

impl Verdict<'_> {
    /// Whether the release does not know the name, or no longer.
    pub fn is_stranger(&self) -> bool {
        self.has(Category::Unknown) || self.is_removed()
    }

    pub fn is_removed(&self) -> bool {
        self.has(Category::Removed)
    }

    /// Whether the component refuses the value by itself. Settings that do not go together are refused by rules of
    /// their own, under titles of their own.
    pub fn is_refused(&self) -> bool {
        let refusal = |finding: &&Finding| finding.title.ends_with("refuses the value and does not start");
        self.findings.iter().any(|finding| finding.category == Category::Invalid && refusal(finding))
    }

    fn has(&self, category: Category) -> bool {
        self.findings.iter().any(|finding| finding.category == category)
    }
}

/// A unit with one flag per line. Values must not need quotes of a kind other than `'`.
pub fn command(component: Component, flags: &[(&'static Setting, String)]) -> Sheet {
    let mut text = format!("[Service]\nExecStart=/usr/bin/{}", component.name());
    let mut lines = Vec::new();
    for (line, (row, flag)) in (3..).zip(flags) {
        text += &format!(" \\\n  '{}'", flag.replace('\'', "\\'"));
        lines.push((line, *row));
    }
    let name = match component {
        Component::Kubelet => "kubelet.service",
        Component::KubeApiserver => "kube-apiserver.service",
    };
    Sheet { text: text + "\n", name, lines }
}

/// A configuration file with one field per line, below the lines of their sections.
pub fn file(fields: &[(&'static Setting, String)]) -> Sheet {
    let mut sorted: Vec<(Vec<&str>, &(&'static Setting, String))> =
        fields.iter().map(|field| (field.0.field.split('.').collect(), field)).collect();
    sorted.sort_by(|a, b| a.0.cmp(&b.0));
    let mut text = "apiVersion: kubelet.config.k8s.io/v1beta1\nkind: KubeletConfiguration\n".to_owned();
    let mut lines = Vec::new();
    let mut open: Vec<&str> = Vec::new();
    for (path, (row, value)) in sorted {
        let (last, sections) = path.split_last().unwrap();
        let shared = open.iter().zip(sections).take_while(|(a, b)| a == b).count();
        open.truncate(shared);
        for section in &sections[shared..] {
            text += &format!("{}{section}:\n", "  ".repeat(open.len()));
            open.push(section);
        }
        text += &format!("{}{last}: {value}\n", "  ".repeat(open.len()));
        lines.push((text.lines().count() as u32, *row));
    }
    Sheet { text, name: "config.yaml", lines }
}

impl Sheet {
    /// Calls `check` with what the façade says for `version` about each line.
    pub fn judge(&self, version: Version, check: impl Fn(&Verdict<'_>)) {
        if self.lines.is_empty() {
            return;
        }
        let report = self.report(version);
        for (line, row) in &self.lines {
            let name = row.name();
            let value = report.settings.iter().find(|setting| setting.setting == name);
            let value = value.and_then(|setting| setting.value.as_deref());
            let findings = report.findings.iter().filter(|finding| finding.line == *line).collect();
            check(&Verdict { row, value, findings });
        }
    }

    fn report(&self, version: Version) -> Report {
        analyze(
            &[Document::new(self.name, self.text.as_str())],
            &Options { version: Some(version), ..Options::default() },
        )
    }
}
