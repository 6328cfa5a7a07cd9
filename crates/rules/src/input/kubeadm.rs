//! Reads the documents of kubeadm: `extraArgs` of the API server and `kubeletExtraArgs` of a node become command
//! lines, beside the values that kubeadm gives the components itself.
//!
//! Sources: `cmd/kubeadm/app/phases/controlplane/manifests.go`, `cmd/kubeadm/app/util/arguments.go`, as named in
//! `data/kubeadm.tsv`: an extra argument replaces kubeadm's own of the same name.

use std::collections::HashSet;

use crate::command::{Argument, CommandLine, Extent, Host, Unresolved};
use crate::document::Document;
use crate::edit::TextEdit;
use crate::knowledge::{Component, Installer, own_values};
use crate::order::sort_by;
use crate::syntax::mapped::{DocId, Location, Mapped};
use crate::syntax::template::FILLER;
use crate::syntax::yaml::{Entry, Kind, NodeId, Parsed, PlainKind, Tree};
use crate::target::{ExtraArgs, Form, Lapse, LapseKind, Setup};
use crate::version::Version;

use super::kubeadm_authorization::{self as authorization, MODE};

/// First release whose kubeadm leaves repeated arguments in the order in which they are written.
const UNSORTED: Version = Version(32);
/// What kubeadm calls its group of documents.
const GROUP: &str = "kubeadm.k8s.io/v1beta";

/// What one of kubeadm's documents configures.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Role {
    /// `ClusterConfiguration`: the control plane.
    Cluster,
    /// `InitConfiguration`: the first node.
    Init,
    /// `JoinConfiguration`: any further node.
    Join,
}

impl Role {
    /// Where its extra arguments stand.
    const fn path(self) -> [&'static str; 2] {
        match self {
            Self::Cluster => ["apiServer", "extraArgs"],
            Self::Init | Self::Join => ["nodeRegistration", "kubeletExtraArgs"],
        }
    }
}

/// What the mapping `root` configures; nothing when it is no document of kubeadm's that is read.
pub fn role(tree: &Tree<'_>, root: NodeId) -> Option<Role> {
    let scalar = |key| tree.get(root, key).and_then(|entry| tree.scalar(entry.value));
    let version = scalar("apiVersion");
    // A patch of kind's may leave the version out.
    if version.is_some_and(|version| !version.starts_with(GROUP) && !version.contains(FILLER)) {
        return None;
    }
    match scalar("kind")? {
        "ClusterConfiguration" => Some(Role::Cluster),
        "InitConfiguration" => Some(Role::Init),
        "JoinConfiguration" => Some(Role::Join),
        _ => None,
    }
}

/// One of kubeadm's documents.
#[derive(Clone, Copy, Debug)]
pub struct Source<'a> {
    /// The text.
    pub document: &'a Document,
    /// What was read of it.
    pub parsed: &'a Parsed<'a>,
    /// Index of the parsed part.
    pub part: usize,
    /// Its top mapping.
    pub root: NodeId,
    /// What it configures.
    pub role: Role,
    /// Who reads it.
    pub installer: Installer,
}

/// A component as kubeadm starts it.
#[derive(Debug)]
pub struct Started {
    /// The arguments that the user adds.
    pub command: CommandLine,
    /// What kubeadm adds.
    pub setup: Setup,
}

