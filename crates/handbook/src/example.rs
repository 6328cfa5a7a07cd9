//! A sample after it was judged.

use std::ops::Range;

use plimsoll_rules::report::{Edit, Finding, Fix, Report, Safety};
use plimsoll_rules::{Document, Kind, Options, Version, analyze, apply};

use crate::sample::{Sample, State, samples};

/// Rounds of fixes shown in one example.
const MAX_ROUNDS: usize = 8;
/// Stands between the titles of several fixes.
const SEPARATOR: &str = "; ";

/// The examples of one rule in one spelling.
#[derive(Clone, Debug, PartialEq)]
pub struct Section {
    /// Where they are written, such as `KubeletConfiguration`.
    pub place: String,
    /// The bad ones, then the good ones.
    pub examples: Vec<Example>,
}

/// A sample after it was judged.
#[derive(Clone, Debug, PartialEq)]
pub struct Example {
    /// What the rule says about it.
    pub state: State,
    /// The release that it is judged for, where that is not the newest.
    pub kubernetes: Option<Version>,
    /// Its files.
    pub files: Vec<Listing>,
    /// What the fix makes of it; absent for a good one and where there is no fix.
    pub mended: Option<Mended>,
}

/// One file of an example.
#[derive(Clone, Debug, PartialEq)]
pub struct Listing {
    /// Its name; empty where it is the only file.
    pub name: String,
    /// Its text.
    pub text: String,
    /// What the rule points at: bytes of the text, in order, none touching another.
    pub marks: Vec<Range<usize>>,
}

/// An example after its fix.
#[derive(Clone, Debug, PartialEq)]
pub struct Mended {
    /// What the fix does, without a full stop.
    pub title: String,
    /// What applying it may do.
    pub safety: Safety,
    /// The new text of each file.
    pub texts: Vec<String>,
}

/// A stretch of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Piece<'a> {
    /// Nothing is said about it.
    Plain(&'a str),
    /// The rule points at it.
    Marked(&'a str),
}

impl Listing {
    /// The text cut where marks begin and end; no piece is empty.
    pub fn pieces(&self) -> Vec<Piece<'_>> {
        let cut = |range: Range<usize>| self.text.get(range).filter(|text| !text.is_empty());
        let mut pieces = Vec::new();
        let mut at = 0;
        for mark in &self.marks {
            pieces.extend(cut(at..mark.start).map(Piece::Plain));
            pieces.extend(cut(mark.clone()).map(Piece::Marked));
            at = mark.end;
        }
        pieces.extend(cut(at..self.text.len()).map(Piece::Plain));
        pieces
    }
}

/// The examples of a rule by spelling; empty when there is no such rule.
pub fn sections(rule: &str) -> Vec<Section> {
    let mut sections: Vec<Section> = Vec::new();
    for (place, example) in examples(rule) {
        match sections.iter_mut().find(|section| section.place == place) {
            Some(section) => section.examples.push(example),
            None => sections.push(Section { place, examples: vec![example] }),
        }
    }
    sections
}

/// The examples of a rule, each with the place where it is written.
pub fn examples(rule: &str) -> Vec<(String, Example)> {
    samples().filter(|sample| sample.rule == rule).map(|sample| judged(&sample)).collect()
}

fn judged(sample: &Sample) -> (String, Example) {
    let documents = sample.documents();
    let report = analyze(&documents, &options(sample));
    let found = found(sample, &report);
    let listing = |(at, document): (u32, &Document)| Listing {
        name: if documents.len() > 1 { document.name.clone() } else { String::new() },
        text: document.text.clone(),
        marks: marks(&found, at),
    };
    let example = Example {
        state: sample.state,
        kubernetes: sample.pinned,
        files: (0..).zip(&documents).map(listing).collect(),
        mended: mended(sample, &found),
    };
    (place(sample, &report), example)
}

fn options(sample: &Sample) -> Options {
    Options { version: Some(sample.kubernetes()), ..Options::default() }
}

/// The findings of the sample's own rule.
fn found<'r>(sample: &Sample, report: &'r Report) -> Vec<&'r Finding> {
    report.findings.iter().filter(|finding| finding.rule == sample.rule).collect()
}

/// The kinds of the files, each once. An object is named by its own kind.
fn place(sample: &Sample, report: &Report) -> String {
    let mut titles: Vec<&str> = Vec::new();
    for document in &report.documents {
        let title = match Kind::from_name(&document.kind) {
            None | Some(Kind::KubernetesObjects | Kind::OtherKubernetes | Kind::Unknown) => sample.spelling,
            Some(kind) => kind.title(),
        };
        if !titles.contains(&title) {
            titles.push(title);
        }
    }
    match titles.as_slice() {
        [rest @ .., last] if !rest.is_empty() => format!("{} and {last}", rest.join(", ")),
        titles => titles.concat(),
    }
}

/// The places of findings in one document.
fn marks(found: &[&Finding], document: u32) -> Vec<Range<usize>> {
    let own = found.iter().filter(|finding| finding.document == document);
    let mut places: Vec<Range<usize>> = own.map(|finding| finding.start as usize..finding.end as usize).collect();
    places.sort_by_key(|place| (place.start, place.end));
    let mut marks: Vec<Range<usize>> = Vec::new();
    for place in places {
        match marks.last_mut() {
            Some(last) if place.start <= last.end => last.end = last.end.max(place.end),
            _ => marks.push(place),
        }
    }
    marks
}

/// The files after the first fix of every finding. Fixes that touch each other take one round each, as they do for a
/// person; a manual one leaves its finding, so it is applied in the first round only.
fn mended(sample: &Sample, found: &[&Finding]) -> Option<Mended> {
    let fixes: Vec<&Fix> = found.iter().filter_map(|finding| finding.fixes.first()).collect();
    let mut documents = sample.documents();
    let mut mended = Mended { title: String::new(), safety: fixes.first()?.safety, texts: Vec::new() };
    mended.apply(&mut documents, &fixes)?;
    for _ in 1..MAX_ROUNDS {
        let report = analyze(&documents, &options(sample));
        let left = self::found(sample, &report);
        let fixes = left.iter().filter_map(|finding| finding.fixes.first());
        let fixes: Vec<&Fix> = fixes.filter(|fix| fix.safety != Safety::Manual).collect();
        if mended.apply(&mut documents, &fixes).is_none() {
            break;
        }
    }
    Some(mended)
}

impl Mended {
    /// Applies fixes together, or the first one alone where they touch each other; `None` when none applies.
    fn apply(&mut self, documents: &mut [Document], fixes: &[&Fix]) -> Option<()> {
        let together = after(documents, fixes).map(|texts| (fixes, texts));
        let (applied, texts) = together.or_else(|| Some((fixes.get(..1)?, after(documents, fixes.get(..1)?)?)))?;
        for fix in applied {
            if !self.title.split(SEPARATOR).any(|title| title == fix.title) {
                let separator = if self.title.is_empty() { "" } else { SEPARATOR };
                self.title = format!("{}{separator}{}", self.title, fix.title);
            }
            self.safety = self.safety.max(fix.safety);
        }
        for (document, text) in documents.iter_mut().zip(&texts) {
            document.text.clone_from(text);
        }
        self.texts = texts;
        Some(())
    }
}

fn after(documents: &[Document], fixes: &[&Fix]) -> Option<Vec<String>> {
    let mut edits: Vec<Edit> = Vec::new();
    for edit in fixes.iter().flat_map(|fix| &fix.edits) {
        if !edits.contains(edit) {
            edits.push(edit.clone());
        }
    }
    if edits.is_empty() { None } else { apply(documents, &edits).ok() }
}
