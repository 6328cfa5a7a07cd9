//! A service that stays down once it fails.

use crate::context::Context;
use crate::finding::Hit;
use crate::knowledge::Component;
use crate::report::{Category, Severity};
use crate::rule::{Check, Docs, Repair, Rule};

/// The rule.
pub static RULE: Rule = Rule {
    id: "unit-restart",
    title: "The service stays down once it fails",
    severity: Severity::Low,
    components: &[Component::Kubelet, Component::KubeApiserver],
    check: Check::Code(check),
    good: &[],
    repair: Repair::None,
    docs: Docs {
        what: "systemd does not start the service again after a crash.",
        why: "A fault that anyone can trigger takes the node or the control plane out until somebody logs in, instead of \
              for a few seconds.",
        verify: "Run `systemctl show kubelet -p Restart`: it must print `always` or `on-failure`.",
        side_effects: "A service that cannot start is tried again and again; `RestartSec=` sets the pause.",
    },
    references: &[],
};

/// Speaks only of a line that says so: a drop-in that was not given may add what is absent.
fn check(context: &Context<'_>) -> Vec<Hit> {
    let Some(found) = context.target.unit.as_ref().and_then(|unit| unit.last("Restart")) else { return Vec::new() };
    if !matches!(found.text.as_str(), "no" | "on-success") {
        return Vec::new();
    }
    let message = format!("`Restart=` is `{}`. {} Write `Restart=always`.", found.text, RULE.docs.what);
    vec![Hit::new(Category::Insecure, found.at, message).about_name("Restart")]
}
