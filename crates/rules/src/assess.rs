//! Builds the report: bundle, effective values, hits, edits, places for people.

use std::cmp::Reverse;
use std::collections::BTreeSet;

use crate::bundle::{self, Bundle, Sources};
use crate::context::Context;
use crate::document::Document;
use crate::edit::TextEdit;
use crate::effective::{Computed, Effective, Occurrence, State, compute};
use crate::engine::{self, Outcome};
use crate::finding::{Change, Hit, Plan, Subject};
use crate::gated::takes_gate_in_use;
use crate::knowledge::{Component, SettingId};
use crate::neighbours::Neighbours;
use crate::order::sort_by;
use crate::pages;
use crate::plan;
use crate::release::Release;
use crate::report::{
    Basis, Category, DocumentReport, Edit, Finding, Fix, Layer, PlaceReport, ProblemReport, Related, ReleaseReport,
    Report, SCHEMA, SettingReport, SourceReport, Verdict,
};
use crate::rule::Rule;
use crate::suppress;
use crate::surroundings::Surroundings;
use crate::syntax::mapped::{DocId, Location};
use crate::syntax::template::FILLER;
use crate::text::LineIndex;
use crate::{Options, problem::Problem};

/// Hits of one rule on one target that get fixes. Planning an edit reads the text around it, so a text made of one
/// mistake a hundred thousand times over would take minutes; applying these fixes brings the next ones.
const MOST_FIXED: usize = 500;

/// The report on `documents`.
pub(crate) fn report(documents: &[Document], options: &Options) -> Report {
    let sources = Sources::new(documents);
    let profile = &options.profile;
    let bundle = bundle::read(&sources, options.version.or(profile.kubernetes()));
    let version = bundle.release.version;
    let indices: Vec<LineIndex<'_>> = documents.iter().map(|document| LineIndex::new(&document.text)).collect();
    let around = Surroundings::of(&bundle);
    let neighbours = Neighbours::of(&bundle, &around);
    let rules = profile.rules();
    let mut findings = Vec::new();
    let mut settings = Vec::new();
    for target in &bundle.targets {
        let computed = compute(target, version);
        let context =
            Context { target, computed: &computed, version, thresholds: profile.thresholds(), neighbours: &neighbours };
        let verdicts = judge(&bundle, &context, &indices, &rules, &mut findings);
        settings.extend(setting_reports(&context, &verdicts));
    }
    judge_objects(&bundle, &neighbours, &indices, &rules, &mut findings);
    for (rule, component, hit) in suppress::apply(&bundle, &indices, profile, &mut findings) {
        if profile.runs(rule) {
            findings.push(finding(rule, &hit, component, rule.title.to_owned(), Vec::new(), &indices));
        }
    }
    for finding in &mut findings {
        finding.severity = profile.severity(&finding.rule).unwrap_or(finding.severity);
        finding.suppressed = finding.suppressed.as_deref().map(readable);
    }
    let place = |finding: &Finding| (finding.document, finding.start, Reverse(finding.severity));
    sort_by(&mut findings, |a, b| place(a).cmp(&place(b)).then_with(|| a.rule.cmp(&b.rule)));
    let reports = documents.iter().zip(&bundle.kinds).zip(&bundle.problems).zip(&indices);
    let reports = reports.map(|(((document, kind), problems), index)| DocumentReport {
        name: document.name.clone(),
        kind: kind.name().to_owned(),
        problems: problems.iter().map(|problem| problem_report(problem, index)).collect(),
    });
    Report {
        schema: SCHEMA,
        kubernetes: version.to_string(),
        profile: profile.name().to_owned(),
        release: release_report(bundle.release),
        documents: reports.collect(),
        findings,
        settings,
    }
}

fn release_report(release: Release) -> ReleaseReport {
    let basis = match release {
        Release { chosen: true, .. } => Basis::Chosen,
        Release { named_at: Some(_), .. } => Basis::Guessed,
        Release { named_at: None, .. } => Basis::Newest,
    };
    let at = release.named_at.map(|at| PlaceReport { document: at.doc.0, start: at.span.start, end: at.span.end });
    ReleaseReport { basis, at }
}

/// Verdicts of the rules on settings of one target, by setting, the worst first.
type Verdicts = Vec<(SettingId, Verdict)>;

