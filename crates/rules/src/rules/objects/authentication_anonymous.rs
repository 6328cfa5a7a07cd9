//! Requests without credentials, as an AuthenticationConfiguration accepts them.

use crate::finding::{Hit, Plan, with_risk};
use crate::knowledge::Component;
use crate::object::ObjectKind;
use crate::object_context::ObjectContext;
use crate::report::{Category, Safety, Severity};
use crate::rule::{Check, Docs, Ref, Repair, Rule};
use crate::syntax::yaml::NodeId;

/// The rule.
pub static RULE: Rule = Rule {
    id: "authentication-anonymous",
    title: "Requests without credentials are accepted for more than health checks",
    severity: Severity::Medium,
    components: &[Component::KubeApiserver],
    check: Check::Object(&[ObjectKind::AuthenticationConfiguration], check),
    good: &[],
    repair: Repair::None,
    docs: Docs {
        what: "`anonymous.enabled: true` accepts requests without credentials, for every path when `conditions` names \
               none.",
        why: "Once a role is bound to `system:anonymous` or `system:unauthenticated`, by mistake or by a tutorial, \
              `curl -k https://HOST:6443/api/v1/secrets` may print every secret to whoever reaches the port.",
        verify: "Run `curl -sk https://HOST:6443/api | grep code`: it must print `\"code\": 401`, not 403.",
        side_effects: "`kubeadm join` with a token reads `cluster-info` without credentials. Name \
                       `/api/v1/namespaces/kube-public/configmaps/cluster-info` while nodes join.",
    },
    references: &[Ref::Cis("1.2.1"), Ref::Stig("V-242390")],
};

const RISK: &str = "break `kubeadm join` with a token";

/// Paths that hold no secrets and are meant for everybody.
const OPEN: &[&str] = &[
    "/api/v1/namespaces/kube-public/configmaps/cluster-info",
    "/.well-known/openid-configuration",
    "/openid/v1/jwks",
    "/version",
];

fn check(context: &ObjectContext<'_>) -> Vec<Hit> {
    let root = context.object.root;
    let enabled = context.value(&["anonymous", "enabled"]);
    if enabled.is_none_or(|node| context.is_true(node) != Some(true)) {
        return Vec::new();
    }
    let conditions = context.value(&["anonymous", "conditions"]);
    let items = conditions.map(|list| context.items(list)).unwrap_or_default();
    if !items.is_empty() {
        return items.iter().filter_map(|item| condition(context, *item)).collect();
    }
    if !context.is_whole() {
        return Vec::new();
    }
    let message = "`anonymous.enabled` is `true` without `conditions`, so requests without credentials are accepted \
                   for every path. Name the paths of health checks, or set it to `false`.";
    let at = context.place_of(root, &["anonymous", "enabled"]);
    let hit = context.hit(Category::Insecure, at, "anonymous.enabled", message);
    let paths = if context.is_json() {
        "[{\"path\": \"/livez\"}, {\"path\": \"/readyz\"}, {\"path\": \"/healthz\"}]"
    } else {
        "[{path: /livez}, {path: /readyz}, {path: /healthz}]"
    };
    let change = match conditions {
        Some(list) => context.replace(list, paths),
        None => context.insert(root, &["anonymous", "conditions"], paths),
    };
    let title = with_risk("Accept them for the health checks alone".to_owned(), RISK);
    vec![hit.plans(change.map(|change| Plan::new(title, Safety::Unsafe, change)))]
}

fn condition(context: &ObjectContext<'_>, item: NodeId) -> Option<Hit> {
    let path = context.text_at(item, &["path"])?;
    let health = ["/healthz", "/livez", "/readyz"]
        .iter()
        .any(|check| path.strip_prefix(check).is_some_and(|rest| rest.is_empty() || rest.starts_with('/')));
    let at = context.place_of(item, &["path"]);
    let name = "anonymous.conditions[].path";
    if path.contains('*') {
        let message = format!("`{path}` matches no request: paths are compared letter by letter. Write each path.");
        return Some(context.hit(Category::Insecure, at, name, message).severity(Severity::Low));
    }
    if health || OPEN.contains(&path) {
        return None;
    }
    let message = format!("Requests for `{path}` are accepted without credentials, and it is no health check.");
    Some(context.hit(Category::Insecure, at, name, message))
}
