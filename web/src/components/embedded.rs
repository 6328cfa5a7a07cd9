//! The slim bar that takes the place of head and foot where the page is part of another one.

use plimsoll_rules::EDITION;
use yew::prelude::*;

use super::shape::mark;
use super::{release, study};
use crate::fragment::{Fragment, Release};
use crate::hooks::Dispatch;
use crate::state::{State, View};

/// Draws it.
pub(crate) fn bar(state: &State, dispatch: &Dispatch) -> Html {
    let about = format!("Plimsoll {}, rules of {EDITION}", env!("CARGO_PKG_VERSION"));
    let settings = Fragment {
        kubernetes: state.release.map(Release::Chosen),
        profile: (!state.profiles.is_everything()).then(|| state.profiles.chosen.clone()),
        view: (state.view != View::Findings).then_some(state.view),
        ..Fragment::default()
    };
    html! {
        <header class="slim">
            <h1 class="brand" title={about.clone()}>{ mark() }<span>{ "Plimsoll" }</span></h1>
            <p class="slim-promise">{ "Checked inside this frame" }</p>
            <div class="slim-tools">
                if !state.profiles.is_everything() {
                    <span class="slim-profile">{ state.profiles.label() }</span>
                }
                if !state.study.packs.is_empty() {
                    { study::button(dispatch) }
                }
                { release::chooser(state, dispatch) }
                <a id="open-full" href={format!("#{}", settings.write())} target="_blank" rel="noopener">
                    { "Open in full" }<span class="sr">{ " (in a new tab, without the text)" }</span>
                </a>
            </div>
        </header>
    }
}
