//! The polite announcement of the counts once typing pauses.

use gloo_timers::callback::Timeout;
use yew::prelude::*;

use crate::state::State;
use crate::state::view::summary;

/// Pause before the counts are announced, in milliseconds.
const PAUSE: u32 = 800;

/// The sentence for the live region. It changes only when the counts do, and never while the user types.
#[hook]
pub(crate) fn use_announcement(state: &State) -> AttrValue {
    let said = use_state_eq(|| AttrValue::from(""));
    let sentence = match &state.checked {
        Some(checked) if state.is_fresh() && !state.is_empty() => Some(summary(&checked.report)),
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
