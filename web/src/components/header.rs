//! The page's head: name, promise, examples, Kubernetes release, theme.

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlDetailsElement};
use yew::prelude::*;

use super::actions::click;
use super::release;
use super::shape::mark;
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
            <div class="head-tools">
                <button type="button" class="primary" onclick={click(dispatch, Action::StartAfresh)}>
                    { "Paste your own" }
                </button>
                { examples(dispatch) }
                { release::chooser(state, dispatch) }
                { theme() }
            </div>
        </header>
    }
}

fn examples(dispatch: &Dispatch) -> Html {
    let onkeydown = Callback::from(|event: KeyboardEvent| {
        if event.key() == "Escape" {
            close_menu(event.target());
            dom::focus("examples-menu");
        }
    });
    html! {
        <details class="menu" {onkeydown}>
            <summary id="examples-menu">{ "Examples" }</summary>
            <ul>{ for EXAMPLES.iter().map(|example| entry(example, dispatch)) }</ul>
        </details>
    }
}

fn entry(example: &'static Example, dispatch: &Dispatch) -> Html {
    let dispatch = dispatch.clone();
    let onclick = Callback::from(move |event: MouseEvent| {
        close_menu(event.target());
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

/// Closes the menu around an element.
fn close_menu(inside: Option<web_sys::EventTarget>) {
    let menu = inside.and_then(|target| target.dyn_into::<Element>().ok()?.closest("details").ok()?);
    if let Some(menu) = menu.and_then(|menu| menu.dyn_into::<HtmlDetailsElement>().ok()) {
        menu.set_open(false);
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
