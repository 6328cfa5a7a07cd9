//! The foot of the page: which Plimsoll this is, and the ways to its dialogs.

use plimsoll_rules::{EDITION, Version};
use yew::prelude::*;

use super::actions::click;
use super::privacy;
use crate::hooks::Dispatch;
use crate::state::dialog::Dialog;
use crate::state::{Action, State};

/// Draws it.
pub(crate) fn footer(_state: &State, dispatch: &Dispatch) -> Html {
    let releases = format!("Kubernetes {} to {}", Version::OLDEST, Version::NEWEST);
    html! {
        <footer class="foot">
            <p>{ concat!("Plimsoll ", env!("CARGO_PKG_VERSION")) }<span>{ releases }</span><span>{ format!("rules of {EDITION}") }</span></p>
            { privacy::newer() }
            <div class="foot-links">
                { link("Help", Dialog::Help, dispatch) }
                { link("Privacy", Dialog::Privacy, dispatch) }
                { link("All rules", Dialog::Handbook, dispatch) }
                { link("This copy", Dialog::ThisCopy, dispatch) }
            </div>
        </footer>
    }
}

fn link(label: &'static str, dialog: Dialog, dispatch: &Dispatch) -> Html {
    html! {
        <button type="button" class="link" onclick={click(dispatch, Action::OpenDialog(dialog))}>{ label }</button>
    }
}
