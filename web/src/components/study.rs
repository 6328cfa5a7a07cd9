//! The list of drills: packs, the domains of the exam, what was solved, and where that is kept.

use plimsoll_rules::{Domain, Drill, Pack, PackError};
use yew::prelude::*;

use super::actions::click;
use super::open_files::pack_button;
use super::select::Select;
use super::words;
use crate::hooks::Dispatch;
use crate::state::dialog::Dialog;
use crate::state::packs::Opened;
use crate::state::study::{Memory, StudyAction};
use crate::state::view::plural;
use crate::state::{Action, State};
use crate::storage;

const INTRODUCTION: &str = "A drill is a configuration with something wrong and a task. What is wrong stays hidden \
                            until you have mended it or ask for the answer; your own files are put aside meanwhile.";

/// The button in the page's head that opens the list.
pub(crate) fn button(dispatch: &Dispatch) -> Html {
    html! {
        <button type="button" id="study-menu" class="quiet" aria-haspopup="dialog"
            onclick={click(dispatch, Action::OpenDialog(Dialog::Study))}>{ "Study" }</button>
    }
}

/// Draws the list.
pub(crate) fn list(state: &State, dispatch: &Dispatch) -> Html {
    let study = &state.study;
    let solved = study.listed().iter().filter(|(pack, drill)| study.is_solved(pack, &drill.id)).count();
    html! {
        <div class="study">
            <p>{ INTRODUCTION }</p>
            <div class="study-bar">
                { domains(state, dispatch) }
                { pack_button(dispatch) }
            </div>
            <div>
                <div role="status">{ for study.opened.as_deref().map(opened) }</div>
                if study.packs.is_empty() {
                    <p class="calm">{ "The drills are on their way." }</p>
                } else {
                    <p class="quiet-text">
                        { format!("{} of {} solved.", solved, plural(study.listed().len(), "drill")) }
                    </p>
                }
            </div>
            { for study.packs.iter().map(|own| pack(state, own, dispatch)) }
            { memory(state, dispatch) }
        </div>
    }
}

fn domains(state: &State, dispatch: &Dispatch) -> Html {
    let title = |domain: Domain| domain.title().to_owned();
    let mut entries = vec![(String::new(), "All domains of the exam".to_owned())];
    entries.extend(Domain::ALL.into_iter().map(|domain| (title(domain), title(domain))));
    let onchoose = dispatch.reform(|name: String| {
        let domain = Domain::ALL.into_iter().find(|domain| domain.title() == name);
        Action::Study(StudyAction::ShowDomain(domain))
    });
    let chosen = state.study.domain.map(title).unwrap_or_default();
    html! {
        <label class="field">
            <span>{ "Domain" }</span>
            <Select id="study-domain" {entries} {chosen} {onchoose} />
        </label>
    }
}

fn opened(opened: &Opened) -> Html {
    let Opened { file, pack, .. } = opened;
    match pack {
        Ok(title) => {
            html! { <p class="pack-opened">{ format!("{file}: the pack {title} is at the end of the list.") }</p> }
        }
        Err(Ok(PackError { message, line, column })) => html! {
            <p class="refusal pack-refusal">
                <b>{ format!("{file}, line {line}, column {column}:") }</b>{ " " }{ words::prose(message) }
                { " Nothing of it was taken. Mend the file and open it again." }
            </p>
        },
        Err(Err(reason)) => {
            html! { <p class="refusal pack-refusal"><b>{ format!("{file}:") }</b>{ " " }{ reason.clone() }</p> }
        }
    }
}

fn pack(state: &State, pack: &Pack, dispatch: &Dispatch) -> Html {
    let fits = |drill: &&Drill| state.study.domain.is_none_or(|domain| drill.domain == domain);
    let drills: Vec<&Drill> = pack.drills.iter().filter(fits).collect();
    if drills.is_empty() {
        return Html::default();
    }
    html! {
        <section key={pack.id.clone()}>
            <h3>{ &pack.title }</h3>
            if !pack.about.is_empty() {
                <p class="quiet-text">{ words::prose(&pack.about) }</p>
            }
            <ul class="drills">{ for drills.into_iter().map(|drill| entry(state, pack, drill, dispatch)) }</ul>
        </section>
    }
}

fn entry(state: &State, pack: &Pack, drill: &Drill, dispatch: &Dispatch) -> Html {
    let begin = Action::Study(StudyAction::Begin(pack.id.clone(), drill.id.clone()));
    let run = state.study.run.as_ref();
    let open = run.is_some_and(|run| run.pack == pack.id && run.drill.id == drill.id);
    let solved = state.study.is_solved(&pack.id, &drill.id);
    html! {
        <li>
            <button type="button" class="drill-entry" data-drill={drill.id.clone()}
                aria-current={open.then_some("true")} onclick={click(dispatch, begin)}>
                <strong>{ &drill.title }</strong>
                <span>{ drill.domain.title() }</span>
                <span>{ plural(drill.minutes as usize, "minute") }</span>
                <span class="drill-state">{ solved.then_some("✓ solved") }</span>
            </button>
        </li>
    }
}

fn memory(state: &State, dispatch: &Dispatch) -> Html {
    let on = state.study.memory == Memory::Device;
    let send = dispatch.clone();
    let onchange = Callback::from(move |_: Event| {
        if on {
            storage::forget_everything();
        }
        send.emit(Action::Study(StudyAction::Keep(if on { Memory::Page } else { Memory::Device })));
    });
    let send = dispatch.clone();
    let forget = Callback::from(move |_: MouseEvent| {
        storage::forget_everything();
        send.emit(Action::Study(StudyAction::Forget));
    });
    html! {
        <div class="study-bar study-memory">
            <label class="check"><input type="checkbox" id="study-remember" checked={on} {onchange} />
                { "Remember my progress on this device" }</label>
            <button type="button" class="quiet" id="study-forget" onclick={forget}>{ "Forget my progress" }</button>
        </div>
    }
}
