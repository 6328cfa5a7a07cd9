//! Opens local files: the button, and what is dropped anywhere on the page.

use wasm_bindgen::JsCast;
use wasm_bindgen_futures::spawn_local;
use web_sys::{DragEvent, HtmlInputElement};
use yew::prelude::*;

use crate::files;
use crate::hooks::Dispatch;
use crate::state::{Action, Placing};

/// The button, a label around a file input so that it works without a script dialogue.
pub(crate) fn open_button(dispatch: &Dispatch) -> Html {
    let dispatch = dispatch.clone();
    let onchange = Callback::from(move |event: Event| {
        let input = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok());
        let Some(input) = input else { return };
        read(files::listed(input.files()), &dispatch);
        // The same file may be chosen again.
        input.set_value("");
    });
    html! {
        <label class="file-button quiet">
            { "Open files" }
            <input type="file" id="open-files" multiple=true {onchange} />
        </label>
    }
}

/// Takes the files that were dropped.
pub(crate) fn dropped(event: &DragEvent, dispatch: &Dispatch) {
    read(files::listed(event.data_transfer().and_then(|data| data.files())), dispatch);
}

/// Whether files are being dragged, rather than text.
pub(crate) fn carries_files(event: &DragEvent) -> bool {
    let types = event.data_transfer().map(|data| data.types());
    types.is_some_and(|types| types.iter().any(|kind| kind.as_string().as_deref() == Some("Files")))
}

fn read(list: Vec<web_sys::File>, dispatch: &Dispatch) {
    if list.is_empty() {
        return;
    }
    let dispatch = dispatch.clone();
    spawn_local(async move {
        let files = files::read_all(list).await;
        dispatch.emit(Action::Open(files, Placing::Beside));
    });
}
