//! Accepting a finding: the form that asks for a reason, and what is said of one that was accepted.

use plimsoll_rules::report::{Category, Finding};
use wasm_bindgen::JsCast;
use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::actions::click;
use crate::dom;
use crate::hooks::Dispatch;
use crate::state::accepting::{AcceptAction, Accepting};
use crate::state::view::plural;
use crate::state::{Action, State};

/// Draws the button or the form under the fixes of the selected finding; of a suppressed one, the reason.
pub(crate) fn accept(state: &State, finding: &Finding, dispatch: &Dispatch) -> Html {
    if let Some(reason) = &finding.suppressed {
        return html! {
            <p class="accepted">
                <b>{ "Suppressed by a comment in the file: " }</b>{ reason.clone() }
            </p>
        };
    }
    // What cannot be known would look like a pass.
    if finding.category == Category::Unassessed || state.is_read_only() {
        return Html::default();
    }
    match state.accepting_now() {
        Some(accepting) if accepting.asks() => form(accepting, dispatch),
        Some(accepting) => refused(accepting.refusal.as_deref().unwrap_or_default(), dispatch),
        None => begin(state, dispatch),
    }
}

fn begin(state: &State, dispatch: &Dispatch) -> Html {
    let Some(index) = state.selected else { return Html::default() };
    html! {
        <p class="accept">
            <button type="button" id="accept" class="quiet" disabled={!state.is_fresh()}
                onclick={click(dispatch, Action::Accept(AcceptAction::Begin(index)))}>{ "Accept…" }</button>
        </p>
    }
}

fn refused(refusal: &str, dispatch: &Dispatch) -> Html {
    html! {
        <p class="accept" role="status">
            { super::words::prose(refusal) }{ " " }
            <button type="button" class="link" onclick={click(dispatch, Action::Accept(AcceptAction::Cancel))}>
                { "Close" }
            </button>
        </p>
    }
}

fn form(accepting: &Accepting, dispatch: &Dispatch) -> Html {
    let send = dispatch.clone();
    let submit = move || {
        let field = dom::document().and_then(|document| document.get_element_by_id("accept-reason"));
        if let Some(field) = field.and_then(|field| field.dyn_into::<HtmlInputElement>().ok()) {
            send.emit(Action::Accept(AcceptAction::Send(field.value())));
        }
    };
    let onclick = {
        let submit = submit.clone();
        Callback::from(move |_: MouseEvent| submit())
    };
    let send = dispatch.clone();
    let onkeydown = Callback::from(move |event: KeyboardEvent| match event.key().as_str() {
        "Enter" => submit(),
        "Escape" => {
            event.stop_propagation();
            send.emit(Action::Accept(AcceptAction::Cancel));
        }
        _ => {}
    });
    html! {
        <div class="accept accept-form" role="group" aria-label="Accept this finding">
            <label for="accept-reason">{ "Why is this acceptable? A comment in the file will say so." }</label>
            <input type="text" id="accept-reason" class="search" autocomplete="off" {onkeydown} />
            <button type="button" class="primary" {onclick}>{ "Write the comment" }</button>
            <button type="button" class="quiet" onclick={click(dispatch, Action::Accept(AcceptAction::Cancel))}>
                { "Cancel" }
            </button>
            if let Some(others @ 1..) = accepting.others {
                <p class="quiet-text">
                    { format!("The comment holds for {} of this rule as well.", plural(others, "further finding")) }
                </p>
            }
            if let Some(refusal) = &accepting.refusal {
                <p class="accept-refusal" role="alert">{ refusal.clone() }</p>
            }
        </div>
    }
}
