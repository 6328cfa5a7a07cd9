//! From documents to a bundle: each one is masked and parsed as its kind demands.

use std::cell::OnceCell;

use crate::assembly::Assembly;
use crate::detect;
use crate::document::{Document, Kind, MAX_DOCUMENT_BYTES, MAX_TARGETS};
use crate::input::embedded::{blocks_alone, unread};
use crate::object::objects;
use crate::order::sort_by;
use crate::problem::Problem;
use crate::release::{self, Release};
use crate::syntax::mapped::DocId;
use crate::syntax::template::{self, Template};
use crate::syntax::{env_file, unit, yaml};
use crate::target::Target;
use crate::text::Span;
use crate::version::Version;

/// A document as its kind reads it.
#[derive(Debug)]
pub enum Syntax {
    /// A unit file or drop-in.
    Unit(unit::Parsed),
    /// An environment file.
    Environment(env_file::Parsed),
    /// Index into [`Bundle::trees`].
    Yaml(usize),
    /// Flags or other plain text; read when it is put together.
    Text,
    /// Too large, binary or empty: nothing was read.
    Nothing,
}

/// All documents, read and put together.
#[derive(Debug)]
pub struct Bundle<'d> {
    /// The documents with the directives of templates masked, byte for byte as long as those given.
    pub documents: &'d [Document],
    /// What those directives said.
    pub templates: &'d [Template],
    /// Their kinds.
    pub kinds: Vec<Kind>,
    /// What could not be read, by document.
    pub problems: Vec<Vec<Problem>>,
    /// The YAML and JSON documents.
    pub trees: Vec<yaml::Parsed<'d>>,
    /// The components that are judged.
    pub targets: Vec<Target>,
    /// The release that they are judged for.
    pub release: Release,
}

impl Bundle<'_> {
    /// The text of a document.
    pub fn text(&self, doc: DocId) -> &str {
        self.documents.get(doc.0 as usize).map_or("", |document| &document.text)
    }

    /// The part of a template that may be absent and that what is added at `at` would belong to.
    pub fn conditional_part(&self, doc: DocId, at: u32) -> Option<Span> {
        self.templates.get(doc.0 as usize)?.conditional_part(at)
    }

    /// Leaves out what is more than can be judged at once, and says so where it begins.
    fn leave_out_targets(&mut self) {
        let found = self.targets.len();
        let Some(first) = self.targets.get(MAX_TARGETS).map(|target| target.anchor) else { return };
        self.targets.truncate(MAX_TARGETS);
        let message = format!(
            "These documents describe {found} components, and {MAX_TARGETS} are judged at once. Nothing from here on \
             was checked. Give the rest by itself."
        );
        let problems = self.problems.get_mut(first.doc.0 as usize);
        problems.into_iter().for_each(|problems| problems.push(Problem::new(first.span, message.as_str())));
    }

    /// Says of each KubeletConfiguration without `apiVersion` and `kind` that it is a part of one.
    fn note_parts(&mut self) {
        for (at, kind) in self.kinds.iter().enumerate() {
            let config =
                self.targets.iter().flat_map(|target| &target.configs).find(|config| config.doc.0 as usize == at);
            let (Some(config), Some(problems)) = (config, self.problems.get_mut(at)) else { continue };
            let root = self.trees.get(config.part).and_then(|parsed| parsed.tree.get(config.root, "kind"));
            if *kind == Kind::KubeletConfig && config.open && root.is_none() {
                let message = "This is a part of a KubeletConfiguration: the kubelet refuses a file without \
                               `apiVersion` and `kind`. What is absent here is not judged.";
                problems.push(Problem::new(Span::at(config.anchor.span.start), message));
            }
        }
    }

    /// Judges for the release that the documents name; gives what is to be said about it.
    fn guess_release(&mut self) -> Vec<(DocId, Problem)> {
        let (release, doubts) = release::guess(self.documents, &self.kinds, &self.trees);
        self.release = release;
        doubts
    }

    /// The kind of a document.
    pub fn kind(&self, doc: DocId) -> Kind {
        self.kinds.get(doc.0 as usize).copied().unwrap_or(Kind::Unknown)
    }
}

/// Documents with the directives of their templates masked and YAML parted into lines as its decoder does.
#[derive(Debug)]
pub struct Sources {
    documents: Vec<Document>,
    templates: Vec<Template>,
    line_breaks: Vec<Vec<yaml::Oddity>>,
    /// The YAML inside text blocks, byte for byte where it stands, of documents that hold any.
    embedded: Vec<Option<String>>,
}

