//! A kubelet that is no node for the API server.

use crate::access::certificate::organisations;
use crate::access::kubeconfig::{Kubeconfig, Reader};
use crate::access::roles::listed;
use crate::finding::Hit;
use crate::knowledge::Component;
use crate::object::ObjectKind;
use crate::object_context::ObjectContext;
use crate::report::{Category, Severity};
use crate::rule::{Check, Docs, Ref, Repair, Rule};

/// The rule.
pub static RULE: Rule = Rule {
    id: "kubeconfig-node-identity",
    title: "The kubelet's certificate is not that of a node",
    severity: Severity::Medium,
    components: &[Component::Kubelet],
    check: Check::Object(&[ObjectKind::Kubeconfig], check),
    good: &[],
    repair: Repair::None,
    docs: Docs {
        what: "The Node authorizer and NodeRestriction know a node by the group `system:nodes` in its certificate. \
               Without it the kubelet is a plain user to them.",
        why: "What such a kubelet needs has to be granted by a role, which knows no limit to the node's own pods. \
              Whoever takes this node reads and changes what belongs to others.",
        verify: "Run `kubectl --kubeconfig FILE auth whoami`: it must print `system:node:` with the name of the node, \
                 and the group `system:nodes`.",
        side_effects: "The node needs a new certificate, which it gets by `--bootstrap-kubeconfig`, and roles bound to the \
                       old user can go.",
    },
    references: &[Ref::Cis("1.2.7")],
};

fn check(context: &ObjectContext<'_>) -> Vec<Hit> {
    let config = Kubeconfig::of(context);
    let Some((user, data)) = config.user.zip(config.of_user("client-certificate-data")) else { return Vec::new() };
    if config.reader != Reader::Kubelet {
        return Vec::new();
    }
    let Some(groups) = context.scalar(data).and_then(organisations) else { return Vec::new() };
    // Another rule speaks of `system:masters`.
    if groups.iter().any(|group| matches!(group.as_str(), "system:nodes" | "system:masters")) {
        return Vec::new();
    }
    let groups: Vec<&str> = groups.iter().map(String::as_str).collect();
    let found = if groups.is_empty() { "no group".to_owned() } else { listed(&groups) };
    let message = format!(
        "The certificate names {found} and not `system:nodes`, so the Node authorizer does not limit this kubelet. \
         Give it a certificate of `system:node:NAME` in `system:nodes`."
    );
    let at = context.place(context.key_of(user.body, "client-certificate-data").unwrap_or(data));
    vec![config.hit(Category::Insecure, at, "users[].user.client-certificate-data", message)]
}
