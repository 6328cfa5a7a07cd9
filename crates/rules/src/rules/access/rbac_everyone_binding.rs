//! Rights of everyone who has logged in.

use crate::access::subjects::{Binding, Power, Words};
use crate::finding::Hit;
use crate::knowledge::Component;
use crate::object::ObjectKind;
use crate::object_context::ObjectContext;
use crate::report::{Confidence, Safety, Severity};
use crate::rule::{Check, Docs, Repair, Rule};

/// The rule.
pub static RULE: Rule = Rule {
    id: "rbac-everyone-binding",
    title: "Everyone with credentials is given a role",
    severity: Severity::Medium,
    components: &[Component::KubeApiserver],
    check: Check::Object(&[ObjectKind::RoleBinding], check),
    good: &[],
    repair: Repair::Remove { safety: Safety::Unsafe, risk: RISK },
    docs: Docs {
        what: "`system:authenticated` stands for every user and every pod's token, `system:serviceaccounts` for every \
               pod's token.",
        why: "A token from any pod, of the least important workload, has the role. On some clouds everyone with an \
              account there counts as authenticated.",
        verify: "Run `kubectl auth can-i --list --as nobody --as-group system:authenticated`: it must show discovery, \
                 self reviews and nothing else.",
        side_effects: "Workloads that relied on it need a binding of their own.",
    },
    references: &[],
};

const RISK: &str = "refuse workloads that have no binding of their own";

fn check(context: &ObjectContext<'_>) -> Vec<Hit> {
    let binding = Binding::of(context);
    let found = binding.subjects.iter().filter_map(|subject| {
        let one_namespace = subject.kind == "Group" && subject.name.starts_with("system:serviceaccounts:");
        let (severity, confidence) = match (binding.power(), subject.is_everyone(), one_namespace) {
            (Power::Harmless, _, _) | (_, false, false) => return None,
            (power, true, _) => of_everyone(&binding, power),
            (power, false, true) => (of_namespace(&binding, power)?, Confidence::Certain),
        };
        let who = match subject.name {
            "system:authenticated" => "every user and every pod",
            "system:serviceaccounts" => "every pod with a token",
            _ => "every pod of that namespace with a token",
        };
        binding.role?;
        let message = format!(
            "`{}` has the role `{}` {}, so {who} has it. Bind it to the accounts that need it.",
            subject.name,
            binding.role_name(),
            binding.reach()
        );
        Some(binding.hit(context, subject, severity, Words { message, risk: RISK }).confidence(confidence))
    });
    found.collect()
}

const fn of_everyone(binding: &Binding<'_>, power: Power) -> (Severity, Confidence) {
    match (power, binding.is_cluster) {
        (Power::Everything, true) => (Severity::Critical, Confidence::Certain),
        (Power::Everything, false) | (Power::Broad, true) => (Severity::High, Confidence::Certain),
        (Power::Broad, false) | (Power::View, true) => (Severity::Medium, Confidence::Certain),
        // What the role grants decides whether it is meant for everyone.
        (_, true) => (Severity::Low, Confidence::Possible),
        (_, false) => (Severity::Info, Confidence::Possible),
    }
}

const fn of_namespace(binding: &Binding<'_>, power: Power) -> Option<Severity> {
    match (power, binding.is_cluster) {
        (Power::Everything, true) => Some(Severity::High),
        (Power::Everything, false) | (Power::Broad, true) => Some(Severity::Medium),
        _ => None,
    }
}
