//! The editor with the line above it: what the file is, copy, save.

use std::rc::Rc;

use plimsoll_rules::Kind;
use yew::prelude::*;

use super::actions::{copy_button, save_button};
use super::select::Select;
use crate::hooks::Dispatch;
use crate::state::file::File;
use crate::state::{Action, State};

/// Draws it. `node` receives the editor's element.
pub(crate) fn editor_pane(state: &State, node: &NodeRef, dispatch: &Dispatch) -> Html {
    let Some(file) = state.active_file() else { return Html::default() };
    html! {
        <section class="editor" aria-label="Editor">
            <div class="bar">
                if !state.is_read_only() {
                    { kind_select(state, file, dispatch) }
                }
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
    let onchoose = dispatch.reform(move |name: String| Action::SetKind(id, Kind::from_name(&name)));
    let mut entries = vec![(String::new(), automatic)];
    let kinds = Kind::ALL.iter().filter(|kind| **kind != Kind::Unknown);
    entries.extend(kinds.map(|kind| (kind.name().to_owned(), kind.title().to_owned())));
    let chosen = file.kind.map(|kind| kind.name().to_owned()).unwrap_or_default();
    html! {
        <label class="field">
            <span>{ "Kind" }</span>
            <Select id="kind" title={Some("What this file is; choose by hand if it was not recognised")}
                {entries} {chosen} {onchoose} />
        </label>
    }
}
