//! The addresses on which the API is served.

use crate::context::Context;
use crate::finding::Hit;
use crate::knowledge::{Component, kube_apiserver as settings};
use crate::report::{Category, Severity};
use crate::rule::{Check, Docs, Repair, Rule};
use crate::value::Value;

/// The rule.
pub static RULE: Rule = Rule {
    id: "apiserver-bind-address",
    title: "The API is told to listen on every address of the node",
    severity: Severity::Info,
    components: &[Component::KubeApiserver],
    check: Check::Code(check),
    good: &[],
    repair: Repair::None,
    docs: Docs {
        what: "On a node with several networks, the API is served in each of them, a public one included.",
        why: "Scanners find the port within hours, and every fault of the API server that needs no login is open to \
              them.",
        verify: "Run `ss -ltn 'sport = :6443'` on the node: it must show the one address that you mean.",
        side_effects: "Clients that use another address of the node, `127.0.0.1` included, no longer reach the API. The \
                       probes of the manifest must name the address.",
    },
    references: &[],
};

/// Speaks only where the address is written: without the flag, listening everywhere is what every installer does.
fn check(context: &Context<'_>) -> Vec<Hit> {
    let setting = settings::BIND_ADDRESS;
    let Some(Value::Text(address)) = context.value(setting).filter(|_| context.is_written(setting)) else {
        return Vec::new();
    };
    if !matches!(address.as_str(), "0.0.0.0" | "::") {
        return Vec::new();
    }
    let message = format!(
        "{}, which is every address. {} Name the address that nodes and clients use, or keep a firewall in front.",
        context.found(setting),
        RULE.docs.what
    );
    let hit = Hit::new(Category::Insecure, context.place(setting), message).about(setting);
    vec![hit.confidence(context.confidence(setting))]
}
