//! The whole page.

use std::rc::Rc;

use web_sys::DragEvent;
use yew::prelude::*;

use super::settings::settings;
use super::settings_choice::Choice;
use super::{
    coverage, dialog, drill, editor_pane, embedded, explanation, file_tabs, findings, fixed_files, footer, header,
    keys, notices, open_files, paper, upgrade,
};
use crate::dom;
use crate::examples::EXAMPLES;
use crate::fragment::{Reading, Theme};
use crate::hooks::Dispatch;
use crate::hooks::announce::use_announcement;
use crate::hooks::editor::use_editor;
use crate::hooks::embedding::use_embedding;
use crate::hooks::engine::{Client, use_engine};
use crate::hooks::global_keys::use_global_keys;
use crate::hooks::keep_focus::use_kept_focus;
use crate::hooks::leave::{use_leave_question, use_packing, use_taking};
use crate::hooks::link::use_link;
use crate::hooks::moved_focus::use_moved_focus;
use crate::hooks::study::use_study;
use crate::state::file::FileId;
use crate::state::link::LinkAction;
use crate::state::{Action, State, View};

/// The whole page.
#[component]
pub(crate) fn App() -> Html {
    let state = use_reducer(first_state);
    let dispatch: Dispatch = {
        let dispatcher = state.dispatcher();
        Callback::from(move |action| dispatcher.dispatch(action))
    };
    let client = use_engine(&state, &dispatch);
    let editor = use_node_ref();
    use_editor(&editor, &state, &dispatch);
    use_link(&dispatch);
    use_packing(&state, &dispatch);
    use_taking(&state, &dispatch);
    use_leave_question(&state);
    use_embedding(&state, &dispatch);
    let said = use_announcement(&state);
    use_study(&state, &dispatch);
    let renaming = use_state_eq(|| None::<FileId>);
    let choice = use_state_eq(Choice::default);
    let dragging = use_state_eq(|| Dragging::Nothing);

    use_moved_focus(&state, *renaming);
    use_global_keys(state.view, &dispatch);
    use_kept_focus();

    let fix_all = fix_all(&client, &state, &dispatch);
    let view = view(&state, &choice, &fix_all, &dispatch);
    let embedded = state.embedding.is_some();
    let layout = classes!(
        "page",
        (state.view == View::Fixed).then_some("wide-view"),
        embedded.then_some("embedded"),
        state.is_read_only().then_some("read-only")
    );
    html! {
        <div class={layout} data-report={if state.is_fresh() { "current" } else { "awaited" }}
            ondragover={drag_over(&dragging)} ondragleave={drag_leave(&dragging)}
            ondrop={dropped(&dragging, &dispatch)}>
            if embedded {
                { embedded::bar(&state, &dispatch) }
            } else {
                { header::header(&state, &dispatch) }
            }
            { notices::notices(&state, &dispatch) }
            <main>
                { file_tabs::file_tabs(&state, &renaming, &dispatch) }
                { view_tabs(&state, &dispatch) }
                { editor_pane::editor_pane(&state, &editor, &dispatch) }
                <section id="view" class={classes!("view", format!("view-{}", state.view.name()),
                        state.study.run.is_some().then_some("with-drill"))} role="tabpanel"
                    aria-labelledby={format!("tab-{}", state.view.name())}>
                    { drill::drill(&state, &dispatch) }
                    { view }
                </section>
            </main>
            if !embedded {
                { footer::footer(&state, &dispatch) }
            }
            { dialog::dialog(&state, &dispatch) }
            { paper::paper(&state, &dispatch) }
            <div class="sr" role="status" aria-live="polite">{ said }</div>
            if *dragging == Dragging::Files {
                <div class="drop" aria-hidden="true"><p>{ "Drop the files to check them" }</p></div>
            }
        </div>
    }
}

/// Applies all safe fixes: those that are shown, else those that the worker finds.
fn fix_all(client: &Rc<Client>, state: &UseReducerHandle<State>, dispatch: &Dispatch) -> Callback<MouseEvent> {
    let (client, state, dispatch) = (client.clone(), state.clone(), dispatch.clone());
    Callback::from(move |_: MouseEvent| match &state.fixed {
        Some(fixed) => dispatch.emit(Action::ApplyAll(state.revision, Rc::clone(fixed))),
        None => client.fix_all(&state),
    })
}

