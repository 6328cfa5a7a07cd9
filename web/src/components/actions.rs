//! Buttons that copy or save a text.

use std::rc::Rc;

use yew::prelude::*;

use crate::dom;
use crate::hooks::Dispatch;
use crate::state::Action;

/// A button that copies `text`.
pub(crate) fn copy_button(label: &str, text: Rc<str>, dispatch: &Dispatch) -> Html {
    let dispatch = dispatch.clone();
    let onclick = Callback::from(move |_: MouseEvent| copy(Rc::clone(&text), &dispatch));
    html! { <button type="button" class="quiet" {onclick}>{ label.to_owned() }</button> }
}

/// Copies `text`; shows it for copying by hand where the browser refuses.
pub(crate) fn copy(text: Rc<str>, dispatch: &Dispatch) {
    let dispatch = dispatch.clone();
    wasm_bindgen_futures::spawn_local(async move {
        let done = dom::copy(&text).await;
        let notice = Action::Notice(Some("Copied.".to_owned()));
        dispatch.emit(if done { notice } else { Action::CopyByHand(text) });
    });
}

/// A button that saves `text` as a file called `name`.
pub(crate) fn save_button(label: &str, name: &str, text: Rc<str>) -> Html {
    let name = name.to_owned();
    let onclick = Callback::from(move |_: MouseEvent| dom::download(&name, &text));
    html! { <button type="button" class="quiet" {onclick}>{ label.to_owned() }</button> }
}

/// A callback that emits `action` on a click.
pub(crate) fn click(dispatch: &Dispatch, action: Action) -> Callback<MouseEvent> {
    dispatch.reform(move |_: MouseEvent| action.clone())
}
