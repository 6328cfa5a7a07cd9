//! The polite announcement of the counts once typing pauses.

use gloo_timers::callback::Timeout;
use plimsoll_rules::Coverage;
use yew::prelude::*;

use crate::state::view::{summary, totals};
use crate::state::{State, View};

/// Pause before the counts are announced, in milliseconds.
const PAUSE: u32 = 800;

/// The sentence for the live region. It changes only when the counts do, and never while the user types.
#[hook]
pub(crate) fn use_announcement(state: &State) -> AttrValue {
    let said = use_state_eq(|| AttrValue::from(""));
    let sentence = match &state.checked {
        Some(checked) if state.is_fresh() && !state.is_empty() && !state.study.hides() => {
            match (state.coverage_now(), state.view) {
                (Some(coverage), View::Coverage) => Some(covered(state, coverage)),
                (None, View::Coverage) => None,
                _ => Some(format!("{}{}", profile(state), summary(&checked.report))),
            }
        }
        _ => None,
    };
    let say = said.clone();
    use_effect_with((state.revision, sentence), move |(_, sentence)| {
        let sentence = sentence.clone();
        let timer = sentence.map(|sentence| Timeout::new(PAUSE, move || say.set(sentence.into())));
        move || drop(timer)
    });
    (*said).clone()
}

/// The profile, where it is not that of every rule.
fn profile(state: &State) -> String {
    if state.profiles.is_everything() { String::new() } else { format!("Profile {}. ", state.profiles.label()) }
}

/// The totals, and what of them is listed.
fn covered(state: &State, coverage: &Coverage) -> String {
    let listed = state.status_shown.map(|status| {
        format!(" Listed: {} {}.", coverage.totals.of_status(status), status.title().to_ascii_lowercase())
    });
    format!("{}{}{}", profile(state), totals(coverage), listed.unwrap_or_default())
}
