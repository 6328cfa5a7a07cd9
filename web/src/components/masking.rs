//! The switch that masks secrets in what leaves the page, and the question before it is turned off.

use std::rc::Rc;

use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::actions::click;
use crate::dom;
use crate::hooks::Dispatch;
use crate::protocol::Masked;
use crate::state::leaving::{LeaveAction, Switch};
use crate::state::view::plural;
use crate::state::{Action, State};

/// Draws it, once the secrets are known.
pub(crate) fn masking(state: &State, dispatch: &Dispatch) -> Html {
    match state.masked_now() {
        Some(masked) => {
            html! { <Toggle switch={state.leaving.switch} masked={Rc::clone(masked)} dispatch={dispatch.clone()} /> }
        }
        None => html! { <p class="quiet-text">{ "Looking for secrets…" }</p> },
    }
}

#[derive(Properties, PartialEq)]
struct ToggleProperties {
    switch: Switch,
    masked: Rc<Masked>,
    dispatch: Dispatch,
}

#[component]
fn Toggle(properties: &ToggleProperties) -> Html {
    let ToggleProperties { switch, masked, dispatch } = properties;
    use_effect_with(*switch, |switch| match switch {
        Switch::Asked => dom::focus("keep-masking"),
        Switch::On | Switch::Off => dom::refocus(&["masking"]),
    });
    let secrets = counted(masked);
    if *switch == Switch::Asked {
        return question(&secrets.unwrap_or_default(), dispatch);
    }
    let on = *switch == Switch::On;
    let off = if secrets.is_some() { Switch::Asked } else { Switch::Off };
    let send = dispatch.clone();
    let onchange = Callback::from(move |event: Event| {
        let input: HtmlInputElement = event.target_unchecked_into();
        let switch = if input.checked() { Switch::On } else { off };
        // The box follows the state, which may ask first.
        input.set_checked(on);
        send.emit(Action::Leave(LeaveAction::Mask(switch)));
    });
    let about = match (&secrets, on) {
        (None, _) => "No secrets were found in the files.".to_owned(),
        (Some(secrets), true) => format!("{secrets} masked, by a word such as <masked-token>."),
        (Some(secrets), false) => format!("Not masked: {secrets}."),
    };
    html! {
        <p class="switch">
            <label><input type="checkbox" id="masking" checked={on} {onchange} />{ " Mask secrets" }</label>
            <span class={if on || secrets.is_none() { "quiet-text" } else { "unmasked" }}>{ about }</span>
        </p>
    }
}

fn question(secrets: &str, dispatch: &Dispatch) -> Html {
    let answer = |switch| click(dispatch, Action::Leave(LeaveAction::Mask(switch)));
    html! {
        <div class="question" role="group" aria-labelledby="masking-question">
            <p id="masking-question">
                { format!("Without masking, {secrets} would leave this page as they are. ") }
                { "Whoever gets the text can use them." }
            </p>
            <button type="button" id="keep-masking" class="primary" onclick={answer(Switch::On)}>
                { "Keep masking" }
            </button>
            <button type="button" id="stop-masking" class="quiet" onclick={answer(Switch::Off)}>
                { "Do not mask" }
            </button>
        </div>
    }
}

/// How many secrets of which kinds, such as `2 tokens, 1 private key`; `None` where there are none.
fn counted(masked: &Masked) -> Option<String> {
    let counts: Vec<String> = masked.secrets.iter().map(|(kind, count)| plural(*count, kind)).collect();
    (!counts.is_empty()).then(|| counts.join(", "))
}
