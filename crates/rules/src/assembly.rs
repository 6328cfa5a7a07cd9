//! Which documents make one component: a unit with its drop-ins, environment files and configuration file, a
//! manifest, a command line.

mod apiserver;
mod env_files;
mod kubeadm;

use std::cell::OnceCell;

use crate::bundle::Syntax;
use crate::command::{CommandLine, Extent, Unresolved};
use crate::document::{Document, Kind};
use crate::input::kubeadm::Source;
use crate::input::service::{self, Service, UnitDocument};
use crate::input::{flags, kubelet_config, yaml_text};
use crate::knowledge::{Component, Installer, kubelet};
use crate::order::sort_by;
use crate::runner::Unit;
use crate::syntax::mapped::{DocId, Location};
use crate::syntax::template::{FILLER, Template};
use crate::syntax::yaml;
use crate::target::{Config, ConfigUse, Lapse, LapseKind, Reading, Target};
use crate::text::Span;
use crate::version::Version;

/// Puts parsed documents together.
pub struct Assembly<'a> {
    /// The documents, masked.
    pub documents: &'a [Document],
    /// What their directives said.
    pub templates: &'a [Template],
    /// Their kinds.
    pub kinds: &'a [Kind],
    /// What was read of them.
    pub syntaxes: &'a [Syntax],
    /// The YAML and JSON documents.
    pub trees: &'a [yaml::Parsed<'a>],
    /// The release that is judged for.
    pub version: Version,
    /// The documents of kubeadm, once they are asked for.
    pub sources: OnceCell<Vec<Source<'a>>>,
}

type ReadConfig = (Config, Vec<Lapse>);

impl<'a> Assembly<'a> {
    /// The components that the documents describe, in the order of the text.
    pub fn targets(&self) -> Vec<Target> {
        let mut targets = Vec::new();
        self.kubelets(&mut targets);
        self.apiservers(&mut targets);
        self.clusters(&mut targets);
        self.processes(&mut targets);
        sort_by(&mut targets, |a, b| a.anchor.cmp(&b.anchor));
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

    /// The services of a component: one per main unit; drop-ins and environment files go to the first.
    fn services(&self, component: Component, mains: &'a [Kind], drop_ins: &'a [Kind]) -> Vec<Service> {
        let mut mains = self.units(mains);
        let mut drop_ins = self.units(drop_ins);
        sort_by(&mut drop_ins, |a, b| a.document.file_name().cmp(b.document.file_name()));
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
        let mut candidates: Vec<Service> = Vec::new();
        for service in services {
            if service.command.is_some() || !service.lapses.is_empty() {
                candidates.push(service);
            }
        }
        for (doc, document, _) in self.of_kind(&[Kind::KubeletFlags]) {
            let command = Some(flags::read(document, doc, Component::Kubelet));
            candidates.push(Service { command, lapses: Vec::new(), unit: None });
        }
        for Service { command, lapses, unit } in candidates {
            let own = command.as_ref().map_or(0, |command| self.chosen_config(command, &configs));
            let takes = command.as_ref().is_none_or(may_load_config) && !configs.is_empty();
            let config = takes.then(|| configs.remove(own.min(configs.len() - 1)));
            let target = self.kubelet(command, config, std::mem::take(&mut drop_ins), lapses);
            targets.push(Target { unit: self.unit(unit), ..target });
        }
        self.nodes(&mut configs, targets);
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
            _ => &[Kind::KubeletConfig, Kind::KubeadmConfig],
        };
        let mut all = Vec::new();
        let all_documents = (0..).map(DocId).zip(self.documents).zip(self.kinds).zip(self.syntaxes);
        for (((doc, document), own), syntax) in all_documents {
            if !kinds.contains(own) || !matches!(syntax, Syntax::Yaml(_)) {
                continue;
            }
            for (part, parsed) in self.parts(doc) {
                let installer = self.installer(doc);
                for (order, root) in kubeadm::config_roots(parsed, *own).into_iter().enumerate() {
                    let (config, mut lapses) = kubelet_config::read(document, parsed, part, root, self.version);
                    if order == 0 {
                        lapses.extend(self.yaml_lapses(parsed, document));
                    }
                    all.push((Config { installer, ..config }, lapses));
                }
            }
        }
        all
    }

