//! Short sentences above the work: what was put aside, what went wrong, what was done.

use yew::prelude::*;

use super::actions::click;
use super::old::Old;
use super::profile;
use crate::hooks::Dispatch;
use crate::state::link::{LinkAction, Opened};
use crate::state::view::plural;
use crate::state::{Action, Engine, Placing, State};

/// Draws them.
pub(crate) fn notices(state: &State, dispatch: &Dispatch) -> Html {
    html! {
        <div class="notices" role="status" aria-atomic="false">
            { engine(state, dispatch) }
            { shelf(state, dispatch) }
            { profile::refusal(state, dispatch) }
            { link_opened(state, dispatch) }
            <Old />
            if let Some(notice) = &state.notice {
                <p>{ notice.clone() }{ " " }{ link("Dismiss", Action::Notice(None), dispatch) }</p>
            }
        </div>
    }
}

fn engine(state: &State, dispatch: &Dispatch) -> Html {
    match state.engine {
        Engine::Starting | Engine::Running => Html::default(),
        Engine::Stopped => html! {
            <p>
                { "The check took too long or failed, so it was stopped. Your text is as you left it. " }
                { link("Check again", Action::CheckAgain, dispatch) }
            </p>
        },
        Engine::Missing => html! {
            <p>
                { "The part of the page that checks could not be loaded. Your text is as you left it; " }
                { "download it and reload the page." }
            </p>
        },
    }
}

fn shelf(state: &State, dispatch: &Dispatch) -> Html {
    let Some(shelf) = &state.shelved else { return Html::default() };
    let files = plural(shelf.files.len(), "file");
    let sentence = match shelf.placing {
        Placing::Replace => format!("Your {files} made room for these. "),
        Placing::Beside => format!("{files} closed. "),
    };
    html! {
        <p>{ sentence }{ link("Bring back", Action::BringBack, dispatch) }</p>
    }
}

/// What a link brought, and what in it did not fit.
fn link_opened(state: &State, dispatch: &Dispatch) -> Html {
    let Opened { files, said } = &state.link;
    if *files == 0 && said.is_empty() {
        return Html::default();
    }
    let brought = (*files > 0).then(|| format!("From a link: {}. ", plural(*files, "file")));
    let said = said.iter().map(|sentence| html! { <>{ sentence.clone() }{ " " }</> });
    html! {
        <p class="from-link">
            { brought }{ for said }{ link("Dismiss", Action::Link(LinkAction::Dismiss), dispatch) }
        </p>
    }
}

fn link(label: &'static str, action: Action, dispatch: &Dispatch) -> Html {
    html! { <button type="button" class="link" onclick={click(dispatch, action)}>{ label }</button> }
}