fn judge(
    bundle: &Bundle<'_>,
    context: &Context<'_>,
    indices: &[LineIndex<'_>],
    rules: &[&Rule],
    all: &mut Vec<Finding>,
) -> Verdicts {
    let mut verdicts = Verdicts::new();
    let mut findings = Vec::new();
    for rule in rules.iter().filter(|rule| rule.components.contains(&context.target.component)) {
        let (outcome, hits) = engine::run(rule, context);
        let verdict = match outcome {
            // A hit below takes precedence; a value that is not known is told from the value itself.
            None | Some(Outcome::Pass) => Some(Verdict::Ok),
            Some(Outcome::Unknown) => Some(Verdict::Unknown),
            Some(Outcome::Fail | Outcome::NotApplicable) => None,
        };
        verdicts.extend(verdict.into_iter().flat_map(|verdict| rule.judges().map(move |setting| (setting, verdict))));
        for (order, mut hit) in hits.into_iter().enumerate() {
            if order >= MOST_FIXED {
                hit.plans.clear();
            }
            // A name that is going away says nothing about the value.
            if let Subject::Setting(setting) = hit.setting
                && hit.category != Category::Deprecated
            {
                let unassessed = hit.category == Category::Unassessed;
                verdicts.push((setting, if unassessed { Verdict::Unknown } else { Verdict::Insecure }));
            }
            let title = title(rule, &hit, context);
            let fixes = hit.plans.iter().filter_map(|plan| fix(plan, bundle, context)).collect();
            findings.push(finding(rule, &hit, context.target.component, title, fixes, indices));
        }
    }
    keep_one_refusal(&mut findings);
    all.append(&mut findings);
    sort_by(&mut verdicts, |a, b| (a.0, rank(a.1)).cmp(&(b.0, rank(b.1))));
    verdicts
}

/// A refused value that a rule of its own reports is not reported by the general rule as well.
fn keep_one_refusal(findings: &mut Vec<Finding>) {
    let is_general = |finding: &Finding| finding.rule == "invalid-value";
    let own = findings.iter().filter(|finding| finding.category == Category::Invalid && !is_general(finding));
    let own: BTreeSet<String> = own.map(|finding| finding.setting.clone()).collect();
    findings.retain(|finding| !is_general(finding) || !own.contains(&finding.setting));
}

/// Judges the objects that stand beside the components' own configuration.
fn judge_objects(
    bundle: &Bundle<'_>,
    neighbours: &Neighbours<'_>,
    indices: &[LineIndex<'_>],
    rules: &[&Rule],
    findings: &mut Vec<Finding>,
) {
    for context in neighbours.objects() {
        let component = context.object.kind.component();
        for rule in rules {
            findings.extend(engine::run_on_object(rule, context).into_iter().map(|hit| {
                let fixes = hit.plans.iter().filter_map(|plan| object_fix(plan, bundle)).collect();
                finding(rule, &hit, component, rule.title.to_owned(), fixes, indices)
            }));
        }
    }
}

/// The plan with its edits; nothing when a change names a setting, which an object has none of.
fn object_fix(plan: &Plan, bundle: &Bundle<'_>) -> Option<Fix> {
    let edits = plan.changes.iter().map(|change| match change {
        Change::Edits(edits) => Some(edits.clone()),
        _ => None,
    });
    fix_of(plan, edits.collect::<Option<Vec<_>>>()?.concat(), bundle)
}

fn finding(
    rule: &Rule,
    hit: &Hit,
    component: Component,
    title: String,
    fixes: Vec<Fix>,
    indices: &[LineIndex<'_>],
) -> Finding {
    let Location { doc, span } = hit.at;
    let place = |offset| indices.get(doc.0 as usize).map(|index| index.line_column(offset));
    let (start, end) = (place(span.start), place(span.end));
    let setting = match &hit.setting {
        Subject::Setting(id) => id.row().name(),
        Subject::Name(name) => name.clone(),
        Subject::None => String::new(),
    };
    let related = hit.related.iter().map(|(at, label)| Related {
        document: at.doc.0,
        start: at.span.start,
        end: at.span.end,
        label: readable(label),
    });
    Finding {
        rule: rule.id.to_owned(),
        severity: hit.severity.unwrap_or(rule.severity),
        confidence: hit.confidence,
        category: hit.category,
        component: component.name().to_owned(),
        setting,
        title,
        message: readable(&hit.message),
        document: doc.0,
        start: span.start,
        end: span.end,
        line: start.map_or(1, |place| place.line),
        column: start.map_or(1, |place| place.column),
        end_line: end.map_or(1, |place| place.line),
        end_column: end.map_or(1, |place| place.column),
        related: related.collect(),
        references: pages::references(rule),
        fixes,
        suppressed: None,
    }
}

/// The rule's title, unless the component refuses the value: then what the rule is about never comes to pass.
fn title(rule: &Rule, hit: &Hit, context: &Context<'_>) -> String {
    let refused = match hit.setting {
        Subject::Setting(setting) if hit.category == Category::Invalid => {
            context.effective(setting).is_some_and(|effective| matches!(effective.state, State::Invalid(..)))
        }
        _ => false,
    };
    if refused {
        format!("The {} refuses the value and does not start", context.target.component.name())
    } else {
        rule.title.to_owned()
    }
}

/// Words of a template as messages show them: the filler of a masked directive becomes `{{ ... }}`.
fn readable(text: &str) -> String {
    if !text.contains(FILLER) {
        return text.to_owned();
    }
    let mut shown = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find(FILLER) {
        let (before, filled) = rest.split_at_checked(at).unwrap_or((rest, ""));
        shown.push_str(before);
        shown.push_str("{{ ... }}");
        rest = filled.trim_start_matches(FILLER);
    }
    shown.push_str(rest);
    shown
}

/// A plan with its edits; nothing when one of its changes cannot be made exactly or would stop the component.
fn fix(plan: &Plan, bundle: &Bundle<'_>, context: &Context<'_>) -> Option<Fix> {
    if plan.changes.iter().any(|change| takes_gate_in_use(context, change)) {
        return None;
    }
    let edits = plan::edits(&plan.changes, bundle, context)?;
    if plan::reaches_another(&plan.changes, &edits, bundle, context) {
        return None;
    }
    fix_of(plan, edits, bundle)
}

/// The fix that these edits make; nothing when one adds text that a template may leave out again.
fn fix_of(plan: &Plan, mut edits: Vec<(DocId, TextEdit)>, bundle: &Bundle<'_>) -> Option<Fix> {
    let may_be_left_out = |(doc, edit): &(DocId, TextEdit)| {
        edit.span.is_empty() && bundle.conditional_part(*doc, edit.span.start).is_some()
    };
    if edits.iter().any(may_be_left_out) {
        return None;
    }
    sort_by(&mut edits, |(doc, a), (other, b)| (doc, a.span).cmp(&(other, b.span)));
    let edits = edits.into_iter().map(|(doc, edit)| Edit {
        document: doc.0,
        start: edit.span.start,
        end: edit.span.end,
        text: edit.text,
    });
    Some(Fix { title: plan.title.clone(), safety: plan.safety, edits: edits.collect() })
}

fn problem_report(problem: &Problem, index: &LineIndex<'_>) -> ProblemReport {
    let place = index.line_column(problem.span.start);
    ProblemReport {
        message: problem.message.clone(),
        start: problem.span.start,
        end: problem.span.end,
        line: place.line,
        column: place.column,
    }
}

fn setting_reports(context: &Context<'_>, verdicts: &Verdicts) -> Vec<SettingReport> {
    let Context { target, computed, .. } = *context;
    let one = |effective: &Effective| SettingReport {
        component: target.component.name().to_owned(),
        setting: effective.setting.row().name(),
        value: effective.value().map(|value| value.to_string()).or_else(|| raw_value(effective)),
        default: context.default_value(effective.setting).map(|value| value.to_string()),
        source: source(computed.winner_of(effective)),
        shadowed: losers(effective, computed).map(|loser| source(Some(loser))).collect(),
        verdict: verdict(effective, verdicts),
    };
    computed.settings.iter().map(one).collect()
}

/// The text of a value that the component refuses: it is what the file says.
fn raw_value(effective: &Effective) -> Option<String> {
    match &effective.state {
        State::Invalid(text, _) => Some(text.clone()),
        _ => None,
    }
}

fn losers<'c>(effective: &'c Effective, computed: &'c Computed<'_>) -> impl Iterator<Item = &'c Occurrence<'c>> {
    effective.losers.iter().filter_map(|at| computed.occurrences.get(*at))
}

fn source(occurrence: Option<&Occurrence<'_>>) -> SourceReport {
    match occurrence {
        None => SourceReport { kind: Layer::Default, document: None, start: None, end: None },
        Some(occurrence) => {
            let at = occurrence.whole();
            SourceReport {
                kind: occurrence.layer,
                document: Some(at.doc.0),
                start: Some(at.span.start),
                end: Some(at.span.end),
            }
        }
    }
}

/// The worst verdict. A setting that no rule judges is not assessed, known or not.
fn verdict(effective: &Effective, verdicts: &Verdicts) -> Verdict {
    let first = verdicts.partition_point(|(setting, _)| *setting < effective.setting);
    match verdicts.get(first) {
        Some((setting, _)) if *setting != effective.setting => Verdict::NotAssessed,
        Some(_) if matches!(effective.state, State::Unknown(_)) => Verdict::Unknown,
        Some((_, worst)) => *worst,
        None => Verdict::NotAssessed,
    }
}

/// Order of verdicts: insecure wins over unknown, unknown over ok.
const fn rank(verdict: Verdict) -> u8 {
    match verdict {
        Verdict::Insecure => 0,
        Verdict::Unknown => 1,
        Verdict::Ok => 2,
        Verdict::NotAssessed => 3,
    }
}
