//! A kubeconfig as client-go reads it: the current context, and the cluster and user that it names.

use crate::command::is_templated;
use crate::finding::Hit;
use crate::knowledge::kubelet::{BOOTSTRAP_KUBECONFIG, KUBECONFIG};
use crate::object_context::ObjectContext;
use crate::report::Category;
use crate::syntax::mapped::Location;
use crate::syntax::yaml::NodeId;

/// Who reads the file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reader {
    /// The kubelet, as its own identity.
    Kubelet,
    /// The kubelet, until it has a certificate of its own.
    Bootstrap,
    /// Anything else: a component of the control plane, a person's client.
    Other,
}

/// One entry of `clusters`, `contexts` or `users`.
#[derive(Clone, Copy, Debug)]
pub struct Entry<'a> {
    /// Its name.
    pub name: &'a str,
    /// The entry with its name.
    pub item: NodeId,
    /// What it holds; the entry itself when that is missing.
    pub body: NodeId,
}

/// A kubeconfig.
#[derive(Clone, Debug)]
pub struct Kubeconfig<'a> {
    context: ObjectContext<'a>,
    /// Who reads it.
    pub reader: Reader,
    /// Where the kubelet's command line names it.
    pub named_at: Option<Location>,
    /// The cluster in effect.
    pub cluster: Option<Entry<'a>>,
    /// The user in effect.
    pub user: Option<Entry<'a>>,
}

impl<'a> Kubeconfig<'a> {
    /// Reads the object of `context`.
    pub fn of(context: &ObjectContext<'a>) -> Self {
        let mut config = Self { context: *context, reader: Reader::Other, named_at: None, cluster: None, user: None };
        let current = context.value(&["current-context"]);
        let known = current.and_then(|node| context.scalar(node)).filter(|name| !name.is_empty());
        let chosen = known.and_then(|name| config.find("contexts", "context", name));
        match chosen {
            Some(chosen) => {
                config.cluster = config.named_in(chosen.body, "cluster", "clusters");
                config.user = config.named_in(chosen.body, "user", "users");
            }
            // Without a known context there is no doubt where there is only one.
            None if known.is_none() => {
                config.cluster = config.only("clusters", "cluster");
                config.user = config.only("users", "user");
            }
            None => {}
        }
        (config.reader, config.named_at) = config.told_reader();
        config
    }

