//! What the list of findings leaves out: the choice, and the sentence that always says so.

use plimsoll_rules::report::{Report, Severity};
use wasm_bindgen::JsCast;
use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::actions::click;
use super::keys::rove;
use super::shape::shape;
use crate::hooks::Dispatch;
use crate::state::filter::{FilterAction, hidden};
use crate::state::view::{counts, open};
use crate::state::{Action, State};

/// Fewest findings that have a field to search them.
const MANY: usize = 10;

/// Draws the choice.
pub(crate) fn filters(state: &State, report: &Report, dispatch: &Dispatch) -> Html {
    let button = |(severity, count): (Severity, usize)| {
        let shown = state.filter.shows(severity);
        html! {
            <button type="button" data-stop=""
                class={classes!("filter", severity.name(), (count == 0).then_some("none"))}
                aria-pressed={shown.to_string()} onclick={act(dispatch, FilterAction::Toggle(severity))}>
                { shape(severity) }
                <b>{ count }</b>
                <span>{ severity.name() }</span>
            </button>
        }
    };
    html! {
        <div class="filters" role="group" aria-label="Show findings by severity" data-list=""
            onkeydown={Callback::from(rove)}>
            { for counts(report).into_iter().map(button) }
            <button type="button" data-stop="" class="choice worst-only" title="Only critical and high"
                aria-pressed={state.filter.is_worst().to_string()} onclick={act(dispatch, FilterAction::Worst)}>
                { "Worst only" }
            </button>
        </div>
    }
}

/// Draws the field that finds text among many findings; among few, the room for it.
pub(crate) fn search(state: &State, report: &Report, dispatch: &Dispatch) -> Html {
    if open(report).count() < MANY && state.filter.wanted().is_empty() {
        return html! { <span class="spring" /> };
    }
    let send = dispatch.clone();
    let oninput = Callback::from(move |event: InputEvent| {
        if let Some(input) = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok()) {
            send.emit(Action::Filter(FilterAction::Find(input.value())));
        }
    });
    html! {
        <input type="search" id="find-finding" class="search" aria-label="Part of a finding's title, rule or setting"
            placeholder="Find" value={state.filter.wanted().to_owned()} {oninput} />
    }
}

/// How many findings the filter hides, and the way back.
pub(crate) fn left_out(state: &State, report: &Report, dispatch: &Dispatch) -> Html {
    let count = hidden(report, &state.filter);
    if count == 0 {
        return Html::default();
    }
    html! {
        <p class="left-out">
            { format!("{count} of {} hidden by the filter. ", open(report).count()) }
            <button type="button" class="link" onclick={act(dispatch, FilterAction::Clear)}>{ "Show all" }</button>
        </p>
    }
}

fn act(dispatch: &Dispatch, action: FilterAction) -> Callback<MouseEvent> {
    click(dispatch, Action::Filter(action))
}
