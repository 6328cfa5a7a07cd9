//! Whether a control is met.

use super::entry::Entry;
use super::{AuditReport, Evidence, Status, missing};
use crate::bundle::Bundle;
use crate::command::Extent;
use crate::context::Context;
use crate::effective::Computed;
use crate::engine::{self, Outcome};
use crate::knowledge::{Component, SettingId, kube_apiserver, kubelet};
use crate::neighbours::Neighbours;
use crate::object::ObjectKind;
use crate::profile::Profile;
use crate::report::{Category, Finding, Report};
use crate::rule::{Check, Rule};

/// All that judging needs.
pub struct Judge<'j> {
    contexts: Vec<Context<'j>>,
    objects: Vec<ObjectKind>,
    report: &'j Report,
    profile: &'j Profile,
}

/// What is known about one control.
pub struct Judged {
    pub status: Status,
    pub findings: Vec<Evidence>,
    pub note: Option<String>,
    pub audit: Option<AuditReport>,
}

/// What one rule says about one component where it found nothing.
enum Word {
    Content,
    Silent,
    /// What to add.
    Missing(String),
}

impl<'j> Judge<'j> {
    /// The components of `bundle` with their values, and the report of every rule on them.
    pub fn new(
        bundle: &'j Bundle<'j>,
        computed: &'j [Computed<'j>],
        neighbours: &'j Neighbours<'j>,
        report: &'j Report,
        profile: &'j Profile,
    ) -> Self {
        let version = bundle.release.version;
        let thresholds = profile.thresholds();
        let contexts = bundle.targets.iter().zip(computed);
        let context = |(target, computed)| Context { target, computed, version, thresholds, neighbours };
        let contexts = contexts.map(context).collect();
        let objects = neighbours.objects().iter().map(|context| context.object.kind).collect();
        Self { contexts, objects, report, profile }
    }

    /// What is known about one control.
    pub fn judge(&self, entry: &Entry) -> Judged {
        let mut judged = self.by_rules(entry);
        judged.audit = self.audit(entry, judged.status);
        judged
    }

    fn by_rules(&self, entry: &Entry) -> Judged {
        let only = |status, note: Option<String>| Judged { status, findings: Vec::new(), note, audit: None };
        if entry.rules.is_empty() {
            return only(Status::Manual, None);
        }
        let kept: Vec<_> = entry.rules.iter().copied().filter(|(rule, _)| !self.profile.drops(rule)).collect();
        if kept.is_empty() {
            return only(Status::NotApplicable, Some("The profile switches its rules off.".to_owned()));
        }
        let about = |finding: &&Finding| {
            kept.iter().any(|(rule, name)| finding.rule == rule.id && (name.is_empty() || finding.setting == *name))
        };
        let (open, against): (Vec<&Finding>, Vec<&Finding>) =
            self.report.findings.iter().filter(about).partition(|finding| finding.category == Category::Unassessed);
        if !against.is_empty() {
            let findings = against.into_iter().map(Evidence::of).collect();
            return Judged { status: Status::Fail, findings, note: None, audit: None };
        }
        if let Some(setting) = entry.needs.filter(|setting| self.all_lack(*setting)) {
            return only(Status::NotApplicable, Some(format!("`{}` is not set.", setting.row().name())));
        }
        if let Some(note) = entry.defers.and_then(|setting| self.deferred(setting)) {
            return only(Status::Unknown, Some(note));
        }
        let words: Vec<Word> = kept.iter().flat_map(|(rule, name)| self.words(entry, rule, name)).collect();
        let missing = words.iter().find_map(|word| match word {
            Word::Missing(what) => Some(what.clone()),
            Word::Content | Word::Silent => None,
        });
        match (open.first(), missing) {
            (Some(finding), missing) => only(Status::Unknown, missing.or_else(|| Some(finding.message.clone()))),
            (None, Some(missing)) => only(Status::Unknown, Some(missing)),
            _ if words.iter().any(|word| matches!(word, Word::Content)) => only(Status::Pass, None),
            _ => only(Status::NotApplicable, None),
        }
    }

    /// The contexts of the component that a setting belongs to.
    fn of(&self, setting: SettingId) -> impl Iterator<Item = &Context<'j>> {
        self.contexts.iter().filter(move |context| context.target.component == setting.row().component)
    }

    /// Whether there is such a component, and none sets this.
    fn all_lack(&self, setting: SettingId) -> bool {
        self.of(setting).next().is_some() && self.of(setting).all(|context| context.is_present(setting) == Some(false))
    }

    /// What to look at where a file decides that no rule reads.
    fn deferred(&self, setting: SettingId) -> Option<String> {
        let context = self.of(setting).find(|context| context.is_present(setting) == Some(true))?;
        let path = context.value(setting)?;
        Some(format!("`{}` decides: look into `{path}` by hand.", setting.row().name()))
    }

    /// What a rule says of each component that the control is about.
    fn words(&self, entry: &Entry, rule: &Rule, name: &str) -> Vec<Word> {
        match rule.check {
            Check::Object(kinds, _) => return kinds.iter().map(|kind| self.word_on_object(*kind)).collect(),
            Check::Comments => return vec![Word::Content],
            Check::Setting { .. } | Check::Code(_) => {}
        }
        let mut words = Vec::new();
        for component in entry.components.iter().filter(|component| rule.components.contains(component)) {
            let own = self.contexts.iter().filter(|context| context.target.component == *component);
            let before = words.len();
            words.extend(own.map(|context| word(rule, name, context)));
            if words.len() == before {
                words.push(Word::Missing(missing::component(*component).to_owned()));
            }
        }
        words
    }

    /// Objects that were given and not found wanting are well; whether others exist, only a setting tells.
    fn word_on_object(&self, kind: ObjectKind) -> Word {
        if self.objects.contains(&kind) {
            return Word::Content;
        }
        let Some(setting) = missing::names(kind) else { return Word::Missing(missing::object(kind, None)) };
        if self.all_lack(setting) {
            return Word::Silent;
        }
        let path = self.of(setting).find_map(|context| context.value(setting)).map(|path| path.to_string());
        Word::Missing(missing::object(kind, path.filter(|path| !path.is_empty())))
    }

    /// What the benchmark's own audit says, where that differs from `status` or fails for reasons of its own.
    fn audit(&self, entry: &Entry, status: Status) -> Option<AuditReport> {
        let audits: Vec<_> = entry.control?.audits().collect();
        let advice = audits.first()?.advice.to_owned();
        let mut said = Vec::new();
        for audit in audits {
            said.extend(self.of(audit.setting).map(|context| audit.says(context)));
        }
        let verdict = if said.contains(&Some(false)) {
            Status::Fail
        } else if said.is_empty() || said.contains(&None) {
            return None;
        } else {
            Status::Pass
        };
        (verdict != status || status == Status::Fail).then_some(AuditReport { verdict, advice })
    }
}

