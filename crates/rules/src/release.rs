//! Which Kubernetes release the documents are for, where they tell.
//!
//! Sources of the API versions' last releases: kubernetes/kubernetes#114540 (kubeadm v1beta2, read up to 1.26) and
//! #136016 (v1beta3, read up to 1.35).

use crate::detect;
use crate::document::{Document, Kind};
use crate::problem::Problem;
use crate::syntax::mapped::{DocId, Location};
use crate::syntax::yaml::{self, Parsed};
use crate::text::Span;
use crate::version::Version;

/// Keys of Kubernetes objects whose value is a release.
const VERSION_KEYS: &[&str] = &["kubernetesVersion", "kubeletVersion"];
/// Images whose tag is the release of the component inside.
const IMAGES: &[&str] = &["kube-apiserver", "kube-apiserver-amd64", "kubelet", "hyperkube", "hyperkube-amd64", "node"];
/// API versions that no later release reads.
const LAST_READ_BY: &[(&str, Version)] =
    &[("kubeadm.k8s.io/v1beta2", Version(26)), ("kubeadm.k8s.io/v1beta3", Version(35))];
/// Words of a unit or command line looked at; the program comes early.
const MAX_WORDS: usize = 20_000;

/// The release to judge for and how it came about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Release {
    /// The release.
    pub version: Version,
    /// Where a document names it; absent when it was chosen by hand or nothing names one.
    pub named_at: Option<Location>,
    /// Whether it was chosen by hand.
    pub chosen: bool,
}

impl Release {
    /// A release chosen by hand.
    pub const fn chosen(version: Version) -> Self {
        Self { version, named_at: None, chosen: true }
    }
}

/// A place that names a release.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Mention {
    /// Minor release; perhaps one that the tables do not hold.
    minor: u32,
    at: Location,
    /// Whether the text says it outright; an API version only bounds it.
    outright: bool,
}

