//! Roles that mount the disks of nodes.

use crate::access::roles::{Role, RoleRule};
use crate::finding::Hit;
use crate::knowledge::Component;
use crate::object::ObjectKind;
use crate::object_context::ObjectContext;
use crate::report::{Category, Severity};
use crate::rule::{Check, Docs, Ref, Repair, Rule};

/// The rule.
pub static RULE: Rule = Rule {
    id: "rbac-persistent-volumes",
    title: "A role creates persistent volumes",
    severity: Severity::Low,
    components: &[Component::KubeApiserver],
    check: Check::Object(&[ObjectKind::Role], check),
    good: &[],
    repair: Repair::None,
    docs: Docs {
        what: "A persistent volume may be a `hostPath`, and Pod Security does not look at the volume behind a claim.",
        why: "The subject makes a volume of `/` or `/etc/kubernetes`, claims it in a pod that the policy allows, and \
              reads the node's keys.",
        verify: "Run `kubectl auth can-i create persistentvolumes --as SUBJECT`: it must print `no`.",
        side_effects: "Storage provisioners need it; nobody else does, because a claim makes its volume by itself.",
    },
    references: &[Ref::Cis("5.1.9")],
};

fn check(context: &ObjectContext<'_>) -> Vec<Hit> {
    let rules = Role::own_rules(context)
        .into_iter()
        .filter(|(role, rule)| role.is_cluster && !rule.granted("", "persistentvolumes", &["create"]).is_empty());
    let hit = |(_, rule): (Role<'_>, RoleRule<'_>)| {
        let message = "`create` on `persistentvolumes` lets its subjects mount any path of a node. Keep it to the \
                       provisioners of storage.";
        context.hit(Category::Insecure, rule.place_of(context, "persistentvolumes"), "rules[].resources", message)
    };
    rules.map(hit).collect()
}
