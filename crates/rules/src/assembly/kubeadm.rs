//! Clusters and nodes that the documents of kubeadm describe.

use super::{Assembly, ReadConfig};
use crate::document::Kind;
use crate::input::kubeadm::{self, Role, Source};
use crate::input::kubelet_config;
use crate::knowledge::Installer;
use crate::syntax::mapped::DocId;
use crate::syntax::yaml::{self, NodeId};
use crate::target::{ConfigUse, Setup, Target};

/// Where kubeadm puts the kubelet's configuration.
const CONFIG_PATH: &str = "/var/lib/kubelet/config.yaml";

impl<'a> Assembly<'a> {
    /// Every document of kubeadm's, in the order of the text.
    fn sources(&self) -> Vec<Source<'a>> {
        let mut all = Vec::new();
        for (doc, document, _) in self.of_kind(&[Kind::KubeadmConfig]) {
            for (part, parsed) in self.parts(doc) {
                let roots = parsed.tree.documents.iter().map(|document| document.root);
                let source = |root| {
                    let role = kubeadm::role(&parsed.tree, root)?;
                    Some(Source { document, parsed, part, root, role })
                };
                all.extend(roots.filter_map(source));
            }
        }
        all
    }

    /// The trees of a document with their indices.
    fn parts(&self, doc: DocId) -> impl Iterator<Item = (usize, &'a yaml::Parsed<'a>)> {
        self.trees.iter().enumerate().filter(move |(_, parsed)| parsed.tree.doc == doc)
    }

    /// The API servers of the clusters: one for each document, whose ClusterConfigurations are patches of one.
    pub(super) fn clusters(&self, targets: &mut Vec<Target>) {
        let sources = self.sources();
        for (doc, _, _) in self.of_kind(&[Kind::KubeadmConfig]) {
            let of_doc = |source: &&Source<'_>| source.parsed.tree.doc == doc && source.role == Role::Cluster;
            let clusters: Vec<Source<'_>> = sources.iter().filter(of_doc).copied().collect();
            let init = init_of(&sources, doc);
            let Some(first) = clusters.first() else { continue };
            let installer = self.installer(first.parsed).unwrap_or(Installer::Kubeadm);
            let Some(started) = kubeadm::apiserver(&clusters, init, installer, self.version) else { continue };
            let target = self.apiserver(started.command, Vec::new());
            targets.push(Target { setup: Some(started.setup), ..target });
        }
    }

    /// The kubelets of nodes to which the documents give arguments. Each takes the configuration that stands beside it.
    pub(super) fn nodes(&self, configs: &mut Vec<ReadConfig>, targets: &mut Vec<Target>) {
        let sources = self.sources();
        let clusters: Vec<Source<'_>> = sources.iter().filter(|source| source.role == Role::Cluster).copied().collect();
        for node in sources.iter().filter(|source| source.role != Role::Cluster) {
            let installer = self.installer(node.parsed).unwrap_or(Installer::Kubeadm);
            let Some(started) = kubeadm::kubelet(node, &clusters, installer, self.version) else { continue };
            let config = self.config_of_node(node, configs);
            let alone = config.is_none();
            // The first node needs no file: kubeadm makes one. Further nodes get theirs from the cluster.
            let first = installer == Installer::Kind || sources.iter().any(|source| source.role != Role::Join);
            let known = first && self.template(node.parsed.tree.doc).is_none();
            let mut target = self.kubelet(Some(started.command), config, Vec::new(), Vec::new());
            target.config_use = match alone && !known {
                true => ConfigUse::Missing { path: CONFIG_PATH.to_owned(), at: target.anchor },
                false => ConfigUse::Given,
            };
            target.setup = Some(started.setup);
            targets.push(target);
        }
    }

    /// The KubeletConfiguration for a node: the one in its own text, else any that an installer writes. It is taken
    /// out of `configs` by the first node and read again for others.
    fn config_of_node(&self, node: &Source<'_>, configs: &mut Vec<ReadConfig>) -> Option<ReadConfig> {
        let doc = node.parsed.tree.doc;
        let taken = configs.iter().position(|(config, _)| config.doc == doc);
        let taken = taken.or_else(|| configs.iter().position(|(config, _)| config.installer.is_some()));
        if let Some(at) = taken {
            return Some(configs.remove(at));
        }
        let installer = self.installer(node.parsed);
        let found = self.parts(doc).find_map(|(part, parsed)| {
            let root = *config_roots(parsed, Kind::KubeadmConfig).first()?;
            Some(kubelet_config::read(node.document, parsed, part, root, self.version).0)
        });
        let mut config = found?;
        config.installer = installer;
        Some((config, Vec::new()))
    }

    /// What an installer gives the kubelets.
    pub(super) fn kubelet_setup(&self, installer: Installer) -> Setup {
        let sources = self.sources();
        let clusters: Vec<Source<'_>> = sources.into_iter().filter(|source| source.role == Role::Cluster).collect();
        kubeadm::kubelet_setup(&clusters, installer, self.version, None)
    }

    /// The program that writes the kubelet's configuration from a text; nothing when the text is the file itself.
    pub(super) fn installer(&self, parsed: &yaml::Parsed<'_>) -> Option<Installer> {
        let tree = &parsed.tree;
        let roots = tree.documents.iter().map(|document| document.root);
        roots.filter_map(|root| kubeadm::role(tree, root)).next().map(|_| Installer::Kubeadm)
    }
}

fn init_of<'s, 'a>(sources: &'s [Source<'a>], doc: DocId) -> Option<&'s Source<'a>> {
    let mut inits = sources.iter().filter(|source| source.role == Role::Init);
    let own = inits.clone().find(|source| source.parsed.tree.doc == doc);
    own.or_else(|| inits.next())
}

/// The top mappings that are a KubeletConfiguration: those that say so, else, where nothing else is meant, the first.
pub(super) fn config_roots(parsed: &yaml::Parsed<'_>, kind: Kind) -> Vec<NodeId> {
    let tree = &parsed.tree;
    let roots = || tree.documents.iter().map(|document| document.root);
    let named = |root: NodeId| tree.get(root, "kind").and_then(|entry| tree.scalar(entry.value));
    let declared: Vec<NodeId> = roots().filter(|root| named(*root) == Some("KubeletConfiguration")).collect();
    if declared.is_empty() && kind != Kind::KubeadmConfig { roots().take(1).collect() } else { declared }
}
