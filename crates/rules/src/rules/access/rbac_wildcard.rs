//! Roles that name nothing.

use crate::access::roles::{Role, RoleRule, listed};
use crate::finding::Hit;
use crate::knowledge::Component;
use crate::object::ObjectKind;
use crate::object_context::ObjectContext;
use crate::report::{Category, Severity};
use crate::rule::{Check, Docs, Ref, Repair, Rule};

/// The rule.
pub static RULE: Rule = Rule {
    id: "rbac-wildcard",
    title: "A role grants more than it names",
    severity: Severity::Medium,
    components: &[Component::KubeApiserver],
    check: Check::Object(&[ObjectKind::Role], check),
    good: &[],
    repair: Repair::None,
    docs: Docs {
        what: "`*` stands for everything that exists and for everything that is added later.",
        why: "A role for one task grants Secrets, `nodes/proxy` and `escalate` along with it. A stolen token of its \
              subject then is the cluster.",
        verify: "Run `kubectl auth can-i --list --as SUBJECT`: no line may begin with `*.*`.",
        side_effects: "What the subject really uses must be named. The audit log tells what that is.",
    },
    references: &[Ref::Cis("5.1.3")],
};

const READS: &[&str] = &["get", "list", "watch"];

fn check(context: &ObjectContext<'_>) -> Vec<Hit> {
    let rules = Role::own_rules(context);
    rules.iter().filter_map(|(role, rule)| paths(context, rule).or_else(|| hit(context, role, rule))).collect()
}

fn paths(context: &ObjectContext<'_>, rule: &RoleRule<'_>) -> Option<Hit> {
    rule.urls.contains(&"*").then_some(())?;
    let message = "`*` in `nonResourceURLs` grants every path that is no resource, `/debug/pprof` and `/logs` among \
                   them. Name the paths.";
    let at = rule.place(context, "nonResourceURLs", "*");
    Some(context.hit(Category::Insecure, at, "rules[].nonResourceURLs", message).severity(Severity::Low))
}

fn hit(context: &ObjectContext<'_>, role: &Role<'_>, rule: &RoleRule<'_>) -> Option<Hit> {
    let has = |list: &[&str]| list.contains(&"*");
    let (groups, resources, verbs) = (has(&rule.groups), has(&rule.resources), has(&rule.verbs));
    let reads_only = !rule.verbs.is_empty() && rule.verbs.iter().all(|verb| READS.contains(verb));
    // Resources that the owner of the role defines himself hold nothing of others.
    let own = !rule.groups.is_empty() && rule.groups.iter().all(|group| is_foreign(group));
    let (severity, list, message) = if resources && (groups || rule.groups.contains(&"")) {
        let severity = match (role.is_cluster, reads_only) {
            (true, false) => Severity::High,
            (true, true) | (false, false) => Severity::Medium,
            (false, true) => Severity::Low,
        };
        let what = match (groups && verbs, role.is_cluster, reads_only) {
            (true, true, _) => "makes its subjects as strong as `cluster-admin`",
            (true, false, _) => "gives its subjects everything in the namespace",
            (false, _, true) => "lets its subjects read everything, the values of Secrets included",
            (false, true, false) => "gives its subjects Secrets, `nodes/proxy` and the rest of the core group",
            (false, false, false) => "gives its subjects Secrets, `pods/exec` and the rest of the core group",
        };
        (severity, "resources", format!("`*` in `resources` {what}. Name the resources."))
    } else if resources {
        let severity = if own { Severity::Info } else { Severity::Low };
        let message = format!("`*` in `resources` grants every resource of {}. Name them.", listed(&rule.groups));
        (severity, "resources", message)
    } else if verbs && !rule.resources.is_empty() {
        let severity = if own { Severity::Info } else { Severity::Low };
        let message = format!(
            "`*` in `verbs` grants every verb on {}, `deletecollection` and special ones included. Name the verbs.",
            listed(&rule.resources)
        );
        (severity, "verbs", message)
    } else if groups && !rule.resources.is_empty() {
        let message = format!(
            "`*` in `apiGroups` grants {} of every group, whoever defines it. Name the groups.",
            listed(&rule.resources)
        );
        (Severity::Low, "apiGroups", message)
    } else {
        return None;
    };
    let at = rule.place(context, list, "*");
    Some(context.hit(Category::Insecure, at, &format!("rules[].{list}"), message).severity(severity))
}

/// Whether a group is none of Kubernetes' own.
fn is_foreign(group: &str) -> bool {
    group.contains('.') && !group.ends_with(".k8s.io")
}
