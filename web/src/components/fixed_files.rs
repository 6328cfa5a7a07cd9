//! The files after all safe fixes, beside what was pasted or opened.

use std::rc::Rc;

use yew::prelude::*;

use super::actions::{copy_button, save_button};
use super::diff::diff_view;
use super::status;
use crate::diff::FileDiff;
use crate::hooks::Dispatch;
use crate::state::State;
use crate::state::file::File;

/// Draws them.
pub(crate) fn fixed_files(state: &State, fix_all: &Callback<MouseEvent>, dispatch: &Dispatch) -> Html {
    if state.is_empty() {
        return status::invitation(state, dispatch);
    }
    let Some(fixed) = &state.fixed else { return status::waiting(state) };
    let files = state.files.iter().zip(&fixed.texts).enumerate();
    html! {
        <div class="fixed-files">
            <div class="actions">
                <p class="spring">
                    { "Before: the text as you brought it. After: as it is now, with every safe fix applied." }
                </p>
                if !fixed.applied.is_empty() && !state.is_read_only() {
                    <button type="button" class="primary" onclick={fix_all.clone()}>
                        { format!("Apply all safe ({})", fixed.applied.len()) }
                    </button>
                }
            </div>
            { for files.map(|(at, (file, text))| {
                let diff = fixed.diffs.iter().find(|diff| diff.document as usize == at);
                one(file, text, diff, dispatch)
            }) }
        </div>
    }
}

fn one(file: &File, text: &str, diff: Option<&FileDiff>, dispatch: &Dispatch) -> Html {
    let text: Rc<str> = Rc::from(text);
    html! {
        <section class="fixed-file" aria-label={format!("Fixed {}", file.name)}>
            <div class="bar">
                <h2>{ &file.name }</h2>
                <div class="bar-end">
                    { copy_button("Copy fixed file", Rc::clone(&text), dispatch) }
                    { save_button("Download fixed file", &file.name, text) }
                </div>
            </div>
            if let Some(diff) = diff {
                { diff_view(diff, None) }
            } else {
                <p class="calm">{ "Nothing changes here." }</p>
            }
        </section>
    }
}
