//! A kubelet that serves nothing.

use crate::context::Context;
use crate::finding::{Change, Hit, Plan, with_risk};
use crate::knowledge::Component;
use crate::knowledge::kubelet::ENABLE_SERVER as SERVER;
use crate::report::{Category, Safety, Severity};
use crate::rule::{Check, Docs, Repair, Rule};

const RISK: &str = "open port 10250";

/// The rule.
pub static RULE: Rule = Rule {
    id: "kubelet-enable-server",
    title: "The kubelet's server is off",
    severity: Severity::Low,
    components: &[Component::Kubelet],
    check: Check::Code(check),
    good: &[(crate::knowledge::kubelet::ENABLE_SERVER, "true")],
    repair: Repair::Write { value: "true", safety: Safety::Unsafe, risk: RISK },
    docs: Docs {
        what: "The kubelet does not listen at all: `kubectl logs`, `exec`, `attach` and `port-forward` fail for every \
               pod of the node, and metrics stay empty.",
        why: "Nobody can look into an incident on this node through the cluster, and autoscaling by metrics is blind. \
              Authentication and authorisation protect the port well enough.",
        verify: "Run `kubectl logs -n kube-system POD` for a pod of the node: it must print the log.",
        side_effects: "Port 10250 is open. Check that anonymous access is off and the authorisation mode is `Webhook`.",
    },
    references: &[],
};

fn check(context: &Context<'_>) -> Vec<Hit> {
    if context.is_true(SERVER) != Some(false) {
        return Vec::new();
    }
    let message = format!("{}. {} Set it to `true`.", context.found(SERVER), RULE.docs.what);
    let title = with_risk(format!("Set `{}` to `true`", context.target_spelling(SERVER)), RISK);
    let hit = Hit::new(Category::Conflict, context.place(SERVER), message)
        .about(SERVER)
        .confidence(context.confidence(SERVER));
    vec![hit.plan(Plan::new(title, Safety::Unsafe, Change::Write(SERVER, "true".to_owned())))]
}
