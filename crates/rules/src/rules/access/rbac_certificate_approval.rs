//! Roles that sign identities.

use crate::access::roles::{Role, RoleRule};
use crate::finding::Hit;
use crate::knowledge::Component;
use crate::object::ObjectKind;
use crate::object_context::ObjectContext;
use crate::report::{Category, Severity};
use crate::rule::{Check, Docs, Ref, Repair, Rule};

/// The rule.
pub static RULE: Rule = Rule {
    id: "rbac-certificate-approval",
    title: "A role approves certificates for any identity",
    severity: Severity::High,
    components: &[Component::KubeApiserver],
    check: Check::Object(&[ObjectKind::Role], check),
    good: &[],
    repair: Repair::None,
    docs: Docs {
        what: "`update` on `certificatesigningrequests/approval` with `approve` on a signer makes a requested \
               certificate valid.",
        why: "The subject asks for a certificate of a controller or an administrator and approves it itself. A \
              certificate cannot be revoked.",
        verify: "Run `kubectl auth can-i approve signers.certificates.k8s.io/kubernetes.io/kube-apiserver-client --as \
                 SUBJECT`: it must print `no`.",
        side_effects: "Approvers keep the signers that they are for, such as `kubernetes.io/kubelet-serving`.",
    },
    references: &[Ref::Cis("5.1.11")],
};

const GROUP: &str = "certificates.k8s.io";

fn check(context: &ObjectContext<'_>) -> Vec<Hit> {
    let rules: Vec<RoleRule<'_>> =
        Role::own_rules(context).into_iter().filter_map(|(role, rule)| role.is_cluster.then_some(rule)).collect();
    let approval = "certificatesigningrequests/approval";
    let Some(approver) = rules.iter().find(|rule| !rule.granted(GROUP, approval, &["update", "patch"]).is_empty())
    else {
        return Vec::new();
    };
    let signers = rules.iter().filter(|rule| !rule.granted(GROUP, "signers", &["approve"]).is_empty());
    let worst = signers.filter_map(|rule| Some((identity(&rule.names)?, rule))).min_by_key(|(identity, _)| *identity);
    let (severity, at, message) = match worst {
        Some((0, rule)) => (
            Severity::High,
            rule.place_of(context, "signers"),
            "The role approves client certificates of any user, and its subjects may ask for one of an administrator \
             themselves. Limit `signers` by `resourceNames` to those that it is for.",
        ),
        Some((_, rule)) => (
            Severity::Medium,
            rule.place_of(context, "signers"),
            "The role approves the client certificates of nodes, so its subjects may become any node. Let the \
             controller manager approve them, which checks who asks.",
        ),
        None if rules.iter().any(|rule| rule.written("signers").is_some()) => return Vec::new(),
        None => (
            Severity::Info,
            approver.place_of(context, approval),
            "The role approves certificates where another role grants `approve` on a signer. See that the signers are \
             named there.",
        ),
    };
    vec![context.hit(Category::Insecure, at, "rules[].resources", message).severity(severity)]
}

/// Whose certificates the signers make: 0 for any user, 1 for nodes; nothing for certificates that are no clients'.
fn identity(names: &[&str]) -> Option<u8> {
    let any = ["kubernetes.io/*", "kubernetes.io/kube-apiserver-client"];
    match names {
        [] => Some(0),
        _ if names.iter().any(|name| any.contains(name)) => Some(0),
        _ if names.contains(&"kubernetes.io/kube-apiserver-client-kubelet") => Some(1),
        _ => None,
    }
}
