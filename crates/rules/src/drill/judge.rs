//! Whether a drill is solved. The texts are judged twice by the same analysis, as they were and as they are; a rule
//! counts as cleared only when it finds nothing and everything that it judged before is still known.

#[cfg(feature = "serde")]
use serde::{Deserialize, Serialize};

use super::Drill;
use crate::assess;
use crate::bundle::{self, Sources};
use crate::catalog::CATALOG;
use crate::document::{Document, Kind};
use crate::object::{ObjectKind, objects};
use crate::report::{Category, Finding, Report, SettingReport, Severity, Verdict};
use crate::rule::{Check, Rule};

/// Places of one rule, or of new findings, that are listed.
const MOST_SPOTS: usize = 20;

/// What is said of a reader's texts.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(Serialize, Deserialize))]
pub struct Judgement {
    /// Whether the drill is solved.
    pub solved: bool,
    /// One entry for each rule of the drill, in its order.
    pub rules: Vec<RuleVerdict>,
    /// Findings of medium severity or worse that the files did not have in the beginning.
    pub new: Vec<Spot>,
    /// Settings that should have kept their value.
    pub kept: Vec<Kept>,
    /// What is not there and should be, or can no longer be known, each in a sentence.
    pub lost: Vec<String>,
}

/// What is said of one rule.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(Serialize, Deserialize))]
pub struct RuleVerdict {
    /// Its id.
    pub rule: String,
    /// The bad state that it tells of.
    pub title: String,
    /// What it says now.
    pub standing: Standing,
}

/// What a rule says of the texts as they are.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(Serialize, Deserialize), serde(rename_all = "kebab-case"))]
pub enum Standing {
    /// It finds something, suppressed or not.
    Found(Vec<Spot>),
    /// It finds nothing, and all that it judges is known.
    Solved,
    /// It finds nothing because something is no longer known: a sentence that says what.
    Unknown(String),
}

/// A place where a rule finds something.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(Serialize, Deserialize))]
pub struct Spot {
    /// What is found there.
    pub title: String,
    /// Index of the document.
    pub document: u32,
    /// 1-based line.
    pub line: u32,
    /// Whether a comment suppresses it, which counts for nothing in a drill.
    pub suppressed: bool,
}

/// A setting that should have kept its value.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(Serialize, Deserialize))]
pub struct Kept {
    /// Its name.
    pub setting: String,
    /// Its value in the beginning; absent when it had none.
    pub was: Option<String>,
    /// Its value now; absent when it has none or cannot be known.
    pub is: Option<String>,
}

/// Judges `documents` as an answer to `drill`.
pub fn judge(drill: &Drill, documents: &[Document]) -> Judgement {
    let (before, after) = (State::of(drill, &drill.documents()), State::of(drill, documents));
    let unread = before.unread_in(&after);
    let rules = drill.rules.iter().filter_map(|id| CATALOG.iter().find(|rule| rule.id == id));
    let rules: Vec<RuleVerdict> = rules
        .map(|rule| RuleVerdict {
            rule: rule.id.to_owned(),
            title: rule.title.to_owned(),
            standing: standing(rule, &before, &after, unread.as_deref()),
        })
        .collect();
    let new = new_findings(drill, &before.report, &after.report);
    let kept = kept(drill, &before.report, &after.report);
    let mut lost = before.lost_in(&after);
    lost.extend(
        drill
            .contain
            .iter()
            .filter(|text| !after.written.contains(text))
            .map(|text| format!("The task needs `{text}`, and the files do not hold it.")),
    );
    // What no rule of the drill is about must stay known as well.
    if lost.is_empty() && rules.iter().all(|verdict| verdict.standing == Standing::Solved) {
        lost.extend(unread.or_else(|| newly_unknown(&before.report, &after.report, |_| true)));
    }
    let cleared = rules.iter().all(|verdict| verdict.standing == Standing::Solved);
    Judgement { solved: cleared && new.is_empty() && kept.is_empty() && lost.is_empty(), rules, new, kept, lost }
}

/// What is known of some texts.
struct State {
    report: Report,
    objects: Vec<ObjectKind>,
    /// What of the drill's `contain` stands in them.
    written: Vec<String>,
}

impl State {
    fn of(drill: &Drill, documents: &[Document]) -> Self {
        let options = drill.options();
        let sources = Sources::new(documents);
        let bundle = bundle::read(&sources, options.version);
        let all = bundle.trees.iter().enumerate().flat_map(|(part, parsed)| objects(parsed, part));
        let report = assess::report(documents, &options);
        let scalars = bundle.trees.iter().flat_map(|parsed| &parsed.tree.nodes).filter_map(|node| node.scalar());
        let texts: Vec<&str> = scalars.chain(report.settings.iter().filter_map(|row| row.value.as_deref())).collect();
        let stands = |wanted: &&String| texts.iter().any(|text| holds(text, wanted));
        let written = drill.contain.iter().filter(stands).cloned().collect();
        Self { objects: all.map(|object| object.kind).collect(), written, report }
    }

    /// A sentence on the first place of `after` that cannot be read and could be here.
    fn unread_in(&self, after: &Self) -> Option<String> {
        let known: Vec<&str> =
            self.report.documents.iter().flat_map(|entry| &entry.problems).map(|problem| &*problem.message).collect();
        let mut problems = after
            .report
            .documents
            .iter()
            .flat_map(|entry| entry.problems.iter().map(move |problem| (&entry.name, problem)));
        let (name, problem) = problems.find(|(_, problem)| !known.contains(&&*problem.message))?;
        Some(format!("{name}, line {}: {}", problem.line, problem.message))
    }

