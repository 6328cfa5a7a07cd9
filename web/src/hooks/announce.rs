//! The polite announcement of what was done and of the counts, once typing pauses.

use gloo_timers::callback::Timeout;
use plimsoll_rules::Coverage;
use plimsoll_rules::report::Report;
use yew::prelude::*;

use crate::dom;
use crate::state::filter::hidden;
use crate::state::view::{summary, totals};
use crate::state::{State, View};

/// Pause before the counts are announced, in milliseconds.
const PAUSE: u32 = 800;

/// The sentence for the live region. It changes only when the page has done something or the counts change, and never
/// while the user types.
#[hook]
pub(crate) fn use_announcement(state: &State) -> AttrValue {
    let said = use_state_eq(|| AttrValue::from(""));
    let last = use_mut_ref(String::new);
    let sentence = match &state.checked {
        Some(checked) if state.is_fresh() && !state.is_empty() && !state.study.hides() => {
            match (state.coverage_now(), state.view) {
                (Some(coverage), View::Coverage) => Some(covered(state, coverage)),
                (None, View::Coverage) => None,
                (_, View::Findings) => {
                    Some(format!("{}{}{}", profile(state), summary(&checked.report), left_out(state, &checked.report)))
                }
                _ => Some(format!("{}{}", profile(state), summary(&checked.report))),
            }
        }
        _ => None,
    };
    let (say, known) = (said.clone(), last.clone());
    use_effect_with((state.revision, sentence, state.outcome.clone()), move |(_, sentence, outcome)| {
        let (sentence, outcome) = (sentence.clone(), outcome.clone());
        let timer = sentence.map(|sentence| {
            Timeout::new(PAUSE, move || {
                let again = known.replace(sentence.clone()) == sentence;
                match outcome {
                    Some(outcome) => say.set(format!("{outcome} {sentence}").into()),
                    None if again => {}
                    None => say.set(sentence.into()),
                }
            })
        });
        move || drop(timer)
    });

    // The marks in the text are for the eye; who comes to one in the editor hears what it is.
    let say = said.clone();
    let here = state
        .selected_finding()
        .map(|finding| format!("{}: {}", finding.severity.name(), finding.title.replace('`', "")));
    use_effect_with(state.picked, move |picked| {
        if let (1.., Some(here), true) = (*picked, here, dom::focus_is_in("plimsoll-editor")) {
            say.set(here.into());
        }
    });
    (*said).clone()
}

/// The profile, where it is not that of every rule.
fn profile(state: &State) -> String {
    if state.profiles.is_everything() { String::new() } else { format!("Profile {}. ", state.profiles.label()) }
}

/// What the filter hides, so that a short list is not taken for a clean one.
fn left_out(state: &State, report: &Report) -> String {
    match hidden(report, &state.filter) {
        0 => String::new(),
        count => format!(" {count} hidden by the filter."),
    }
}

/// The totals, and what of them is listed.
fn covered(state: &State, coverage: &Coverage) -> String {
    let listed = state.status_shown.map(|status| {
        format!(" Listed: {} {}.", coverage.totals.of_status(status), status.title().to_ascii_lowercase())
    });
    format!("{}{}{}", profile(state), totals(coverage), listed.unwrap_or_default())
}
