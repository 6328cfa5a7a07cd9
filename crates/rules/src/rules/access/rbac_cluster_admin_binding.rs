//! Who may do everything.

use crate::access::subjects::{Binding, Power, Subject, Words};
use crate::finding::Hit;
use crate::knowledge::Component;
use crate::object::ObjectKind;
use crate::object_context::ObjectContext;
use crate::report::{Safety, Severity};
use crate::rule::{Check, Docs, Ref, Repair, Rule};

/// The rule.
pub static RULE: Rule = Rule {
    id: "rbac-cluster-admin-binding",
    title: "cluster-admin is given away",
    severity: Severity::High,
    components: &[Component::KubeApiserver],
    check: Check::Object(&[ObjectKind::RoleBinding], check),
    good: &[],
    repair: Repair::Remove { safety: Safety::Unsafe, risk: RISK },
    docs: Docs {
        what: "`cluster-admin` grants every verb on every resource.",
        why: "The token of a service account lies in each of its pods: whoever breaks into one of them, or may start a \
              pod there, owns the cluster.",
        verify: "Run `kubectl get clusterrolebindings -o wide | grep cluster-admin`: it must name administrators only.",
        side_effects: "The workload needs a role that names what it uses; the audit log tells what that is.",
    },
    references: &[Ref::Cis("5.1.1")],
};

const RISK: &str = "stop what needs these rights";

fn check(context: &ObjectContext<'_>) -> Vec<Hit> {
    let binding = Binding::of(context);
    if binding.power() != Power::Everything {
        return Vec::new();
    }
    // Other rules speak of these.
    let others = |subject: &&Subject<'_>| !subject.is_anonymous() && !subject.is_everyone() && !subject.is_node();
    let named = binding.subjects.iter().filter(others).filter(|subject| {
        // The groups that are made for it, by the API server and by kubeadm.
        let meant = subject.is_group("system:masters") || subject.is_group("kubeadm:cluster-admins");
        !(meant || subject.kind == "Group" && subject.name.starts_with("system:serviceaccounts:"))
    });
    named.map(|subject| hit(context, &binding, subject)).collect()
}

fn hit<'a>(context: &ObjectContext<'a>, binding: &Binding<'a>, subject: &Subject<'a>) -> Hit {
    let account = subject.kind == "ServiceAccount" || subject.name.starts_with("system:serviceaccount:");
    let default = account && subject.name.rsplit(':').next() == Some("default");
    let severity = match (account, binding.is_cluster) {
        (true, true) if default => Severity::Critical,
        (true, true) => Severity::High,
        (true, false) => Severity::Medium,
        (false, true) => Severity::Low,
        (false, false) => Severity::Info,
    };
    let name = match subject.namespace {
        Some(namespace) if subject.kind == "ServiceAccount" => format!("{namespace}/{}", subject.name),
        _ => subject.name.to_owned(),
    };
    let message = match (default, account) {
        (true, _) => format!(
            "The service account `{name}` may do everything {}, and every pod of its namespace that names no other \
             account runs as it. Bind a role that names what is needed.",
            binding.reach()
        ),
        (_, true) => format!(
            "The service account `{name}` may do everything {}: its token lies in each of its pods. Bind a role that \
             names what is needed.",
            binding.reach()
        ),
        _ => format!(
            "The {} `{name}` may do everything {}. Keep it to administrators.",
            subject.kind.to_ascii_lowercase(),
            binding.reach()
        ),
    };
    binding.hit(context, subject, severity, Words { message, risk: RISK })
}
