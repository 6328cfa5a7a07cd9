//! Kernel parameters that pods may change.

use crate::context::Context;
use crate::finding::{Change, Hit, Plan, with_risk};
use crate::knowledge::Component;
use crate::knowledge::kubelet::ALLOWED_UNSAFE_SYSCTLS as SYSCTLS;
use crate::report::{Category, Safety, Severity};
use crate::rule::{Check, Docs, Repair, Rule};

const RISK: &str = "keep pods that set these parameters from starting";

/// The rule.
pub static RULE: Rule = Rule {
    id: "kubelet-allowed-unsafe-sysctls",
    title: "Pods may change kernel parameters that are not known to be safe",
    severity: Severity::Low,
    components: &[Component::Kubelet],
    check: Check::Code(check),
    good: &[(crate::knowledge::kubelet::ALLOWED_UNSAFE_SYSCTLS, "")],
    repair: Repair::Remove { safety: Safety::Unsafe, risk: RISK },
    docs: Docs {
        what: "Pods may set these parameters for themselves, and nobody vouches that the rest of the node is not \
               affected.",
        why: "Limits on shared memory, message queues and network buffers guard the node's memory: a pod that raises \
              them can starve its neighbours. A pattern also admits parameters that a later kernel adds.",
        verify: "Run `kubectl get --raw /api/v1/nodes/NODE/proxy/configz`: `allowedUnsafeSysctls` must be absent or \
                 hold only names that a workload needs.",
        side_effects: "Pods that ask for a parameter outside the list are refused with SysctlForbidden.",
    },
    references: &[],
};

fn check(context: &Context<'_>) -> Vec<Hit> {
    if context.is_present(SYSCTLS) != Some(true) {
        return Vec::new();
    }
    let Some(value) = context.value(SYSCTLS) else { return Vec::new() };
    let pattern = value.items().iter().find(|item| item.ends_with('*'));
    let (severity, wanted) = match pattern {
        Some(pattern) => (
            Severity::Medium,
            format!("`{pattern}` is a pattern that covers more than anyone has looked at; name single parameters."),
        ),
        None => (Severity::Low, "Keep only those that a workload needs.".to_owned()),
    };
    let message = format!("{}. {} {wanted}", context.found(SYSCTLS), RULE.docs.what);
    let title = with_risk(format!("Remove `{}`", context.target_spelling(SYSCTLS)), RISK);
    let hit = Hit::new(Category::Insecure, context.place(SYSCTLS), message)
        .about(SYSCTLS)
        .severity(severity)
        .confidence(context.confidence(SYSCTLS));
    vec![hit.plan(Plan::new(title, Safety::Unsafe, Change::Unset(SYSCTLS)))]
}
