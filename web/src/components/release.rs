//! The Kubernetes release that is judged for: chosen by hand, or told by the documents and shown as a guess.

use plimsoll_rules::Version;
use plimsoll_rules::report::{Basis, PlaceReport};
use yew::prelude::*;

use super::actions::click;
use super::select::Select;
use crate::hooks::Dispatch;
use crate::offsets::byte_of;
use crate::state::view::named_by;
use crate::state::{Action, State};

/// Draws the chooser and, where nothing is chosen, what the release is taken from.
pub(crate) fn chooser(state: &State, dispatch: &Dispatch) -> Html {
    let used = state.checked.as_ref().filter(|_| state.release.is_none()).map(|checked| &checked.report.kubernetes);
    let auto = used.map_or_else(|| "Auto".to_owned(), |used| format!("Auto: {used}"));
    let mut entries = vec![(String::new(), auto)];
    entries.extend(releases(Version::OLDEST, Version::PREVIEW));
    let chosen = state.release.map(|release| release.to_string()).unwrap_or_default();
    let onchoose = dispatch.reform(|value: String| Action::SetRelease(value.parse().ok()));
    html! {
        <div class="release">
            <label for="version">{ "Kubernetes" }</label>
            <Select id="version" {entries} {chosen} {onchoose} described_by={Some("release-basis")} />
            <p id="release-basis">{ basis(state, dispatch) }</p>
        </div>
    }
}

/// Entries of a list of releases, the newest first.
pub(crate) fn releases(first: Version, last: Version) -> impl Iterator<Item = (String, String)> {
    (first.0..=last.0).rev().map(|minor| {
        let version = Version(minor);
        let note = if version == Version::PREVIEW { " preview" } else { "" };
        (version.to_string(), format!("{version}{note}"))
    })
}

fn basis(state: &State, dispatch: &Dispatch) -> Html {
    let Some(checked) = &state.checked else { return Html::default() };
    if let Some(release) = state.release {
        let run = state.study.run.as_ref();
        let by_drill = run.is_some_and(|run| run.drill.kubernetes == release.to_string());
        return html! { { if by_drill { "chosen by the drill" } else { "chosen by hand" } } };
    }
    match (checked.report.release.basis, checked.report.release.at) {
        (Basis::Guessed, Some(at)) => guess(state, at, dispatch),
        (Basis::Chosen, _) => html! { { "chosen by the profile" } },
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
            <button type="button" class="link" title={format!("{what} in {}", file.name)}
                onclick={click(dispatch, Action::RevealPlace(at.document, at.start, at.end))}>
                { format!("{what} in {}", file.name) }
            </button>
        </>
    }
}
