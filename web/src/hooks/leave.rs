//! What leaves the page: the files of a link are packed, and the browser is to ask before unsaved work is lost.

use std::rc::Rc;

use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::spawn_local;
use web_sys::BeforeUnloadEvent;
use yew::prelude::*;

use super::Dispatch;
use crate::components::outcome;
use crate::components::take_away::title;
use crate::deflate::deflated;
use crate::dom;
use crate::state::leaving::{LeaveAction, Means, Ready, Wanted};
use crate::state::{Action, State};

/// Packs the files for a link whenever they are wanted.
#[hook]
pub(crate) fn use_packing(state: &UseReducerHandle<State>, dispatch: &Dispatch) {
    let (now, send) = (state.clone(), dispatch.clone());
    let wanted = (state.dialog, state.leaving.holds, state.source(), state.masked_now().is_some());
    use_effect_with(wanted, move |_| {
        let Some((source, json)) = now.to_pack() else { return };
        spawn_local(async move {
            let action = match deflated(json.as_bytes()).await {
                Ok(bytes) => LeaveAction::Packed(source, Rc::from(bytes)),
                Err(_) => LeaveAction::CannotPack,
            };
            send.emit(Action::Leave(action));
        });
    });
}

/// Copies or saves what the worker made.
#[hook]
pub(crate) fn use_taking(state: &UseReducerHandle<State>, dispatch: &Dispatch) {
    let (ready, send) = (state.leaving.ready.clone(), dispatch.clone());
    use_effect_with(ready.as_ref().map(|ready| ready.wanted), move |_| {
        let Some(Ready { wanted: Wanted { format, means, .. }, text }) = ready else { return };
        match means {
            Means::Copy => outcome::copy(text, format!("Copied {}.", title(format)), &send),
            Means::Save => {
                dom::download(format.file_name(), &text);
                let sentence = format!("Handed {} to the browser to save.", format.file_name());
                send.emit(Action::Leave(LeaveAction::Took(sentence)));
            }
        }
    });
}

/// Has the browser ask before the page goes with what the user wrote or pasted. Never in a page around this one, whose
/// matter that is.
#[hook]
pub(crate) fn use_leave_question(state: &State) {
    use_effect_with(state.would_lose_work() && !dom::is_framed(), |asks| {
        let question = asks.then(|| Closure::<dyn FnMut(_)>::new(|event: BeforeUnloadEvent| event.prevent_default()));
        let listen = |listener: Option<&Closure<dyn FnMut(BeforeUnloadEvent)>>| {
            if let Some(window) = web_sys::window() {
                window.set_onbeforeunload(listener.map(|listener| listener.as_ref().unchecked_ref()));
            }
        };
        listen(question.as_ref());
        move || {
            listen(None);
            drop(question);
        }
    });
}
