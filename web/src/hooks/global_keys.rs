//! Keys that work from anywhere: F1 for help, F8 to go through the findings. No screen reader takes them, and no
//! browser needs them for the page.

use gloo_timers::callback::Timeout;
use wasm_bindgen::prelude::*;
use web_sys::KeyboardEvent;
use yew::prelude::*;

use super::Dispatch;
use crate::dom;
use crate::state::dialog::{Dialog, Topic};
use crate::state::filter::Direction;
use crate::state::{Action, View};

/// Where the focus may be, and what the help is then about; the first that fits.
const PLACES: [(&str, Topic); 6] = [
    (".editor", Topic::Editor),
    (".files", Topic::Files),
    (".explanation", Topic::Explanation),
    (".profile, .release", Topic::Judging),
    (".notices, .foot", Topic::Page),
    (".head", Topic::Page),
];

/// Listens for as long as the page is there.
#[hook]
pub(crate) fn use_global_keys(view: View, dispatch: &Dispatch) {
    let dispatch = dispatch.clone();
    use_effect_with(view, move |view| {
        let view = *view;
        let listener = Closure::<dyn FnMut(KeyboardEvent)>::new(move |event: KeyboardEvent| {
            let plain = !(event.ctrl_key() || event.alt_key() || event.meta_key());
            // In the editor F8 goes by the text; the page takes it where the text has nothing to go to.
            if !plain || event.default_prevented() || dom::is_dialog_open() {
                return;
            }
            match event.key().as_str() {
                "F1" => dispatch.emit(Action::OpenDialog(Dialog::Help(topic(view)))),
                "F8" => walk(if event.shift_key() { Direction::Previous } else { Direction::Next }, &dispatch),
                _ => return,
            }
            event.prevent_default();
        });
        let document = dom::document();
        if let Some(document) = &document {
            drop(document.add_event_listener_with_callback("keydown", listener.as_ref().unchecked_ref()));
        }
        move || {
            if let Some(document) = document {
                drop(document.remove_event_listener_with_callback("keydown", listener.as_ref().unchecked_ref()));
            }
        }
    });
}

/// Opens the next finding. Outside the editor its line in the list takes the focus, and so is read out.
fn walk(direction: Direction, dispatch: &Dispatch) {
    let typing = dom::focus_is_in("plimsoll-editor");
    dispatch.emit(Action::Walk(direction));
    if !typing && !dom::is_narrow() {
        // The list is drawn first.
        Timeout::new(0, || dom::focus_first(".finding.selected")).forget();
    }
}

/// What the help is about, told from what has the focus.
fn topic(view: View) -> Topic {
    let place = PLACES.iter().find(|(selector, _)| dom::focus_is_in(selector));
    match place {
        Some((_, topic)) => *topic,
        None if dom::focus_is_in("main") => Topic::View(view),
        None => Topic::Page,
    }
}
