//! A quote that is never closed.

use crate::context::Context;
use crate::finding::Hit;
use crate::knowledge::Component;
use crate::report::{Category, Severity};
use crate::rule::{Check, Docs, Repair, Rule};
use crate::target::LapseKind;

/// The rule.
pub static RULE: Rule = Rule {
    id: "open-quote",
    title: "A quote is never closed, so systemd ignores the line",
    severity: Severity::High,
    components: &[Component::Kubelet, Component::KubeApiserver],
    check: Check::Code(check),
    good: &[],
    repair: Repair::None,
    docs: Docs {
        what: "systemd drops a line whose quotes are not balanced and says so in the journal.",
        why: "Without its ExecStart= the unit does not start; without its Environment= a variable stays unset, and the \
              flags in it are silently missing.",
        verify: "Run `systemd-analyze verify kubelet.service`: it must not print \"Unbalanced quoting\".",
        side_effects: "What the line says takes effect at the next restart.",
    },
    references: &[],
};

fn check(context: &Context<'_>) -> Vec<Hit> {
    let open = context.target.lapses.iter().filter(|lapse| lapse.kind == LapseKind::OpenQuote);
    open.map(|lapse| {
        let message = "The quote that begins here is never closed. systemd ignores the whole line. Close the quote.";
        Hit::new(Category::Syntax, lapse.at, message)
    })
    .collect()
}
