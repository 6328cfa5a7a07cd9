//! Copying a text out of a dialog: by the browser, or by hand where it refuses, as it does in a sandbox.

use std::rc::Rc;

use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use super::by_hand::CopyByHand;
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
                <CopyByHand text={Rc::clone(text)} />
            }
        </>
    }
}
