//! The open drill: its task, hints, what the rules say of the reader's answer, and the answer itself.

use plimsoll_rules::{Judgement, Kept, RuleVerdict, Spot, Standing};
use yew::prelude::*;

use super::actions::click;
use super::diff::diff_view;
use super::timer::Timer;
use super::words;
use crate::hooks::Dispatch;
use crate::state::dialog::Dialog;
use crate::state::study::{Answer, Direction, Run, StudyAction};
use crate::state::view::plural;
use crate::state::{Action, State};

/// Draws the open drill; nothing without one.
pub(crate) fn drill(state: &State, dispatch: &Dispatch) -> Html {
    let Some(run) = &state.study.run else { return Html::default() };
    let drill = &run.drill;
    html! {
        <section class="drill" aria-labelledby="drill-title">
            <p class="drill-facts">
                <span>{ drill.domain.title() }</span>
                <span>{ format!("Kubernetes {}", drill.kubernetes) }</span>
                <Timer key={run.serial} minutes={drill.minutes} done={run.answer != Answer::Hidden} />
            </p>
            <h2 id="drill-title" tabindex="-1">{ &drill.title }</h2>
            <p class="drill-task">{ words::prose(&drill.task) }</p>
            { hints(run, dispatch) }
            <div class="drill-buttons">
                { study_button("drill-check", "primary", "Check my answer", StudyAction::Check, dispatch) }
                if run.answer == Answer::Hidden {
                    <button type="button" id="drill-show" class="quiet" aria-haspopup="dialog"
                        onclick={click(dispatch, Action::OpenDialog(Dialog::Answer))}>{ "Show the answer…" }</button>
                }
            </div>
            <div class="drill-verdict" role="status" aria-live="polite">{ verdict(state, run) }</div>
            { answer(run) }
            <div class="drill-buttons drill-ways">
                { step(state, "drill-back", "Previous drill", Direction::Back, dispatch) }
                { step(state, "drill-next", "Next drill", Direction::Next, dispatch) }
                { study_button("drill-again", "quiet", "Begin again", StudyAction::Again, dispatch) }
                { study_button("drill-leave", "quiet", "Leave the drill", StudyAction::Leave, dispatch) }
            </div>
        </section>
    }
}

fn study_button(
    id: &'static str,
    class: &'static str,
    label: &'static str,
    action: StudyAction,
    dispatch: &Dispatch,
) -> Html {
    html! {
        <button type="button" {id} {class} onclick={click(dispatch, Action::Study(action))}>{ label }</button>
    }
}

fn step(state: &State, id: &'static str, label: &'static str, way: Direction, dispatch: &Dispatch) -> Html {
    if state.study.beside(way).is_none() {
        return Html::default();
    }
    study_button(id, "quiet", label, StudyAction::Step(way), dispatch)
}

fn hints(run: &Run, dispatch: &Dispatch) -> Html {
    let all = &run.drill.hints;
    let label = match (run.hints, all.len()) {
        (_, 0) => return Html::default(),
        (shown, count) if shown < count => Some(format!("Show a hint ({} of {count})", shown + 1)),
        _ => None,
    };
    html! {
        <>
            <ol class="drill-hints" aria-label="Hints" aria-live="polite">
                { for all.iter().take(run.hints).map(|hint| html! { <li>{ words::prose(hint) }</li> }) }
            </ol>
            <p>
                if let Some(label) = label {
                    <button type="button" id="drill-hint" class="quiet"
                        onclick={click(dispatch, Action::Study(StudyAction::Hint))}>{ label }</button>
                } else {
                    <span class="quiet-text" id="drill-hint" tabindex="-1">{ "There are no more hints." }</span>
                }
            </p>
        </>
    }
}

