//! Rules of roles that match no request.

use crate::access::roles::{RBAC, Role, RoleRule};
use crate::finding::Hit;
use crate::knowledge::Component;
use crate::object::ObjectKind;
use crate::object_context::ObjectContext;
use crate::report::{Category, Severity};
use crate::rule::{Check, Docs, Repair, Rule};
use crate::syntax::yaml::NodeId;

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

/// Group and resource of what roles often name.
const KNOWN: &[(&str, &str)] = &[
    ("", "configmaps"),
    ("", "endpoints"),
    ("", "events"),
    ("", "namespaces"),
    ("", "nodes"),
    ("", "persistentvolumeclaims"),
    ("", "persistentvolumes"),
    ("", "pods"),
    ("", "secrets"),
    ("", "serviceaccounts"),
    ("", "services"),
    ("apps", "daemonsets"),
    ("apps", "deployments"),
    ("apps", "replicasets"),
    ("apps", "statefulsets"),
    ("batch", "cronjobs"),
    ("batch", "jobs"),
    (RBAC, "clusterrolebindings"),
    (RBAC, "clusterroles"),
    (RBAC, "rolebindings"),
    (RBAC, "roles"),
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
    let in_vain: Vec<&str> = CLUSTER_WIDE
        .iter()
        .filter(|(group, _)| !role.is_cluster && rule.has_group(group))
        .map(|(_, resource)| *resource)
        .collect();
    let misspelt: Vec<&str> =
        KNOWN.iter().filter(|(group, _)| rule.has_group(group)).map(|(_, resource)| *resource).collect();
    let groups = rule.items(context, "apiGroups");
    let groups = groups.iter().filter_map(|(group, node)| Some(("apiGroups", *node, no_group(group)?)));
    let resources = rule.items(context, "resources");
    let resources = resources.iter().filter_map(|(resource, node)| {
        Some(("resources", *node, no_resource(resource, &in_vain).or_else(|| slip(resource, &misspelt))?))
    });
    let whole_objects = !rule.resources.is_empty() && rule.resources.iter().all(|resource| !resource.contains('/'));
    let by_name = !rule.names.is_empty() && whole_objects;
    let verbs = rule.items(context, "verbs");
    let create = verbs.iter().find(|(verb, _)| by_name && *verb == "create").map(|(_, node)| {
        let message = "`create` is never granted by name, because the API server does not know the name yet. Put it \
                       into a rule without `resourceNames`.";
        ("verbs", *node, message.to_owned())
    });
    let hit = |(list, node, message): (&str, NodeId, String)| {
        context.hit(Category::Invalid, context.place(node), &format!("rules[].{list}"), message)
    };
    groups.chain(resources).chain(create).map(hit).collect()
}

fn no_resource(resource: &str, in_vain: &[&str]) -> Option<String> {
    let below = resource.strip_suffix("/*").filter(|name| *name != "*");
    match below {
        Some(name) => Some(format!(
            "`{resource}` matches nothing: `*` does not stand for subresources. Name each, such as `{name}/status`."
        )),
        None if in_vain.contains(&resource) => Some(format!(
            "`{resource}` stand in no namespace, so a Role grants nothing on them. Use a ClusterRole and a \
             ClusterRoleBinding, if that is meant."
        )),
        None => None,
    }
}

/// A resource in the singular or with capital letters.
fn slip(resource: &str, known: &[&str]) -> Option<String> {
    let lower = resource.to_ascii_lowercase();
    let meant = known.iter().find(|known| **known == lower || known.strip_suffix('s') == Some(lower.as_str()))?;
    (*meant != resource).then(|| {
        format!(
            "`{resource}` matches nothing: resources are written in the plural and in small letters. Write `{meant}`."
        )
    })
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
