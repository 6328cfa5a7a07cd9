//! A key written twice in one mapping.

use crate::context::Context;
use crate::finding::Hit;
use crate::knowledge::Component;
use crate::report::{Category, Severity};
use crate::rule::{Check, Docs, Repair, Rule};
use crate::target::LapseKind;

/// The rule.
pub static RULE: Rule = Rule {
    id: "config-duplicate-key",
    title: "A key is written twice; only the later one counts",
    severity: Severity::Medium,
    components: &[Component::Kubelet],
    check: Check::Code(check),
    good: &[],
    repair: Repair::None,
    docs: Docs {
        what: "The kubelet logs one line about a duplicate key and takes the later value.",
        why: "Whoever reads or edits the first one believes that it is in force. A section that is written twice loses \
              all of the first.",
        verify: "Run `kubectl get --raw /api/v1/nodes/NODE/proxy/configz`: it must show the values that you meant.",
        side_effects: "None when the earlier key is removed: it is not in force.",
    },
    references: &[],
};

fn check(context: &Context<'_>) -> Vec<Hit> {
    let doubles = context.target.lapses.iter().filter(|lapse| lapse.kind == LapseKind::DuplicateKey);
    doubles
        .map(|lapse| {
            let message = format!(
                "`{}` is written twice in one mapping. The kubelet takes the later one; this one is ignored. Keep one.",
                lapse.text
            );
            Hit::new(Category::Conflict, lapse.at, message).about_name(lapse.text.clone())
        })
        .collect()
}
