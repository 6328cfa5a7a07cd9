//! Keeps the focus in the page: where what had it goes away, its place takes it, so that the keyboard never starts
//! again at the top.

use std::cell::RefCell;
use std::rc::Rc;

use wasm_bindgen::prelude::*;
use web_sys::{Element, Event};
use yew::prelude::*;

use crate::dom;

#[wasm_bindgen]
extern "C" {
    /// An element, for what `web-sys` does not bind.
    type Drawn;
    #[wasm_bindgen(method, js_name = checkVisibility)]
    fn check_visibility(this: &Drawn) -> bool;
}

/// What the focus goes to within what is left, the best first.
const REFUGES: [&str; 2] = [
    "[aria-current=true], [aria-selected=true]",
    "summary, button:not(:disabled, [tabindex='-1']), a[href], input, select, [tabindex='0']",
];

/// The element that had the focus last, and all around it, from the inside out.
type Path = Rc<RefCell<Vec<Element>>>;

/// Watches the focus, and after each drawing moves it where it would be lost.
#[hook]
pub(crate) fn use_kept_focus() {
    let path: Rc<Path> = use_memo((), |()| Path::default());
    let seen = Rc::clone(&path);
    use_effect_with((), move |()| {
        let listener = Closure::<dyn FnMut(Event)>::new(move |event: Event| {
            let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
            seen.replace(std::iter::successors(target, |around| around.parent_element()).collect());
        });
        let document = dom::document();
        if let Some(document) = &document {
            drop(document.add_event_listener_with_callback("focusin", listener.as_ref().unchecked_ref()));
        }
        move || {
            if let Some(document) = document {
                drop(document.remove_event_listener_with_callback("focusin", listener.as_ref().unchecked_ref()));
            }
        }
    });
    use_effect(move || {
        let path = path.borrow().clone();
        if path.first().is_some_and(|last| !is_there(last)) && dom::focused().is_none_or(|now| !is_there(&now)) {
            path.iter().filter(|around| is_there(around)).any(take_refuge);
        }
    });
}

/// Whether an element is part of the page and drawn; the body itself does not count.
fn is_there(element: &Element) -> bool {
    element.is_connected() && element.local_name() != "body" && element.unchecked_ref::<Drawn>().check_visibility()
}

fn take_refuge(around: &Element) -> bool {
    REFUGES.iter().any(|refuge| {
        let Ok(found) = around.query_selector_all(refuge) else { return false };
        let mut all = (0..found.length()).filter_map(|at| found.get(at)?.dyn_into::<Element>().ok());
        let Some(first) = all.find(is_there) else { return false };
        dom::focus_element(Some(first.clone()));
        dom::focused().as_ref() == Some(&first)
    })
}
