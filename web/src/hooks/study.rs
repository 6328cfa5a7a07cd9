//! What drills need of the world outside: the link that asks for one, the memory of the device, and where the focus
//! goes.

use wasm_bindgen::prelude::*;
use yew::prelude::*;

use super::Dispatch;
use crate::fragment::Reading;
use crate::state::study::{Memory, Party, StudyAction};
use crate::state::{Action, State};
use crate::{dom, storage};

/// Watches the open drill and the progress.
#[hook]
pub(crate) fn use_study(state: &UseReducerHandle<State>, dispatch: &Dispatch) {
    let send = dispatch.clone();
    use_effect_with((), move |()| {
        let study = |action| send.emit(Action::Study(action));
        if let Some(kept) = storage::read(storage::STUDY) {
            study(StudyAction::Remembered(kept.lines().map(str::to_owned).collect()));
        }
        if let Some(id) = Reading::of(&dom::fragment()).fragment.drill {
            study(StudyAction::Link(id));
        }
    });

    use_forgetting(dispatch);

    let (memory, solved, send) = (state.study.memory, state.study.solved.clone(), dispatch.clone());
    use_effect_with((memory, solved), move |(memory, solved)| {
        if *memory == Memory::Device && !storage::write(storage::STUDY, &solved.join("\n")) {
            send.emit(Action::Study(StudyAction::Keep(Memory::Page)));
            let sentence = "The browser does not let this page keep anything, so the progress goes with the page.";
            send.emit(Action::Notice(Some(sentence.to_owned())));
        }
    });

    // A page around that opens a drill is being read elsewhere; the focus stays there.
    let opened = state.study.run.as_ref().filter(|run| run.by == Party::User).map(|run| run.serial);
    use_effect_with(opened, |opened| {
        if opened.is_some() {
            dom::focus("drill-title");
        }
    });
    let answer = state.study.run.as_ref().map(|run| matches!(run.answer, crate::state::study::Answer::Shown(_)));
    use_effect_with(answer, |answer| {
        if *answer == Some(true) {
            dom::focus("drill-answer");
        }
    });
}

/// Once everything that is kept was forgotten, which `web/privacy` tells by an event, no progress may be kept again
/// unless the user asks again.
#[hook]
fn use_forgetting(dispatch: &Dispatch) {
    let send = dispatch.clone();
    use_effect_with((), move |()| {
        let forgotten = Closure::<dyn FnMut()>::new(move || send.emit(Action::Study(StudyAction::Forget)));
        let document = dom::document();
        if let Some(document) = &document {
            drop(document.add_event_listener_with_callback("forgotten", forgotten.as_ref().unchecked_ref()));
        }
        move || {
            if let Some(document) = document {
                drop(document.remove_event_listener_with_callback("forgotten", forgotten.as_ref().unchecked_ref()));
            }
        }
    });
}
