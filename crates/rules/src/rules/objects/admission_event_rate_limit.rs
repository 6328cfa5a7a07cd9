//! Limits on events that the API server refuses.

use crate::finding::{Hit, Plan};
use crate::knowledge::Component;
use crate::object::ObjectKind;
use crate::object_context::{ObjectContext, quoted};
use crate::report::{Category, Safety, Severity};
use crate::rule::{Check, Docs, Repair, Rule};
use crate::syntax::yaml::NodeId;
use crate::value::whole;

use super::admission_plugins_config::configuration;

/// The rule.
pub static RULE: Rule = Rule {
    id: "admission-event-rate-limit",
    title: "The API server refuses the limits on events and exits",
    severity: Severity::High,
    components: &[Component::KubeApiserver],
    check: Check::Object(&[ObjectKind::AdmissionConfiguration], check),
    good: &[],
    repair: Repair::None,
    docs: Docs {
        what: "`EventRateLimit` needs at least one limit, each with a known type and with `qps` and `burst` above zero.",
        why: "The control plane is down until it is mended: the kubelet restarts the API server's container again and \
              again.",
        verify: "Run `kubectl get --raw /readyz`: it must print `ok`.",
        side_effects: "Events beyond the limits are refused and lost.",
    },
    references: &[],
};

// Source: `eventratelimit/apis/eventratelimit/validation/validation.go` below `plugin/pkg/admission` of
// kubernetes/kubernetes.
const TYPES: &[&str] = &["Server", "Namespace", "User", "SourceAndObject"];
const PATH: &str = "plugins[].configuration.limits";

fn check(context: &ObjectContext<'_>) -> Vec<Hit> {
    let Some(configuration) = configuration(context, "EventRateLimit") else { return Vec::new() };
    let limits = context.at(configuration, &["limits"]);
    let items = limits.map(|limits| context.items(limits)).unwrap_or_default();
    if items.is_empty() {
        let message = "`EventRateLimit` has no limits, so the API server exits.";
        let at = limits.map_or(context.place(configuration), |_| context.place_of(configuration, &["limits"]));
        let hit = context.is_whole().then(|| context.hit(Category::Invalid, at, PATH, message));
        return hit.into_iter().collect();
    }
    let mut hits = Vec::new();
    for limit in items {
        hits.extend(of_type(context, *limit));
        hits.extend(["qps", "burst"].iter().filter_map(|key| number(context, *limit, key, 1)));
        let has_size = context.at(*limit, &["cacheSize"]).is_some();
        hits.extend(has_size.then(|| number(context, *limit, "cacheSize", 0)).flatten());
    }
    hits
}

fn of_type(context: &ObjectContext<'_>, limit: NodeId) -> Option<Hit> {
    let node = context.at(limit, &["type"]);
    let found = match node {
        Some(node) => context.scalar(node).filter(|found| !TYPES.contains(found))?,
        None if context.is_whole() => "",
        None => return None,
    };
    let message = format!("`type` is `{found}`, so the API server exits. The types are {}.", quoted(TYPES));
    let at = if node.is_some() { context.place_of(limit, &["type"]) } else { context.place(limit) };
    let hit = context.hit(Category::Invalid, at, &format!("{PATH}[].type"), message);
    let meant = TYPES.iter().find(|known| known.eq_ignore_ascii_case(found));
    let change = node.zip(meant).and_then(|(node, meant)| Some((meant, context.set(node, meant)?)));
    Some(hit.plans(change.map(|(meant, change)| Plan::new(format!("Write `{meant}`"), Safety::Safe, change))))
}

fn number(context: &ObjectContext<'_>, limit: NodeId, key: &str, least: i64) -> Option<Hit> {
    let found = match context.at(limit, &[key]) {
        Some(node) => context.scalar(node)?,
        None if context.is_whole() => "not set",
        None => return None,
    };
    if whole(found).is_some_and(|number| number >= least) {
        return None;
    }
    let wanted = if least == 0 { "not below 0" } else { "above 0" };
    let words = if found == "not set" { found.to_owned() } else { format!("`{found}`") };
    let message = format!("`{key}` is {words}, so the API server exits. It is a whole number {wanted}.");
    let written = context.at(limit, &[key]).is_some();
    let at = if written { context.place_of(limit, &[key]) } else { context.place(limit) };
    Some(context.hit(Category::Invalid, at, &format!("{PATH}[].{key}"), message))
}
