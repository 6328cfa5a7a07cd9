//! The link: what is in it, how long it is, who could read it. It is made here only, and copied by the user.

use std::rc::Rc;

use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::actions::click;
use super::masking::masking;
use super::outcome::{copy, outcome};
use crate::dom;
use crate::fragment::LONGEST;
use crate::fragment::content::Shared;
use crate::hooks::Dispatch;
use crate::protocol::Chosen;
use crate::state::dialog::Dialog;
use crate::state::leaving::{Holds, LONG, LeaveAction, Reach, SHORT};
use crate::state::view::plural;
use crate::state::{Action, State};

/// Draws the dialog's content.
pub(crate) fn share(state: &State, dispatch: &Dispatch) -> Html {
    let holds_files = state.leaving.holds == Holds::Files;
    html! {
        <div class="leave">
            <p>{ settings(state) }</p>
            { include(state, dispatch) }
            if holds_files {
                <p class="warning">
                    { "Whoever has the link can read the files. Chat tools and mail scanners open links, and keep them." }
                </p>
                { masking(state, dispatch) }
                { preview(state) }
            }
            { link(state, dispatch) }
        </div>
    }
}

/// What of the settings is in the link, and what is not.
fn settings(state: &State) -> String {
    let release = state.release.map_or("the release that the files tell".to_owned(), |it| format!("Kubernetes {it}"));
    let (profile, own) = match &state.profiles.chosen {
        Chosen::Own(_) => ("every rule".to_owned(), " A profile of your own is a file and is not in the link."),
        _ => (format!("profile {}", state.profiles.label()), ""),
    };
    format!(
        "The link holds the settings: {release}, {profile}, the view that is open, and the date of the rules.{own} What \
         stands behind the # of a link is not sent to the server of the page."
    )
}

fn include(state: &State, dispatch: &Dispatch) -> Html {
    let files: Vec<_> = state.files.iter().filter(|file| !file.text.trim().is_empty()).collect();
    let size: usize = files.iter().map(|file| file.text.len()).sum();
    let send = dispatch.clone();
    let onchange = Callback::from(move |event: Event| {
        let input: HtmlInputElement = event.target_unchecked_into();
        let holds = if input.checked() { Holds::Files } else { Holds::Settings };
        send.emit(Action::Leave(LeaveAction::Hold(holds)));
    });
    html! {
        <p class="switch">
            <label>
                <input type="checkbox" id="share-files" checked={state.leaving.holds == Holds::Files}
                    disabled={files.is_empty()} {onchange} />
                { " Include the files" }
            </label>
            <span class="quiet-text">
                { format!("{}, {} bytes", plural(files.len(), "file"), grouped(size)) }
            </span>
        </p>
    }
}

/// Exactly what the link would hold.
fn preview(state: &State) -> Html {
    let Some(files) = state.shared_files() else { return Html::default() };
    let one = |file: &Shared| {
        html! {
            <figure>
                <figcaption>{ file.name.clone() }</figcaption>
                <pre tabindex="0" role="region" aria-label={format!("{} as it would be shared", file.name)}>
                    { file.text.clone() }
                </pre>
            </figure>
        }
    };
    html! { <div class="preview">{ for files.iter().map(one) }</div> }
}

fn link(state: &State, dispatch: &Dispatch) -> Html {
    let Some(fragment) = state.link_fragment() else {
        return html! { <><p class="quiet-text">{ "Making the link…" }</p>{ outcome(state) }</> };
    };
    let link: Rc<str> = Rc::from(format!("{}#{}", dom::address(), fragment.write()));
    let length = link.chars().count();
    let reach = Reach::of(length);
    let (send, text) = (dispatch.clone(), Rc::clone(&link));
    let onclick = Callback::from(move |_: MouseEvent| copy(Rc::clone(&text), "Copied the link.".to_owned(), &send));
    let select = Callback::from(|event: FocusEvent| {
        let area: web_sys::HtmlTextAreaElement = event.target_unchecked_into();
        area.select();
    });
    html! {
        <>
            if reach != Reach::Nowhere {
                <label for="share-link">{ "Link" }</label>
                <textarea id="share-link" readonly=true rows="3" onfocus={select} value={link.to_string()} />
            }
            <p id="share-length" data-length={length.to_string()}>{ told(length, reach) }</p>
            <p class="leave-buttons">
                if reach != Reach::Nowhere {
                    <button type="button" id="share-copy" class="primary" {onclick}>{ "Copy the link" }</button>
                }
                if matches!(reach, Reach::Doubtful | Reach::Nowhere) {
                    <button type="button" id="share-export" class="quiet"
                        onclick={click(dispatch, Action::OpenDialog(Dialog::TakeAway))}>{ "Save files instead…" }</button>
                }
            </p>
            { outcome(state) }
        </>
    }
}

fn told(length: usize, reach: Reach) -> String {
    let long = format!("{} characters.", grouped(length));
    match reach {
        Reach::Everywhere => long,
        Reach::Shortened => format!("{long} Some mail programs cut links above {} characters.", grouped(SHORT)),
        Reach::Doubtful => format!(
            "{long} Many chat tools and mail programs cut or refuse links above {} characters. A file is safer.",
            grouped(LONG)
        ),
        Reach::Nowhere => {
            format!("{long} No link may have more than {} characters. Save files instead.", grouped(LONGEST))
        }
    }
}

/// A number with its thousands apart.
fn grouped(number: usize) -> String {
    let digits = number.to_string();
    let mut written = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            written.push(',');
        }
        written.push(digit);
    }
    written
}