/// The API server of a cluster. Several documents are patches of one; `init` may name the port.
pub fn apiserver(clusters: &[Source<'_>], init: Option<&Source<'_>>, version: Version) -> Option<Started> {
    let first = clusters.iter().find(|cluster| cluster.extra_args().is_some()).or(clusters.first())?;
    let installer = first.installer;
    let etcd = clusters.iter().find_map(|cluster| cluster.at(&["etcd", "external"]).map(|entry| (cluster, entry)));
    let mut written = merged(clusters, version);
    let names: Vec<String> = written.iter().map(|argument| flag_name(argument).to_owned()).collect();
    if version < authorization::RAW {
        written.retain_mut(|argument| flag_name(argument) != MODE || authorization::keep_valid(argument));
    }
    let own_mode = authorization::sets_mode(&names, version);
    let mut arguments = etcd.map_or_else(Vec::new, |(cluster, entry)| cluster.external_etcd(entry, &names));
    arguments.extend(written);
    let mut own = fill(installer, Component::KubeApiserver, version, |name| field(name, clusters, init));
    own.retain(|(name, _)| (etcd.is_none() || !name.starts_with("etcd-")) && (own_mode || *name != MODE));
    if clusters.iter().any(|cluster| cluster.at(&["etcd", "local", "extraArgs"]).is_some()) {
        // An argument of etcd's own may name other addresses.
        own.iter_mut().filter(|(name, _)| *name == "etcd-servers").for_each(|(_, value)| *value = None);
    }
    Some(first.started(
        Component::KubeApiserver,
        arguments,
        clusters,
        Setup::new(installer, Component::KubeApiserver, &own, Some(first.place())),
    ))
}

/// The arguments of all patches; one of a later patch replaces those of its name before.
fn merged(clusters: &[Source<'_>], version: Version) -> Vec<Argument> {
    let mut later: HashSet<String> = HashSet::new();
    let mut patches: Vec<Vec<Argument>> = Vec::new();
    for cluster in clusters.iter().rev() {
        let mut own = cluster.arguments(version);
        own.retain(|argument| !later.contains(flag_name(argument)));
        later.extend(own.iter().map(|argument| flag_name(argument).to_owned()));
        patches.push(own);
    }
    patches.into_iter().rev().flatten().collect()
}

/// The kubelet of a node. Nothing when the document adds no arguments.
pub fn kubelet(node: &Source<'_>, clusters: &[Source<'_>], version: Version) -> Option<Started> {
    node.extra_args()?;
    let setup = kubelet_setup(clusters, node.installer, version, Some(node.place()));
    Some(node.started(Component::Kubelet, node.arguments(version), &[*node], setup))
}

/// What the installer gives a kubelet.
pub fn kubelet_setup(
    clusters: &[Source<'_>],
    installer: Installer,
    version: Version,
    extra_args: Option<ExtraArgs>,
) -> Setup {
    let own = fill(installer, Component::Kubelet, version, |name| field(name, clusters, None));
    Setup::new(installer, Component::Kubelet, &own, extra_args)
}

type OwnValues = Vec<(&'static str, Option<String>)>;

/// The installer's own values with the fields that they name filled in.
fn fill(
    installer: Installer,
    component: Component,
    version: Version,
    field: impl Fn(&str) -> Option<String>,
) -> OwnValues {
    let filled = |value: &str| {
        let Some((before, rest)) = value.split_once('{') else { return (value != "?").then(|| value.to_owned()) };
        let (name, after) = rest.split_once('}')?;
        Some(format!("{before}{}{after}", field(name)?))
    };
    own_values(installer, component, version).map(|row| (row.name, filled(row.value))).collect()
}

/// A field of the ClusterConfiguration as kubeadm uses it; nothing when it is not known.
fn field(name: &str, clusters: &[Source<'_>], init: Option<&Source<'_>>) -> Option<String> {
    let (path, sources): (&[&str], _) = match name {
        "certificatesDir" => (&["certificatesDir"], clusters),
        "networking.dnsDomain" => (&["networking", "dnsDomain"], clusters),
        "networking.serviceSubnet" => (&["networking", "serviceSubnet"], clusters),
        "bindPort" => (&["localAPIEndpoint", "bindPort"], init.map_or(&[][..], std::slice::from_ref)),
        _ => return None,
    };
    let written = sources.iter().find_map(|source| source.text_at(path)).filter(|text| !text.is_empty());
    match (written, name) {
        (Some(text), _) if crate::command::is_templated(text) => None,
        (Some(text), _) => Some(text.to_owned()),
        (None, "certificatesDir") => Some("/etc/kubernetes/pki".to_owned()),
        (None, "networking.dnsDomain") => Some("cluster.local".to_owned()),
        (None, "networking.serviceSubnet") => Some("10.96.0.0/12".to_owned()),
        (None, _) => Some("6443".to_owned()),
    }
}

/// The name of the flag that an argument made here holds.
fn flag_name(argument: &Argument) -> &str {
    let text = argument.text.text();
    text.split('=').next().unwrap_or(text).trim_start_matches('-')
}

impl<'a> Source<'a> {
    /// The version of the format, where it is written.
    pub fn version(&self) -> Option<&'a str> {
        let parsed = self.parsed;
        parsed.tree.get(self.root, "apiVersion").and_then(|entry| parsed.tree.scalar(entry.value))
    }

    /// The text that it stands in and what it configures.
    pub fn id(&self) -> (DocId, Role) {
        (self.parsed.tree.doc, self.role)
    }
}

impl Source<'_> {
    fn tree(&self) -> &Tree<'_> {
        &self.parsed.tree
    }

    fn at(&self, path: &[&str]) -> Option<Entry> {
        self.tree().at(self.root, path).filter(|entry| self.tree().plain_kind(entry.value) != Some(NULL))
    }

    fn text_at(&self, path: &[&str]) -> Option<&str> {
        self.tree().scalar(self.at(path)?.value)
    }

    fn extra_args(&self) -> Option<Entry> {
        self.at(&self.role.path())
    }

    fn location(&self, node: NodeId) -> Location {
        Location::new(self.tree().doc, self.tree().node(node).span)
    }

    /// Where arguments are added: as the document writes them already, else as its version wants.
    fn place(&self) -> ExtraArgs {
        let tree = self.tree();
        let kind = self.extra_args().map(|entry| &tree.node(tree.resolve(entry.value)).kind);
        let form = match kind {
            Some(Kind::Mapping { .. }) => Some(Form::Map),
            Some(Kind::Sequence { .. }) => Some(Form::List),
            _ => self.text_at(&["apiVersion"]).and_then(form_of_version),
        };
        ExtraArgs { part: self.part, root: self.root, path: self.role.path(), form }
    }

    /// The command line, pointed at by the key above the arguments, else by what is nearest to it.
    fn started(&self, component: Component, arguments: Vec<Argument>, sources: &[Source<'_>], setup: Setup) -> Started {
        let [section, _] = self.role.path();
        let key = |entry: Entry| self.location(entry.key);
        let whole = |entry: Entry| {
            let (key, value) = (self.tree().node(entry.key).span, self.tree().node(entry.value).span);
            Location::new(self.tree().doc, key.cover(value))
        };
        let held = self.extra_args().or_else(|| self.at(&[section])).map(key);
        let executable = held.or_else(|| self.at(&["kind"]).map(whole));
        let position = arguments.len();
        let mut command = CommandLine::read(component, executable, arguments, Extent::Whole);
        command.unresolved.extend(sources.iter().filter_map(|source| source.templated(position)));
        Started { command, setup }
    }

    /// A directive that makes the arguments as a whole.
    fn templated(&self, position: usize) -> Option<Unresolved> {
        let value = self.extra_args()?.value;
        let name = self.tree().scalar(value).filter(|text| text.contains(FILLER))?.to_owned();
        Some(Unresolved { name, at: self.location(value), position, files: Vec::new() })
    }

    fn arguments(&self, version: Version) -> Vec<Argument> {
        let Some(entry) = self.extra_args() else { return Vec::new() };
        let holder = self.tree().resolve(entry.value);
        match &self.tree().node(holder).kind {
            Kind::Mapping { .. } => self.of_map(holder),
            Kind::Sequence { items, .. } => self.of_list(holder, items, version),
            _ => Vec::new(),
        }
    }

    fn of_map(&self, holder: NodeId) -> Vec<Argument> {
        let tree = self.tree();
        let own = tree.own_entries(holder);
        let argument = |entry: Entry| {
            let index = own.iter().position(|(key, _)| *key == entry.key && !entry.merged);
            let host = index.map_or(Host::ReadOnly, |item| Host::ExtraArg { part: self.part, holder, item });
            self.argument(entry.key, entry.value, host)
        };
        tree.entries(holder).into_iter().map(argument).collect()
    }

    fn of_list(&self, holder: NodeId, items: &[NodeId], version: Version) -> Vec<Argument> {
        let tree = self.tree();
        let argument = |(item, node): (usize, &NodeId)| {
            let (name, value) = (tree.get(*node, "name")?, tree.get(*node, "value"));
            let host = Host::ExtraArg { part: self.part, holder, item };
            let mut argument = match value {
                Some(value) => self.argument(name.value, value.value, host),
                None => self.argument_of(name.value, &Mapped::new(), host),
            };
            // A method of merging that later versions of the format have makes more of the value than it says.
            argument.unknown |= tree.get(*node, "mergeMethod").is_some();
            Some(argument)
        };
        let mut all: Vec<Argument> = items.iter().enumerate().filter_map(argument).collect();
        if version < UNSORTED {
            sort_by(&mut all, |a, b| flag_name(a).cmp(flag_name(b)).then_with(|| a.text.text().cmp(b.text.text())));
        }
        all
    }

    /// Values that kubeadm refuses because they are no text.
    pub fn lapses(&self) -> Vec<Lapse> {
        let tree = self.tree();
        let Some(entry) = self.extra_args() else { return Vec::new() };
        let of_map = tree.own_entries(tree.resolve(entry.value)).iter().map(|(_, value)| *value);
        let of_list = tree.items(entry.value).iter().filter_map(|item| Some(tree.get(*item, "value")?.value));
        let lapse = |node: NodeId| {
            let kind = tree.plain_kind(node)?;
            let text = tree.scalar(node).filter(|text| !text.contains(FILLER))?;
            if matches!(kind, PlainKind::Str | PlainKind::Null) || tree.node(node).tagged() {
                return None;
            }
            let (kind, at) = (LapseKind::ArgumentNotText, self.location(node));
            let mend = vec![(tree.doc, TextEdit::replace(at.span, format!("\"{text}\"")))];
            Some(Lapse { kind, at, text: text.to_owned(), mend })
        };
        of_map.chain(of_list).filter_map(lapse).collect()
    }

    fn argument(&self, name: NodeId, value: NodeId, host: Host) -> Argument {
        let tree = self.tree();
        let node = tree.node(tree.resolve(value));
        let mut mapped = tree.mapped(&self.document.text, value);
        if tree.plain_kind(value) == Some(NULL) {
            mapped = Mapped::decoded("", Location::new(tree.doc, node.span));
        } else if mapped.is_empty() {
            // Between the quotes of empty text, where a value would stand.
            let quoted = node.style().is_some_and(|style| style.is_quoted());
            let at = node.span.start + u32::from(quoted);
            mapped = Mapped::verbatim("", tree.doc, at);
        }
        self.argument_of(name, &mapped, host)
    }

    fn argument_of(&self, name: NodeId, value: &Mapped, host: Host) -> Argument {
        let mut text = Mapped::new();
        text.push_unwritten("--");
        text.append(&self.tree().mapped(&self.document.text, name));
        text.push_unwritten("=");
        text.append(value);
        let used_at = Some(self.location(name));
        Argument { text, host, used_at, comment: false, unknown: false }
    }

    /// The addresses and files of an etcd that kubeadm does not run; arguments of the same name replace them.
    fn external_etcd(&self, external: Entry, names: &[String]) -> Vec<Argument> {
        let tree = self.tree();
        let get = |key| tree.get(external.value, key);
        let mut all = Vec::new();
        let mut push = |flag: &str, entry: Entry, value: &Mapped| {
            if names.iter().any(|name| name == flag) || value.is_empty() {
                return;
            }
            let mut text = Mapped::decoded(&format!("--{flag}"), self.location(entry.key));
            text.push_unwritten("=");
            text.append(value);
            let used_at = Some(self.location(entry.key));
            all.push(Argument { text, host: Host::ReadOnly, used_at, comment: false, unknown: false });
        };
        if let Some(endpoints) = get("endpoints") {
            let mut joined = Mapped::new();
            for (order, item) in tree.items(endpoints.value).iter().enumerate() {
                joined.push_unwritten(if order == 0 { "" } else { "," });
                joined.append(&tree.mapped(&self.document.text, *item));
            }
            push("etcd-servers", endpoints, &joined);
        }
        let file = |key| get(key).map(|entry| (entry, tree.mapped(&self.document.text, entry.value)));
        if let Some((entry, value)) = file("caFile") {
            push("etcd-cafile", entry, &value);
        }
        if let (Some((cert, cert_value)), Some((key, key_value))) = (file("certFile"), file("keyFile")) {
            push("etcd-certfile", cert, &cert_value);
            push("etcd-keyfile", key, &key_value);
        }
        all
    }
}

const NULL: PlainKind = PlainKind::Null;

/// How a version of the format writes arguments; nothing for one that is not known.
fn form_of_version(version: &str) -> Option<Form> {
    let number: u32 = version.strip_prefix(GROUP)?.parse().ok()?;
    Some(if number < 4 { Form::Map } else { Form::List })
}
