//! Rights of requests without credentials.

use crate::access::subjects::{Binding, Power, Subject, Words};
use crate::command::is_templated;
use crate::finding::Hit;
use crate::knowledge::Component;
use crate::object::ObjectKind;
use crate::object_context::ObjectContext;
use crate::report::{Safety, Severity};
use crate::rule::{Check, Docs, Repair, Rule};

/// The rule.
pub static RULE: Rule = Rule {
    id: "rbac-anonymous-binding",
    title: "Requests without credentials are given a role",
    severity: Severity::High,
    components: &[Component::KubeApiserver],
    check: Check::Object(&[ObjectKind::RoleBinding], check),
    good: &[],
    repair: Repair::Remove { safety: Safety::Unsafe, risk: RISK },
    docs: Docs {
        what: "`system:anonymous` and `system:unauthenticated` stand for every request that carries no credentials.",
        why: "Whoever reaches the API server's port has the role, and the audit log shows no other name than \
              `system:anonymous`. Scanners look for such clusters all day.",
        verify: "Run `kubectl auth can-i --list --as system:anonymous --as-group system:unauthenticated`: it must show \
                 health, version and nothing else.",
        side_effects: "Clients that never logged in are refused, such as a load balancer that reads more than \
                       `/healthz`, `/livez` and `/readyz`.",
    },
    references: &[],
};

const RISK: &str = "refuse clients that do not log in";

fn check(context: &ObjectContext<'_>) -> Vec<Hit> {
    let binding = Binding::of(context);
    let Some(severity) = severity(&binding) else { return Vec::new() };
    let subjects = binding.subjects.iter().filter(|subject| subject.is_anonymous());
    let hit = |subject: &Subject<'_>| {
        let role = binding.role_name();
        let message = format!(
            "`{}` has the role `{role}` {}: whoever reaches the API server has it without logging in. Remove the \
             subject.",
            subject.name,
            binding.reach()
        );
        binding.hit(context, subject, severity, Words { message, risk: RISK })
    };
    subjects.map(hit).collect()
}

fn severity(binding: &Binding<'_>) -> Option<Severity> {
    let (_, role) = binding.role.filter(|(_, role)| !is_templated(role))?;
    Some(match binding.power() {
        Power::Everything => Severity::Critical,
        Power::Broad if binding.is_cluster => Severity::Critical,
        Power::Broad | Power::View => Severity::High,
        Power::Unknown if binding.is_cluster => Severity::High,
        Power::Unknown => Severity::Medium,
        // Versions and health, and the discovery file of `kubeadm join`.
        Power::Harmless if role.ends_with(":public-info-viewer") || role.starts_with("kubeadm:") => return None,
        // Public keys only; where others verify tokens of this cluster it is meant so.
        Power::Harmless if role == "system:service-account-issuer-discovery" => Severity::Info,
        Power::Harmless => Severity::Low,
    })
}
