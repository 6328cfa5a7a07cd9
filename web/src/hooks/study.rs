//! What drills need of the world outside: the link that asks for one, the memory of the device, and where the focus
//! goes.

use yew::prelude::*;

use super::Dispatch;
use crate::fragment::Reading;
use crate::state::study::{Memory, StudyAction};
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

    let (memory, solved, send) = (state.study.memory, state.study.solved.clone(), dispatch.clone());
    use_effect_with((memory, solved), move |(memory, solved)| {
        if *memory == Memory::Device && !storage::write(storage::STUDY, &solved.join("\n")) {
            send.emit(Action::Study(StudyAction::Keep(Memory::Page)));
            let sentence = "The browser does not let this page keep anything, so the progress goes with the page.";
            send.emit(Action::Notice(Some(sentence.to_owned())));
        }
    });

    let serial = state.study.run.as_ref().map(|run| run.serial);
    use_effect_with(serial, |serial| {
        if serial.is_some() {
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
