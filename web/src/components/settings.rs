//! Every setting with its value, its default, what sets it and what the rules say.

use plimsoll_rules::report::{Layer, Report, SettingReport, SourceReport, Verdict};
use yew::prelude::*;

use super::actions::click;
use super::settings_choice::{self, Choice};
use super::{status, words};
use crate::hooks::Dispatch;
use crate::protocol::Description;
use crate::state::standing::{Standing, standings};
use crate::state::{Action, State};

/// One line of the table.
pub(super) struct Row<'r> {
    pub(super) setting: &'r SettingReport,
    pub(super) standing: Standing,
    pub(super) description: Option<&'r Description>,
}

/// Draws the table.
pub(crate) fn settings(state: &State, choice: &UseStateHandle<Choice>, dispatch: &Dispatch) -> Html {
    if state.is_empty() {
        return status::invitation(state, dispatch);
    }
    let Some(checked) = &state.checked else { return status::waiting(state) };
    let report = &checked.report;
    if report.settings.is_empty() {
        return status::nothing_configured(report);
    }
    // What the verdicts part, so that their numbers add up to it.
    let rows: Vec<Row<'_>> = rows(state, report).filter(|row| choice.holds(row)).collect();
    let verdicts: Vec<Verdict> = rows.iter().map(|row| row.setting.verdict).collect();
    let rows: Vec<Row<'_>> = rows.into_iter().filter(|row| choice.has_verdict(row.setting.verdict)).collect();
    html! {
        <>
            { settings_choice::draw(choice, report, &verdicts) }
            <div class="table" role="region" aria-label="All settings" tabindex="0">
                <table>
                    <thead>
                        <tr>
                            <th scope="col">{ "Setting" }</th>
                            <th scope="col">{ "Value" }</th>
                            <th scope="col">{ "Default" }</th>
                            <th scope="col">{ "Set by" }</th>
                            <th scope="col">{ "Verdict" }</th>
                        </tr>
                    </thead>
                    <tbody>{ for with_heads(&rows).into_iter().map(|(head, row)| html! {
                        <>
                            if let Some(component) = head {
                                <tr class="head-row"><th scope="rowgroup" colspan="5">{ component.to_owned() }</th></tr>
                            }
                            { line(report, row, dispatch) }
                        </>
                    }) }</tbody>
                </table>
                if rows.is_empty() {
                    <p class="calm pad">{ "No setting fits this choice; others are hidden by it." }</p>
                }
            </div>
        </>
    }
}

fn rows<'r>(state: &'r State, report: &'r Report) -> impl Iterator<Item = Row<'r>> {
    let described = |setting: &SettingReport| {
        let is_it = |about: &&Description| about.setting == setting.setting && about.component == setting.component;
        state.descriptions.iter().find(is_it)
    };
    report.settings.iter().zip(standings(report)).map(move |(setting, standing)| Row {
        setting,
        standing,
        description: described(setting),
    })
}

/// The rows, each with the component's name where a new component begins.
fn with_heads<'r>(rows: &'r [Row<'r>]) -> Vec<(Option<&'r str>, &'r Row<'r>)> {
    let mut last = "";
    let mut all = Vec::with_capacity(rows.len());
    for row in rows {
        let component = row.setting.component.as_str();
        all.push(((component != last).then_some(component), row));
        last = component;
    }
    all
}

fn line(report: &Report, row: &Row<'_>, dispatch: &Dispatch) -> Html {
    let Row { setting, standing, description } = row;
    let flag = description.map_or("", |about| about.flag.as_str());
    let verdict = settings_choice::name(setting.verdict);
    html! {
        <>
        <tr data-setting={setting.setting.clone()} class={standing.name()}>
            <th scope="row">
                { words::breakable(&setting.setting) }
                if !flag.is_empty() {
                    <span class="spelling">{ words::breakable(flag) }</span>
                }
            </th>
            <td class="value" data-label="Value">{ value(setting, *standing) }</td>
            <td class="default" data-label="Default">{ default_value(setting) }</td>
            <td class="origin" data-label="Set by">{ origin(report, setting, *standing, dispatch) }</td>
            <td><span class={classes!("verdict", verdict)}>{ words::verdict(setting.verdict) }</span></td>
        </tr>
        { for description.map(|about| html! {
            <tr class="about"><td colspan="5">{ words::prose(&about.about) }</td></tr>
        }) }
        </>
    }
}

fn value(setting: &SettingReport, standing: Standing) -> Html {
    match (&setting.value, standing) {
        (Some(value), _) => words::value(value),
        (None, Standing::NotSet) => html! { <i>{ "none" }</i> },
        (None, _) => html! { <i>{ "unknown" }</i> },
    }
}

fn default_value(setting: &SettingReport) -> Html {
    match &setting.default {
        Some(default) => words::value(default),
        None => html! { <span aria-label="none" role="img">{ "–" }</span> },
    }
}

fn origin(report: &Report, setting: &SettingReport, standing: Standing, dispatch: &Dispatch) -> Html {
    let by = match standing {
        Standing::NotSet => html! { <i>{ "not set" }</i> },
        // Something that was not given may set it.
        Standing::Unknown if setting.source.document.is_none() => html! { <i>{ "not given" }</i> },
        _ => source(report, &setting.source, dispatch),
    };
    html! {
        <>
            { by }
            { for setting.shadowed.iter().map(|loser| html! {
                <div class="shadowed">{ "over " }{ source(report, loser, dispatch) }</div>
            }) }
            if standing == Standing::SetToDefault {
                <div class="same-value">{ "set to the default" }</div>
            }
        </>
    }
}

fn source(report: &Report, source: &SourceReport, dispatch: &Dispatch) -> Html {
    let layer = words::layer(source.kind);
    let (Some(document), Some(start)) = (source.document, source.start) else {
        return html! { <span>{ layer }</span> };
    };
    let name = report.documents.get(document as usize).map(|entry| entry.name.clone()).unwrap_or_default();
    let reveal = Action::RevealPlace(document, start, source.end.unwrap_or(start));
    let layer = if source.kind == Layer::File { String::new() } else { format!(" {layer}") };
    html! { <span><button type="button" class="link" onclick={click(dispatch, reveal)}>{ name }</button>{ layer }</span> }
}
