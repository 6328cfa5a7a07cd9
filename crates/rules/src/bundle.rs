//! From documents to targets: parses each one as its kind demands and puts together what belongs together.

use crate::command::{CommandLine, Extent};
use crate::detect;
use crate::document::{Document, Kind, MAX_DOCUMENT_BYTES};
use crate::input::service::{self, EnvDocument, Service, UnitDocument};
use crate::input::{flags, kubelet_config, static_pod};
use crate::knowledge::{Component, kubelet};
use crate::problem::Problem;
use crate::syntax::mapped::{DocId, Location};
use crate::syntax::template::{self, Template};
use crate::syntax::yaml::{self, NodeId};
use crate::syntax::{env_file, unit};
use crate::target::{Config, ConfigUse, Lapse, Reading, Target};
use crate::text::Span;
use crate::version::Version;

/// A document as its kind reads it.
#[derive(Debug)]
enum Syntax {
    Unit(unit::Parsed),
    Environment(env_file::Parsed),
    /// Index into [`Bundle::trees`].
    Yaml(usize),
    Text,
    /// Too large, binary or empty: nothing was read.
    Nothing,
}

/// All documents, read and put together.
#[derive(Debug)]
pub struct Bundle<'d> {
    /// The documents with the directives of templates masked, byte for byte as long as those given.
    pub documents: &'d [Document],
    /// Their kinds.
    pub kinds: Vec<Kind>,
    /// What could not be read, by document.
    pub problems: Vec<Vec<Problem>>,
    /// The YAML and JSON documents.
    pub trees: Vec<yaml::Parsed>,
    /// The components that are judged.
    pub targets: Vec<Target>,
}

impl Bundle<'_> {
    /// The text of a document.
    pub fn text(&self, doc: DocId) -> &str {
        self.documents.get(doc.0 as usize).map_or("", |document| &document.text)
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

    /// The kind of a document.
    pub fn kind(&self, doc: DocId) -> Kind {
        self.kinds.get(doc.0 as usize).copied().unwrap_or(Kind::Unknown)
    }
}

/// Documents with the directives of their templates masked.
#[derive(Debug)]
pub struct Sources {
    documents: Vec<Document>,
    templates: Vec<Template>,
}

impl Sources {
    /// Masks `documents`.
    pub fn new(documents: &[Document]) -> Self {
        let (documents, templates) = documents
            .iter()
            .map(|document| {
                let (text, template) = template::mask(&document.text);
                (Document { text: text.into_owned(), name: document.name.clone(), kind: document.kind }, template)
            })
            .unzip();
        Self { documents, templates }
    }
}

/// Reads `sources` for the release `version`.
pub fn read(sources: &Sources, version: Version) -> Bundle<'_> {
    let Sources { documents, templates } = sources;
    let kinds: Vec<Kind> = documents.iter().map(detect::kind).collect();
    let mut bundle = Bundle { documents, kinds, problems: Vec::new(), trees: Vec::new(), targets: Vec::new() };
    let syntaxes: Vec<Syntax> = (0..).zip(documents).map(|(at, document)| bundle.parse(DocId(at), document)).collect();
    let mut assembly =
        Assembly { documents, templates, kinds: &bundle.kinds, syntaxes: &syntaxes, trees: &bundle.trees, version };
    let targets = assembly.targets();
    bundle.targets = targets;
    for ((kind, problems), document) in bundle.kinds.iter().zip(&mut bundle.problems).zip(documents) {
        if problems.is_empty() {
            problems.extend(nothing_judged(*kind, document));
        }
    }
    bundle.note_parts();
    for (problems, template) in bundle.problems.iter_mut().zip(templates) {
        problems.extend(template.first.map(|first| {
            let message = "This text is a template. What its directives make, or may leave out, is unknown here; \
                           judge the finished file for a full answer.";
            Problem::new(first, message)
        }));
        problems.sort_by_key(|problem| problem.span);
    }
    bundle
}

