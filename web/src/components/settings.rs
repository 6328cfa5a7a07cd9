//! The effective configuration: every setting with its value, where it comes from and what the rules say.

use plimsoll_rules::report::{Layer, Report, SettingReport, SourceReport, Verdict};
use yew::prelude::*;

use super::actions::click;
use super::{status, words};
use crate::hooks::Dispatch;
use crate::state::{Action, State};

/// Which settings the table holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Scope {
    /// Those that a file sets, and defaults that a rule objects to.
    Told,
    /// Those whose value cannot be known from what was given.
    Unknown,
    /// All.
    All,
}

/// Draws the table.
pub(crate) fn settings(state: &State, scope: &UseStateHandle<Scope>, dispatch: &Dispatch) -> Html {
    if state.is_empty() {
        return status::invitation(dispatch);
    }
    let Some(checked) = &state.checked else { return status::waiting(state) };
    let report = &checked.report;
    let shown: Vec<&SettingReport> = report.settings.iter().filter(|row| belongs(row, **scope)).collect();
    if report.settings.is_empty() {
        return html! {
            <p class="calm pad">
                { "No kubelet and no kube-apiserver is configured by these files, so there is nothing to show." }
            </p>
        };
    }
    html! {
        <>
            <div class="actions" role="group" aria-label="Settings shown">
                { scope_button("Set here", Scope::Told, scope) }
                { scope_button("Unknown", Scope::Unknown, scope) }
                { scope_button("All", Scope::All, scope) }
                <span class="spring" />
                <span class="quiet-text">{ format!("{} of {} settings", shown.len(), report.settings.len()) }</span>
            </div>
            <div class="table" role="region" aria-label="Effective configuration" tabindex="0">
                <table>
                    <thead>
                        <tr>
                            <th scope="col">{ "Setting" }</th>
                            <th scope="col">{ "Value" }</th>
                            <th scope="col">{ "From" }</th>
                            <th scope="col">{ "Verdict" }</th>
                        </tr>
                    </thead>
                    <tbody>{ for with_heads(&shown).into_iter().map(|(head, row)| html! {
                        <>
                            if let Some(component) = head {
                                <tr class="head-row"><th scope="rowgroup" colspan="4">{ component.to_owned() }</th></tr>
                            }
                            { setting(report, row, dispatch) }
                        </>
                    }) }</tbody>
                </table>
                if shown.is_empty() {
                    <p class="calm pad">{ "None." }</p>
                }
            </div>
        </>
    }
}

fn belongs(row: &SettingReport, scope: Scope) -> bool {
    match scope {
        Scope::Told => row.source.kind != Layer::Default || row.verdict == Verdict::Insecure,
        Scope::Unknown => row.verdict == Verdict::Unknown,
        Scope::All => true,
    }
}

/// The rows, each with the component's name where a new component begins.
fn with_heads<'r>(rows: &[&'r SettingReport]) -> Vec<(Option<&'r str>, &'r SettingReport)> {
    let mut last = "";
    let mut all = Vec::with_capacity(rows.len());
    for row in rows {
        let head = (row.component != last).then_some(row.component.as_str());
        last = &row.component;
        all.push((head, *row));
    }
    all
}

fn scope_button(label: &'static str, scope: Scope, chosen: &UseStateHandle<Scope>) -> Html {
    let pressed = **chosen == scope;
    let set = chosen.clone();
    let onclick = Callback::from(move |_: MouseEvent| set.set(scope));
    html! { <button type="button" class="choice" aria-pressed={pressed.to_string()} {onclick}>{ label }</button> }
}

fn setting(report: &Report, row: &SettingReport, dispatch: &Dispatch) -> Html {
    let value = match (&row.value, row.source.kind) {
        (Some(value), _) if value.is_empty() => html! { <i>{ "empty" }</i> },
        (Some(value), _) => words::breakable(value),
        (None, Layer::Default) if row.verdict != Verdict::Unknown => html! { <i>{ "not set" }</i> },
        (None, _) => html! { <i>{ "unknown" }</i> },
    };
    let verdict = match row.verdict {
        Verdict::Ok => "ok",
        Verdict::Insecure => "insecure",
        Verdict::Unknown => "unknown",
        Verdict::NotAssessed => "not-assessed",
    };
    html! {
        <tr data-setting={row.setting.clone()}>
            <th scope="row">{ words::breakable(&row.setting) }</th>
            <td>{ value }</td>
            <td>
                { origin(report, row, dispatch) }
                { for row.shadowed.iter().map(|loser| html! {
                    <div class="shadowed">{ "over " }{ source(report, loser, dispatch) }</div>
                }) }
            </td>
            <td><span class={classes!("verdict", verdict)}>{ words::verdict(row.verdict) }</span></td>
        </tr>
    }
}

fn origin(report: &Report, row: &SettingReport, dispatch: &Dispatch) -> Html {
    // The default of an unknown value is no origin: something that was not given may set it.
    if row.value.is_none() && row.verdict == Verdict::Unknown && row.source.kind == Layer::Default {
        return html! { { "not given" } };
    }
    source(report, &row.source, dispatch)
}

fn source(report: &Report, source: &SourceReport, dispatch: &Dispatch) -> Html {
    let layer = words::layer(source.kind);
    let (Some(document), Some(start)) = (source.document, source.start) else { return html! { { layer } } };
    let name = report.documents.get(document as usize).map(|entry| entry.name.clone()).unwrap_or_default();
    let reveal = Action::RevealPlace(document, start, source.end.unwrap_or(start));
    let layer = if source.kind == Layer::File { String::new() } else { format!(" {layer}") };
    html! { <><button type="button" class="link" onclick={click(dispatch, reveal)}>{ name }</button>{ layer }</> }
}
