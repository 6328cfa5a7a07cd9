//! Clusters and nodes that the documents of kubeadm describe.

use std::collections::HashSet;

use super::{Assembly, ReadConfig};
use crate::document::Kind;
use crate::input::embedded;
use crate::input::kubeadm::{self, Role, Source};
use crate::knowledge::Installer;
use crate::syntax::mapped::DocId;
use crate::syntax::yaml::{self, NodeId};
use crate::target::{ConfigUse, Setup, Target};
use crate::version::Version;

/// Where kubeadm puts the kubelet's configuration.
const CONFIG_PATH: &str = "/var/lib/kubelet/config.yaml";

/// ClusterConfigurations that are asked for the values of a node; a sound bundle has one.
const MOST_CLUSTERS: usize = 100;
/// First release that reads no format before v1beta4.
const LIST_FORM: Version = Version(36);

impl<'a> Assembly<'a> {
    /// Every document of kubeadm's, in the order of the text.
    fn sources(&self) -> &[Source<'a>] {
        self.sources.get_or_init(|| self.find_sources())
    }

    fn find_sources(&self) -> Vec<Source<'a>> {
        let mut all = Vec::new();
        for (doc, document, _) in self.of_kind(&[Kind::KubeadmConfig]) {
            let installer = self.installer(doc).unwrap_or(Installer::Kubeadm);
            for (part, parsed) in self.parts(doc) {
                let roots = parsed.tree.documents.iter().map(|document| document.root);
                let source = |root| {
                    let role = kubeadm::role(&parsed.tree, root)?;
                    Some(Source { document, parsed, part, root, role, installer })
                };
                all.extend(roots.filter_map(source));
            }
        }
        self.of_one_version(all)
    }

    /// The first ClusterConfigurations, as many as may say something of a node.
    fn cluster_sources(&self) -> Vec<Source<'a>> {
        let clusters = self.sources().iter().filter(|source| source.role == Role::Cluster);
        clusters.take(MOST_CLUSTERS).copied().collect()
    }

    /// The documents without those of another version of the format: a cluster of kind may bring its patches twice,
    /// and kind applies those of the version that it writes itself.
    fn of_one_version(&self, mut all: Vec<Source<'a>>) -> Vec<Source<'a>> {
        let wanted = if self.version < LIST_FORM { "kubeadm.k8s.io/v1beta3" } else { "kubeadm.k8s.io/v1beta4" };
        let fits: HashSet<(DocId, Role)> =
            all.iter().filter(|one| one.version() == Some(wanted)).map(Source::id).collect();
        all.retain(|one| one.version().is_none_or(|version| version == wanted) || !fits.contains(&one.id()));
        all
    }

    /// The trees of a document with their indices.
    pub(super) fn parts(&self, doc: DocId) -> impl Iterator<Item = (usize, &'a yaml::Parsed<'a>)> {
        self.trees.iter().enumerate().filter(move |(_, parsed)| parsed.tree.doc == doc)
    }

    /// The API servers of the clusters: one for each document, whose ClusterConfigurations are patches of one.
    pub(super) fn clusters(&self, targets: &mut Vec<Target>) {
        let sources = self.sources();
        for (doc, _, _) in self.of_kind(&[Kind::KubeadmConfig]) {
            let of_doc = |source: &&Source<'_>| source.parsed.tree.doc == doc && source.role == Role::Cluster;
            let clusters: Vec<Source<'_>> = sources.iter().filter(of_doc).copied().collect();
            let init = init_of(sources, doc);
            let Some(started) = kubeadm::apiserver(&clusters, init, self.version) else { continue };
            let lapses = clusters.iter().flat_map(Source::lapses).collect();
            let target = self.apiserver(started.command, lapses);
            targets.push(Target { setup: Some(started.setup), ..target });
        }
    }

    /// The kubelets of nodes to which the documents give arguments. The first is judged with the configuration that
    /// stands beside it; for the others the same file is no news, so only their arguments are judged.
    pub(super) fn nodes(&self, configs: &mut Vec<ReadConfig>, targets: &mut Vec<Target>) {
        let sources = self.sources();
        let clusters = self.cluster_sources();
        let founds = sources.iter().any(|source| source.role != Role::Join);
        let mut file_is_judged = self.has_taken_config(configs);
        let mut judged = HashSet::new();
        for node in sources.iter().filter(|source| source.role != Role::Cluster) {
            let Some(started) = kubeadm::kubelet(node, &clusters, self.version) else { continue };
            let doc = node.parsed.tree.doc;
            let config = if judged.insert(doc) { take_config(node, configs) } else { None };
            // kubeadm makes a file for the first node of a cluster. Further nodes get theirs from the cluster.
            let first = node.installer == Installer::Kind || founds;
            let made = config.is_some() || (first && self.template(doc).is_none());
            let mut target = self.kubelet(Some(started.command), config, Vec::new(), node.lapses());
            target.config_use = match (made, file_is_judged) {
                (_, true) if target.configs.is_empty() => ConfigUse::Unknown,
                (false, _) => ConfigUse::Missing { path: CONFIG_PATH.to_owned(), at: target.anchor },
                (true, _) => ConfigUse::Given,
            };
            target.setup = Some(started.setup);
            targets.push(target);
            file_is_judged = true;
        }
    }

    /// Whether a unit was given that reads a configuration of kubeadm's documents.
    fn has_taken_config(&self, left: &[ReadConfig]) -> bool {
        let parts = self.of_kind(&[Kind::KubeadmConfig]).flat_map(|(doc, ..)| self.parts(doc));
        let all: usize = parts.map(|(_, parsed)| config_roots(parsed, Kind::KubeadmConfig).len()).sum();
        let is_left = |(config, _): &&ReadConfig| self.kinds.get(config.doc.0 as usize) == Some(&Kind::KubeadmConfig);
        left.iter().filter(is_left).count() < all
    }

    /// What an installer gives the kubelets.
    pub(super) fn kubelet_setup(&self, installer: Installer) -> Setup {
        kubeadm::kubelet_setup(&self.cluster_sources(), installer, self.version, None)
    }

    /// The program that writes the kubelet's configuration from a text; nothing when the text is the file itself.
    pub(super) fn installer(&self, doc: DocId) -> Option<Installer> {
        // The text itself comes before what stands in its blocks.
        let (_, parsed) = self.parts(doc).next()?;
        let tree = &parsed.tree;
        let roots = || tree.documents.iter().map(|document| document.root);
        if roots().any(|root| embedded::is_kind_cluster(tree, root)) {
            return Some(Installer::Kind);
        }
        roots().any(|root| kubeadm::role(tree, root).is_some()).then_some(Installer::Kubeadm)
    }
}

/// The KubeletConfiguration for a node: the one in its own text, else any that an installer writes.
fn take_config(node: &Source<'_>, configs: &mut Vec<ReadConfig>) -> Option<ReadConfig> {
    let own = configs.iter().position(|(config, _)| config.doc == node.parsed.tree.doc);
    let at = own.or_else(|| configs.iter().position(|(config, _)| config.installer.is_some()))?;
    Some(configs.remove(at))
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