/// A sentence for a document from which no component is read.
fn nothing_judged(kind: Kind, document: &Document) -> Option<Problem> {
    let start = Span::at(0);
    match kind {
        _ if document.text.trim().is_empty() => None,
        Kind::Unknown => Some(Problem::new(
            start,
            "This text is not recognised. Plimsoll reads kubelet units, drop-ins and environment files, \
             KubeletConfiguration, and kube-apiserver manifests and units. If it is one of these, choose its kind by hand.",
        )),
        Kind::OtherKubernetes => Some(Problem::new(
            start,
            "This is a Kubernetes file of a kind that is not judged. Nothing in it was checked.",
        )),
        _ => None,
    }
}

impl Bundle<'_> {
    fn parse(&mut self, doc: DocId, document: &Document) -> Syntax {
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
            Kind::KubeletConfig | Kind::KubeletConfigDropIn | Kind::ApiserverManifest | Kind::OtherKubernetes => {
                let mut parsed = yaml::parse(&document.text, doc);
                let problems = std::mem::take(&mut parsed.problems);
                self.trees.push(parsed);
                (Syntax::Yaml(self.trees.len() - 1), problems)
            }
            Kind::KubeletFlags | Kind::ApiserverFlags | Kind::ProcessList | Kind::Unknown => (Syntax::Text, Vec::new()),
        };
        self.problems.push(problems);
        syntax
    }
}

/// Why a document cannot be read at all.
fn unreadable(document: &Document) -> Option<Problem> {
    let text = &document.text;
    if text.len() > MAX_DOCUMENT_BYTES {
        let (size, limit) = (text.len() / (1024 * 1024), MAX_DOCUMENT_BYTES / (1024 * 1024));
        let message = format!(
            "This text has {size} MiB; the limit is {limit} MiB. Nothing was read. Give only the configuration."
        );
        return Some(Problem::new(Span::at(0), message));
    }
    if let Some(at) = text.find('\0') {
        let message = "This is not text: it holds a NUL byte. Nothing was read. Give the file as plain UTF-8 text.";
        return Some(Problem::new(Span::of(at, at + 1), message));
    }
    None
}

/// Puts parsed documents together.
struct Assembly<'a> {
    documents: &'a [Document],
    templates: &'a [Template],
    kinds: &'a [Kind],
    syntaxes: &'a [Syntax],
    trees: &'a [yaml::Parsed],
    version: Version,
}

type ReadConfig = (Config, Vec<Lapse>);

impl<'a> Assembly<'a> {
    fn targets(&mut self) -> Vec<Target> {
        let mut targets = Vec::new();
        self.kubelets(&mut targets);
        self.apiservers(&mut targets);
        self.processes(&mut targets);
        targets.sort_by_key(|target| target.anchor);
        targets
    }

    fn of_kind(&self, kinds: &'a [Kind]) -> impl Iterator<Item = (DocId, &'a Document, &'a Syntax)> {
        let all = (0..).map(DocId).zip(self.documents).zip(self.kinds).zip(self.syntaxes);
        all.filter(|(((_, _), kind), _)| kinds.contains(kind))
            .map(|(((doc, document), _), syntax)| (doc, document, syntax))
    }

    fn units(&self, kinds: &'a [Kind]) -> Vec<UnitDocument<'a>> {
        let units = self.of_kind(kinds).filter_map(|(doc, document, syntax)| match syntax {
            Syntax::Unit(parsed) => Some(UnitDocument { document, doc, parsed }),
            _ => None,
        });
        units.collect()
    }

    fn env_files(&self) -> Vec<EnvDocument<'a>> {
        let files = self.of_kind(&[Kind::EnvironmentFile]).filter_map(|(doc, document, syntax)| match syntax {
            Syntax::Environment(parsed) => Some(EnvDocument { document, doc, parsed }),
            _ => None,
        });
        files.collect()
    }

