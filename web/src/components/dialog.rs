//! A modal dialog, by the browser's own element: it keeps the focus inside and the rest of the page out of reach, and
//! Escape closes it.

use web_sys::HtmlDialogElement;
use yew::prelude::*;

use super::{bug, by_hand, drill, handbook, help, privacy, share, study, take_away, this_copy};
use crate::dom;
use crate::hooks::Dispatch;
use crate::state::dialog::Dialog;
use crate::state::{Action, State};

/// Draws the dialog that is open.
pub(crate) fn dialog(state: &State, dispatch: &Dispatch) -> Html {
    let Some(open) = state.dialog else { return Html::default() };
    let onclose = dispatch.reform(|()| Action::CloseDialog);
    let (title, content) = match open {
        Dialog::Help(topic) => (help::title(topic), help::help(topic)),
        Dialog::Privacy => ("Privacy", privacy::privacy()),
        Dialog::CopyByHand => {
            let text = state.uncopied.clone().unwrap_or_default();
            ("Copy by hand", html! { <by_hand::CopyByHand {text} /> })
        }
        Dialog::ThisCopy => ("This copy", this_copy::this_copy(dispatch)),
        Dialog::Handbook => ("Handbook", handbook::handbook(state, dispatch)),
        Dialog::TakeAway => ("Take away", take_away::take_away(state, dispatch)),
        Dialog::Share => ("Share a link", share::share(state, dispatch)),
        Dialog::Bug => ("Text for a bug report", bug::bug(state, dispatch)),
        Dialog::Study => ("Study", study::list(state, dispatch)),
        Dialog::Answer => ("Show the answer?", drill::confirm(state, dispatch)),
    };
    html! { <Modal key={format!("{open:?}")} {title} {onclose}>{ content }</Modal> }
}

/// What a dialog is made of.
#[derive(Properties, PartialEq)]
pub(crate) struct ModalProperties {
    /// Its heading, which is also its name.
    pub(crate) title: &'static str,
    /// Called when the user closes it.
    pub(crate) onclose: Callback<()>,
    /// Its content.
    pub(crate) children: Html,
}

/// A dialog that opens when it is drawn. When it goes, the focus returns to where it was.
#[component]
fn Modal(properties: &ModalProperties) -> Html {
    let node = use_node_ref();
    let shown = node.clone();
    use_effect_with((), move |()| {
        let before = dom::focused();
        let element = shown.cast::<HtmlDialogElement>();
        if let Some(element) = &element {
            drop(element.show_modal());
            // Not by `autofocus`, which browsers refuse with an error inside the frame of another site.
            dom::focus("dialog-title");
        }
        move || {
            if let Some(element) = element {
                element.close();
            }
            dom::focus_element(before);
        }
    });
    let send = properties.onclose.clone();
    let oncancel = Callback::from(move |event: Event| {
        // The state closes it.
        event.prevent_default();
        send.emit(());
    });
    let send = properties.onclose.clone();
    let onclick = Callback::from(move |_: MouseEvent| send.emit(()));
    html! {
        <dialog ref={node} class="dialog" aria-labelledby="dialog-title" {oncancel}>
            <div class="dialog-head">
                <h2 id="dialog-title" tabindex="-1">{ properties.title }</h2>
                <button type="button" class="icon" id="dialog-close" aria-label="Close" {onclick}>{ "×" }</button>
            </div>
            <div class="dialog-body" role="group" aria-labelledby="dialog-title" tabindex="0">{ properties.children.clone() }</div>
        </dialog>
    }
}