    /// What is wrong with a text as YAML. A template may become valid only when it is filled in.
    fn yaml_lapses(&self, parsed: &yaml::Parsed<'_>, document: &Document) -> Vec<Lapse> {
        let mut lapses = yaml_text::lapses(parsed, &document.text);
        if self.template(parsed.tree.doc).is_some() {
            lapses.retain(|lapse| !matches!(lapse.kind, LapseKind::NotYaml { .. }));
        }
        lapses
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
        let missing_directory = command.as_ref().filter(|_| drop_ins.is_empty()).and_then(directory);
        let mut configs = Vec::new();
        for (mut config, found) in config.into_iter().chain(drop_ins) {
            config.open |= self.is_part(&config);
            config.drop_in = self.kinds.get(config.doc.0 as usize) == Some(&Kind::KubeletConfigDropIn);
            self.condition_fields(&mut config);
            let parsed = self.trees.get(config.part);
            // A patch of kind's may leave its version out.
            let typed = config.installer != Some(Installer::Kind);
            let parsed = parsed.filter(|_| typed);
            lapses.extend(parsed.and_then(|parsed| kubelet_config::wrong_type(parsed, &config, self.version)));
            configs.push(config);
            lapses.extend(found);
        }
        // What a condition may leave out is no mistake.
        lapses.retain(|lapse| {
            !self.template(lapse.at.doc).is_some_and(|template| template.is_conditional(lapse.at.span))
        });
        let anchor = anchor(command.as_ref(), configs.first(), &lapses);
        let installer = configs.first().and_then(|config| config.installer);
        let setup = installer.map(|installer| {
            let mut setup = self.kubelet_setup(installer);
            // Flags that the command line does not have are not there.
            setup.own.retain(|(setting, _)| command.is_none() || !setting.row().field.is_empty());
            setup
        });
        Target {
            component: Component::Kubelet,
            command,
            configs,
            config_use,
            missing_directory,
            mounts: None,
            anchor,
            pod: None,
            unit: None,
            lapses,
            setup,
        }
    }

    /// A command line whose conditional arguments count as unknown, and which may hold more when its text does.
    fn with_conditions(&self, command: CommandLine) -> CommandLine {
        let mut command = self.with_conditional_arguments(command);
        let first = command.executable.or_else(|| command.arguments.first().and_then(|first| first.text.location()));
        let template = first.and_then(|at| Some((at, self.template(at.doc)?)));
        if let Some((at, template)) = template
            && (template.inserts || template.is_conditional(at.span))
        {
            let position = command.arguments.len();
            let name = FILLER.iter().collect();
            let at = Location::new(at.doc, template.first.unwrap_or(at.span));
            command.unresolved.push(Unresolved { name, at, position, files: Vec::new() });
        }
        command
    }

    fn with_conditional_arguments(&self, mut command: CommandLine) -> CommandLine {
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
        for flag in &mut read.flags {
            flag.conditional = flag.written.location().is_some_and(conditional);
        }
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

    /// The facts of a unit; nothing when a part of it is a template, which may make more or less of it.
    fn unit(&self, unit: Option<Unit>) -> Option<Unit> {
        unit.filter(|unit| !unit.lines.iter().any(|(_, line)| self.template(line.at.doc).is_some()))
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

/// Whether the command may load a configuration file: it names one, or a part of it is not known.
fn may_load_config(command: &CommandLine) -> bool {
    if let Some(flag) = command.last(kubelet::CONFIG) {
        // An empty path is the same as none.
        return flag.value.as_ref().is_some_and(|value| !value.text().is_empty());
    }
    command.extent == Extent::Fragment || !command.unresolved.is_empty()
}

/// The path of `--config-dir` and where it stands.
fn directory(command: &CommandLine) -> Option<(String, Location)> {
    let value = command.last(kubelet::CONFIG_DIR)?.value.as_ref()?;
    Some((value.text().to_owned(), value.location()?))
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