    /// Environment files that belong to `component`: all of them when it is the only one with a unit.
    fn env_files_of(&self, component: Component) -> Vec<EnvDocument<'a>> {
        let has = |kinds| self.of_kind(kinds).next().is_some();
        let kubelet_unit = has(&[Kind::KubeletUnit, Kind::KubeletDropIn]);
        let apiserver_unit = has(&[Kind::ApiserverUnit]);
        let files = self.env_files();
        match (kubelet_unit, apiserver_unit, component) {
            (true, false, Component::Kubelet) | (false, true, Component::KubeApiserver) => files,
            (true, false, _) | (false, true, _) => Vec::new(),
            _ => files.into_iter().filter(|file| service::component_of(&[*file]) == component).collect(),
        }
    }

    /// The services of a component: one per main unit; drop-ins and environment files go to the first.
    fn services(&self, component: Component, mains: &'a [Kind], drop_ins: &'a [Kind]) -> Vec<Service> {
        let mut mains = self.units(mains);
        let mut drop_ins = self.units(drop_ins);
        drop_ins.sort_by(|a, b| a.document.file_name().cmp(b.document.file_name()));
        let files = self.env_files_of(component);
        let rest = if mains.len() > 1 { mains.split_off(1) } else { Vec::new() };
        let first: Vec<UnitDocument<'_>> = mains.into_iter().chain(drop_ins).collect();
        let mut services = Vec::new();
        if !first.is_empty() || !files.is_empty() {
            services.push(service::read(component, &first, &files));
        }
        services.extend(rest.into_iter().map(|unit| service::read(component, &[unit], &[])));
        services
    }

    fn kubelets(&self, targets: &mut Vec<Target>) {
        let mut configs = self.configs(Kind::KubeletConfig);
        let mut drop_ins = self.configs(Kind::KubeletConfigDropIn);
        let services = self.services(Component::Kubelet, &[Kind::KubeletUnit], &[Kind::KubeletDropIn]);
        let mut candidates: Vec<(Option<CommandLine>, Vec<Lapse>)> = Vec::new();
        for service in services {
            if service.command.is_some() || service.wrapper.is_some() || !service.lapses.is_empty() {
                candidates.push((service.command, service.lapses));
            }
        }
        for (doc, document, _) in self.of_kind(&[Kind::KubeletFlags]) {
            candidates.push((Some(flags::read(document, doc, Component::Kubelet)), Vec::new()));
        }
        for (command, lapses) in candidates {
            let own = command.as_ref().map_or(0, |command| self.chosen_config(command, &configs));
            let takes = command.as_ref().is_none_or(may_load_config) && !configs.is_empty();
            let config = takes.then(|| configs.remove(own.min(configs.len() - 1)));
            targets.push(self.kubelet(command, config, std::mem::take(&mut drop_ins), lapses));
        }
        for config in configs {
            targets.push(self.kubelet(None, Some(config), std::mem::take(&mut drop_ins), Vec::new()));
        }
        if !drop_ins.is_empty() {
            targets.push(self.kubelet(None, None, drop_ins, Vec::new()));
        }
    }

    fn configs(&self, kind: Kind) -> Vec<ReadConfig> {
        let kinds: &[Kind] = match kind {
            Kind::KubeletConfigDropIn => &[Kind::KubeletConfigDropIn],
            _ => &[Kind::KubeletConfig],
        };
        let mut all = Vec::new();
        let all_documents = (0..).map(DocId).zip(self.documents).zip(self.kinds).zip(self.syntaxes);
        for (((_, document), own), syntax) in all_documents {
            let Syntax::Yaml(part) = syntax else { continue };
            let Some(parsed) = self.trees.get(*part).filter(|_| kinds.contains(own)) else { continue };
            for root in config_roots(parsed) {
                all.push(kubelet_config::read(document, parsed, *part, root, self.version));
            }
        }
        all
    }

    /// Index of the file that `--config` names, else of the first.
    fn chosen_config(&self, command: &CommandLine, configs: &[ReadConfig]) -> usize {
        let path =
            command.last(kubelet::CONFIG).and_then(|flag| flag.value.as_ref()).map(|value| value.text().to_owned());
        let named = |(config, _): &ReadConfig| {
            let document = self.documents.get(config.doc.0 as usize);
            let name = document.map_or("", |document| document.file_name());
            path.as_deref().is_some_and(|path| path.rsplit('/').next() == Some(name))
        };
        configs.iter().position(named).unwrap_or(0)
    }

    fn kubelet(
        &self,
        command: Option<CommandLine>,
        config: Option<ReadConfig>,
        drop_ins: Vec<ReadConfig>,
        mut lapses: Vec<Lapse>,
    ) -> Target {
        let command = command.map(|command| self.with_conditions(command));
        let config_use = config_use(command.as_ref(), config.is_some(), !drop_ins.is_empty());
        let mut configs = Vec::new();
        for (mut config, found) in config.into_iter().chain(drop_ins) {
            config.open |= self.is_part(&config);
            self.condition_fields(&mut config);
            configs.push(config);
            lapses.extend(found);
        }
        // What a condition may leave out is no mistake.
        lapses.retain(|lapse| {
            !self.template(lapse.at.doc).is_some_and(|template| template.is_conditional(lapse.at.span))
        });
        let anchor = anchor(command.as_ref(), configs.first(), &lapses);
        Target { component: Component::Kubelet, command, configs, config_use, anchor, lapses }
    }

    /// A command line whose conditional arguments count as unknown.
    fn with_conditions(&self, mut command: CommandLine) -> CommandLine {
        let conditional = |at: Location| self.template(at.doc).is_some_and(|template| template.is_conditional(at.span));
        let arguments = std::mem::take(&mut command.arguments);
        if !arguments.iter().any(|argument| argument.text.location().is_some_and(conditional)) {
            command.arguments = arguments;
            return command;
        }
        let marked = arguments.into_iter().map(|mut argument| {
            argument.unknown |= argument.text.location().is_some_and(conditional);
            argument
        });
        let files: Vec<_> = std::mem::take(&mut command.unresolved);
        let mut read = CommandLine::read(command.component, command.executable, marked.collect(), command.extent);
        for unresolved in &mut read.unresolved {
            if let Some(known) = files.iter().find(|known| known.at == unresolved.at) {
                *unresolved = known.clone();
            }
        }
        read
    }

    fn condition_fields(&self, config: &mut Config) {
        let Some(template) = self.template(config.doc) else { return };
        config.open |= template.inserts;
        for field in &mut config.fields {
            if template.is_conditional(field.key.span) {
                field.reading = Reading::Templated(String::new());
            }
        }
    }

    /// Whether the text is only a part of a file: without `apiVersion` and `kind` the kubelet would refuse it, so
    /// what is absent here stands elsewhere.
    fn is_part(&self, config: &Config) -> bool {
        let tree = self.trees.get(config.part).map(|parsed| &parsed.tree);
        tree.is_some_and(|tree| {
            tree.get(config.root, "kind").is_none() && tree.get(config.root, "apiVersion").is_none()
        })
    }

    fn template(&self, doc: DocId) -> Option<&'a Template> {
        self.templates.get(doc.0 as usize).filter(|template| template.is_template())
    }

    fn apiserver(&self, command: CommandLine, lapses: Vec<Lapse>) -> Target {
        apiserver(self.with_conditions(command), lapses)
    }

    fn apiservers(&self, targets: &mut Vec<Target>) {
        let all = (0..).map(DocId).zip(self.documents).zip(self.kinds).zip(self.syntaxes);
        for (((_, document), kind), syntax) in all {
            let Syntax::Yaml(part) = syntax else { continue };
            let Some(parsed) = self.trees.get(*part).filter(|_| *kind == Kind::ApiserverManifest) else { continue };
            for root in parsed.tree.documents.iter().map(|document| document.root) {
                let commands = static_pod::read(document, parsed, *part, root);
                targets.extend(commands.into_iter().map(|command| self.apiserver(command, Vec::new())));
            }
        }
        for service in self.services(Component::KubeApiserver, &[Kind::ApiserverUnit], &[]) {
            if let Some(command) = service.command {
                targets.push(self.apiserver(command, service.lapses));
            }
        }
        for (doc, document, _) in self.of_kind(&[Kind::ApiserverFlags]) {
            targets.push(self.apiserver(flags::read(document, doc, Component::KubeApiserver), Vec::new()));
        }
    }

    fn processes(&self, targets: &mut Vec<Target>) {
        for (doc, document, _) in self.of_kind(&[Kind::ProcessList]) {
            for command in flags::read_processes(document, doc) {
                match command.component {
                    Component::Kubelet => targets.push(self.kubelet(Some(command), None, Vec::new(), Vec::new())),
                    Component::KubeApiserver => targets.push(self.apiserver(command, Vec::new())),
                }
            }
        }
    }
}

