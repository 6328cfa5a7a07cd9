//! A client that talks to the API server in clear.

use crate::access::kubeconfig::{Kubeconfig, scheme};
use crate::finding::Hit;
use crate::knowledge::Component;
use crate::object::ObjectKind;
use crate::object_context::ObjectContext;
use crate::report::{Category, Severity};
use crate::rule::{Check, Docs, Repair, Rule};

/// The rule.
pub static RULE: Rule = Rule {
    id: "kubeconfig-plain-http",
    title: "The client talks to the API server without TLS",
    severity: Severity::High,
    components: &[Component::Kubelet],
    check: Check::Object(&[ObjectKind::Kubeconfig], check),
    good: &[],
    repair: Repair::None,
    docs: Docs {
        what: "Requests, tokens and answers go over the network in clear, and neither side proves who it is.",
        why: "Whoever is on the path reads the client's token and changes what the API server answers, up to the pods \
              that the kubelet starts.",
        verify: "Run `kubectl --kubeconfig FILE config view --minify -o jsonpath='{.clusters[0].cluster.server}'`: it \
                 must begin with `https://`.",
        side_effects: "The insecure port of the API server is gone since 1.24, so something else answers there. The \
                       client needs an address with TLS and a `certificate-authority`.",
    },
    references: &[],
};

fn check(context: &ObjectContext<'_>) -> Vec<Hit> {
    let config = Kubeconfig::of(context);
    let Some((cluster, server)) = config.cluster.zip(config.of_cluster("server")) else { return Vec::new() };
    let has_tls = config.has_authority()
        || config.skips_verification() != Some(false)
        || ["client-certificate", "client-certificate-data"].iter().any(|key| config.of_user(key).is_some());
    let Some(address) = context.tree.scalar(server) else { return Vec::new() };
    if scheme(address, has_tls) != Some("http") {
        return Vec::new();
    }
    let local = ["127.", "localhost", "[::1]"].iter().any(|host| host_of(address).starts_with(host));
    let severity = if local { Severity::Medium } else { Severity::High };
    let why = if address.contains("://") { "" } else { ", which means `http://` here" };
    let message = format!(
        "`server` is `{address}`{why}. What the client sends and reads can be read and changed on the way. Use the \
         `https://` address of the API server."
    );
    let at = context.place_of(cluster.body, &["server"]);
    vec![config.hit(Category::Insecure, at, "clusters[].cluster.server", message).severity(severity)]
}

fn host_of(address: &str) -> &str {
    address.split_once("://").map_or(address, |(_, rest)| rest)
}
