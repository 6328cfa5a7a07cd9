//! Values that are only made when the file is used.

use crate::catalog::CATALOG;
use crate::context::{Context, spelling};
use crate::effective::{State, Unknown};
use crate::finding::Hit;
use crate::knowledge::{Component, SettingId};
use crate::report::{Category, Severity};
use crate::rule::{Check, Docs, Repair, Rule};

/// The rule.
pub static RULE: Rule = Rule {
    id: "value-unknown",
    title: "A value is filled in later, so it is not judged",
    severity: Severity::Info,
    components: &[Component::Kubelet, Component::KubeApiserver],
    check: Check::Code(check),
    good: &[],
    repair: Repair::None,
    docs: Docs {
        what: "A template, a variable or a marker stands in place of the value.",
        why: "The text looks set, and what is set decides: the finished file may be safe or open.",
        verify: "Give the finished file, or the command line as `ps` shows it. This finding goes, and the setting gets \
                 a verdict.",
        side_effects: "None.",
    },
    references: &[],
};

fn check(context: &Context<'_>) -> Vec<Hit> {
    let unknown = context.computed.settings.iter().filter(|effective| {
        let templated = matches!(effective.state, State::Unknown(Unknown::Template(_)));
        templated && effective.is_written() && is_judged(effective.setting)
    });
    let hit = |setting: SettingId| {
        let winner = context.winner(setting)?;
        let name = spelling(setting, winner);
        let message = format!("The value of `{name}` is filled in later, so it is not judged. Give the finished text.");
        Some(Hit::new(Category::Unassessed, winner.whole(), message).about(setting))
    };
    unknown.filter_map(|effective| hit(effective.setting)).collect()
}

/// Whether a rule judges the setting, so that an answer is missed.
fn is_judged(setting: SettingId) -> bool {
    CATALOG.iter().any(|rule| rule.judges().any(|judged| judged == setting))
}
