//! Copying a text out of a dialog: by the browser, or by hand where it refuses, as it does in a sandbox.

use std::rc::Rc;

use wasm_bindgen_futures::spawn_local;
use web_sys::HtmlTextAreaElement;
use yew::prelude::*;

use crate::dom;
use crate::hooks::Dispatch;
use crate::state::leaving::LeaveAction;
use crate::state::{Action, State};

/// Copies `text` and says so with `sentence`.
pub(crate) fn copy(text: Rc<str>, sentence: String, dispatch: &Dispatch) {
    let dispatch = dispatch.clone();
    spawn_local(async move {
        let action = if dom::copy(&text).await { LeaveAction::Took(sentence) } else { LeaveAction::NotCopied(text) };
        dispatch.emit(Action::Leave(action));
    });
}

/// What was done last; or the text that could not be copied, selected for the user's own copying.
pub(crate) fn outcome(state: &State) -> Html {
    let done = state.leaving.done.clone();
    html! {
        <>
            <p class="outcome" role="status">{ done }</p>
            if let Some(text) = &state.leaving.uncopied {
                <ByHand text={Rc::clone(text)} />
            }
        </>
    }
}

#[derive(Properties, PartialEq)]
struct ByHandProperties {
    text: Rc<str>,
}

#[component]
fn ByHand(properties: &ByHandProperties) -> Html {
    let node = use_node_ref();
    let shown = node.clone();
    use_effect_with(Rc::clone(&properties.text), move |_| {
        if let Some(area) = shown.cast::<HtmlTextAreaElement>() {
            drop(area.focus());
            area.select();
        }
    });
    html! {
        <div class="uncopied">
            <label for="by-hand">
                { "The browser did not allow copying. The text is selected: press Ctrl+C, or ⌘C on a Mac." }
            </label>
            <textarea ref={node} id="by-hand" readonly=true rows="4" value={properties.text.to_string()} />
        </div>
    }
}
