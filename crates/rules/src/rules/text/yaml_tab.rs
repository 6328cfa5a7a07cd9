//! Tabs that the decoder refuses.

use crate::context::Context;
use crate::finding::{Change, Hit, Plan};
use crate::knowledge::Component;
use crate::report::{Category, Safety, Severity};
use crate::rule::{Check, Docs, Repair, Rule};
use crate::target::LapseKind;

/// The rule.
pub static RULE: Rule = Rule {
    id: "yaml-tab",
    title: "A tab stands where YAML wants spaces, so the component does not start",
    severity: Severity::High,
    components: &[Component::Kubelet, Component::KubeApiserver],
    check: Check::Code(check),
    good: &[],
    repair: Repair::None,
    docs: Docs {
        what: "The decoder of Kubernetes refuses a tab in the indentation and between a dash and its item. Some other tools accept it.",
        why: "The node, or the control plane on it, is down after the next restart, though the file passed elsewhere.",
        verify: "Run `journalctl -u kubelet -n 20` after a restart: no line may say that the file could not be decoded or parsed.",
        side_effects: "The file is read again, and everything in it takes effect.",
    },
    references: &[],
};

fn check(context: &Context<'_>) -> Vec<Hit> {
    let tabs = context.target.lapses.iter().filter(|lapse| lapse.kind == LapseKind::Tab);
    tabs.map(|lapse| {
        let certain = !lapse.mend.is_empty();
        let place = if certain { "behind the dash. Use a space" } else { "in the indentation. Use spaces" };
        let message = format!("The kubelet refuses this file: a tab stands {place}.");
        let hit = Hit::new(Category::Syntax, lapse.at, message);
        if !certain {
            // How deep the line was meant to be is the writer's to say.
            return hit;
        }
        hit.plan(Plan::new("Put a space in its place", Safety::Safe, Change::Edits(lapse.mend.clone())))
    })
    .collect()
}
