//! A client that trusts every authority of its host.

use crate::access::kubeconfig::{Kubeconfig, Reader};
use crate::finding::Hit;
use crate::knowledge::Component;
use crate::object::ObjectKind;
use crate::object_context::ObjectContext;
use crate::report::{Category, Severity};
use crate::rule::{Check, Docs, Repair, Rule};

/// The rule.
pub static RULE: Rule = Rule {
    id: "kubeconfig-certificate-authority",
    title: "The kubeconfig does not name who signs the API server's certificate",
    severity: Severity::Low,
    components: &[Component::Kubelet],
    check: Check::Object(&[ObjectKind::Kubeconfig], check),
    good: &[],
    repair: Repair::None,
    docs: Docs {
        what: "Without `certificate-authority` the client trusts every authority that the operating system trusts.",
        why: "Anyone who gets a certificate for the name of the API server from one of them, or adds one to the host, \
              answers in its place.",
        verify: "Run `kubectl --kubeconfig FILE config view --minify`: the cluster must show `certificate-authority` \
                 or `certificate-authority-data`.",
        side_effects: "None where the authority of the cluster is named. An API server behind a public certificate \
                       works without.",
    },
    references: &[],
};

fn check(context: &ObjectContext<'_>) -> Vec<Hit> {
    let config = Kubeconfig::of(context);
    let Some((cluster, server)) = config.cluster.zip(config.of_cluster("server")) else { return Vec::new() };
    let https = context.scalar(server).is_some_and(|address| address.starts_with("https://"));
    if !https || config.has_authority() || config.skips_verification() != Some(false) || !context.is_whole() {
        return Vec::new();
    }
    let message = "The cluster has no `certificate-authority`, so every authority that the host trusts may vouch for \
                   the API server. Name the file of the cluster's own, such as `/etc/kubernetes/pki/ca.crt`.";
    let severity = if config.reader == Reader::Other { Severity::Low } else { Severity::Medium };
    let at = context.place_of(cluster.body, &["server"]);
    let hit = config.hit(Category::Missing, at, "clusters[].cluster.certificate-authority", message);
    vec![hit.severity(severity)]
}
