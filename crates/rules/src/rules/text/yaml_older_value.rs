//! Values whose type depends on the release of YAML.

use crate::context::Context;
use crate::finding::{Change, Hit, Plan};
use crate::knowledge::Component;
use crate::report::{Category, Safety, Severity};
use crate::rule::{Check, Docs, Repair, Rule};
use crate::target::LapseKind;

/// The rule.
pub static RULE: Rule = Rule {
    id: "yaml-older-value",
    title: "The kubelet reads the value otherwise than most other tools",
    severity: Severity::Info,
    components: &[Component::Kubelet],
    check: Check::Code(check),
    good: &[],
    repair: Repair::None,
    docs: Docs {
        what: "The kubelet follows YAML 1.1, which has more words for true and false and more ways to write a number than YAML 1.2.",
        why: "A tool that reads YAML 1.2 takes the word for text, or the number for another one. A review or a policy check then judges a value that the node does not use.",
        verify: "Run `kubectl get --raw /api/v1/nodes/NODE/proxy/configz`: it must show the value that you meant.",
        side_effects: "None: the kubelet reads the same value.",
    },
    references: &[],
};

fn check(context: &Context<'_>) -> Vec<Hit> {
    let older = context.target.lapses.iter().filter_map(|lapse| match &lapse.kind {
        LapseKind::OlderYaml { read_as } => Some((lapse, read_as)),
        _ => None,
    });
    older
        .map(|(lapse, read_as)| {
            let message = format!(
                "The kubelet reads `{}` as `{read_as}`. A tool that follows YAML 1.2 does not. Write `{read_as}`.",
                lapse.text
            );
            let plan = Plan::new(format!("Write `{read_as}`"), Safety::Safe, Change::Edits(lapse.mend.clone()));
            Hit::new(Category::Syntax, lapse.at, message).plan(plan)
        })
        .collect()
}