impl Sources {
    /// Masks `documents`.
    pub fn new(documents: &[Document]) -> Self {
        let mut sources =
            Self { documents: Vec::new(), templates: Vec::new(), line_breaks: Vec::new(), embedded: Vec::new() };
        for document in documents {
            let (masked, template) = template::mask(&document.text);
            let (text, line_breaks) = match yaml::with_line_breaks(&masked) {
                (text, found) if !found.is_empty() && detect::kind(document).is_yaml() => (text.into_owned(), found),
                _ => (masked.into_owned(), Vec::new()),
            };
            sources.embedded.push(embedded(&text, detect::kind(document)));
            sources.documents.push(Document { text, name: document.name.clone(), kind: document.kind });
            sources.templates.push(template);
            sources.line_breaks.push(line_breaks);
        }
        sources
    }
}

/// What is said of a patch that no rule sees.
const UNREAD: &str = "This is not read, and it may change what is judged here: Plimsoll reads documents and patches that are \
                      written as text blocks after `|`.";

/// The YAML inside the text blocks of a document of kubeadm's or kind's.
fn embedded(text: &str, kind: Kind) -> Option<String> {
    let readable = kind == Kind::KubeadmConfig && text.len() <= MAX_DOCUMENT_BYTES && !text.contains('\0');
    // What it holds is told apart later; here only places count.
    readable.then(|| blocks_alone(text, &yaml::parse(text, DocId(0)).tree)).flatten()
}

/// Reads `sources` for the release chosen by hand, else for the one that they name.
pub fn read(sources: &Sources, chosen: Option<Version>) -> Bundle<'_> {
    let Sources { documents, templates, line_breaks, embedded } = sources;
    let kinds: Vec<Kind> = documents.iter().map(detect::kind).collect();
    let release = Release::chosen(chosen.unwrap_or(Version::NEWEST));
    let (problems, trees, targets) = (Vec::new(), Vec::new(), Vec::new());
    let mut bundle = Bundle { documents, templates, kinds, problems, trees, targets, release };
    let syntaxes: Vec<Syntax> = (0..)
        .zip(documents)
        .zip(line_breaks)
        .map(|((at, document), breaks)| bundle.parse(DocId(at), document, breaks))
        .collect();
    for (doc, text) in (0..).map(DocId).zip(embedded) {
        bundle.parse_embedded(doc, text.as_deref());
    }
    let doubts = if chosen.is_none() { bundle.guess_release() } else { Vec::new() };
    let version = bundle.release.version;
    let assembly = Assembly {
        documents,
        templates,
        kinds: &bundle.kinds,
        syntaxes: &syntaxes,
        trees: &bundle.trees,
        version,
        sources: OnceCell::new(),
    };
    let targets = assembly.targets();
    bundle.targets = targets;
    bundle.leave_out_targets();
    for (((doc, kind), problems), document) in (0..).zip(&bundle.kinds).zip(&mut bundle.problems).zip(documents) {
        if problems.is_empty() {
            let judged = match kind {
                // Drop-ins and units of one component are one target, so no unit is without one where there is any.
                Kind::KubeletUnit | Kind::ApiserverUnit => !bundle.targets.is_empty(),
                _ => bundle.targets.iter().any(|target| target.anchor.doc == DocId(doc)),
            };
            let parts = (0..).zip(&bundle.trees).filter(|(_, parsed)| parsed.tree.doc == DocId(doc));
            let has_objects = || parts.clone().any(|(part, parsed)| !objects(parsed, part).is_empty());
            problems.extend(nothing_judged(*kind, document, judged, has_objects));
        }
    }
    bundle.note_parts();
    for (doc, problem) in doubts {
        bundle.problems.get_mut(doc.0 as usize).into_iter().for_each(|problems| problems.push(problem.clone()));
    }
    for (problems, template) in bundle.problems.iter_mut().zip(templates) {
        problems.extend(template.first.map(|first| {
            let message = "This text is a template. What its directives make, or may leave out, is unknown here; \
                           judge the finished file for a full answer.";
            Problem::new(first, message)
        }));
        sort_by(problems, |a, b| a.span.cmp(&b.span));
    }
    bundle
}

