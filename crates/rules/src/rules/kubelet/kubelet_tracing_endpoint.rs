//! Traces that leave the node in clear.

use crate::context::Context;
use crate::finding::Hit;
use crate::knowledge::Component;
use crate::knowledge::kubelet::TRACING_ENDPOINT as ENDPOINT;
use crate::report::{Category, Severity};
use crate::rule::{Check, Docs, Repair, Rule};
use crate::value::Value;

/// The rule.
pub static RULE: Rule = Rule {
    id: "kubelet-tracing-endpoint",
    title: "The kubelet sends traces over the network in clear",
    severity: Severity::Low,
    components: &[Component::Kubelet],
    check: Check::Code(check),
    good: &[(crate::knowledge::kubelet::TRACING_ENDPOINT, "localhost:4317")],
    repair: Repair::None,
    docs: Docs {
        what: "The kubelet sends traces without TLS and has no setting for it.",
        why: "Whoever sits on the path reads which pods and images the node runs and when, and may answer as the \
              collector.",
        verify: "Run `kubectl get --raw /api/v1/nodes/NODE/proxy/configz`: the `endpoint` of `tracing` must be absent or \
                 on the node itself.",
        side_effects: "A collector on the node has to pass traces on, with TLS.",
    },
    references: &[],
};

/// Source: the comment on `endpoint` in `k8s.io/component-base` tracing/api/v1, which says that TLS is not supported.
fn check(context: &Context<'_>) -> Vec<Hit> {
    let Some(Value::Text(endpoint)) = context.value(ENDPOINT) else { return Vec::new() };
    let place = endpoint.split_once("://").map_or(endpoint.as_str(), |(_, rest)| rest);
    if endpoint.is_empty() || is_local(place) {
        return Vec::new();
    }
    let message = format!(
        "{}. {} Send them to a collector on the node, such as `localhost:4317`.",
        context.found(ENDPOINT),
        RULE.docs.what
    );
    let hit = Hit::new(Category::Insecure, context.place(ENDPOINT), message).about(ENDPOINT);
    vec![hit.confidence(context.confidence(ENDPOINT))]
}

fn is_local(place: &str) -> bool {
    let host = match place.strip_prefix('[') {
        Some(rest) => rest.split(']').next().unwrap_or(rest),
        None => place.split([':', '/']).next().unwrap_or(place),
    };
    matches!(host, "localhost" | "::1" | "") || host.starts_with("127.") || endpoint_is_socket(place)
}

fn endpoint_is_socket(place: &str) -> bool {
    place.starts_with('/') || place.starts_with("unix:")
}