fn verdict(state: &State, run: &Run) -> Html {
    let Some((revision, judgement)) = &run.verdict else { return Html::default() };
    let stale = *revision != state.revision;
    html! {
        <>
            <p class={classes!("drill-result", judgement.solved.then_some("solved"))}><b>{ told(judgement) }</b></p>
            if stale {
                <p class="quiet-text">{ "The text has changed since. Check again when you are ready." }</p>
            }
            if !judgement.solved {
                <ul class="drill-rules">
                    { for judgement.rules.iter().map(|one| rule(state, one)) }
                    { for judgement.new.iter().map(|new| html! {
                        <li class="open"><b>{ "New: " }</b>{ words::prose(&new.title) }{ spot(state, new) }</li>
                    }) }
                    { for judgement.kept.iter().map(kept) }
                    { for judgement.lost.iter().map(|lost| html! {
                        <li class="open"><b>{ "Missing: " }</b>{ words::prose(lost) }</li>
                    }) }
                </ul>
            } else {
                <p>{ words::prose(&run.drill.explanation) }</p>
            }
        </>
    }
}

/// The judgement in a sentence.
fn told(judgement: &Judgement) -> String {
    if judgement.solved {
        return "Solved. The findings are no longer hidden.".to_owned();
    }
    let (all, cleared) =
        (judgement.rules.len(), judgement.rules.iter().filter(|verdict| verdict.standing == Standing::Solved).count());
    if cleared == all {
        "Not yet: every rule is cleared, but something else is not as it should be.".to_owned()
    } else {
        format!("Not yet: {cleared} of {} cleared.", plural(all, "rule"))
    }
}

fn rule(state: &State, verdict: &RuleVerdict) -> Html {
    match &verdict.standing {
        Standing::Solved => html! { <li class="cleared"><b>{ "Cleared: " }</b>{ words::prose(&verdict.title) }</li> },
        Standing::Found(spots) => html! {
            <li class="open"><b>{ "Still found: " }</b>{ words::prose(&verdict.title) }
                { for spots.first().map(|first| spot(state, first)) }
                if spots.iter().any(|spot| spot.suppressed) {
                    { ". A comment that suppresses it counts for nothing in a drill" }
                }
            </li>
        },
        Standing::Unknown(why) => html! {
            <li class="open"><b>{ "Cannot be known: " }</b>{ words::prose(&verdict.title) }{ ". " }{ words::prose(why) }</li>
        },
    }
}

fn spot(state: &State, spot: &Spot) -> Html {
    let name = state.files.get(spot.document as usize).map_or("", |file| &file.name);
    html! { <span class="place">{ format!(" ({name}, line {})", spot.line) }</span> }
}

fn kept(kept: &Kept) -> Html {
    let value =
        |value: &Option<String>| value.as_deref().map_or_else(|| html! { <i>{ "not known" }</i> }, words::value);
    html! {
        <li class="open"><b>{ "Must stay: " }</b><code>{ &kept.setting }</code>{ " was " }{ value(&kept.was) }
            { ", and is " }{ value(&kept.is) }</li>
    }
}

fn answer(run: &Run) -> Html {
    let Answer::Shown(diffs) = &run.answer else { return Html::default() };
    let solved = run.verdict.as_ref().is_some_and(|(_, judgement)| judgement.solved);
    html! {
        <div class="drill-answer">
            <h3 id="drill-answer" tabindex="-1">{ "One answer, compared with your text" }</h3>
            if diffs.is_empty() {
                <p class="calm">{ "Your text is the answer, letter by letter." }</p>
            }
            { for diffs.iter().map(|(name, diff)| diff_view(diff, Some(name))) }
            if !solved {
                <p>{ words::prose(&run.drill.explanation) }</p>
            }
        </div>
    }
}

/// What is asked before the answer is given away.
pub(crate) fn confirm(state: &State, dispatch: &Dispatch) -> Html {
    let left = state.study.run.as_ref().map_or(0, |run| run.drill.hints.len().saturating_sub(run.hints));
    html! {
        <div class="study">
            <p>
                { "The drill will not count as solved. " }
                if left > 0 {
                    { format!("There {} left. ", if left == 1 { "is 1 hint".to_owned() } else { format!("are {}", plural(left, "hint")) }) }
                }
            </p>
            <div class="drill-buttons">
                { study_button("answer-show", "primary", "Show the answer", StudyAction::Reveal, dispatch) }
                <button type="button" class="quiet" onclick={click(dispatch, Action::CloseDialog)}>{ "Keep trying" }</button>
            </div>
        </div>
    }
}
