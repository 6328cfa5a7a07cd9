//! Rules of roles that match no request.

use crate::access::roles::{RBAC, Role, RoleRule};
use crate::finding::Hit;
use crate::knowledge::Component;
use crate::object::ObjectKind;
use crate::object_context::ObjectContext;
use crate::report::{Category, Severity};
use crate::rule::{Check, Docs, Repair, Rule};

/// The rule.
pub static RULE: Rule = Rule {
    id: "rbac-without-effect",
    title: "A rule of a role does not do what it says",
    severity: Severity::Low,
    components: &[Component::KubeApiserver],
    check: Check::Object(&[ObjectKind::Role], check),
    good: &[],
    repair: Repair::None,
    docs: Docs {
        what: "The authorizer compares names exactly, so some ways of writing a rule match no request, and the API \
               server refuses others.",
        why: "Somebody finds that a right is missing and grants far too much instead, or believes that a rule limits \
              what it does not.",
        verify: "Run `kubectl auth can-i VERB RESOURCE --as SUBJECT` for what the rule is to grant: it must print \
                 `yes`.",
        side_effects: "The mended rule grants what it says for the first time. See that this is meant.",
    },
    references: &[],
};

// Source: `pkg/apis/rbac/v1/evaluation_helpers.go` and `pkg/apis/rbac/validation/validation.go` of Kubernetes.

/// Group and resource of what stands in no namespace.
const CLUSTER_WIDE: &[(&str, &str)] = &[
    ("", "nodes"),
    ("", "persistentvolumes"),
    (RBAC, "clusterroles"),
    (RBAC, "clusterrolebindings"),
    ("storage.k8s.io", "storageclasses"),
    ("certificates.k8s.io", "certificatesigningrequests"),
    ("apiextensions.k8s.io", "customresourcedefinitions"),
    ("admissionregistration.k8s.io", "mutatingwebhookconfigurations"),
    ("admissionregistration.k8s.io", "validatingwebhookconfigurations"),
];

fn check(context: &ObjectContext<'_>) -> Vec<Hit> {
    let rules = Role::own_rules(context);
    let all = rules.iter().flat_map(|(role, rule)| match refused(context, role, rule) {
        Some(hit) => vec![hit],
        None => idle(context, role, rule),
    });
    all.collect()
}

/// What the API server does not store.
fn refused(context: &ObjectContext<'_>, role: &Role<'_>, rule: &RoleRule<'_>) -> Option<Hit> {
    let is_absent = |key: &str| {
        let list = context.at(rule.node, &[key]);
        list.is_none_or(|list| context.items(list).is_empty() && context.tree.scalar(list).is_none_or(str::is_empty))
    };
    let absent = |key: &str| context.is_whole() && is_absent(key);
    let (urls, resources) = (!rule.urls.is_empty(), !rule.resources.is_empty());
    let (key, message) = if urls && !role.is_cluster {
        ("nonResourceURLs", "A Role cannot grant `nonResourceURLs`, so the API server refuses it. Use a ClusterRole.")
    } else if urls && resources {
        let message = "One rule names resources and `nonResourceURLs`, so the API server refuses it. Make two of it.";
        ("nonResourceURLs", message)
    } else if resources && absent("apiGroups") {
        ("resources", "The rule has no `apiGroups`, so the API server refuses it. The core group is `\"\"`.")
    } else if resources && absent("verbs") {
        ("resources", "The rule has no `verbs`, so the API server refuses it.")
    } else {
        return None;
    };
    let at = context.place_of(rule.node, &[key]);
    Some(context.hit(Category::Invalid, at, &format!("rules[].{key}"), message).severity(Severity::Medium))
}

/// What matches no request.
fn idle(context: &ObjectContext<'_>, role: &Role<'_>, rule: &RoleRule<'_>) -> Vec<Hit> {
    let groups = rule.groups.iter().filter_map(|group| Some(("apiGroups", *group, no_group(group)?)));
    let resources = rule.resources.iter().filter_map(|resource| {
        let below = resource.strip_suffix("/*").filter(|name| *name != "*");
        let message = match below {
            Some(name) => format!(
                "`{resource}` matches nothing: `*` does not stand for subresources. Name each, such as `{name}/status`."
            ),
            None if !role.is_cluster && is_cluster_wide(rule, resource) => format!(
                "`{resource}` stand in no namespace, so a Role grants nothing on them. Use a ClusterRole and a \
                 ClusterRoleBinding, if that is meant."
            ),
            None => return None,
        };
        Some(("resources", *resource, message))
    });
    let whole_objects = !rule.resources.is_empty() && rule.resources.iter().all(|resource| !resource.contains('/'));
    let named = !rule.names.is_empty() && rule.verbs.contains(&"create") && whole_objects;
    let create = named.then(|| {
        let message = "`create` is never granted by name, because the API server does not know the name yet. Put it \
                       into a rule without `resourceNames`.";
        ("verbs", "create", message.to_owned())
    });
    let all = groups.chain(resources).chain(create);
    let hit = |(list, text, message): (&str, &str, String)| {
        context.hit(Category::Invalid, rule.place(context, list, text), &format!("rules[].{list}"), message)
    };
    all.map(hit).collect()
}

fn no_group(group: &str) -> Option<String> {
    match group.split_once('/') {
        Some((name, version)) => {
            Some(format!("`{group}` is no group, so it matches nothing. Write `{name}` without `/{version}`."))
        }
        None if group == "v1" => Some("`v1` is no group, so it matches nothing. The core group is `\"\"`.".to_owned()),
        None => None,
    }
}

fn is_cluster_wide(rule: &RoleRule<'_>, resource: &str) -> bool {
    CLUSTER_WIDE.iter().any(|(group, name)| *name == resource && rule.has_group(group))
}
