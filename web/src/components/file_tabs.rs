//! The files as tabs: choose, rename, close, add.

use wasm_bindgen::JsCast;
use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::actions::click;
use super::keys::rove;
use super::open_files::open_button;
use crate::hooks::Dispatch;
use crate::state::file::{File, FileId};
use crate::state::view::open;
use crate::state::{Action, State};

/// Draws them. `renaming` is the file whose name is being edited.
pub(crate) fn file_tabs(state: &State, renaming: &UseStateHandle<Option<FileId>>, dispatch: &Dispatch) -> Html {
    let worst = |at: usize| {
        if state.study.hides() {
            return None;
        }
        let report = &state.checked.as_ref()?.report;
        let here = open(report).filter(|finding| finding.document as usize == at);
        here.map(|finding| finding.severity).max()
    };
    let tab = |(at, file): (usize, &File)| {
        let active = file.id == state.active;
        let name = if **renaming == Some(file.id) && !state.is_read_only() {
            name_field(file, renaming, dispatch)
        } else {
            name_button(file, active, renaming, dispatch)
        };
        let open_to_change = !state.is_read_only();
        html! {
            <li key={file.id} class={classes!("file", active.then_some("active"))}>
                { for worst(at).map(super::shape::shape) }
                { name }
                if open_to_change {
                    <button type="button" class="close" aria-label={format!("Close {}", file.name)}
                        onclick={click(dispatch, Action::Close(file.id))}>{ "×" }</button>
                }
            </li>
        }
    };
    html! {
        <nav class="files" aria-label="Files">
            <ul data-list="" onkeydown={Callback::from(rove)}>{ for state.files.iter().enumerate().map(tab) }</ul>
            if !state.is_read_only() {
                <button type="button" class="quiet" aria-label="Add an empty file" title="Add an empty file"
                    onclick={click(dispatch, Action::AddEmpty)}>{ "+" }</button>
                { open_button(dispatch) }
            }
        </nav>
    }
}

fn name_button(file: &File, active: bool, renaming: &UseStateHandle<Option<FileId>>, dispatch: &Dispatch) -> Html {
    let id = file.id;
    let start = renaming.clone();
    let ondblclick = Callback::from(move |_: MouseEvent| start.set(Some(id)));
    let start = renaming.clone();
    let onkeydown = Callback::from(move |event: KeyboardEvent| {
        if event.key() == "F2" {
            start.set(Some(id));
        }
    });
    html! {
        <button type="button" class="name" data-stop="" aria-current={active.then_some("true")}
            title={format!("{}: double click or F2 to rename", file.name)} {ondblclick} {onkeydown}
            onclick={click(dispatch, Action::Activate(id))}>{ &file.name }</button>
    }
}

fn name_field(file: &File, renaming: &UseStateHandle<Option<FileId>>, dispatch: &Dispatch) -> Html {
    let id = file.id;
    let (done, send) = (renaming.clone(), dispatch.clone());
    let onblur = Callback::from(move |event: FocusEvent| {
        if let Some(input) = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok()) {
            send.emit(Action::Rename(id, input.value()));
        }
        done.set(None);
    });
    let onkeydown = Callback::from(move |event: KeyboardEvent| {
        event.stop_propagation();
        let Some(input) = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok()) else { return };
        match event.key().as_str() {
            "Enter" => drop(input.blur()),
            "Escape" => {
                // Leaving the field names the file; an empty name is not taken.
                input.set_value("");
                drop(input.blur());
            }
            _ => {}
        }
    });
    html! {
        <input id="rename" class="name" type="text" aria-label="File name" {onblur} {onkeydown} />
    }
}