/// What the right-hand side shows.
fn view(state: &State, choice: &UseStateHandle<Choice>, fix_all: &Callback<MouseEvent>, dispatch: &Dispatch) -> Html {
    match state.view {
        _ if state.study.hides() => Html::default(),
        View::Findings => html! {
            <>
                <div class="list">{ findings::findings(state, fix_all, dispatch) }</div>
                { explanation::explanation(state, dispatch) }
            </>
        },
        View::Settings => html! { <div class="list">{ settings(state, choice, dispatch) }</div> },
        View::Coverage => html! { <div class="list">{ coverage::coverage(state, dispatch) }</div> },
        View::Upgrade => html! { <div class="list">{ upgrade::upgrade(state, dispatch) }</div> },
        View::Fixed => html! { <div class="list">{ fixed_files::fixed_files(state, fix_all, dispatch) }</div> },
    }
}

fn view_tabs(state: &State, dispatch: &Dispatch) -> Html {
    // Every other view would give the answer away.
    if state.study.hides() {
        return html! {
            <div class="views" role="tablist" aria-label="Views">
                <button type="button" role="tab" id="tab-findings" aria-controls="view" aria-selected="true">{ "Drill" }</button>
            </div>
        };
    }
    let tab = |view: View, label: String| {
        let chosen = state.view == view;
        let send = dispatch.clone();
        let onclick = Callback::from(move |_: MouseEvent| send.emit(Action::Show(view)));
        html! {
            <button type="button" role="tab" id={format!("tab-{}", view.name())} data-stop=""
                aria-controls="view" aria-selected={chosen.to_string()}
                tabindex={if chosen { "0" } else { "-1" }} {onclick}>{ label }</button>
        }
    };
    html! {
        <div class="views" role="tablist" aria-label="Views" data-list="" onkeydown={Callback::from(keys::rove)}>
            { tab(View::Findings, findings::tab_label(state)) }
            { tab(View::Settings, "All settings".to_owned()) }
            { tab(View::Coverage, "Coverage".to_owned()) }
            { tab(View::Upgrade, "Upgrade".to_owned()) }
            { tab(View::Fixed, "Fixed files".to_owned()) }
        </div>
    }
}

/// The page as its address wants it: part of another one, or alone with an example.
fn first_state() -> State {
    let reading = Reading::of(&dom::fragment());
    let asked = &reading.fragment;
    if asked.embed {
        if let Some(theme) = asked.theme.filter(|theme| *theme != Theme::Auto) {
            dom::set_theme(theme.name());
        }
        return State::embedded(asked);
    }
    // A link that brings files shows nothing before they are there.
    let example = EXAMPLES.first().filter(|_| asked.content.is_none());
    let mut state = State::with_files(example.map(|example| example.files()).unwrap_or_default());
    state.act(Action::Link(LinkAction::Came(Box::new(reading))));
    state
}

/// What is being dragged over the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Dragging {
    Nothing,
    Files,
}

fn drag_over(dragging: &UseStateHandle<Dragging>) -> Callback<DragEvent> {
    let dragging = dragging.clone();
    Callback::from(move |event: DragEvent| {
        if open_files::carries_files(&event) {
            event.prevent_default();
            dragging.set(Dragging::Files);
        }
    })
}

fn drag_leave(dragging: &UseStateHandle<Dragging>) -> Callback<DragEvent> {
    let dragging = dragging.clone();
    Callback::from(move |event: DragEvent| {
        // Leaving one element for another inside the page is no leaving.
        if event.related_target().is_none() {
            dragging.set(Dragging::Nothing);
        }
    })
}

fn dropped(dragging: &UseStateHandle<Dragging>, dispatch: &Dispatch) -> Callback<DragEvent> {
    let (dragging, dispatch) = (dragging.clone(), dispatch.clone());
    Callback::from(move |event: DragEvent| {
        dragging.set(Dragging::Nothing);
        if open_files::carries_files(&event) {
            event.prevent_default();
            open_files::dropped(&event, &dispatch);
        }
    })
}
