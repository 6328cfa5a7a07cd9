//! Suppression in the file: comments that say which finding is accepted, and why.
//!
//! `# plimsoll: ignore RULE reason` holds for what begins on the next line, which is an entry with all that belongs to it,
//! or, at the end of a line of YAML, for what begins on that line; `# plimsoll: ignore-file RULE reason` for the whole
//! document. What cannot be known is never suppressed: it would look like a pass.

use std::collections::{BTreeMap, BTreeSet};

use crate::bundle::Bundle;
use crate::catalog::CATALOG;
use crate::document::Kind;
use crate::finding::Hit;
use crate::knowledge::Component;
use crate::nearest::nearest;
use crate::profile::Profile;
use crate::report::{Category, Edit, Finding};
use crate::rule::Rule;
use crate::rules::text::{suppression_unused, suppression_without_reason};
use crate::syntax::mapped::{DocId, Location};
use crate::syntax::yaml::{self, Tree};
use crate::text::{LineIndex, Span};

/// What such a comment begins with, behind its `#`.
const MARK: &str = "plimsoll:";
/// Suppressions followed in one bundle; more are left unread, so that their findings stay.
const MAX_DIRECTIVES: usize = 1000;
/// Comments that may stand between a suppression and what it is about.
const MAX_COMMENTS: usize = 100;

/// One comment that suppresses.
#[derive(Debug)]
struct Directive<'t> {
    at: Location,
    rule: &'t str,
    reason: &'t str,
    /// Lines it holds for, both included; absent for a verb that nobody knows.
    lines: Option<(u32, u32)>,
}