    /// The entries of a list such as `users`, whose items hold a name and a `body`.
    pub fn entries(&self, list: &str, body: &str) -> Vec<Entry<'a>> {
        let items = self.context.value(&[list]).map(|list| self.context.items(list)).unwrap_or_default();
        let entry = |item: &NodeId| {
            let name = self.context.text_at(*item, &["name"])?;
            Some(Entry { name, item: *item, body: self.context.at(*item, &[body]).unwrap_or(*item) })
        };
        items.iter().filter_map(entry).collect()
    }

    /// Whether every name in a list is known.
    pub fn names_are_known(&self, list: &str) -> bool {
        let items = self.context.value(&[list]).map(|list| self.context.items(list)).unwrap_or_default();
        items.iter().all(|item| self.context.text_at(*item, &["name"]).is_some())
    }

    /// The value of a key of the cluster in effect.
    pub fn of_cluster(&self, key: &str) -> Option<NodeId> {
        self.cluster.and_then(|cluster| self.written(cluster.body, key))
    }

    /// The value of a key of the user in effect.
    pub fn of_user(&self, key: &str) -> Option<NodeId> {
        self.user.and_then(|user| self.written(user.body, key))
    }

    /// The value of a key, unless it is empty.
    pub fn written(&self, body: NodeId, key: &str) -> Option<NodeId> {
        let value = self.context.at(body, &[key])?;
        let empty = self.context.tree.scalar(value).is_some_and(|text| matches!(text, "" | "null" | "~"));
        (!empty).then_some(value)
    }

    /// Whether certificates of the server are checked; nothing when that cannot be known.
    pub fn skips_verification(&self) -> Option<bool> {
        self.of_cluster("insecure-skip-tls-verify").map_or(Some(false), |node| self.context.is_true(node))
    }

    /// Whether the cluster in effect names who signs the server's certificate.
    pub fn has_authority(&self) -> bool {
        ["certificate-authority", "certificate-authority-data"].iter().any(|key| self.of_cluster(key).is_some())
    }

    /// What the reader does when it cannot use the file.
    pub const fn gives_up(&self) -> &'static str {
        match self.reader {
            Reader::Kubelet | Reader::Bootstrap => "The kubelet exits",
            Reader::Other => "The client gives up",
        }
    }

    /// A hit about `path`, with the place where the kubelet is told of the file.
    pub fn hit(&self, category: Category, at: Location, path: &str, message: impl Into<String>) -> Hit {
        let hit = self.context.hit(category, at, path, message);
        match self.named_at {
            Some(at) => hit.related(at, "the kubelet is told of this file here"),
            None => hit,
        }
    }

    fn find(&self, list: &str, body: &str, name: &str) -> Option<Entry<'a>> {
        self.entries(list, body).into_iter().find(|entry| entry.name == name)
    }

    fn named_in(&self, context: NodeId, key: &str, list: &str) -> Option<Entry<'a>> {
        match self.context.text_at(context, &[key]) {
            Some(name) => self.find(list, key, name),
            // A template names it.
            None => self.context.at(context, &[key]).and_then(|_| self.only(list, key)),
        }
    }

    fn only(&self, list: &str, body: &str) -> Option<Entry<'a>> {
        let items = self.context.value(&[list]).map(|list| self.context.items(list)).unwrap_or_default();
        let [item] = items else { return None };
        let name = self.context.text_at(*item, &["name"]).unwrap_or("");
        Some(Entry { name, item: *item, body: self.context.at(*item, &[body])? })
    }

    /// The kubelet's command line tells best, then the names of file and user.
    fn told_reader(&self) -> (Reader, Option<Location>) {
        let name = self.context.name.to_ascii_lowercase();
        for (setting, reader) in [(BOOTSTRAP_KUBECONFIG, Reader::Bootstrap), (KUBECONFIG, Reader::Kubelet)] {
            if let Some(at) = self.context.around.named_by(setting, self.context.name) {
                return (reader, Some(at));
            }
        }
        let user = self.user.map_or("", |user| user.name);
        let file = name.rsplit(['/', '\\']).next().unwrap_or(&name);
        let reader = match user {
            _ if file.contains("bootstrap") => Reader::Bootstrap,
            "tls-bootstrap-token-user" | "kubelet-bootstrap" => Reader::Bootstrap,
            _ if name.contains("kubelet") => Reader::Kubelet,
            "kubelet" => Reader::Kubelet,
            user if user.starts_with("system:node:") => Reader::Kubelet,
            _ => Reader::Other,
        };
        (reader, None)
    }
}

/// Whether a text is a token of `kubeadm token create`, or is to become one.
pub fn is_bootstrap_token(text: &str) -> bool {
    let plain = |part: &str| part.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit());
    let parts = text.split_once('.');
    parts.is_some_and(|(id, secret)| id.len() == 6 && secret.len() == 16 && plain(id) && plain(secret))
}

/// The scheme with which client-go reaches an address: `https` or `http`; nothing when a template decides.
pub fn scheme(server: &str, has_tls: bool) -> Option<&'static str> {
    if let Some((scheme, _)) = server.split_once("://") {
        return match scheme.to_ascii_lowercase().as_str() {
            "https" => Some("https"),
            "http" => Some("http"),
            _ => None,
        };
    }
    let marker = server.chars().all(|c| c.is_ascii_uppercase() || c.is_ascii_digit() || c == '_');
    if is_templated(server) || marker {
        return None;
    }
    // Without a scheme, TLS is used when anything about certificates is written.
    Some(if has_tls { "https" } else { "http" })
}