/// What a rule says of one component on which it found nothing.
fn word(rule: &Rule, name: &str, context: &Context<'_>) -> Word {
    let component = context.target.component;
    if name.starts_with("--") {
        return if is_whole(context) { Word::Content } else { Word::Missing(missing::command(component).to_owned()) };
    }
    let settings = judged(rule, name, context);
    let missing = if settings.is_empty() {
        missing::value(context.computed.settings.iter().map(|effective| effective.setting), context)
    } else {
        missing::value(settings.into_iter(), context)
    };
    match (engine::run(rule, context).0, missing) {
        (_, Some(missing)) => Word::Missing(missing),
        (Some(Outcome::NotApplicable), None) => Word::Silent,
        _ => Word::Content,
    }
}

/// The settings of this component that a rule judges; for a name of a gate the gates.
fn judged(rule: &Rule, name: &str, context: &Context<'_>) -> Vec<SettingId> {
    let component = context.target.component;
    if name.starts_with("featureGates.") {
        return vec![match component {
            Component::Kubelet => kubelet::FEATURE_GATES,
            Component::KubeApiserver => kube_apiserver::FEATURE_GATES,
        }];
    }
    rule.judges().filter(|setting| setting.row().component == component).collect()
}

/// Whether every flag is known.
fn is_whole(context: &Context<'_>) -> bool {
    let whole = |extent: Extent| extent != Extent::Fragment;
    context.target.command.as_ref().is_some_and(|command| whole(command.extent) && command.unresolved.is_empty())
}
