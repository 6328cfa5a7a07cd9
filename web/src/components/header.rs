//! The page's head: name and promise; beside them what brings text in; at the end what judges it and how it looks.

use yew::prelude::*;

use super::actions::click;
use super::menu::{self, menu};
use super::shape::mark;
use super::{profile, release, study, take_away};
use crate::dom;
use crate::examples::{EXAMPLES, Example};
use crate::hooks::Dispatch;
use crate::state::{Action, Placing, State};

/// Draws it.
pub(crate) fn header(state: &State, dispatch: &Dispatch) -> Html {
    html! {
        <header class="head">
            <h1 class="brand">{ mark() }<span>{ "Plimsoll" }</span></h1>
            <p class="tagline">{ "Nothing you paste leaves this page" }</p>
            <div class="head-sources">
                <button type="button" class="primary" onclick={click(dispatch, Action::StartAfresh)}>
                    { "Paste your own" }
                </button>
                { examples(dispatch) }
                { study::button(dispatch) }
            </div>
            <div class="head-tools">
                { profile::chooser(state, dispatch) }
                { release::chooser(state, dispatch) }
                // Every report would give the answer of a drill away.
                if !state.study.hides() {
                    { take_away::button(dispatch) }
                }
                { theme() }
            </div>
        </header>
    }
}

fn examples(dispatch: &Dispatch) -> Html {
    let entries = html! { { for EXAMPLES.iter().map(|example| entry(example, dispatch)) } };
    menu("examples-menu", html! { { "Examples" } }, entries)
}

fn entry(example: &'static Example, dispatch: &Dispatch) -> Html {
    let dispatch = dispatch.clone();
    let onclick = Callback::from(move |event: MouseEvent| {
        menu::close(event.target());
        dispatch.emit(Action::Open(example.files(), Placing::Replace));
    });
    html! {
        <li>
            <button type="button" {onclick}>
                <strong>{ example.title }</strong>
                <span>{ example.about }</span>
            </button>
        </li>
    }
}

fn theme() -> Html {
    let onclick = Callback::from(|_: MouseEvent| dom::set_theme(if dom::is_dark() { "light" } else { "dark" }));
    html! {
        <button type="button" class="icon" aria-label="Switch between light and dark" title="Light or dark" {onclick}>
            <svg viewBox="0 0 16 16" aria-hidden="true">
                <circle cx="8" cy="8" r="6" class="ring" />
                <path d="M8 2a6 6 0 0 1 0 12z" class="half" />
            </svg>
        </button>
    }
}
