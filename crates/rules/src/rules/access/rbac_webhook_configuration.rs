//! Roles that put themselves into every request.

use crate::access::roles::{Role, listed};
use crate::finding::Hit;
use crate::knowledge::Component;
use crate::object::ObjectKind;
use crate::object_context::ObjectContext;
use crate::report::{Category, Severity};
use crate::rule::{Check, Docs, Ref, Repair, Rule};

/// The rule.
pub static RULE: Rule = Rule {
    id: "rbac-webhook-configuration",
    title: "A role changes admission webhooks",
    severity: Severity::Medium,
    components: &[Component::KubeApiserver],
    check: Check::Object(&[ObjectKind::Role], check),
    good: &[],
    repair: Repair::None,
    docs: Docs {
        what: "Who writes a webhook configuration has the API server send it every object that matches. A mutating \
               webhook answers with a changed one.",
        why: "The subject reads each new Secret and adds a container to each new pod, or lets every request fail. The \
              objects look as if their own users had written them.",
        verify: "Run `kubectl auth can-i create mutatingwebhookconfigurations --as SUBJECT`: it must print `no`.",
        side_effects: "Operators that only renew the `caBundle` of their own configuration need `patch` with its name \
                       in `resourceNames`.",
    },
    references: &[Ref::Cis("5.1.12")],
};

const GROUP: &str = "admissionregistration.k8s.io";

const RESOURCES: &[&str] = &["mutatingwebhookconfigurations", "validatingwebhookconfigurations"];

fn check(context: &ObjectContext<'_>) -> Vec<Hit> {
    let rules = Role::own_rules(context).into_iter().filter(|(role, rule)| role.is_cluster && rule.names.is_empty());
    let found = rules.filter_map(|(_, rule)| {
        let verbs = |resource: &str| rule.granted(GROUP, resource, &["create", "update", "patch"]);
        let reached: Vec<&str> = RESOURCES.iter().copied().filter(|resource| !verbs(resource).is_empty()).collect();
        let first = reached.first()?;
        let message = format!(
            "With {} on {} its subjects see, or change, every object that they name there. Limit it to `update` and \
             `patch` with `resourceNames`.",
            listed(&verbs(first)),
            listed(&reached)
        );
        Some(context.hit(Category::Insecure, rule.place_of(context, first), "rules[].resources", message))
    });
    found.collect()
}
