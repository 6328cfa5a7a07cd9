//! Sections of a KubeletConfiguration whose indentation was lost.

use crate::context::Context;
use crate::finding::{Change, Hit, Plan};
use crate::knowledge::Component;
use crate::report::{Category, Safety, Severity};
use crate::rule::{Check, Docs, Repair, Rule};
use crate::target::LapseKind;

/// The rule.
pub static RULE: Rule = Rule {
    id: "config-lost-indentation",
    title: "The indentation is lost, so the kubelet ignores these settings",
    severity: Severity::High,
    components: &[Component::Kubelet],
    check: Check::Code(check),
    good: &[],
    repair: Repair::None,
    docs: Docs {
        what: "YAML tells nesting by indentation alone. Keys at the left margin are other keys, which the kubelet does \
               not know and ignores with one line in its log.",
        why: "Text copied from a web page often loses its indentation. The file still loads, and none of these \
              settings is in force.",
        verify: "Run `kubectl get --raw /api/v1/nodes/NODE/proxy/configz`: it must show the values that you wrote.",
        side_effects: "The settings take effect at the next restart. Read them first.",
    },
    references: &[],
};

fn check(context: &Context<'_>) -> Vec<Hit> {
    let lapses = context.target.lapses.iter();
    lapses
        .filter_map(|lapse| {
            let LapseKind::LostIndentation { meant } = &lapse.kind else { return None };
            let message = format!(
                "The keys below `{}` are at the left margin, so the kubelet ignores them and the defaults stay in \
                 force. You probably meant `{}`. Indent them.",
                lapse.text,
                meant.join("`, `")
            );
            let title = "Restore the indentation (may lock out clients: the settings take effect)";
            let plan = Plan::new(title, Safety::Unsafe, Change::Edits(lapse.mend.clone()));
            Some(Hit::new(Category::Syntax, lapse.at, message).about_name(lapse.text.clone()).plan(plan))
        })
        .collect()
}
