//! RBAC bindings: who is given which role.

use crate::finding::{Change, Hit, Plan};
use crate::object_context::ObjectContext;
use crate::report::{Category, Safety, Severity};
use crate::syntax::yaml::NodeId;

/// A RoleBinding or ClusterRoleBinding.
#[derive(Clone, Debug)]
pub struct Binding<'a> {
    /// Whether it holds in the whole cluster.
    pub is_cluster: bool,
    /// The role's kind and name. The name may be left to a template.
    pub role: Option<(&'a str, &'a str)>,
    /// Whom it gives the role.
    pub subjects: Vec<Subject<'a>>,
    list: Option<NodeId>,
}

/// One of those whom a binding gives its role.
#[derive(Clone, Copy, Debug)]
pub struct Subject<'a> {
    /// `User`, `Group` or `ServiceAccount`.
    pub kind: &'a str,
    /// The name.
    pub name: &'a str,
    /// The namespace of a ServiceAccount.
    pub namespace: Option<&'a str>,
    node: NodeId,
    order: usize,
}

/// What a role is worth to an attacker.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Power {
    /// Nothing that is not public: made for everyone or for nodes that join.
    Harmless,
    /// A role of the user's own, which is not judged here.
    Unknown,
    /// Reads nearly everything but Secrets.
    View,
    /// Changes workloads, reads Secrets or acts as a component.
    Broad,
    /// Everything.
    Everything,
}

impl<'a> Binding<'a> {
    /// Reads the object of `context`.
    pub fn of(context: &ObjectContext<'a>) -> Self {
        let text = |path: &[&str]| context.value(path).and_then(|node| context.scalar(node));
        let name = context.value(&["roleRef", "name"]);
        let list = context.value(&["subjects"]);
        let items = list.map(|list| context.items(list)).unwrap_or_default();
        let subject = |(order, node): (usize, &NodeId)| {
            let text = |key| context.text_at(*node, &[key]);
            Some(Subject { kind: text("kind")?, name: text("name")?, namespace: text("namespace"), node: *node, order })
        };
        Self {
            is_cluster: text(&["kind"]) == Some("ClusterRoleBinding"),
            role: text(&["roleRef", "kind"]).zip(name.and_then(|node| context.tree.scalar(node))),
            subjects: items.iter().enumerate().filter_map(subject).collect(),
            list,
        }
    }

    /// The name of the role; empty when it is not known.
    pub fn role_name(&self) -> &'a str {
        self.role.map_or("", |(_, name)| name)
    }

    /// What the role is worth, as far as its name tells.
    pub fn power(&self) -> Power {
        match self.role {
            Some(("ClusterRole", name)) => power(name),
            // kubeadm lets nodes that join read what they need in `kube-system` and `kube-public`.
            Some(("Role", name)) if name.starts_with("kubeadm:") => Power::Harmless,
            _ => Power::Unknown,
        }
    }

    /// The reach of the binding in words.
    pub const fn reach(&self) -> &'static str {
        if self.is_cluster { "in the whole cluster" } else { "in its namespace" }
    }

    /// A hit about a subject, with the plan to take it out; `risk` completes "may ...".
    pub fn hit(&self, context: &ObjectContext<'a>, subject: &Subject<'a>, severity: Severity, words: Words<'_>) -> Hit {
        let key = context.key_of(subject.node, "name");
        let at = key.map_or_else(|| context.place(subject.node), |_| context.place_of(subject.node, &["name"]));
        let hit = context.hit(Category::Insecure, at, "subjects[]", words.message).severity(severity);
        let title = format!("Remove the subject `{}` (may {})", subject.name, words.risk);
        hit.plans(self.without(context, subject).map(|change| Plan::new(title, Safety::Unsafe, change)))
    }

    fn without(&self, context: &ObjectContext<'a>, subject: &Subject<'a>) -> Option<Change> {
        let list = self.list?;
        match context.items(list).len() {
            0 => None,
            // A binding without subjects is valid and gives nobody anything.
            1 => context.remove_entry(context.object.root, "subjects"),
            _ => context.remove_item(list, subject.order),
        }
    }
}

/// What a hit about a subject says, and whom the removal of the subject may lock out.
#[derive(Clone, Debug)]
pub struct Words<'w> {
    /// The message.
    pub message: String,
    /// The end of "may ...".
    pub risk: &'w str,
}

impl Subject<'_> {
    /// Whether it is this group.
    pub fn is_group(&self, name: &str) -> bool {
        self.kind == "Group" && self.name == name
    }

    /// Whether it stands for requests without credentials.
    pub fn is_anonymous(&self) -> bool {
        self.is_group("system:unauthenticated") || self.kind == "User" && self.name == "system:anonymous"
    }

    /// Whether it stands for everyone with credentials, or for every service account.
    pub fn is_everyone(&self) -> bool {
        self.is_group("system:authenticated") || self.is_group("system:serviceaccounts")
    }

    /// Whether it stands for nodes, or for those that join.
    pub fn is_node(&self) -> bool {
        let user = self.kind == "User" && self.name.starts_with("system:node:");
        let joining = self.kind == "Group" && self.name.starts_with("system:bootstrappers");
        user || joining || self.is_group("system:nodes")
    }
}

fn power(name: &str) -> Power {
    match name {
        "cluster-admin" => Power::Everything,
        "admin"
        | "edit"
        | "system:aggregate-to-admin"
        | "system:aggregate-to-edit"
        | "system:kube-controller-manager"
        | "system:kube-scheduler"
        | "system:kubelet-api-admin"
        | "system:node"
        | "system:persistent-volume-provisioner" => Power::Broad,
        "view" | "system:aggregate-to-view" | "system:heapster" | "system:kube-aggregator" | "system:kube-dns" => {
            Power::View
        }
        "system:basic-user"
        | "system:discovery"
        | "system:monitoring"
        | "system:node-bootstrapper"
        | "system:node-proxier"
        | "system:node-problem-detector"
        | "system:public-info-viewer"
        | "system:openshift:public-info-viewer"
        | "system:service-account-issuer-discovery" => Power::Harmless,
        _ if name.starts_with("system:controller:") => Power::Broad,
        _ if name.starts_with("kubeadm:") || name.starts_with("system:certificates.k8s.io:") => Power::Harmless,
        _ => Power::Unknown,
    }
}
