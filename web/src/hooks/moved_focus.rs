//! Where focus and scrolling go when a part of the page opens or closes.

use yew::prelude::*;

use crate::dom;
use crate::state::accepting::Accepting;
use crate::state::dialog::Dialog;
use crate::state::file::FileId;
use crate::state::{Sheet, State};

/// Moves them after the drawing that needs it. `renaming` is the file whose name is being edited.
#[hook]
pub(crate) fn use_moved_focus(state: &UseReducerHandle<State>, renaming: Option<FileId>) {
    let named = renaming.and_then(|id| state.files.iter().find(|file| file.id == id)).map(|file| file.name.clone());
    use_effect_with(renaming, move |_| {
        if let Some(name) = named {
            dom::begin_to_rewrite("rename", &name);
        }
    });
    use_effect_with((state.sheet, state.selected), |(sheet, _)| {
        if *sheet == Sheet::Open && dom::is_narrow() {
            dom::focus("explanation-title");
        }
    });
    use_effect_with(state.sheet, |sheet| {
        if *sheet == Sheet::Closed && dom::is_narrow() && dom::focus_is_in(".explanation") {
            dom::focus_first(".finding.selected");
        }
    });

    use_effect_with((state.active, state.files.len()), |_| dom::show_active_tab());

    use_effect_with((state.dialog, state.reading), |(dialog, reading)| {
        if *dialog == Some(Dialog::Handbook) {
            dom::scroll_to_top(".dialog-body");
            dom::focus(if reading.is_some() { "handbook-title" } else { "dialog-title" });
        }
    });
    // Another explanation begins at its top.
    use_effect_with(state.selected, |_| dom::scroll_to_top(".explanation"));
    let asks = state.accepting_now().is_some_and(Accepting::asks);
    use_effect_with(asks, |asks| {
        let asks = *asks;
        if asks {
            dom::focus("accept-reason");
        }
        move || {
            if asks {
                dom::refocus(&["accept", "explanation-title"]);
            }
        }
    });
}