    /// What these texts have and `after` has not: documents of a kind, objects of a kind.
    fn lost_in(&self, after: &Self) -> Vec<String> {
        let kinds =
            |report: &Report| -> Vec<String> { report.documents.iter().map(|entry| entry.kind.clone()).collect() };
        let title = |kind: &String| {
            let title = Kind::from_name(kind).map_or("Not recognised", Kind::title);
            format!("A file is no longer what it was: {title}. Mend it instead of removing or replacing it.")
        };
        let mut said: Vec<String> = gone(&kinds(&self.report), &kinds(&after.report)).into_iter().map(title).collect();
        let object = |kind: &ObjectKind| {
            format!("There is one {} fewer than in the beginning. Mend it instead of removing it.", kind.name())
        };
        said.extend(gone(&self.objects, &after.objects).into_iter().map(object));
        said.dedup();
        said
    }

    fn has(&self, kind: ObjectKind) -> bool {
        self.objects.contains(&kind)
    }
}

/// Whether a text is what is wanted, or has it as the value of a flag or as an entry of a list; the order of entries
/// counts for nothing.
fn holds(text: &str, wanted: &str) -> bool {
    let has = |list: &str, one: &str| list.split(['=', ',']).any(|entry| entry == one);
    let within = |some: &str, all: &str| some.split(['=', ',']).all(|entry| has(all, entry));
    text == wanted || has(text, wanted) || wanted.contains(',') && within(text, wanted) && within(wanted, text)
}

/// The elements of `before` that `after` holds fewer of.
fn gone<'b, T: PartialEq>(before: &'b [T], after: &[T]) -> Vec<&'b T> {
    let count = |all: &[T], one: &T| all.iter().filter(|other| *other == one).count();
    before.iter().filter(|one| count(after, one) < count(before, one)).collect()
}

fn standing(rule: &Rule, before: &State, after: &State, unread: Option<&str>) -> Standing {
    let own = after.report.findings.iter().filter(|finding| finding.rule == rule.id);
    let (open, found): (Vec<&Finding>, Vec<&Finding>) =
        own.partition(|finding| finding.category == Category::Unassessed && before.judges(rule));
    if !found.is_empty() {
        return Standing::Found(found.into_iter().take(MOST_SPOTS).map(spot).collect());
    }
    if let Some(finding) = open.first() {
        return Standing::Unknown(finding.message.clone());
    }
    if let Some(why) = unread {
        return Standing::Unknown(why.to_owned());
    }
    if let Check::Object(kinds, _) = rule.check
        && let Some(kind) = kinds.iter().find(|kind| before.has(**kind) && !after.has(**kind))
    {
        return Standing::Unknown(format!("There is no {} any more.", kind.name()));
    }
    let settings: Vec<String> = rule.judges().map(|setting| setting.row().name()).collect();
    let concerns = |row: &SettingReport| settings.is_empty() || settings.contains(&row.setting);
    match newly_unknown(&before.report, &after.report, concerns) {
        Some(why) => Standing::Unknown(why),
        None => Standing::Solved,
    }
}

impl State {
    /// Whether a rule found something here that is more than a value that cannot be known.
    fn judges(&self, rule: &Rule) -> bool {
        let mut own = self.report.findings.iter().filter(|finding| finding.rule == rule.id);
        own.any(|finding| finding.category != Category::Unassessed)
    }
}

/// A sentence on the first setting that a rule judged before and that is no longer known.
fn newly_unknown(before: &Report, after: &Report, concerns: impl Fn(&SettingReport) -> bool) -> Option<String> {
    let judged = |row: &&SettingReport| matches!(row.verdict, Verdict::Ok | Verdict::Insecure) && concerns(row);
    let now = |row: &SettingReport| {
        let mut same = after.settings.iter().filter(|other| is_same(row, other)).peekable();
        same.peek().is_some() && same.all(|other| other.verdict != Verdict::Unknown)
    };
    let row = before.settings.iter().filter(judged).find(|row| !now(row))?;
    let there = after.settings.iter().any(|other| other.component == row.component);
    Some(if there {
        format!("What `{}` comes to can no longer be known from these files.", row.setting)
    } else {
        format!("No {} is described by these files any more.", row.component)
    })
}

fn is_same(one: &SettingReport, other: &SettingReport) -> bool {
    one.component == other.component && one.setting == other.setting
}

/// Findings of medium severity or worse that there were fewer of, those of the drill's own rules apart.
fn new_findings(drill: &Drill, before: &Report, after: &Report) -> Vec<Spot> {
    let count = |report: &Report, one: &Finding| {
        let same = |other: &&Finding| {
            (&other.rule, &other.component, &other.setting) == (&one.rule, &one.component, &one.setting)
        };
        report.findings.iter().filter(same).count()
    };
    let weighs = |finding: &&Finding| finding.severity >= Severity::Medium && !drill.rules.contains(&finding.rule);
    let new = after.findings.iter().filter(weighs).filter(|finding| count(after, finding) > count(before, finding));
    new.take(MOST_SPOTS).map(spot).collect()
}

/// The settings of `keep` whose values differ.
fn kept(drill: &Drill, before: &Report, after: &Report) -> Vec<Kept> {
    let values = |report: &Report, name: &str| -> Vec<Option<String>> {
        let rows = report.settings.iter().filter(|row| row.setting == name);
        rows.map(|row| row.value.clone()).collect()
    };
    let one = |name: &String| {
        let (was, is) = (values(before, name), values(after, name));
        let first = |all: Vec<Option<String>>| all.into_iter().flatten().next();
        (was != is).then(|| Kept { setting: name.clone(), was: first(was), is: first(is) })
    };
    drill.keep.iter().filter_map(one).collect()
}

fn spot(finding: &Finding) -> Spot {
    Spot {
        title: finding.title.clone(),
        document: finding.document,
        line: finding.line,
        suppressed: finding.suppressed.is_some(),
    }
}
