//! What changes for these files from one release to another.

use plimsoll_rules::{ChangeKind, Upgrade, UpgradeChange, Version};
use yew::prelude::*;

use super::actions::click;
use super::findings::place;
use super::release::releases;
use super::select::Select;
use super::{status, words};
use crate::hooks::Dispatch;
use crate::state::{Action, Route, State};

/// Draws the view.
pub(crate) fn upgrade(state: &State, dispatch: &Dispatch) -> Html {
    if state.is_empty() {
        return status::invitation(state, dispatch);
    }
    let report = state.checked.as_ref().map(|checked| &checked.report);
    if let Some(report) = report.filter(|report| report.settings.is_empty()) {
        return status::nothing_configured(report);
    }
    html! {
        <>
            { route(state, dispatch) }
            if let Some(upgrade) = &state.upgrade {
                { changes(state, upgrade, dispatch) }
            } else {
                { status::waiting(state) }
            }
        </>
    }
}

fn route(state: &State, dispatch: &Dispatch) -> Html {
    let (from, to) = state.compared();
    let Route { from: old_from, to: old_to } = state.route;
    let set_from = dispatch.reform(move |from: String| Action::SetRoute(Route { from: from.parse().ok(), to: old_to }));
    let set_to = dispatch.reform(move |to: String| Action::SetRoute(Route { from: old_from, to: to.parse().ok() }));
    let earlier: Vec<_> = releases(Version::OLDEST, Version::NEWEST).collect();
    let later: Vec<_> = releases(Version(from.0 + 1), Version::PREVIEW).collect();
    html! {
        <div class="route" role="group" aria-label="Releases compared">
            <label class="field"><span>{ "From" }</span>
                <Select id="upgrade-from" entries={earlier} chosen={from.to_string()} onchoose={set_from} />
            </label>
            <label class="field"><span>{ "to" }</span>
                <Select id="upgrade-to" entries={later} chosen={to.to_string()} onchoose={set_to} />
            </label>
            if to == Version::PREVIEW {
                <p class="quiet-text">{ format!("{to} is a preview: it is known in part.") }</p>
            }
        </div>
    }
}

fn changes(state: &State, upgrade: &Upgrade, dispatch: &Dispatch) -> Html {
    if upgrade.changes.is_empty() {
        return html! {
            <div class="clear">
                <h2>{ "Nothing changes for these files" }</h2>
                <p>
                    { format!("From {} to {}, every name in them stays, and so does the default of every ", upgrade.from, upgrade.to) }
                    { "setting that they leave out." }
                </p>
            </div>
        };
    }
    html! { <div class="upgrade">{ for ChangeKind::ALL.iter().map(|kind| section(state, upgrade, *kind, dispatch)) }</div> }
}

fn section(state: &State, upgrade: &Upgrade, kind: ChangeKind, dispatch: &Dispatch) -> Html {
    let here: Vec<&UpgradeChange> = upgrade.changes.iter().filter(|change| change.kind == kind).collect();
    if here.is_empty() {
        return Html::default();
    }
    html! {
        <section>
            <h2>{ kind.title() }{ " " }<span>{ here.len() }</span></h2>
            <p class="quiet-text">{ words::change(kind) }</p>
            <ul>{ for here.into_iter().map(|change| one(state, change, dispatch)) }</ul>
        </section>
    }
}

fn one(state: &State, change: &UpgradeChange, dispatch: &Dispatch) -> Html {
    html! {
        <li data-setting={change.setting.clone()}>
            if change.kind == ChangeKind::Default {
                <p>{ words::breakable(&change.setting) }{ ": " }{ values(change) }</p>
            } else {
                <p>{ words::prose(&change.message) }</p>
            }
            { for link(state, change, dispatch) }
        </li>
    }
}

fn values(change: &UpgradeChange) -> Html {
    let value = |value: &Option<String>| match value {
        Some(value) => words::value(value),
        None => html! { <i>{ "none" }</i> },
    };
    html! {
        <>
            { value(&change.before) }
            <span aria-hidden="true">{ " → " }</span><span class="sr">{ " becomes " }</span>
            { value(&change.after) }
        </>
    }
}

fn link(state: &State, change: &UpgradeChange, dispatch: &Dispatch) -> Option<Html> {
    let at = change.at?;
    let report = &state.checked.as_ref()?.report;
    let label = place(report, at.document, change.line.unwrap_or(1));
    let reveal = Action::RevealPlace(at.document, at.start, at.end);
    Some(html! { <button type="button" class="link" onclick={click(dispatch, reveal)}>{ label }</button> })
}
