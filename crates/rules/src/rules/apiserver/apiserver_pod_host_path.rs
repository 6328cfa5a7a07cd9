//! Folders of the node that the API server has no use for.

use std::collections::HashSet;

use crate::context::Context;
use crate::finding::Hit;
use crate::knowledge::Component;
use crate::mounts::Mount;
use crate::report::{Category, Severity};
use crate::rule::{Check, Docs, Repair, Rule};
use crate::syntax::mapped::Location;

/// The rule.
pub static RULE: Rule = Rule {
    id: "apiserver-pod-host-path",
    title: "The API server's container sees more of the node than its own files",
    severity: Severity::Medium,
    components: &[Component::KubeApiserver],
    check: Check::Code(check),
    good: &[],
    repair: Repair::None,
    docs: Docs {
        what: "A folder that holds files of others is mounted into the container.",
        why: "Code that runs in the API server, or a flag that names one more file, reads the credentials of other \
              components; where it may write, it takes over the node.",
        verify: "Run `kubectl -n kube-system get pod -l component=kube-apiserver -o yaml | grep -A1 hostPath`: it must \
                 name only folders of certificates, of its own configuration and of its audit log.",
        side_effects: "Every file that a flag names must still be mounted.",
    },
    references: &[],
};

/// Folders whose files belong to the node or to several components, and what is in them.
const WIDE: [(&str, &str); 20] = [
    ("/", "the whole disk of the node"),
    ("/etc", "the passwords and services of the node"),
    ("/var", "the data of the node's services, the volumes of its pods included"),
    ("/var/lib", "the data of the node's services, the volumes of its pods included"),
    ("/var/lib/kubelet", "the volumes of all pods of the node, with their secrets"),
    ("/var/lib/etcd", "the database of the cluster"),
    ("/run", "the sockets of the node's services, the container runtime's among them"),
    ("/var/run", "the sockets of the node's services, the container runtime's among them"),
    ("/run/containerd", "the socket of the container runtime"),
    ("/run/containerd/containerd.sock", "the socket of the container runtime"),
    ("/run/crio", "the socket of the container runtime"),
    ("/run/crio/crio.sock", "the socket of the container runtime"),
    ("/run/docker.sock", "the socket of the container runtime"),
    ("/var/run/docker.sock", "the socket of the container runtime"),
    ("/root", "the files of the node's administrator"),
    ("/home", "the files of the node's users"),
    ("/dev", "the devices of the node"),
    ("/proc", "the processes of the node"),
    ("/sys", "the kernel's settings of the node"),
    ("/boot", "the kernel of the node"),
];

fn check(context: &Context<'_>) -> Vec<Hit> {
    let mounts = context.target.mounts.iter().flat_map(|mounts| &mounts.mounts);
    let mut seen = HashSet::new();
    let sources = mounts.filter_map(|mount| Some((mount, mount.host_path.as_ref()?)));
    sources.filter(|(_, (_, at))| seen.insert(*at)).filter_map(|(mount, (path, at))| hit(mount, path, *at)).collect()
}

fn hit(mount: &Mount, source: &str, at: Location) -> Option<Hit> {
    let path = match source.trim_end_matches('/') {
        "" => "/",
        path => path,
    };
    let (_, holds) = WIDE.iter().find(|(wide, _)| *wide == path)?;
    let writable = if mount.read_only { "" } else { " It may write there as well." };
    let message = format!(
        "The container sees `{path}` of the node: {holds}.{writable} Mount only the folders that hold its own files."
    );
    Some(Hit::new(Category::Insecure, at, message).about_name("hostPath.path"))
}
