//! Every setting with its value, its default, what sets it and what the rules say.

use plimsoll_rules::report::{Layer, Report, SettingReport, SourceReport, Verdict};
use wasm_bindgen::JsCast;
use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::actions::click;
use super::{status, words};
use crate::hooks::Dispatch;
use crate::protocol::Description;
use crate::state::standing::{Standing, standings};
use crate::state::{Action, State};

/// Which settings the table holds.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Scope {
    /// Those that a file sets.
    #[default]
    Set,
    /// Those whose value is not the default.
    Differs,
    /// Those whose value cannot be known from what was given.
    Unknown,
    /// All.
    All,
}

/// What the user wants to see of the table.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Choice {
    scope: Scope,
    /// Part of a name.
    name: String,
}

/// One line of the table.
struct Row<'r> {
    setting: &'r SettingReport,
    standing: Standing,
    description: Option<&'r Description>,
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
    let rows: Vec<Row<'_>> = rows(state, report).filter(|row| row.is_shown(choice)).collect();
    html! {
        <>
            { filters(choice, &format!("{} of {} in {}", rows.len(), report.settings.len(), report.kubernetes)) }
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
                    <p class="calm pad">{ "No setting fits this choice." }</p>
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

impl Row<'_> {
    fn is_shown(&self, choice: &Choice) -> bool {
        let set = self.setting.source.kind != Layer::Default;
        let in_scope = match choice.scope {
            Scope::Set => set,
            Scope::Differs => self.standing == Standing::Differs,
            Scope::Unknown => self.standing == Standing::Unknown,
            Scope::All => true,
        };
        let wanted = choice.name.trim().to_ascii_lowercase();
        let flag = self.description.map_or("", |about| about.flag.as_str());
        in_scope && [self.setting.setting.as_str(), flag].iter().any(|name| name.to_ascii_lowercase().contains(&wanted))
    }
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

fn filters(choice: &UseStateHandle<Choice>, count: &str) -> Html {
    let set = choice.clone();
    let oninput = Callback::from(move |event: InputEvent| {
        if let Some(input) = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok()) {
            set.set(Choice { name: input.value(), ..(*set).clone() });
        }
    });
    html! {
        <div class="actions" role="group" aria-label="Settings shown">
            { scope_button("Set", Scope::Set, choice) }
            { scope_button("Not the default", Scope::Differs, choice) }
            { scope_button("Unknown", Scope::Unknown, choice) }
            { scope_button("All", Scope::All, choice) }
            <input type="search" id="setting-name" class="search" aria-label="Part of a setting's name"
                placeholder="Name" value={choice.name.clone()} {oninput} />
            <span class="quiet-text">{ count.to_owned() }</span>
        </div>
    }
}

fn scope_button(label: &'static str, scope: Scope, choice: &UseStateHandle<Choice>) -> Html {
    let pressed = choice.scope == scope;
    let set = choice.clone();
    let onclick = Callback::from(move |_: MouseEvent| set.set(Choice { scope, ..(*set).clone() }));
    html! { <button type="button" class="choice" aria-pressed={pressed.to_string()} {onclick}>{ label }</button> }
}

fn line(report: &Report, row: &Row<'_>, dispatch: &Dispatch) -> Html {
    let Row { setting, standing, description } = row;
    let flag = description.map_or("", |about| about.flag.as_str());
    let verdict = match setting.verdict {
        Verdict::Ok => "ok",
        Verdict::Insecure => "insecure",
        Verdict::Unknown => "unknown",
        Verdict::NotAssessed => "not-assessed",
    };
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
