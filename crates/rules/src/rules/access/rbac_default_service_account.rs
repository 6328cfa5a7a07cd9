//! Rights of pods that name no account.

use crate::access::subjects::{Binding, Power, Subject, Words};
use crate::finding::Hit;
use crate::knowledge::Component;
use crate::object::ObjectKind;
use crate::object_context::ObjectContext;
use crate::report::{Safety, Severity};
use crate::rule::{Check, Docs, Ref, Repair, Rule};

/// The rule.
pub static RULE: Rule = Rule {
    id: "rbac-default-service-account",
    title: "The default service account is given a role",
    severity: Severity::Medium,
    components: &[Component::KubeApiserver],
    check: Check::Object(&[ObjectKind::RoleBinding], check),
    good: &[],
    repair: Repair::Remove { safety: Safety::Unsafe, risk: RISK },
    docs: Docs {
        what: "Every pod that names no service account runs as `default`, with its token in the pod.",
        why: "A right for one workload is a right for all of them, also for the one with the hole.",
        verify: "Run `kubectl auth can-i --list --as system:serviceaccount:NAMESPACE:default`: it must show discovery, \
                 self reviews and nothing else.",
        side_effects: "The workload that needs the role gets a service account of its own.",
    },
    references: &[Ref::Cis("5.1.5")],
};

const RISK: &str = "stop workloads that use the default account";

fn check(context: &ObjectContext<'_>) -> Vec<Hit> {
    let binding = Binding::of(context);
    let severity = match binding.power() {
        // Another rule speaks of `cluster-admin`.
        Power::Harmless | Power::Everything => return Vec::new(),
        Power::Broad if binding.is_cluster => Severity::High,
        _ => Severity::Medium,
    };
    let is_default = |subject: &&Subject<'_>| match subject.kind {
        "ServiceAccount" => subject.name == "default",
        "User" => subject.name.starts_with("system:serviceaccount:") && subject.name.ends_with(":default"),
        _ => false,
    };
    let hit = |subject: &Subject<'_>| {
        let message = format!(
            "The service account `default`{} has the role `{}` {}, and every pod of its namespace that names no \
             account runs as it. Bind the role to an account of the workload's own.",
            subject.namespace.map(|namespace| format!(" of `{namespace}`")).unwrap_or_default(),
            binding.role_name(),
            binding.reach()
        );
        binding.hit(context, subject, severity, Words { message, risk: RISK })
    };
    binding.subjects.iter().filter(is_default).map(hit).collect()
}
