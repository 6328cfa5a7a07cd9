//! Authorizers that an AuthorizationConfiguration should name.

use super::authorization_config_refused::authorizers;
use crate::finding::{Hit, Plan};
use crate::knowledge::Component;
use crate::object::ObjectKind;
use crate::object_context::ObjectContext;
use crate::report::{Category, Safety, Severity};
use crate::rule::{Check, Docs, Ref, Repair, Rule};

/// The rule.
pub static RULE: Rule = Rule {
    id: "authorization-config-modes",
    title: "The authorisation configuration lacks Node or RBAC",
    severity: Severity::High,
    components: &[Component::KubeApiserver],
    check: Check::Object(&[ObjectKind::AuthorizationConfiguration], check),
    good: &[],
    repair: Repair::None,
    docs: Docs {
        what: "Without `Node` no authorizer limits a kubelet to what its own pods need, and without `RBAC` all roles \
               and role bindings are ignored.",
        why: "Kubelets then need roles that cover all nodes, so whoever takes over one node reads the secrets of all. \
              Without `RBAC` rights come from a webhook or a file that nobody sees in the cluster.",
        verify: "Run `kubectl get --raw /metrics | grep apiserver_authorization_decisions_total`: it must print lines \
                 with `type=\"Node\"` and `type=\"RBAC\"`.",
        side_effects: "Role bindings that exist take effect, and kubelets are allowed what their own pods need.",
    },
    references: &[Ref::Cis("1.2.7"), Ref::Cis("1.2.8"), Ref::Stig("V-242382")],
};

fn check(context: &ObjectContext<'_>) -> Vec<Hit> {
    let Some(found) = authorizers(context).filter(|found| !found.is_empty()) else { return Vec::new() };
    // With `AlwaysAllow` no other authorizer matters, which is a finding of its own.
    if found.iter().any(|authorizer| authorizer.kind == "AlwaysAllow") {
        return Vec::new();
    }
    let lacks = |kind: &&&str| !found.iter().any(|authorizer| authorizer.kind.eq_ignore_ascii_case(kind));
    ["Node", "RBAC"].iter().filter(lacks).map(|kind| hit(context, kind)).collect()
}

fn hit(context: &ObjectContext<'_>, kind: &str) -> Hit {
    let what = if kind == "Node" {
        "`Node` is not among the authorizers, so nothing limits a kubelet to its own node. Add it."
    } else {
        "`RBAC` is not among the authorizers, so roles and role bindings are ignored. Add it."
    };
    let at = context.place_of(context.object.root, &["authorizers"]);
    let hit = context.hit(Category::Missing, at, "authorizers", what);
    let name = kind.to_ascii_lowercase();
    let entry = if context.is_json() {
        format!("{{\"type\": \"{kind}\", \"name\": \"{name}\"}}")
    } else {
        format!("{{type: {kind}, name: {name}}}")
    };
    let list = context.value(&["authorizers"]);
    let change = list.and_then(|list| context.append_item(list, &entry));
    hit.plans(change.map(|change| Plan::new(format!("Add `{kind}`"), Safety::Safe, change)))
}
