//! An audit policy that the API server does not load.

use crate::finding::Hit;
use crate::knowledge::Component;
use crate::object::ObjectKind;
use crate::object_context::ObjectContext;
use crate::report::{Category, Severity};
use crate::rule::{Check, Docs, Repair, Rule};
use crate::syntax::yaml::NodeId;

/// The rule.
pub static RULE: Rule = Rule {
    id: "audit-policy-refused",
    title: "The API server refuses the audit policy and exits",
    severity: Severity::High,
    components: &[Component::KubeApiserver],
    check: Check::Object(&[ObjectKind::AuditPolicy], check),
    good: &[],
    repair: Repair::None,
    docs: Docs {
        what: "A policy needs at least one rule, and each rule a known level and either resources or URLs.",
        why: "The control plane is down until it is mended: the kubelet restarts the API server's container again and \
              again.",
        verify: "Run `kubectl get --raw /readyz`: it must print `ok`.",
        side_effects: "None.",
    },
    references: &[],
};

// Source: `audit/policy/reader.go` and `apis/audit/validation/validation.go` of kubernetes/apiserver.
const LEVELS: &[&str] = &["None", "Metadata", "Request", "RequestResponse"];

fn check(context: &ObjectContext<'_>) -> Vec<Hit> {
    let rules = context.value(&["rules"]).map(|rules| context.items(rules)).unwrap_or_default();
    if rules.is_empty() {
        // A text in place of a list is filled in later, or refused as no list.
        let is_text = |rules| context.tree.scalar(rules).is_some_and(|text| !text.is_empty());
        let templated = context.value(&["rules"]).is_some_and(is_text);
        let message = "The policy has no rule, so the API server exits. Add a last rule `level: Metadata`.";
        let at = context.place_of(context.object.root, &["rules"]);
        let hit = (context.is_whole() && !templated).then(|| context.hit(Category::Invalid, at, "rules", message));
        return hit.into_iter().collect();
    }
    rules.iter().filter_map(|rule| level(context, *rule).or_else(|| both(context, *rule))).collect()
}

fn level(context: &ObjectContext<'_>, rule: NodeId) -> Option<Hit> {
    let Some(node) = context.at(rule, &["level"]) else {
        let (first, _) = context.entries(rule).into_iter().next()?;
        let message = "A rule has no `level`, so the API server exits. Write `level: Metadata`.";
        let at = context.place_of(rule, &[first]);
        return context.is_whole().then(|| context.hit(Category::Invalid, at, "rules[].level", message));
    };
    let found = context.scalar(node).filter(|level| !LEVELS.contains(level))?;
    let message = format!(
        "`{found}` is no level, so the API server exits. The levels are `None`, `Metadata`, `Request` and \
         `RequestResponse`."
    );
    Some(context.hit(Category::Invalid, context.place_of(rule, &["level"]), "rules[].level", message))
}

fn both(context: &ObjectContext<'_>, rule: NodeId) -> Option<Hit> {
    let has = |key| context.at(rule, &[key]).is_some_and(|list| !context.items(list).is_empty());
    if !has("nonResourceURLs") || !(has("resources") || has("namespaces")) {
        return None;
    }
    let message = "A rule names resources or namespaces as well as `nonResourceURLs`, so the API server exits. Make two \
                   rules of it.";
    let at = context.place_of(rule, &["nonResourceURLs"]);
    Some(context.hit(Category::Conflict, at, "rules[].nonResourceURLs", message))
}
