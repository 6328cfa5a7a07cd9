//! RBAC roles as the authorizer matches them.

use crate::object_context::{ObjectContext, quoted};
use crate::syntax::mapped::Location;
use crate::syntax::yaml::NodeId;

/// Names in back quotes as a sentence lists them: "`a`, `b` and `c`".
pub fn listed(names: &[&str]) -> String {
    match names {
        [] => String::new(),
        [only] => format!("`{only}`"),
        [first @ .., last] => format!("{} and `{last}`", quoted(first)),
    }
}

/// The group of roles and bindings.
pub const RBAC: &str = "rbac.authorization.k8s.io";

/// A Role or ClusterRole.
#[derive(Clone, Debug)]
pub struct Role<'a> {
    /// Whether it is a ClusterRole, which alone reaches resources without a namespace.
    pub is_cluster: bool,
    /// Whether it is one that the API server itself makes and keeps.
    pub is_bootstrap: bool,
    /// Its namespace, for a Role that names it.
    pub namespace: Option<&'a str>,
    /// Its rules, in the order of the text.
    pub rules: Vec<RoleRule<'a>>,
}

/// One rule of a role.
#[derive(Clone, Debug)]
pub struct RoleRule<'a> {
    /// The rule.
    pub node: NodeId,
    /// API groups, `*` for all; the core group is empty.
    pub groups: Vec<&'a str>,
    /// Resources and subresources.
    pub resources: Vec<&'a str>,
    /// Verbs.
    pub verbs: Vec<&'a str>,
    /// Names of objects; empty for all. One that a template fills in counts as well.
    pub names: Vec<&'a str>,
    /// Paths that are no resources.
    pub urls: Vec<&'a str>,
}

impl<'a> Role<'a> {
    /// Reads the object of `context`.
    pub fn of(context: &ObjectContext<'a>) -> Self {
        let text = |path: &[&str]| context.value(path).and_then(|node| context.scalar(node));
        let is_cluster = text(&["kind"]) == Some("ClusterRole");
        let label = text(&["metadata", "labels", "kubernetes.io/bootstrapping"]);
        let name = text(&["metadata", "name"]).unwrap_or("");
        let items = context.value(&["rules"]).map(|rules| context.items(rules)).unwrap_or_default();
        Self {
            is_cluster,
            is_bootstrap: if is_cluster {
                is_bootstrap(name, label == Some("rbac-defaults"))
            } else {
                is_bootstrap_of_namespace(name)
            },
            namespace: text(&["metadata", "namespace"]),
            rules: items.iter().map(|item| RoleRule::read(context, *item)).collect(),
        }
    }

    /// The rules of a role that is not the API server's own.
    pub fn own_rules(context: &ObjectContext<'a>) -> Vec<(Self, RoleRule<'a>)> {
        let mut role = Self::of(context);
        let rules = std::mem::take(&mut role.rules);
        if role.is_bootstrap {
            return Vec::new();
        }
        rules.into_iter().map(|rule| (role.clone(), rule)).collect()
    }

    /// Whether what it grants reaches the control plane's namespace or all namespaces.
    pub fn is_wide(&self) -> bool {
        self.is_cluster || self.namespace == Some("kube-system")
    }
}

impl<'a> RoleRule<'a> {
    fn read(context: &ObjectContext<'a>, node: NodeId) -> Self {
        let list = |key| context.at(node, &[key]).map(|list| context.texts(list)).unwrap_or_default();
        let names = context.at(node, &["resourceNames"]);
        let each = |list| context.items(list).iter().map(|item| context.tree.scalar(*item).unwrap_or("")).collect();
        Self {
            node,
            groups: list("apiGroups"),
            resources: list("resources"),
            verbs: list("verbs"),
            names: names
                .map(|list| context.tree.scalar(list).map_or_else(|| each(list), |text| vec![text]))
                .unwrap_or_default(),
            urls: list("nonResourceURLs"),
        }
    }

