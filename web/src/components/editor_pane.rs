//! The editor with the line above it: what the file is, copy, save.

use std::rc::Rc;

use plimsoll_rules::Kind;
use wasm_bindgen::JsCast;
use web_sys::HtmlSelectElement;
use yew::prelude::*;

use super::actions::{copy_button, save_button};
use crate::hooks::Dispatch;
use crate::state::file::File;
use crate::state::{Action, State};

/// Draws it. `node` receives the editor's element.
pub(crate) fn editor_pane(state: &State, node: &NodeRef, dispatch: &Dispatch) -> Html {
    let Some(file) = state.active_file() else { return Html::default() };
    html! {
        <section class="editor" aria-label="Editor">
            <div class="bar">
                { kind_select(state, file, dispatch) }
                <div class="bar-end">
                    { copy_button("Copy", Rc::clone(&file.text), dispatch) }
                    { save_button("Download", &file.name, Rc::clone(&file.text)) }
                </div>
            </div>
            if let Some(refusal) = &file.refusal {
                <p class="refusal" role="alert">{ refusal.clone() }</p>
            }
            <@{"plimsoll-editor"} ref={node.clone()} class="code" label={format!("Text of {}", file.name)} />
        </section>
    }
}

fn kind_select(state: &State, file: &File, dispatch: &Dispatch) -> Html {
    let detected = state.checked.as_ref().and_then(|checked| {
        let entry = checked.report.documents.get(state.document_of(file.id)?)?;
        Kind::from_name(&entry.kind)
    });
    let automatic = match detected {
        Some(Kind::Unknown) if file.text.trim().is_empty() => "Detected as you paste".to_owned(),
        Some(kind) if file.kind.is_none() => format!("Detected: {}", kind.title()),
        _ => "Detect".to_owned(),
    };
    let id = file.id;
    let dispatch = dispatch.clone();
    let onchange = Callback::from(move |event: Event| {
        if let Some(select) = event.target().and_then(|target| target.dyn_into::<HtmlSelectElement>().ok()) {
            dispatch.emit(Action::SetKind(id, Kind::from_name(&select.value())));
        }
    });
    let option = |kind: &Kind| {
        html! { <option value={kind.name()} selected={file.kind == Some(*kind)}>{ kind.title() }</option> }
    };
    let choices = Kind::ALL.iter().filter(|kind| **kind != Kind::Unknown);
    html! {
        <label class="field">
            <span>{ "Kind" }</span>
            <select id="kind" title="What this file is; choose by hand if it was not recognised" {onchange}>
                <option value="" selected={file.kind.is_none()}>{ automatic }</option>
                { for choices.map(option) }
            </select>
        </label>
    }
}
