//! An extra argument whose value is a number or a boolean.

use crate::context::Context;
use crate::finding::{Change, Hit, Plan};
use crate::knowledge::Component;
use crate::report::{Category, Safety, Severity};
use crate::rule::{Check, Docs, Repair, Rule};
use crate::target::LapseKind;

/// The rule.
pub static RULE: Rule = Rule {
    id: "kubeadm-argument-not-text",
    title: "The value of an extra argument is not text, so kubeadm refuses the document",
    severity: Severity::High,
    components: &[Component::Kubelet, Component::KubeApiserver],
    check: Check::Code(check),
    good: &[],
    repair: Repair::None,
    docs: Docs {
        what: "Without quotes YAML reads a number or a boolean, and the values of extra arguments are text.",
        why: "`kubeadm init`, `join` and `upgrade` stop before they change anything, so the argument never takes effect.",
        verify: "Run `kubeadm config validate --config FILE`: it must print no error.",
        side_effects: "The argument takes effect with the next `kubeadm init`, `join` or `upgrade`.",
    },
    references: &[],
};

fn check(context: &Context<'_>) -> Vec<Hit> {
    let bare = context.target.lapses.iter().filter(|lapse| lapse.kind == LapseKind::ArgumentNotText);
    bare.map(|lapse| {
        let text = &lapse.text;
        let message = format!(
            "Without quotes `{text}` is a number or a boolean, and kubeadm wants text in its place. Write `\"{text}\"`."
        );
        let plan = Plan::new("Put the value in quotes", Safety::Safe, Change::Edits(lapse.mend.clone()));
        Hit::new(Category::Syntax, lapse.at, message).plan(plan)
    })
    .collect()
}