    /// Whether a verb is granted.
    pub fn has_verb(&self, verb: &str) -> bool {
        self.verbs.iter().any(|found| *found == "*" || *found == verb)
    }

    /// Whether a group is reached.
    pub fn has_group(&self, group: &str) -> bool {
        self.groups.iter().any(|found| *found == "*" || *found == group)
    }

    /// The verbs of `verbs` that the rule grants on a resource which it names; `*` for all resources does not count.
    /// `resource` is `pods` or `pods/exec`.
    pub fn granted<'v>(&self, group: &str, resource: &str, verbs: &[&'v str]) -> Vec<&'v str> {
        if !self.has_group(group) || self.written(resource).is_none() {
            return Vec::new();
        }
        verbs.iter().copied().filter(|verb| self.has_verb(verb)).collect()
    }

    /// How a resource is written: by its name, or as a subresource of everything.
    pub fn written(&self, resource: &str) -> Option<&'a str> {
        let below = resource.split_once('/').map(|(_, below)| below);
        let names = |found: &str| found == resource || below.is_some() && found.strip_prefix("*/") == below;
        self.resources.iter().copied().find(|found| names(found))
    }

    /// The known texts of one of the rule's lists, each with its node.
    pub fn items(&self, context: &ObjectContext<'a>, list: &str) -> Vec<(&'a str, NodeId)> {
        let items = context.at(self.node, &[list]).map(|list| context.items(list)).unwrap_or_default();
        items.iter().filter_map(|item| Some((context.scalar(*item)?, *item))).collect()
    }

    /// Where an item of one of the rule's lists stands.
    pub fn place(&self, context: &ObjectContext<'a>, list: &str, text: &str) -> Location {
        let items = context.at(self.node, &[list]).map(|list| context.items(list)).unwrap_or_default();
        let item = items.iter().find(|item| context.scalar(**item) == Some(text));
        item.map_or_else(|| context.place_of(self.node, &[list]), |item| context.place(*item))
    }

    /// Where a resource stands.
    pub fn place_of(&self, context: &ObjectContext<'a>, resource: &str) -> Location {
        self.place(context, "resources", self.written(resource).unwrap_or(resource))
    }
}

/// Names of the roles that the API server makes at its start, without those below `system:controller:`.
/// Source: `plugin/pkg/auth/authorizer/rbac/bootstrappolicy/policy.go` of Kubernetes.
const BOOTSTRAP: &[&str] = &[
    "admin",
    "cluster-admin",
    "edit",
    "system:aggregate-to-admin",
    "system:aggregate-to-edit",
    "system:aggregate-to-view",
    "system:auth-delegator",
    "system:basic-user",
    "system:discovery",
    "system:heapster",
    "system:kube-aggregator",
    "system:kube-controller-manager",
    "system:kube-dns",
    "system:kube-scheduler",
    "system:kubelet-api-admin",
    "system:monitoring",
    "system:node",
    "system:node-bootstrapper",
    "system:node-problem-detector",
    "system:node-proxier",
    "system:persistent-volume-provisioner",
    "system:public-info-viewer",
    "system:service-account-issuer-discovery",
    "system:volume-scheduler",
    "view",
];

fn is_bootstrap(name: &str, labelled: bool) -> bool {
    let below = ["system:controller:", "system:certificates.k8s.io:"].iter().any(|prefix| name.starts_with(prefix));
    // The label alone proves nothing: anybody may write it.
    BOOTSTRAP.contains(&name) || below || labelled && name.starts_with("system:")
}

/// Whether a Role is one that the API server makes in `kube-system` or `kube-public`.
fn is_bootstrap_of_namespace(name: &str) -> bool {
    let below = ["system:controller:", "system::leader-locking-"].iter().any(|prefix| name.starts_with(prefix));
    below || name == "extension-apiserver-authentication-reader"
}
