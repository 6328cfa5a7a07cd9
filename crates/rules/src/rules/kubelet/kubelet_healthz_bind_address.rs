//! The address of the health port.

use crate::context::Context;
use crate::knowledge::Component;
use crate::knowledge::kubelet::{HEALTHZ_BIND_ADDRESS, HEALTHZ_PORT};
use crate::report::{Safety, Severity};
use crate::rule::{Check, Docs, Expect, Repair, Rule, When};
use crate::value::Value;

/// The rule.
pub static RULE: Rule = Rule {
    id: "kubelet-healthz-bind-address",
    title: "The kubelet's health port can be reached from the network",
    severity: Severity::Low,
    components: &[Component::Kubelet],
    check: Check::Setting {
        setting: HEALTHZ_BIND_ADDRESS,
        expect: Expect::OneOf(&["127.0.0.1", "::1"]),
        when: When::If(port_is_open),
    },
    good: &[],
    repair: Repair::Write { value: "127.0.0.1", safety: Safety::Safe, risk: "" },
    docs: Docs {
        what: "The health port answers there in plain HTTP and without credentials.",
        why: "A scanner learns that this is a node and whether its kubelet is in trouble. Nothing in a cluster needs \
              the port from outside the node.",
        verify: "Run `ss -ltn 'sport = :10248'` on the node: it must show only 127.0.0.1 or [::1].",
        side_effects: "Load balancers or monitoring that probe port 10248 from other machines fail.",
    },
    references: &[],
};

/// Port 0 switches the health server off.
fn port_is_open(context: &Context<'_>) -> bool {
    context.value(HEALTHZ_PORT) != Some(Value::Int(0))
}
