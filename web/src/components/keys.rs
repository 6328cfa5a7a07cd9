//! Arrow keys in lists: focus moves among the elements marked `data-stop` inside the nearest one marked `data-list`,
//! which is the one that listens.

use wasm_bindgen::JsCast;
use web_sys::{Element, KeyboardEvent};

use crate::dom;

/// Moves the focus by arrow keys, Home and End.
pub(crate) fn rove(event: KeyboardEvent) {
    // Yew listens at the root of the page, so the event's current target is no help.
    let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    let Some(list) = target.and_then(|target| target.closest("[data-list]").ok()?) else { return };
    let Ok(stops) = list.query_selector_all("[data-stop]") else { return };
    let stops: Vec<Element> =
        (0..stops.length()).filter_map(|index| stops.get(index)?.dyn_into::<Element>().ok()).collect();
    let focused = dom::document().and_then(|document| document.active_element());
    let at = stops.iter().position(|stop| Some(stop) == focused.as_ref());
    let last = stops.len().saturating_sub(1);
    let to = match event.key().as_str() {
        "ArrowDown" | "ArrowRight" => at.map_or(0, |at| (at + 1).min(last)),
        "ArrowUp" | "ArrowLeft" => at.map_or(0, |at| at.saturating_sub(1)),
        "Home" => 0,
        "End" => last,
        _ => return,
    };
    event.prevent_default();
    dom::focus_element(stops.get(to).cloned());
}