/// Marks the findings that comments suppress; gives what is to be said about the comments themselves. A suppressed
/// finding has no fixes, and no other fix may touch its text.
pub fn apply(
    bundle: &Bundle<'_>,
    indices: &[LineIndex<'_>],
    profile: &Profile,
    findings: &mut [Finding],
) -> Vec<(&'static Rule, Component, Hit)> {
    let mut said = Vec::new();
    let directives = directives(bundle, indices);
    if directives.is_empty() {
        return said;
    }
    let places = places(findings);
    for directive in directives {
        let complaint = follow(&directive, profile, &places, findings);
        let component = component(bundle.kind(directive.at.doc));
        said.extend(complaint.map(|(rule, hit)| (rule, component, hit)));
    }
    keep_from_fixes(findings);
    said
}

/// Line and index of each finding, by its document and rule, sorted.
type Places = BTreeMap<(u32, String), Vec<(u32, usize)>>;

fn places(findings: &[Finding]) -> Places {
    let mut all = Places::new();
    for (at, finding) in findings.iter().enumerate() {
        all.entry((finding.document, finding.rule.clone())).or_default().push((finding.line, at));
    }
    all.values_mut().for_each(|places| places.sort_unstable());
    all
}

/// Suppresses what the directive names; gives what is wrong with it.
fn follow(
    directive: &Directive<'_>,
    profile: &Profile,
    places: &Places,
    findings: &mut [Finding],
) -> Option<(&'static Rule, Hit)> {
    let unused =
        |category, message: String| Some((&suppression_unused::RULE, Hit::new(category, directive.at, message)));
    let Some((first, last)) = directive.lines else {
        let message = "This comment suppresses nothing. Write `plimsoll: ignore RULE reason`, or `ignore-file` for the \
                       whole file.";
        return unused(Category::Unknown, message.to_owned());
    };
    let Some(rule) = CATALOG.iter().find(|rule| rule.id == directive.rule) else {
        return unused(Category::Unknown, no_such_rule(directive.rule));
    };
    if directive.reason.is_empty() {
        let message = format!(
            "The suppression of `{}` gives no reason, so it is not followed. Write the reason behind the rule.",
            rule.id
        );
        return Some((&suppression_without_reason::RULE, Hit::new(Category::Syntax, directive.at, message)));
    }
    let own = places.get(&(directive.at.doc.0, rule.id.to_owned())).map_or(&[][..], Vec::as_slice);
    let (from, to) = (own.partition_point(|(line, _)| *line < first), own.partition_point(|(line, _)| *line <= last));
    let (mut suppressed, mut unknown) = (false, false);
    for (_, at) in own.get(from..to).unwrap_or_default() {
        let Some(finding) = findings.get_mut(*at) else { continue };
        if finding.category == Category::Unassessed {
            unknown = true;
        } else {
            suppressed = true;
            finding.suppressed = Some(directive.reason.to_owned());
            finding.fixes.clear();
        }
    }
    if suppressed || !profile.runs(rule) {
        return None;
    }
    if unknown {
        let message = format!("`{}` says here that something cannot be known, which no comment suppresses.", rule.id);
        return unused(Category::Syntax, message);
    }
    unused(Category::Syntax, format!("`{}` finds nothing here, so there is nothing to suppress. Remove it.", rule.id))
}

fn no_such_rule(name: &str) -> String {
    if name.is_empty() {
        return "This comment names no rule, so it suppresses nothing.".to_owned();
    }
    let near = nearest(name, CATALOG.iter().map(|rule| rule.id));
    let hint = near.map(|near| format!(" Is `{}` meant?", near.name)).unwrap_or_default();
    format!("There is no rule `{name}`, so this comment suppresses nothing.{hint}")
}

/// Drops fixes of other findings that would change the text of a suppressed one, or its setting elsewhere. What is
/// missing has no text: its place is a line that others share.
fn keep_from_fixes(findings: &mut [Finding]) {
    let kept = findings.iter().filter(|finding| finding.suppressed.is_some() && finding.category != Category::Missing);
    let kept: Vec<&Finding> = kept.collect();
    let named = kept.iter().filter(|finding| !finding.setting.is_empty());
    let settings: BTreeSet<(String, String)> =
        named.map(|finding| (finding.component.clone(), subject(&finding.setting).to_owned())).collect();
    let texts = Texts::new(&kept);
    for finding in findings.iter_mut().filter(|finding| !finding.fixes.is_empty()) {
        if settings.contains(&(finding.component.clone(), subject(&finding.setting).to_owned())) {
            finding.fixes.clear();
        }
        finding.fixes.retain(|fix| fix.edits.iter().all(|edit| !texts.are_changed_by(edit)));
    }
}

/// Suppressed texts: document, start and end, sorted, each with the furthest end so far in its document.
struct Texts(Vec<((u32, u32, u32), u32)>);

impl Texts {
    fn new(findings: &[&Finding]) -> Self {
        let mut spans: Vec<(u32, u32, u32)> =
            findings.iter().map(|finding| (finding.document, finding.start, finding.end)).collect();
        spans.sort_unstable();
        let mut furthest = (0, 0);
        let with_furthest = |(document, start, end)| {
            furthest = if furthest.0 == document { (document, furthest.1.max(end)) } else { (document, end) };
            ((document, start, end), furthest.1)
        };
        Self(spans.into_iter().map(with_furthest).collect())
    }

    fn are_changed_by(&self, edit: &Edit) -> bool {
        let until =
            self.0.partition_point(|((document, start, _), _)| (*document, *start) <= (edit.document, edit.end));
        let near = self.0.get(..until).unwrap_or_default().iter().rev();
        near.take_while(|((document, ..), furthest)| *document == edit.document && *furthest >= edit.start)
            .any(|((_, start, end), _)| changes(edit, *start, *end))
    }
}

/// What a fix of a finding about this setting changes: a gate is a part of all gates, and a plugin moves between lists.
fn subject(setting: &str) -> &str {
    match setting {
        "--feature-gates" => "featureGates",
        "--disable-admission-plugins" => "--enable-admission-plugins",
        gate if gate.starts_with("featureGates.") => "featureGates",
        other => other,
    }
}

/// Whether an edit overlaps a text of its document, or lengthens it: what is written at one of its ends with no blank
/// between belongs to it.
fn changes(edit: &Edit, start: u32, end: u32) -> bool {
    let overlaps = edit.start < end && start < edit.end;
    let behind = edit.start == end && edit.text.starts_with(|c: char| !c.is_whitespace());
    let before = edit.end == start && edit.text.ends_with(|c: char| !c.is_whitespace());
    overlaps || behind || before
}

/// The component that a comment in such a document is about.
const fn component(kind: Kind) -> Component {
    match kind {
        Kind::ApiserverManifest | Kind::ApiserverUnit | Kind::ApiserverFlags | Kind::KubernetesObjects => {
            Component::KubeApiserver
        }
        _ => Component::Kubelet,
    }
}

fn directives<'b>(bundle: &'b Bundle<'_>, indices: &'b [LineIndex<'b>]) -> Vec<Directive<'b>> {
    let mut all = Vec::new();
    for (at, (document, index)) in (0..).zip(bundle.documents.iter().zip(indices)) {
        let (doc, text) = (DocId(at), document.text.as_str());
        if !text.contains(MARK) || matches!(bundle.kind(doc), Kind::Unknown) {
            continue;
        }
        let tree = bundle.trees.iter().map(|parsed| &parsed.tree).find(|tree| tree.doc == doc);
        let comments = tree.map_or_else(|| comment_lines(text), |tree| tree.comments.clone());
        let page = Page { doc, text, index, tree, parts: tree.map(parts).unwrap_or_default() };
        let left = MAX_DIRECTIVES - all.len();
        all.extend(comments.into_iter().filter_map(|span| page.directive(span)).take(left));
    }
    all
}

/// The lines of a unit, an environment file or bare flags that are comments.
fn comment_lines(text: &str) -> Vec<Span> {
    let (mut all, mut at) = (Vec::new(), 0);
    for line in text.split_inclusive('\n') {
        let (content, blank) = (line.trim_start_matches(is_lead), line.len() - line.trim_start_matches(is_lead).len());
        if content.starts_with(['#', ';']) {
            all.push(Span::of(at + blank, at + blank + content.trim_end().len()));
        }
        at += line.len();
    }
    all
}

/// The spans of all entries and items, sorted.
fn parts(tree: &Tree<'_>) -> Vec<Span> {
    let mut all = Vec::new();
    for node in &tree.nodes {
        match &node.kind {
            yaml::Kind::Mapping { entries, .. } => {
                all.extend(entries.iter().map(|(key, value)| tree.node(*key).span.cover(tree.node(*value).span)));
            }
            yaml::Kind::Sequence { items, .. } => all.extend(items.iter().map(|item| tree.node(*item).span)),
            _ => {}
        }
    }
    all.sort_by_cached_key(|span| *span);
    all
}

/// One document with comments.
struct Page<'t> {
    doc: DocId,
    text: &'t str,
    index: &'t LineIndex<'t>,
    tree: Option<&'t Tree<'t>>,
    parts: Vec<Span>,
}

impl<'t> Page<'t> {
    /// What a comment suppresses; nothing for any other comment.
    fn directive(&self, span: Span) -> Option<Directive<'t>> {
        let body = span.slice(self.text).trim_start_matches(['#', ';']).trim().strip_prefix(MARK)?.trim();
        let (verb, rest) = word(body);
        let (rule, reason) = word(rest);
        let lines = match verb {
            "ignore" => Some(self.lines(span)),
            "ignore-file" => Some((1, u32::MAX)),
            _ => None,
        };
        Some(Directive { at: Location::new(self.doc, span), rule, reason, lines })
    }

    fn line(&self, offset: u32) -> u32 {
        self.index.line_column(offset).line
    }

    /// The lines that a comment is about; none, as a range that holds nothing, where no text follows it.
    fn lines(&self, comment: Span) -> (u32, u32) {
        let start = comment.start as usize;
        let line_start = self.text.get(..start).and_then(|before| before.rfind('\n')).map_or(0, |at| at + 1);
        let alone = self.text.get(line_start..start).is_some_and(is_blank);
        let target = if alone { self.next_line(comment.end as usize) } else { Some(line_start) };
        let Some(target) = target else { return (1, 0) };
        let end = self.text.get(target..).and_then(|rest| rest.find('\n')).map_or(self.text.len(), |at| target + at);
        let line = Span::of(target, end);
        (self.line(line.start), self.line(self.end_of_part(line)))
    }

    /// Where the text begins that a comment stands above; further comments may stand between.
    fn next_line(&self, from: usize) -> Option<usize> {
        let mut at = from + self.text.get(from..)?.find('\n')? + 1;
        for line in self.text.get(at..)?.split_inclusive('\n').take(MAX_COMMENTS) {
            let content = line.trim();
            if content.is_empty() {
                return None;
            }
            if !content.starts_with(['#', ';']) {
                return Some(at);
            }
            at += line.len();
        }
        None
    }

    /// Where an entry ends whose lines are continued by backslashes. A line that continues another stands for itself.
    fn end_of_entry(&self, line: Span) -> u32 {
        let is_comment = |line: &&str| line.trim_start_matches(is_lead).starts_with(['#', ';']);
        let before = self.text.get(..line.start as usize).unwrap_or_default();
        let continues = before
            .lines()
            .rev()
            .take(MAX_COMMENTS)
            .find(|line| !is_comment(line))
            .is_some_and(|line| line.ends_with('\\'));
        let (mut end, mut at) = (line.start, line.start as usize);
        for line in self.text.get(at..).unwrap_or_default().split_inclusive('\n') {
            end = Span::of(at, at).start;
            at += line.len();
            if continues || !(is_comment(&line) || line.trim_end_matches(['\r', '\n']).ends_with('\\')) {
                break;
            }
        }
        end
    }

    /// Where the entry or item ends that begins on a line of YAML; in any other text the entry with its continued
    /// lines. The first line of an object stands for its `kind` too, where missing settings are reported.
    fn end_of_part(&self, line: Span) -> u32 {
        let from = self.parts.partition_point(|span| span.start < line.start);
        let here = self.parts.iter().skip(from).take_while(|span| span.start <= line.end);
        let end = here.map(|span| span.end).max().unwrap_or(line.start);
        let Some(tree) = self.tree else { return self.end_of_entry(line) };
        let head = |document: &yaml::Document| {
            let root = document.root;
            let starts = tree.node(root).span.start;
            let second = tree.own_entries(root).iter().take(2).find(|(key, _)| tree.scalar(*key) == Some("kind"))?;
            (line.start <= starts && starts <= line.end).then(|| tree.node(second.1).span.end)
        };
        let starts = |document: &yaml::Document| tree.node(document.root).span.start;
        let first = tree.documents.partition_point(|document| starts(document) < line.start);
        tree.documents.get(first).and_then(head).map_or(end, |kind| end.max(kind))
    }
}

/// Blanks, and the byte order mark that may stand before the first line.
fn is_lead(c: char) -> bool {
    c.is_whitespace() || c == '\u{feff}'
}

fn is_blank(text: &str) -> bool {
    text.chars().all(is_lead)
}

/// The first word and what follows it.
fn word(text: &str) -> (&str, &str) {
    let (first, rest) = text.split_once(char::is_whitespace).unwrap_or((text, ""));
    (first, rest.trim())
}
