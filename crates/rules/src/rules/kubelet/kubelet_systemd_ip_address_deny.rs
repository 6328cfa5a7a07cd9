//! The addresses that systemd lets the kubelet speak to.

use crate::context::Context;
use crate::finding::Hit;
use crate::knowledge::Component;
use crate::report::{Category, Severity};
use crate::rule::{Check, Docs, Repair, Rule};
use crate::runner::{Fact, Unit};

/// The rule.
pub static RULE: Rule = Rule {
    id: "kubelet-systemd-ip-address-deny",
    title: "The address filter of the kubelet's unit filters nothing, or everything",
    severity: Severity::Medium,
    components: &[Component::Kubelet],
    check: Check::Code(check),
    good: &[],
    repair: Repair::None,
    docs: Docs {
        what: "systemd lets through what `IPAddressAllow=` names, then drops what `IPAddressDeny=` names, and lets the \
               rest through.",
        why: "Only both together limit who reaches the kubelet: without `IPAddressDeny=any` the list has no effect, and \
              without a list nothing gets through, the API server included.",
        verify: "Run `systemctl show kubelet -p IPAddressAllow -p IPAddressDeny`: it must show your networks, and \
                 `0.0.0.0/0 ::/0` as denied.",
        side_effects: "Control plane, monitoring and the pods that the kubelet probes must all be in the list.",
    },
    references: &[],
};

/// Speaks only of a filter that is written: a unit without one is the usual case. Source: systemd.resource-control(5).
fn check(context: &Context<'_>) -> Vec<Hit> {
    context.target.unit.iter().filter_map(judge).collect()
}

fn judge(unit: &Unit) -> Option<Hit> {
    let allowed: Vec<&Fact> = unit.list("IPAddressAllow").collect();
    let denied: Vec<&Fact> = unit.list("IPAddressDeny").collect();
    let every = |facts: &[&Fact]| facts.iter().any(|fact| fact.text.split_whitespace().any(is_everything));
    let (at, message) = match (allowed.first(), denied.first()) {
        (Some(first), None) => (
            first.at,
            "`IPAddressAllow=` has no effect without `IPAddressDeny=`: every address gets through. Add \
             `IPAddressDeny=any`."
                .to_owned(),
        ),
        (Some(first), Some(_)) if every(&allowed) => (
            first.at,
            "`IPAddressAllow=` names every address, which wins over `IPAddressDeny=`: nothing is filtered. Name the \
             networks of the control plane, of monitoring and of the pods."
                .to_owned(),
        ),
        (None, Some(first)) if every(&denied) => (
            first.at,
            "`IPAddressDeny=` names every address and no `IPAddressAllow=` is given, so the kubelet does not reach the \
             API server. Allow the networks of the control plane, of monitoring and of the pods."
                .to_owned(),
        ),
        _ => return None,
    };
    Some(Hit::new(Category::Conflict, at, message).about_name("IPAddressDeny"))
}

fn is_everything(word: &str) -> bool {
    matches!(word, "any" | "0.0.0.0/0" | "::/0")
}
