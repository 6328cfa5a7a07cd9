//! Opens local files: the buttons, and what is dropped anywhere on the page. A profile among them becomes the profile,
//! and a pack of drills a pack.

use plimsoll_rules::{is_likely_pack, is_likely_profile};
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::spawn_local;
use web_sys::{DragEvent, HtmlInputElement};
use yew::prelude::*;

use crate::hooks::Dispatch;
use crate::state::file::NewFile;
use crate::state::profile::ProfileAction;
use crate::state::study::StudyAction;
use crate::state::{Action, Placing};
use crate::{dom, files};

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

/// The button that opens a profile, whatever its text looks like.
pub(crate) fn profile_button(dispatch: &Dispatch) -> Html {
    let dispatch = dispatch.clone();
    let onchange = Callback::from(move |event: Event| {
        super::menu::close(event.target());
        let input = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok());
        let Some(input) = input else { return };
        let list = files::listed(input.files());
        input.set_value("");
        dom::focus("profile-menu");
        let dispatch = dispatch.clone();
        spawn_local(async move {
            if let Some(file) = files::read_all(list).await.into_iter().next_back() {
                dispatch.emit(bring(file));
            }
        });
    });
    html! {
        <label class="file-button quiet">
            { "Open a profile file…" }
            <input type="file" id="open-profile" accept=".yaml,.yml" {onchange} />
        </label>
    }
}

/// The button that opens a pack of drills, whatever its text looks like.
pub(crate) fn pack_button(dispatch: &Dispatch) -> Html {
    let dispatch = dispatch.clone();
    let onchange = Callback::from(move |event: Event| {
        let input = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok());
        let Some(input) = input else { return };
        let list = files::listed(input.files());
        input.set_value("");
        let dispatch = dispatch.clone();
        spawn_local(async move {
            for file in files::read_all(list).await {
                dispatch.emit(bring_pack(file));
            }
        });
    });
    html! {
        <label class="file-button">
            { "Open a pack…" }
            <input type="file" id="open-pack" accept=".yaml,.yml" {onchange} />
        </label>
    }
}

fn bring_pack(file: NewFile) -> Action {
    Action::Study(StudyAction::Bring(file.name, file.content))
}

fn bring(file: NewFile) -> Action {
    Action::Profile(ProfileAction::Bring(file.name, file.content))
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
        let is_profile = |file: &NewFile| file.content.as_ref().is_ok_and(|text| is_likely_profile(text));
        let is_pack = |file: &NewFile| file.content.as_ref().is_ok_and(|text| is_likely_pack(text));
        let (packs, files): (Vec<_>, Vec<_>) = files::read_all(list).await.into_iter().partition(is_pack);
        let (profiles, files): (Vec<_>, Vec<_>) = files.into_iter().partition(is_profile);
        dispatch.emit(Action::Open(files, Placing::Beside));
        for pack in packs {
            dispatch.emit(bring_pack(pack));
        }
        for profile in profiles {
            dispatch.emit(bring(profile));
        }
    });
}
