//! What can be taken away: reports, the fixes as a patch, the files, a print, a link, a text for a bug report.

use std::rc::Rc;

use plimsoll_export::Format;
use yew::prelude::*;

use super::actions::click;
use super::masking::masking;
use super::outcome::outcome;
use crate::dom;
use crate::hooks::Dispatch;
use crate::state::dialog::Dialog;
use crate::state::leaving::{LeaveAction, Means};
use crate::state::{Action, State};

/// The formats in the order of the dialog: what people read first.
const FORMATS: [Format; 6] = [Format::Html, Format::Markdown, Format::Sarif, Format::Json, Format::Csv, Format::Patch];

/// The name of a format for people.
pub(crate) const fn title(format: Format) -> &'static str {
    match format {
        Format::Html => "HTML report",
        Format::Markdown => "Markdown",
        Format::Sarif => "SARIF",
        Format::Json => "JSON",
        Format::Csv => "CSV",
        Format::Patch => "Patch",
    }
}

const fn about(format: Format) -> &'static str {
    match format {
        Format::Html => "One file for any browser, without scripts",
        Format::Markdown => "For an issue or a chat",
        Format::Sarif => "For code scanning, with the fixes",
        Format::Json => "As the command line prints it",
        Format::Csv => "For a spreadsheet",
        Format::Patch => "All safe fixes, for patch -p1",
    }
}

/// The button that opens the dialog.
pub(crate) fn button(dispatch: &Dispatch) -> Html {
    html! {
        <button type="button" id="take-away" onclick={click(dispatch, Action::OpenDialog(Dialog::TakeAway))}>
            { "Take away" }
        </button>
    }
}

/// Draws the dialog's content.
pub(crate) fn take_away(state: &State, dispatch: &Dispatch) -> Html {
    html! {
        <div class="leave">
            { masking(state, dispatch) }
            <ul class="takings">
                { for FORMATS.map(|format| row(state, format, dispatch)) }
                { files(state, dispatch) }
                { way("Link", "To this page with its settings; the files only if you say so", share(dispatch)) }
                { way("Print", "All findings as a list, without the page around them", print(state, dispatch)) }
                { way("Bug report", "A text to copy: versions, rule, the lines in question", bug(dispatch)) }
            </ul>
            { outcome(state) }
        </div>
    }
}

fn way(title: &str, about: &str, buttons: Html) -> Html {
    html! {
        <li>
            <span><strong>{ title.to_owned() }</strong>{ " " }<span class="quiet-text">{ about.to_owned() }</span></span>
            <span class="taking-buttons">{ buttons }</span>
        </li>
    }
}

fn row(state: &State, format: Format, dispatch: &Dispatch) -> Html {
    // What has not been checked has no report yet.
    let disabled = !state.is_fresh() || state.masked_now().is_none();
    let taking = |means, label: &str| {
        let onclick = click(dispatch, Action::Leave(LeaveAction::Ask(format, means)));
        html! {
            <button type="button" {disabled} {onclick}>
                { label.to_owned() }<span class="sr">{ format!(" {}", title(format)) }</span>
            </button>
        }
    };
    let copy = if format == Format::Html { Html::default() } else { taking(Means::Copy, "Copy") };
    way(title(format), about(format), html! { <>{ copy }{ taking(Means::Save, "Save") }</> })
}

/// A button for each file.
fn files(state: &State, dispatch: &Dispatch) -> Html {
    let shared = state.shared_files().unwrap_or_default();
    let one = |file: &crate::fragment::content::Shared| {
        let (name, text, send) = (file.name.clone(), Rc::<str>::from(file.text.as_str()), dispatch.clone());
        let onclick = Callback::from(move |_: MouseEvent| {
            dom::download(&name, &text);
            let sentence = format!("Handed {name} to the browser to save.");
            send.emit(Action::Leave(LeaveAction::Took(sentence)));
        });
        html! { <button type="button" {onclick}>{ "Save " }{ file.name.clone() }</button> }
    };
    if shared.is_empty() {
        return Html::default();
    }
    way("Files", "The texts as they are now", html! { { for shared.iter().map(one) } })
}

fn share(dispatch: &Dispatch) -> Html {
    let onclick = click(dispatch, Action::OpenDialog(Dialog::Share));
    html! { <button type="button" id="open-share" {onclick}>{ "Make a link…" }</button> }
}

fn bug(dispatch: &Dispatch) -> Html {
    let onclick = click(dispatch, Action::OpenDialog(Dialog::Bug));
    html! { <button type="button" id="open-bug" {onclick}>{ "Show the text…" }</button> }
}

fn print(state: &State, dispatch: &Dispatch) -> Html {
    let disabled = !state.is_fresh() || state.masked_now().is_none();
    let onclick = click(dispatch, Action::Leave(LeaveAction::Print));
    html! { <button type="button" id="print" {disabled} {onclick}>{ "Print…" }</button> }
}
