//! The size at which the log of a container is rotated.

use crate::context::Context;
use crate::finding::{Change, Hit, Plan, with_risk};
use crate::knowledge::Component;
use crate::knowledge::kubelet::CONTAINER_LOG_MAX_SIZE as SIZE;
use crate::report::{Category, Safety, Severity};
use crate::rule::{Check, Docs, Repair, Rule};
use crate::value::{Value, is_quantity};

const RISK: &str = "drop old lines of logs";

/// The rule.
pub static RULE: Rule = Rule {
    id: "kubelet-container-log-size",
    title: "The logs of containers are never rotated",
    severity: Severity::Medium,
    components: &[Component::Kubelet],
    check: Check::Code(check),
    good: &[(crate::knowledge::kubelet::CONTAINER_LOG_MAX_SIZE, "10Mi")],
    repair: Repair::Write { value: "10Mi", safety: Safety::Unsafe, risk: RISK },
    docs: Docs {
        what: "A negative size switches rotation off, so the log of a container grows until its disk is full.",
        why: "One pod that writes without end fills the node's disk: other pods are evicted, and images can no longer be \
              pulled.",
        verify: "Run `kubectl get --raw /api/v1/nodes/NODE/proxy/configz`: `containerLogMaxSize` must be a positive \
                 size, such as `10Mi`.",
        side_effects: "Old lines are dropped once `containerLogMaxFiles` files of that size exist. Ship logs off the node \
                       if you need them longer.",
    },
    references: &[],
};

/// Source: `pkg/kubelet/logs/container_log_manager.go`: the text is a quantity; one below zero gives a manager that
/// does nothing.
fn check(context: &Context<'_>) -> Vec<Hit> {
    if !context.is_written(SIZE) {
        return Vec::new();
    }
    let Some(Value::Text(size)) = context.value(SIZE) else { return Vec::new() };
    let hit = if !is_quantity(&size) {
        let message = format!("{}, but it must be a quantity, such as `10Mi`. The kubelet exits.", context.found(SIZE));
        let title = format!("Set `{}` to `10Mi`", context.target_spelling(SIZE));
        Hit::new(Category::Invalid, context.place(SIZE), message).severity(Severity::High).plan(Plan::new(
            title,
            Safety::Safe,
            Change::Write(SIZE, "10Mi".to_owned()),
        ))
    } else if size.starts_with('-') {
        let message = format!("{}. {} Set it to `10Mi` or what suits you.", context.found(SIZE), RULE.docs.what);
        let title = with_risk(format!("Set `{}` to `10Mi`", context.target_spelling(SIZE)), RISK);
        Hit::new(Category::Insecure, context.place(SIZE), message).plan(Plan::new(
            title,
            Safety::Unsafe,
            Change::Write(SIZE, "10Mi".to_owned()),
        ))
    } else {
        return Vec::new();
    };
    vec![hit.about(SIZE).confidence(context.confidence(SIZE))]
}
