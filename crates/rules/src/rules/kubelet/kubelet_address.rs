//! The address of the kubelet's port.

use std::net::IpAddr;

use crate::context::Context;
use crate::finding::{Change, Hit, Plan, with_risk};
use crate::knowledge::Component;
use crate::knowledge::kubelet::ADDRESS;
use crate::report::{Category, Safety, Severity};
use crate::rule::{Check, Docs, Repair, Rule};
use crate::value::Value;

const RISK: &str = "open port 10250 to every network of the node";

/// The rule.
pub static RULE: Rule = Rule {
    id: "kubelet-address",
    title: "The kubelet listens on a loopback address only",
    severity: Severity::Medium,
    components: &[Component::Kubelet],
    check: Check::Code(check),
    good: &[(crate::knowledge::kubelet::ADDRESS, "0.0.0.0")],
    repair: Repair::Remove { safety: Safety::Unsafe, risk: RISK },
    docs: Docs {
        what: "The API server calls the kubelet at the node's address, where nothing answers then: `kubectl logs`, \
               `exec`, `attach` and `port-forward` fail for every pod of the node, and metrics stay empty.",
        why: "Some hardening guides advise it. It protects no better than authentication, authorisation and a \
              firewall, and takes away the means to look into an incident.",
        verify: "Run `kubectl logs -n kube-system POD` for a pod of the node: it must print the log.",
        side_effects: "Every network of the node reaches the port again, unless you give the address of one network or \
                       a firewall guards it.",
    },
    references: &[],
};

fn check(context: &Context<'_>) -> Vec<Hit> {
    let Some(Value::Text(address)) = context.value(ADDRESS) else { return Vec::new() };
    if !address.trim().parse::<IpAddr>().is_ok_and(|address| address.is_loopback()) {
        return Vec::new();
    }
    let message = format!(
        "{}. {} Write the node's own address, or remove it and guard the port with a firewall.",
        context.found(ADDRESS),
        RULE.docs.what
    );
    let title = with_risk("Remove the address, so that the kubelet listens on all".to_owned(), RISK);
    let hit = Hit::new(Category::Conflict, context.place(ADDRESS), message)
        .about(ADDRESS)
        .confidence(context.confidence(ADDRESS));
    vec![hit.plan(Plan::new(title, Safety::Unsafe, Change::Unset(ADDRESS)))]
}
