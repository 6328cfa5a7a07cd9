//! A list that opens under its heading in the page's head.

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlDetailsElement};
use yew::prelude::*;

use crate::dom;

/// Draws it. `id` is that of the heading. Only one menu is open at a time, and Escape closes it.
pub(crate) fn menu(id: &'static str, heading: Html, entries: Html) -> Html {
    let onkeydown = Callback::from(move |event: KeyboardEvent| {
        if event.key() == "Escape" {
            close(event.target());
            dom::focus(id);
        }
    });
    html! {
        <details class="menu" name="menus" {onkeydown}>
            <summary {id}>{ heading }</summary>
            <ul>{ entries }</ul>
        </details>
    }
}

/// Closes the menu around an element.
pub(crate) fn close(inside: Option<web_sys::EventTarget>) {
    let menu = inside.and_then(|target| target.dyn_into::<Element>().ok()?.closest("details").ok()?);
    if let Some(menu) = menu.and_then(|menu| menu.dyn_into::<HtmlDetailsElement>().ok()) {
        menu.set_open(false);
    }
}