/// The release that the documents name, else the newest one; and what is to be said about the naming.
pub fn guess(documents: &[Document], kinds: &[Kind], trees: &[Parsed<'_>]) -> (Release, Vec<(DocId, Problem)>) {
    let mut mentions: Vec<Mention> = trees.iter().flat_map(in_tree).collect();
    let texts = (0..).map(DocId).zip(documents).zip(kinds);
    mentions.extend(texts.filter(|(_, kind)| is_command(**kind)).filter_map(|((doc, text), _)| in_command(doc, text)));
    if mentions.iter().any(|mention| mention.outright) {
        mentions.retain(|mention| mention.outright);
    }
    let Some(first) = mentions.iter().max_by_key(|mention| (mention.minor, std::cmp::Reverse(mention.at))) else {
        return (Release { version: Version::NEWEST, named_at: None, chosen: false }, Vec::new());
    };
    let version = nearest(first.minor);
    let mut problems = Vec::new();
    if u32::from(version.0) != first.minor {
        problems.push((first.at.doc, Problem::new(first.at.span, out_of_tables(first.minor, version))));
    }
    let other = mentions.iter().filter(|mention| mention.outright && mention.minor != first.minor).min_by_key(|m| m.at);
    if let Some(other) = other {
        let message = format!(
            "This names Kubernetes 1.{}, another place names 1.{}. All is judged as {version}; choose the release by \
             hand if that is wrong.",
            other.minor, first.minor
        );
        problems.push((other.at.doc, Problem::new(other.at.span, message)));
    }
    (Release { version, named_at: Some(first.at), chosen: false }, problems)
}

/// The release of the tables that is closest.
fn nearest(minor: u32) -> Version {
    let minor = u8::try_from(minor).unwrap_or(u8::MAX);
    // A preview is described in part, so it stands in for nothing but itself.
    let newest = if minor == Version::PREVIEW.0 { Version::PREVIEW } else { Version::NEWEST };
    Version(minor.clamp(Version::OLDEST.0, newest.0))
}

fn out_of_tables(minor: u32, version: Version) -> String {
    let (oldest, newest) = (Version::OLDEST, Version::PREVIEW);
    format!(
        "This names Kubernetes 1.{minor}, which Plimsoll does not know; it knows {oldest} to {newest}. All is judged as \
         {version}, which may be wrong in both directions."
    )
}

const fn is_command(kind: Kind) -> bool {
    matches!(
        kind,
        Kind::KubeletUnit
            | Kind::KubeletDropIn
            | Kind::KubeletFlags
            | Kind::ApiserverUnit
            | Kind::ApiserverFlags
            | Kind::ProcessList
    )
}

/// Mentions in the values of a YAML or JSON document.
fn in_tree<'p>(parsed: &'p Parsed<'_>) -> impl Iterator<Item = Mention> + use<'p> {
    let tree = &parsed.tree;
    let mappings = tree.nodes.iter().filter_map(|node| match &node.kind {
        yaml::Kind::Mapping { entries, .. } => Some(entries),
        _ => None,
    });
    mappings.flatten().filter_map(|(key, value)| {
        let (key, node) = (tree.scalar(*key)?, tree.node(*value));
        let at = Location::new(tree.doc, node.span);
        let text = node.scalar()?;
        match key {
            "image" => Some(Mention { minor: of_image(text)?, at, outright: true }),
            "apiVersion" => {
                let (_, last) = LAST_READ_BY.iter().find(|(name, _)| *name == text)?;
                Some(Mention { minor: u32::from(last.0), at, outright: false })
            }
            _ if VERSION_KEYS.contains(&key) => Some(Mention { minor: of_text(text)?, at, outright: true }),
            _ => None,
        }
    })
}

/// The release in the tag of an image of a component.
fn of_image(image: &str) -> Option<u32> {
    let last = image.split('@').next()?.rsplit('/').next()?;
    let (name, tag) = last.split_once(':')?;
    // `node` is the name of kind's image and of many others.
    let is_component = IMAGES.contains(&name) && (name != "node" || image.contains("kindest/"));
    if is_component { of_text(tag) } else { None }
}

/// The minor release of `v1.29.3`, `1.29` or `v1.29.3-gke.100`.
fn of_text(text: &str) -> Option<u32> {
    let rest = text.trim().trim_start_matches('v').strip_prefix("1.")?;
    let digits = rest.split(|c: char| !c.is_ascii_digit()).next()?;
    if digits.len() > 3 { None } else { digits.parse().ok() }
}

/// The release in the path of a component's program or in the image that a unit starts.
fn in_command(doc: DocId, document: &Document) -> Option<Mention> {
    let text = document.text.as_str();
    let words = text.split_whitespace().take(MAX_WORDS).filter(|word| !word.starts_with("--"));
    words
        .filter_map(|word| {
            let plain = word.trim_matches(['"', '\'', '-', '@', '+', '!', ':']);
            let path = plain.rsplit_once('=').map_or(plain, |(_, path)| path);
            let minor = of_image(path).or_else(|| detect::program(path).and_then(|_| of_path(path)))?;
            // The word borrows from the text, so the difference of the addresses is its place.
            let start = u32::try_from((word.as_ptr() as usize).checked_sub(text.as_ptr() as usize)?).ok()?;
            let end = start.checked_add(u32::try_from(word.len()).ok()?)?;
            Some(Mention { minor, at: Location::new(doc, Span::new(start, end)), outright: true })
        })
        .next()
}

/// The release in a folder's name, as in `/opt/kubernetes/v1.29.3/bin/kubelet`.
fn of_path(path: &str) -> Option<u32> {
    let parts = path.split('/').flat_map(|folder| folder.split(['-', '_']));
    parts.filter(|part| part.contains('.')).find_map(of_text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_tags_and_paths() {
        for (image, minor) in [
            ("registry.k8s.io/kube-apiserver:v1.29.3", Some(29)),
            ("localhost:5000/kube-apiserver:v1.31.0@sha256:00", Some(31)),
            ("rancher/hyperkube:v1.26.4-rancher2", Some(26)),
            ("kindest/node:v1.30.0", Some(30)),
            ("library/node:1.18", None),
            ("registry.k8s.io/pause:3.9", None),
            ("registry.k8s.io/kube-apiserver@sha256:00", None),
            ("kube-apiserver:latest", None),
        ] {
            assert_eq!(of_image(image), minor, "{image}");
        }
        assert_eq!(of_path("/opt/kubernetes/v1.27.3/bin/kubelet"), Some(27));
        assert_eq!(of_path("/opt/kubernetes-1.28.0/kubelet"), Some(28));
        assert_eq!(of_path("/usr/bin/kubelet"), None);
    }

    #[test]
    fn stays_within_the_tables() {
        for (minor, version) in [(9, 24), (24, 24), (36, 36), (37, 37), (38, 36), (400, 36)] {
            assert_eq!(nearest(minor), Version(version), "1.{minor}");
        }
    }
}
