//! A kubelet that is not root.

use crate::context::Context;
use crate::finding::Hit;
use crate::knowledge::Component;
use crate::refusal::gate_is_on;
use crate::report::{Category, Severity};
use crate::rule::{Check, Docs, Repair, Rule};

/// The rule.
pub static RULE: Rule = Rule {
    id: "kubelet-unit-user",
    title: "The kubelet's unit runs it as another user than root",
    severity: Severity::Medium,
    components: &[Component::Kubelet],
    check: Check::Code(check),
    good: &[],
    repair: Repair::None,
    docs: Docs {
        what: "The kubelet mounts volumes, makes cgroups and changes kernel settings, which only root may.",
        why: "It exits, or runs pods without their volumes and limits. People then add capabilities and loosen the rights \
              of files until it works, and any user of that group owns the node.",
        verify: "Run `ps -o user= -C kubelet` on the node: it must print `root`.",
        side_effects: "Files that the other user owns below /var/lib/kubelet should belong to root again.",
    },
    references: &[],
};

fn check(context: &Context<'_>) -> Vec<Hit> {
    let Some(user) = context.target.unit.as_ref().and_then(|unit| unit.last("User")) else { return Vec::new() };
    let rootless = gate_is_on(context, "KubeletInUserNamespace") != Some(false);
    if rootless || matches!(user.text.as_str(), "root" | "0") || user.text.contains(['%', '$']) {
        return Vec::new();
    }
    let message = format!("`User=` is `{}`. {} Remove the line.", user.text, RULE.docs.what);
    vec![Hit::new(Category::Conflict, user.at, message).about_name("User")]
}