fn apiserver(command: CommandLine, lapses: Vec<Lapse>) -> Target {
    let anchor = anchor(Some(&command), None, &lapses);
    let config_use = match command.extent {
        Extent::Whole => ConfigUse::None,
        Extent::Fragment => ConfigUse::Unknown,
    };
    let component = Component::KubeApiserver;
    Target { component, command: Some(command), configs: Vec::new(), config_use, anchor, lapses }
}

/// The top mappings that are a KubeletConfiguration: those that say so, else the first one.
fn config_roots(parsed: &yaml::Parsed) -> Vec<NodeId> {
    let tree = &parsed.tree;
    let roots = || tree.documents.iter().map(|document| document.root);
    let kind = |root: NodeId| tree.get(root, "kind").and_then(|entry| tree.scalar(entry.value));
    let declared: Vec<NodeId> = roots().filter(|root| kind(*root) == Some("KubeletConfiguration")).collect();
    if declared.is_empty() { roots().take(1).collect() } else { declared }
}

/// Whether the command may load a configuration file: it names one, or a part of it is not known.
fn may_load_config(command: &CommandLine) -> bool {
    let named = command.last(kubelet::CONFIG).is_some();
    named || command.extent == Extent::Fragment || !command.unresolved.is_empty()
}

fn config_use(command: Option<&CommandLine>, given: bool, drop_ins: bool) -> ConfigUse {
    let Some(command) = command else {
        // A file by itself: that it is used is the reason why it was given.
        return if given || drop_ins { ConfigUse::Given } else { ConfigUse::Unknown };
    };
    let flag = command.last(kubelet::CONFIG);
    let path = flag.and_then(|flag| flag.value.as_ref()).map(|value| value.text().to_owned());
    match (flag, path) {
        (Some(_), Some(path)) if path.is_empty() => ConfigUse::None,
        (Some(flag), path) if !given => {
            let at = flag.value.as_ref().and_then(|value| value.location()).or_else(|| flag.written.location());
            match at {
                Some(at) => ConfigUse::Missing { path: path.unwrap_or_default(), at },
                None => ConfigUse::Unknown,
            }
        }
        (Some(_), _) => ConfigUse::Given,
        (None, _) if given => ConfigUse::Given,
        (None, _) if command.extent == Extent::Whole && command.unresolved.is_empty() => ConfigUse::None,
        (None, _) => ConfigUse::Unknown,
    }
}

fn anchor(command: Option<&CommandLine>, config: Option<&Config>, lapses: &[Lapse]) -> Location {
    let executable = command.and_then(|command| command.executable);
    let flag = command.and_then(|command| command.flags.first()).and_then(|flag| flag.written.location());
    let unresolved = command.and_then(|command| command.unresolved.first()).map(|unresolved| unresolved.at);
    let lapse = lapses.first().map(|lapse| lapse.at);
    let config = config.map(|config| config.anchor);
    let start = Location::new(DocId(0), Span::at(0));
    executable.or(flag).or(unresolved).or(config).or(lapse).unwrap_or(start)
}
