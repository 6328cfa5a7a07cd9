//! The profile that judges: one of the project, or a file of the user's own.

use plimsoll_rules::ProfileError;
use yew::prelude::*;

use super::actions::click;
use super::menu::{self, menu};
use super::open_files::profile_button;
use super::words;
use crate::dom;
use crate::hooks::Dispatch;
use crate::protocol::{Chosen, ProfileEntry};
use crate::state::profile::{EVERYTHING, Own, ProfileAction, Refused};
use crate::state::view::plural;
use crate::state::{Action, State};

/// Draws the chooser, and beside it the way back to every rule.
pub(crate) fn chooser(state: &State, dispatch: &Dispatch) -> Html {
    let profiles = &state.profiles;
    let heading = html! {
        <><span class="menu-label">{ "Profile" }</span>{ " " }<span class="menu-value">{ profiles.label() }</span></>
    };
    let standard = profiles.standard.iter().map(|page| entry(state, page, dispatch));
    let entries = html! {
        <>
            { for standard }
            { for profiles.own.iter().map(|own| own_entry(state, own, dispatch)) }
            <li>{ profile_button(dispatch) }</li>
        </>
    };
    let send = dispatch.clone();
    let onclick = Callback::from(move |_: MouseEvent| {
        send.emit(Action::Profile(ProfileAction::Choose(Chosen::Everything)));
        // The button goes away.
        dom::focus("profile-menu");
    });
    html! {
        <div class="profile">
            { menu("profile-menu", heading, entries) }
            if !profiles.is_everything() {
                <button type="button" class="icon" id="profile-reset" aria-label="Back to every rule"
                    title="Back to every rule" {onclick}>{ "×" }</button>
            }
        </div>
    }
}

fn entry(state: &State, page: &ProfileEntry, dispatch: &Dispatch) -> Html {
    let chosen = if page.name == EVERYTHING { Chosen::Everything } else { Chosen::Standard(page.name.clone()) };
    choice(state, chosen, &page.title, plural(page.rules, "rule"), dispatch)
}

fn own_entry(state: &State, own: &Own, dispatch: &Dispatch) -> Html {
    let about = format!("{} from {}", plural(own.entry.rules, "rule"), own.file);
    choice(state, Chosen::Own(own.text.to_string()), &own.entry.name, about, dispatch)
}

fn choice(state: &State, chosen: Chosen, title: &str, about: String, dispatch: &Dispatch) -> Html {
    let current = state.profiles.chosen == chosen;
    let send = dispatch.clone();
    let onclick = Callback::from(move |event: MouseEvent| {
        menu::close(event.target());
        dom::focus("profile-menu");
        send.emit(Action::Profile(ProfileAction::Choose(chosen.clone())));
    });
    html! {
        <li>
            <button type="button" aria-current={current.then_some("true")} {onclick}>
                <strong>{ title.to_owned() }</strong>
                <span>{ about }</span>
            </button>
        </li>
    }
}

/// Why a text is no profile, and what to do.
pub(crate) fn refusal(state: &State, dispatch: &Dispatch) -> Html {
    let Some(refused) = &state.profiles.refused else { return Html::default() };
    let Refused { file, error } = &**refused;
    let told = match error {
        Ok(ProfileError { message, line, column }) => {
            html! { <><b>{ format!("{file}, line {line}, column {column}:") }</b>{ " " }{ words::prose(message) }</> }
        }
        Err(reason) => html! { <><b>{ format!("{file}:") }</b>{ " " }{ reason.clone() }</> },
    };
    html! {
        <p class="profile-refusal">
            { told }
            { format!(" The profile stays: {}. Mend the file and open it again. ", state.profiles.label()) }
            <button type="button" class="link" onclick={click(dispatch, Action::Profile(ProfileAction::Dismiss))}>
                { "Dismiss" }
            </button>
        </p>
    }
}
