//! The Kubernetes release that is judged for: chosen by hand, or told by the documents and shown as a guess.

use plimsoll_rules::Version;
use plimsoll_rules::report::{Basis, PlaceReport};
use wasm_bindgen::JsCast;
use web_sys::HtmlSelectElement;
use yew::prelude::*;

use super::actions::click;
use crate::hooks::Dispatch;
use crate::offsets::byte_of;
use crate::state::view::named_by;
use crate::state::{Action, State};

/// Draws the chooser and, where nothing is chosen, what the release is taken from.
pub(crate) fn chooser(state: &State, dispatch: &Dispatch) -> Html {
    let used = state.checked.as_ref().filter(|_| state.release.is_none()).map(|checked| &checked.report.kubernetes);
    let auto = used.map_or_else(|| "Auto".to_owned(), |used| format!("Auto: {used}"));
    let choose = dispatch.reform(|version: Option<Version>| Action::SetRelease(version));
    html! {
        <div class="release">
            <label for="version">{ "Kubernetes" }</label>
            <select id="version" aria-describedby="release-basis" onchange={chosen(choose)}>
                <option value="" selected={state.release.is_none()}>{ auto }</option>
                { for (Version::OLDEST.0..=Version::PREVIEW.0).rev().map(|minor| option(Version(minor), state.release)) }
            </select>
            <p id="release-basis">{ basis(state, dispatch) }</p>
        </div>
    }
}

/// One release of a list.
pub(crate) fn option(version: Version, chosen: Option<Version>) -> Html {
    let label = if version == Version::PREVIEW { format!("{version} preview") } else { version.to_string() };
    html! { <option value={version.to_string()} selected={chosen == Some(version)}>{ label }</option> }
}

/// Hands on the release that is chosen in a list; `None` for the entry without one.
pub(crate) fn chosen(choose: Callback<Option<Version>>) -> Callback<Event> {
    Callback::from(move |event: Event| {
        let select = event.target().and_then(|target| target.dyn_into::<HtmlSelectElement>().ok());
        if let Some(select) = select {
            choose.emit(select.value().parse().ok());
        }
    })
}

fn basis(state: &State, dispatch: &Dispatch) -> Html {
    let Some(checked) = &state.checked else { return Html::default() };
    if state.release.is_some() {
        return html! { { "chosen by hand" } };
    }
    match (checked.report.release.basis, checked.report.release.at) {
        (Basis::Guessed, Some(at)) => guess(state, at, dispatch),
        _ => html! { { "newest known" } },
    }
}

fn guess(state: &State, at: PlaceReport, dispatch: &Dispatch) -> Html {
    let Some(file) = state.files.get(at.document as usize) else { return Html::default() };
    let (start, end) = (byte_of(&file.text, at.start) as usize, byte_of(&file.text, at.end) as usize);
    let what = named_by(file.text.get(start..end).unwrap_or_default());
    html! {
        <>
            { "guessed from the " }
            <button type="button" class="link" onclick={click(dispatch, Action::RevealPlace(at.document, at.start, at.end))}>
                { format!("{what} in {}", file.name) }
            </button>
        </>
    }
}
