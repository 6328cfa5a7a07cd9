//! The text for a bug report, to be copied. Nothing is sent.

use std::rc::Rc;

use yew::prelude::*;

use super::masking::masking;
use super::outcome::{copy, outcome};
use crate::hooks::Dispatch;
use crate::state::State;

/// Draws the dialog's content.
pub(crate) fn bug(state: &State, dispatch: &Dispatch) -> Html {
    let about = match state.selected_finding() {
        Some(finding) => format!("It is about the finding that is open, {}.", finding.rule),
        None => "It is about something that was not found. Open a finding first to report that one.".to_owned(),
    };
    let text = state.leaving.bug.as_ref().map(|(_, text)| Rc::clone(text));
    let (send, copied) = (dispatch.clone(), text.clone());
    let onclick = Callback::from(move |_: MouseEvent| {
        if let Some(text) = &copied {
            copy(Rc::clone(text), "Copied the text.".to_owned(), &send);
        }
    });
    html! {
        <div class="leave">
            <p>{ about }{ " Nothing is sent: copy the text, say what happened and what you expected, and paste it where you report." }</p>
            { masking(state, dispatch) }
            <label for="bug-text">{ "Text for the report" }</label>
            <textarea id="bug-text" readonly=true rows="14" value={text.as_deref().unwrap_or_default().to_owned()} />
            <p class="leave-buttons">
                <button type="button" id="bug-copy" class="primary" disabled={text.is_none()} {onclick}>
                    { "Copy the text" }
                </button>
            </p>
            { outcome(state) }
        </div>
    }
}
