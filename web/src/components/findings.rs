//! The list of findings, worst first, with its filter and its actions.

use std::rc::Rc;

use plimsoll_rules::report::{Finding, Report, Severity};
use yew::prelude::*;

use super::actions::{click, copy_button, save_button};
use super::keys::rove;
use super::shape::{severity_badge, shape};
use super::{status, words};
use crate::hooks::Dispatch;
use crate::state::view::{counts, listed, plural, safely_fixable};
use crate::state::{Action, Checked, State};

/// Draws the filter, the list and what stands above them.
pub(crate) fn findings(state: &State, fix_all: &Callback<MouseEvent>, dispatch: &Dispatch) -> Html {
    if state.is_empty() {
        return status::invitation(dispatch);
    }
    let Some(checked) = &state.checked else { return status::waiting(state) };
    let report = &checked.report;
    let list = listed(report, state.filter);
    html! {
        <>
            { status::problems(state, report, dispatch) }
            if report.findings.is_empty() {
                { actions(state, checked, fix_all, dispatch) }
                { status::all_clear(report) }
            } else {
                { filters(state, report, dispatch) }
                { actions(state, checked, fix_all, dispatch) }
                <ol class="findings" aria-label="Findings, worst first" data-list="" onkeydown={Callback::from(rove)}>
                    { for list.iter().enumerate().filter_map(|(row, index)| {
                        let finding = report.findings.get(*index)?;
                        Some(entry(state, report, finding, Row { row, index: *index }, dispatch))
                    }) }
                </ol>
                if list.is_empty() {
                    <p class="calm">{ "Every finding is hidden by the filter above." }</p>
                }
            }
        </>
    }
}

fn filters(state: &State, report: &Report, dispatch: &Dispatch) -> Html {
    let button = |(severity, count): (Severity, usize)| {
        let shown = state.filter.shows(severity);
        html! {
            <button type="button" data-stop=""
                class={classes!("filter", severity.name(), (count == 0).then_some("none"))}
                aria-pressed={shown.to_string()} onclick={click(dispatch, Action::Toggle(severity))}>
                { shape(severity) }
                <b>{ count }</b>
                <span>{ severity.name() }</span>
            </button>
        }
    };
    html! {
        <div class="filters" role="group" aria-label="Show findings by severity" data-list=""
            onkeydown={Callback::from(rove)}>
            { for counts(report).into_iter().map(button) }
        </div>
    }
}

fn actions(state: &State, checked: &Checked, fix_all: &Callback<MouseEvent>, dispatch: &Dispatch) -> Html {
    let safe = safely_fixable(&checked.report);
    let stale = !state.is_fresh();
    html! {
        <div class="actions">
            if safe > 0 {
                <button type="button" id="fix-all" class="primary" disabled={stale} onclick={fix_all.clone()}>
                    { format!("Fix all safe ({safe})") }
                </button>
            }
            { undo(state, dispatch) }
            <span class="spring" />
            { copy_button("Copy report", Rc::clone(&checked.json), dispatch) }
            { save_button("Download report", "plimsoll-report.json", Rc::clone(&checked.json)) }
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

/// Where a finding stands: in the list and in the report.
#[derive(Clone, Copy)]
struct Row {
    row: usize,
    index: usize,
}

fn entry(state: &State, report: &Report, finding: &Finding, Row { row, index }: Row, dispatch: &Dispatch) -> Html {
    let selected = state.selected == Some(index);
    let reachable = selected || (state.selected.is_none() && row == 0);
    let send = dispatch.clone();
    let onclick = Callback::from(move |_: MouseEvent| send.emit(Action::Select(index)));
    html! {
        <li>
            <button type="button" class={classes!("finding", selected.then_some("selected"))} data-stop=""
                data-rule={finding.rule.clone()} data-severity={finding.severity.name()}
                aria-current={selected.then_some("true")} tabindex={if reachable { "0" } else { "-1" }} {onclick}>
                { severity_badge(finding.severity) }
                <span class="title">{ words::prose(&finding.title) }</span>
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

/// `3 findings`, for the tab.
pub(crate) fn tab_label(state: &State) -> String {
    match &state.checked {
        Some(checked) if !state.is_empty() => plural(checked.report.findings.len(), "finding"),
        _ => "Findings".to_owned(),
    }
}
