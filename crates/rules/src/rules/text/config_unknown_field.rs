//! Keys of a KubeletConfiguration that the kubelet does not know at that place.

use crate::context::Context;
use crate::finding::{Change, Hit, Plan};
use crate::knowledge::{self, Component, Life};
use crate::report::{Category, Safety, Severity};
use crate::rule::{Check, Docs, Repair, Rule};
use crate::target::{Lapse, LapseKind};
use crate::version::Version;

/// The rule.
pub static RULE: Rule = Rule {
    id: "config-unknown-field",
    title: "The kubelet ignores a key of its configuration file",
    severity: Severity::Medium,
    components: &[Component::Kubelet],
    check: Check::Code(check),
    good: &[],
    repair: Repair::None,
    docs: Docs {
        what: "The kubelet logs one line about a key that it does not know at this place, and reads the file without \
               it.",
        why: "The kubelet starts, so nobody looks, and the setting that was meant stays at its default. Hardening that \
              is written one level too high or too low is no hardening.",
        verify: "Run `kubectl get --raw /api/v1/nodes/NODE/proxy/configz`: it must show the value that you wrote.",
        side_effects: "The setting takes effect at the next restart.",
    },
    references: &[],
};

fn check(context: &Context<'_>) -> Vec<Hit> {
    context.target.lapses.iter().filter_map(|lapse| hit(lapse, context)).collect()
}

fn hit(lapse: &Lapse, context: &Context<'_>) -> Option<Hit> {
    let LapseKind::UnknownField { elsewhere, near } = &lapse.kind else { return None };
    if let Some(life) = knowledge::by_field(&lapse.text).map(|id| id.row().field_life) {
        return Some(of_another_release(lapse, life, context.version));
    }
    let advice = match (elsewhere.as_slice(), near) {
        ([], Some((name, true))) => format!("Write `{name}`."),
        ([], Some((name, false))) => format!("Did you mean `{name}`?"),
        ([], None) => format!("Check its spelling against the release you run, {}.", context.version),
        ([one], _) => format!("The field is `{one}`: write it there."),
        (many, _) => format!("Fields of that name: `{}`. Move it to the one you mean.", many.join("`, `")),
    };
    let message =
        format!("The kubelet knows no field `{}` and ignores it; the default stays in force. {advice}", lapse.text);
    let hit = Hit::new(Category::Unknown, lapse.at, message).about_name(lapse.text.clone());
    if let (Some((name, true)), false) = (near, lapse.mend.is_empty()) {
        let title = format!("Write `{name}`");
        return Some(hit.plan(Plan::new(title, Safety::Safe, Change::Edits(lapse.mend.clone()))));
    }
    if let ([path], false) = (elsewhere.as_slice(), lapse.mend.is_empty()) {
        let title = format!("Move it to `{path}` (may lock out clients: the setting takes effect)");
        return Some(hit.plan(Plan::new(title, Safety::Unsafe, Change::Edits(lapse.mend.clone()))));
    }
    Some(hit)
}

/// A field that the kubelet had once or will have.
fn of_another_release(lapse: &Lapse, life: Life, version: Version) -> Hit {
    let name = &lapse.text;
    let (category, when) = match life.removed_words().filter(|_| life.is_removed_in(version)) {
        Some(removed) => (Category::Removed, format!("went away in {removed}; remove it")),
        None => (Category::Unknown, format!("comes with {}", life.since)),
    };
    let message = format!("The field `{name}` {when}. A kubelet {version} does not know it and ignores it.");
    Hit::new(category, lapse.at, message).about_name(name.clone())
}
