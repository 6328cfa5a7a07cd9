//! A configuration file that does not say what it is.

use crate::context::Context;
use crate::finding::{Change, Hit, Plan};
use crate::knowledge::Component;
use crate::report::{Category, Safety, Severity};
use crate::rule::{Check, Docs, Repair, Rule};
use crate::target::LapseKind;

/// The rule.
pub static RULE: Rule = Rule {
    id: "config-wrong-type",
    title: "The configuration file is not of the type that the kubelet reads, so it exits",
    severity: Severity::High,
    components: &[Component::Kubelet],
    check: Check::Code(check),
    good: &[],
    repair: Repair::None,
    docs: Docs {
        what: "The kubelet reads only `kind: KubeletConfiguration` of `apiVersion: kubelet.config.k8s.io/v1beta1`, \
               from 1.32 in drop-ins too.",
        why: "With any other type, or none, the kubelet exits before it reads a single setting, and the node is down.",
        verify: "Run `systemctl is-active kubelet` a minute after a restart: it must print `active`.",
        side_effects: "The kubelet starts again, with all that the file says.",
    },
    references: &[],
};

fn check(context: &Context<'_>) -> Vec<Hit> {
    let lapses = context.target.lapses.iter();
    lapses
        .filter_map(|lapse| {
            let LapseKind::WrongType { key, wanted } = &lapse.kind else { return None };
            let found = if lapse.text.is_empty() {
                format!("`{key}` is missing")
            } else {
                format!("`{key}` is `{}`", lapse.text)
            };
            let message = format!("{found}. It must be `{wanted}`, so the kubelet exits.");
            let hit = Hit::new(Category::Invalid, lapse.at, message).about_name((*key).to_owned());
            if lapse.mend.is_empty() {
                return Some(hit);
            }
            let title = format!("Set `{key}` to `{wanted}`");
            Some(hit.plan(Plan::new(title, Safety::Safe, Change::Edits(lapse.mend.clone()))))
        })
        .collect()
}
