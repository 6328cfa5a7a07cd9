//! The list of findings, worst first, with its filter and its actions.

use plimsoll_rules::report::{Finding, Report, Severity};
use yew::prelude::*;

use super::actions::click;
use super::keys::rove;
use super::shape::{severity_badge, shape};
use super::{filters, status, words};
use crate::hooks::Dispatch;
use crate::state::view::{
    PORTION, is_judged, is_note, listed, open, part_notes, plural, safely_fixable, suppressed, tally,
};
use crate::state::{Action, Checked, Fold, State};

/// Draws the filter, the list and what stands above them.
pub(crate) fn findings(state: &State, fix_all: &Callback<MouseEvent>, dispatch: &Dispatch) -> Html {
    if state.is_empty() {
        return status::invitation(state, dispatch);
    }
    let Some(checked) = &state.checked else { return status::waiting(state) };
    let report = &checked.report;
    let list = listed(report, &state.filter);
    let (found, notes) = part_notes(report, &list);
    html! {
        <>
            { status::problems(state, report, dispatch) }
            if open(report).next().is_some() {
                { filters::filters(state, report, dispatch) }
            }
            { actions(state, checked, fix_all, dispatch) }
            { filters::left_out(state, report, dispatch) }
            if !list.is_empty() {
                <ol class="findings" aria-label="Findings, worst first" data-list="" onkeydown={Callback::from(rove)}>
                    { for entries(state, report, &found, dispatch) }
                    { for notes.iter().map(|(document, group)| folded(state, report, *document, group, dispatch)) }
                </ol>
            }
            { accepted(state, report, dispatch) }
            if tally(report).0 == 0 {
                { status::all_clear(report) }
            } else if list.is_empty() {
                <p class="calm pad">{ "There are findings; the filter above hides every one of them." }</p>
            }
        </>
    }
}

fn actions(state: &State, checked: &Checked, fix_all: &Callback<MouseEvent>, dispatch: &Dispatch) -> Html {
    let safe = safely_fixable(&checked.report);
    let stale = !state.is_fresh();
    html! {
        <div class="actions">
            if safe > 0 && !state.is_read_only() {
                <button type="button" id="fix-all" class="primary" aria-disabled={stale.then_some("true")}
                    onclick={fix_all.clone()}>
                    { format!("Fix all safe ({safe})") }
                </button>
            }
            { undo(state, dispatch) }
            { filters::search(state, &checked.report, dispatch) }
        </div>
    }
}

/// The button that takes the last change back, where that loses nothing.
pub(crate) fn undo(state: &State, dispatch: &Dispatch) -> Html {
    let Some(step) = state.undoable() else { return Html::default() };
    html! {
        <button type="button" class="quiet undo" title={step.title.clone()} onclick={click(dispatch, Action::Undo)}>
            { "Undo" }<span class="sr">{ format!(": {}", step.title) }</span>
        </button>
    }
}

/// The notes of one document, folded until they are asked for.
fn folded(state: &State, report: &Report, document: u32, group: &[usize], dispatch: &Dispatch) -> Html {
    let Some(file) = state.files.get(document as usize) else { return Html::default() };
    let open = state.open_notes.contains(&file.id);
    let several = report.documents.len() > 1;
    html! {
        <li>
            <button type="button" class="notes" data-stop="" aria-expanded={open.to_string()}
                onclick={click(dispatch, Action::ToggleNotes(file.id))}>
                { shape(Severity::Info) }
                { plural(group.len(), "note") }
                if several {
                    <span class="place">{ file.name.clone() }</span>
                }
            </button>
            if open {
                <ol>{ for entries(state, report, group, dispatch) }</ol>
            }
        </li>
    }
}

/// The findings that comments suppress, folded until they are asked for.
fn accepted(state: &State, report: &Report, dispatch: &Dispatch) -> Html {
    let all = suppressed(report);
    if all.is_empty() {
        return Html::default();
    }
    let open = state.suppressed == Fold::Open;
    html! {
        <section class="suppressed" aria-label="Suppressed findings" data-list="" onkeydown={Callback::from(rove)}>
            <button type="button" class="notes" data-stop="" aria-expanded={open.to_string()}
                onclick={click(dispatch, Action::ToggleSuppressed)}>{ format!("Suppressed ({})", all.len()) }</button>
            if open {
                <ol>{ for entries(state, report, &all, dispatch) }</ol>
            }
        </section>
    }
}

/// The first of these findings and the selected one; drawing thousands would hold up whoever types.
fn entries(state: &State, report: &Report, indexes: &[usize], dispatch: &Dispatch) -> Vec<Html> {
    let left = indexes.len().saturating_sub(state.portion);
    let is_drawn = |(at, index): &(usize, &usize)| *at < state.portion || state.selected == Some(**index);
    let drawn = indexes.iter().enumerate().filter(is_drawn);
    let found = drawn.filter_map(|(_, index)| Some((*index, report.findings.get(*index)?)));
    let holds = state.selected.is_some_and(|selected| indexes.contains(&selected));
    let first = indexes.first().filter(|_| !holds).copied();
    let rows = found.map(|(index, finding)| entry(state, report, finding, (index, first), dispatch));
    rows.chain((left > 0).then(|| more(left, dispatch))).collect()
}

fn more(left: usize, dispatch: &Dispatch) -> Html {
    html! {
        <li>
            <button type="button" class="more" data-stop="" onclick={click(dispatch, Action::ShowMore)}>
                { format!("Show {} of {left} more", left.min(PORTION)) }
            </button>
        </li>
    }
}

/// One finding by its index. `first` is the one that Tab reaches where the selected one is not among those around it.
fn entry(
    state: &State,
    report: &Report,
    finding: &Finding,
    (index, first): (usize, Option<usize>),
    dispatch: &Dispatch,
) -> Html {
    let selected = state.selected == Some(index);
    let reachable = selected || first == Some(index);
    let send = dispatch.clone();
    let onclick = Callback::from(move |_: MouseEvent| send.emit(Action::Select(index)));
    html! {
        <li>
            <button type="button" class={classes!("finding", selected.then_some("selected"))} data-stop=""
                data-rule={finding.rule.clone()} data-severity={finding.severity.name()}
                aria-current={selected.then_some("true")} tabindex={if reachable { "0" } else { "-1" }} {onclick}>
                { severity_badge(finding.severity) }
                <span class="title">{ words::prose(&finding.title) }</span>
                if let Some(reason) = &finding.suppressed {
                    <span class="subject">{ reason.clone() }</span>
                } else if is_note(finding) && !finding.setting.is_empty() {
                    <span class="subject">{ words::breakable(&finding.setting) }</span>
                }
                <span class="place">{ place(report, finding.document, finding.line) }</span>
            </button>
        </li>
    }
}

/// `config.yaml:6`, or only the line when there is one document.
pub(crate) fn place(report: &Report, document: u32, line: u32) -> String {
    match report.documents.get(document as usize) {
        Some(entry) if report.documents.len() > 1 => format!("{}:{line}", entry.name),
        _ => format!("line {line}"),
    }
}

/// `3 findings`, for the tab; `2 notes` where there is nothing worse.
pub(crate) fn tab_label(state: &State) -> String {
    match &state.checked {
        Some(checked) if !state.is_empty() => match tally(&checked.report) {
            (0, notes @ 1..) => plural(notes, "note"),
            (0, 0) if !is_judged(&checked.report) => "Nothing judged".to_owned(),
            (findings, _) => plural(findings, "finding"),
        },
        _ => "Findings".to_owned(),
    }
}
