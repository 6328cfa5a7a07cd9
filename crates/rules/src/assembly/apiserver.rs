//! API servers that manifests, units and bare flags describe.

use super::{Assembly, anchor};
use crate::bundle::Syntax;
use crate::command::{CommandLine, Extent};
use crate::document::Kind;
use crate::input::{flags, pod_facts, static_pod};
use crate::knowledge::Component;
use crate::mounts::Mounts;
use crate::syntax::mapped::DocId;
use crate::target::{ConfigUse, Lapse, Target};

impl Assembly<'_> {
    pub(super) fn apiserver(&self, command: CommandLine, lapses: Vec<Lapse>) -> Target {
        apiserver(self.with_conditions(command), lapses)
    }

    pub(super) fn apiservers(&self, targets: &mut Vec<Target>) {
        let all = (0..).map(DocId).zip(self.documents).zip(self.kinds).zip(self.syntaxes);
        for (((_, document), kind), syntax) in all {
            let Syntax::Yaml(part) = syntax else { continue };
            let Some(parsed) = self.trees.get(*part).filter(|_| *kind == Kind::ApiserverManifest) else { continue };
            // They concern the text as a whole, so its first component speaks of them.
            let mut lapses = self.yaml_lapses(parsed, document);
            for root in parsed.tree.documents.iter().map(|document| document.root) {
                for (command, container) in static_pod::read(document, parsed, *part, root) {
                    let target = self.apiserver(command, std::mem::take(&mut lapses));
                    // What a template makes of the pod is not known.
                    let plain = self.template(parsed.tree.doc).is_none();
                    let pod = pod_facts::read(&parsed.tree, container).filter(|_| plain);
                    let mounts = Mounts::read(&parsed.tree, *part, container).filter(|_| plain);
                    targets.push(Target { pod, mounts, ..target });
                }
            }
        }
        for service in self.services(Component::KubeApiserver, &[Kind::ApiserverUnit], &[]) {
            if let Some(command) = service.command {
                let target = self.apiserver(command, service.lapses);
                targets.push(Target { unit: self.unit(service.unit), ..target });
            }
        }
        for (doc, document, _) in self.of_kind(&[Kind::ApiserverFlags]) {
            targets.push(self.apiserver(flags::read(document, doc, Component::KubeApiserver), Vec::new()));
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
    Target {
        component,
        command: Some(command),
        configs: Vec::new(),
        config_use,
        missing_directory: None,
        mounts: None,
        anchor,
        pod: None,
        unit: None,
        lapses,
        setup: None,
    }
}
