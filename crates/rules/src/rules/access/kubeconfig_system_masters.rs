//! A client that nothing limits.

use crate::access::certificate::organisations;
use crate::access::kubeconfig::{Kubeconfig, Reader};
use crate::finding::Hit;
use crate::knowledge::Component;
use crate::object::ObjectKind;
use crate::object_context::ObjectContext;
use crate::report::{Category, Severity};
use crate::rule::{Check, Docs, Ref, Repair, Rule};

/// The rule.
pub static RULE: Rule = Rule {
    id: "kubeconfig-system-masters",
    title: "The certificate makes its user a member of system:masters",
    severity: Severity::Medium,
    components: &[Component::Kubelet],
    check: Check::Object(&[ObjectKind::Kubeconfig], check),
    good: &[],
    repair: Repair::None,
    docs: Docs {
        what: "The API server lets `system:masters` do everything, and no role, binding or webhook limits it.",
        why: "The certificate cannot be revoked and its rights cannot be taken away: a copy of this file is the whole \
              cluster until it expires or the authority is replaced.",
        verify: "Run `kubectl --kubeconfig FILE auth whoami`: the groups must not name `system:masters`.",
        side_effects: "The user needs a certificate of another group and a binding for it, as kubeadm does since 1.29 \
                       with `kubeadm:cluster-admins`.",
    },
    references: &[Ref::Cis("5.1.7")],
};

fn check(context: &ObjectContext<'_>) -> Vec<Hit> {
    let config = Kubeconfig::of(context);
    let Some((user, data)) = config.user.zip(config.of_user("client-certificate-data")) else { return Vec::new() };
    let groups = context.scalar(data).and_then(organisations).unwrap_or_default();
    if !groups.iter().any(|group| group == "system:masters") {
        return Vec::new();
    }
    let file = context.name.rsplit(['/', '\\']).next().unwrap_or(context.name);
    let (severity, advice) = match config.reader {
        Reader::Kubelet => (Severity::High, "Give the node a certificate of `system:node:NAME` in `system:nodes`"),
        _ if file == "super-admin.conf" => (Severity::Info, "Keep this file off the nodes, for emergencies only"),
        _ => (Severity::Medium, "Use a certificate of another group with a binding that can be removed"),
    };
    let message = format!(
        "The certificate names the group `system:masters`, which may do everything and which nothing limits. {advice}."
    );
    let at = context.place(context.key_of(user.body, "client-certificate-data").unwrap_or(data));
    vec![config.hit(Category::Insecure, at, "users[].user.client-certificate-data", message).severity(severity)]
}