/// A sentence for a document from which no component is read.
fn nothing_judged(kind: Kind, document: &Document, judged: bool, has_objects: impl Fn() -> bool) -> Option<Problem> {
    let start = Span::at(0);
    match kind {
        _ if document.text.trim().is_empty() => None,
        Kind::Unknown => Some(Problem::new(
            start,
            "This text is not recognised. Plimsoll reads kubelet units, drop-ins and environment files, \
             KubeletConfiguration, kube-apiserver manifests and units, documents of kubeadm and kind, and the files \
             that these name. If it is one of these, choose its kind by hand.",
        )),
        Kind::OtherKubernetes => Some(Problem::new(
            start,
            "This is a Kubernetes file of a kind that is not judged. Nothing in it was checked.",
        )),
        Kind::KubernetesObjects if !has_objects() => {
            nothing_judged(Kind::OtherKubernetes, document, judged, has_objects)
        }
        Kind::ApiserverManifest if !judged && !has_objects() => Some(Problem::new(
            start,
            "No container in this text is recognised as a kube-apiserver. Nothing in it was checked.",
        )),
        Kind::KubeletUnit | Kind::ApiserverUnit if !judged => Some(Problem::new(
            start,
            "No command in this unit is recognised as that of a kubelet or kube-apiserver. Nothing in it was checked.",
        )),
        Kind::ProcessList if !judged => Some(Problem::new(
            start,
            "No process in this list is recognised as a kubelet or kube-apiserver. Nothing in it was checked.",
        )),
        Kind::KubeadmConfig if !judged => Some(Problem::new(
            start,
            "Nothing in this text was checked: it has no ClusterConfiguration of version v1beta1 or later, no \
             KubeletConfiguration, and no `kubeletExtraArgs`.",
        )),
        _ => None,
    }
}

impl<'d> Bundle<'d> {
    /// Reads the YAML inside the text blocks of a document, and says where it is not written as a block.
    fn parse_embedded(&mut self, doc: DocId, text: Option<&'d str>) {
        let mut problems = Vec::new();
        if self.kind(doc) == Kind::KubeadmConfig
            && let Some(outer) = self.trees.iter().find(|parsed| parsed.tree.doc == doc)
        {
            let unread = unread(self.text(doc), &outer.tree);
            problems.extend(unread.into_iter().map(|span| Problem::new(span, UNREAD)));
        }
        if let Some(text) = text {
            let parsed = yaml::parse(text, doc);
            problems.extend(parsed.problems.iter().cloned());
            self.trees.push(parsed);
        }
        self.problems.get_mut(doc.0 as usize).into_iter().for_each(|all| all.append(&mut problems));
    }

    fn parse(&mut self, doc: DocId, document: &'d Document, line_breaks: &[yaml::Oddity]) -> Syntax {
        if let Some(problem) = unreadable(document) {
            self.problems.push(vec![problem]);
            return Syntax::Nothing;
        }
        let (syntax, problems) = match self.kind(doc) {
            Kind::KubeletUnit | Kind::KubeletDropIn | Kind::ApiserverUnit => {
                let mut parsed = unit::parse(&document.text, doc);
                let problems = std::mem::take(&mut parsed.problems);
                (Syntax::Unit(parsed), problems)
            }
            Kind::EnvironmentFile => {
                let mut parsed = env_file::parse(&document.text, doc);
                let problems = std::mem::take(&mut parsed.problems);
                (Syntax::Environment(parsed), problems)
            }
            kind if kind.is_yaml() => {
                let mut parsed = yaml::parse(&document.text, doc);
                parsed.oddities.extend(line_breaks);
                let problems = parsed.problems.clone();
                self.trees.push(parsed);
                (Syntax::Yaml(self.trees.len() - 1), problems)
            }
            _ => (Syntax::Text, Vec::new()),
        };
        self.problems.push(problems);
        syntax
    }
}

/// Why a document cannot be read at all.
fn unreadable(document: &Document) -> Option<Problem> {
    let text = &document.text;
    if text.len() > MAX_DOCUMENT_BYTES {
        let limit = MAX_DOCUMENT_BYTES / (1024 * 1024);
        let message =
            format!("This text is too large: the limit is {limit} MiB. Nothing was read. Give only the configuration.");
        return Some(Problem::new(Span::at(0), message));
    }
    if let Some(at) = text.find('\0') {
        let message = "This is not text: it holds a NUL byte. Nothing was read. Give the file as plain UTF-8 text.";
        return Some(Problem::new(Span::of(at, at + 1), message));
    }
    None
}
