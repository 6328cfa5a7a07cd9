//! Every control of the profile once, with what is known about it. There is no score: critical findings come first and
//! stay, whatever is listed.

use gloo_timers::callback::Timeout;
use plimsoll_rules::{ControlReport, Coverage, Evidence, Status};
use yew::prelude::*;

use super::actions::click;
use super::findings::place;
use super::keys::rove;
use super::shape::severity_badge;
use super::{status, words};
use crate::dom;
use crate::hooks::Dispatch;
use crate::protocol::Chosen;
use crate::state::view::plural;
use crate::state::{Action, State};

/// Name of the benchmark in reports whose controls are rules, titled after the bad state.
const RULES: &str = "plimsoll";

/// Draws the view.
pub(crate) fn coverage(state: &State, dispatch: &Dispatch) -> Html {
    if state.is_empty() {
        return status::invitation(state, dispatch);
    }
    let Some(covered) = &state.covered else { return status::waiting(state) };
    let coverage = &covered.coverage;
    let rules = coverage.controls.iter().all(|control| control.benchmark == RULES);
    let own = Some(coverage.profile.as_str()).filter(|_| matches!(state.profiles.chosen, Chosen::Own(_)));
    let groups = Status::ALL.into_iter().filter(|status| state.status_shown.is_none_or(|shown| shown == *status));
    html! {
        <div class={classes!("coverage", rules.then_some("rules"))} data-revision={covered.revision.to_string()}>
            <div class="coverage-head">
                if let Some(own) = own {
                    <h2>{ own }</h2>
                } else {
                    <h2>{ &coverage.title }</h2>
                }
                <p class="quiet-text">
                    if own.is_some() {
                        { format!("Begins with: {}. ", coverage.title) }
                    }
                    { format!("Judged for Kubernetes {}. ", coverage.kubernetes) }
                    if rules {
                        { "Without a benchmark each rule is a control." }
                    }
                </p>
            </div>
            { totals(state, coverage, dispatch) }
            { critical(state, &coverage.critical, dispatch) }
            { for groups.map(|status| group(state, coverage, status, dispatch)) }
        </div>
    }
}

/// How many there are of each status; each count lists its controls alone.
fn totals(state: &State, coverage: &Coverage, dispatch: &Dispatch) -> Html {
    let button = |status: Option<Status>| {
        let count = status.map_or(coverage.totals.all, |status| coverage.totals.of_status(status));
        let label = status.map_or("All", Status::title);
        let pressed = state.status_shown == status;
        html! {
            <button type="button" data-stop="" aria-pressed={pressed.to_string()}
                class={classes!("choice", status.map(Status::name), (count == 0).then_some("none"))}
                data-status={status.map_or("all", Status::name)}
                onclick={click(dispatch, Action::ShowStatus(status))}>
                <b>{ count }</b><span>{ label }</span>
            </button>
        }
    };
    let all = std::iter::once(None).chain(Status::ALL.into_iter().map(Some));
    html! {
        <div class="actions totals" role="group" aria-label="Controls listed, by status" data-list=""
            onkeydown={Callback::from(rove)}>{ for all.map(button) }</div>
    }
}

fn critical(state: &State, found: &[Evidence], dispatch: &Dispatch) -> Html {
    if found.is_empty() {
        return Html::default();
    }
    html! {
        <section class="worst" aria-label="Critical findings">
            <h3>{ plural(found.len(), "critical finding") }</h3>
            <p class="quiet-text">{ "Of every rule, in this profile or not." }</p>
            { evidence(state, found, dispatch) }
        </section>
    }
}

fn group(state: &State, coverage: &Coverage, status: Status, dispatch: &Dispatch) -> Html {
    let levels = coverage.controls.iter().any(|control| control.level == Some(2));
    let own: Vec<&ControlReport> = coverage.controls.iter().filter(|control| control.status == status).collect();
    if own.is_empty() {
        return if state.status_shown == Some(status) {
            html! { <p class="calm pad">{ format!("No control is {} here.", status.title().to_ascii_lowercase()) }</p> }
        } else {
            Html::default()
        };
    }
    html! {
        <section class={classes!("controls", status.name())} aria-label={status.title()}>
            <h3>{ status.title() }{ " " }<span>{ own.len() }</span></h3>
            <p class="quiet-text">{ words::status(status) }</p>
            { for by_note(&own).into_iter().map(|(note, controls)| html! {
                <>
                    if let Some(note) = note {
                        <p class="note">{ words::prose(note) }</p>
                    }
                    <ul>{ for controls.into_iter().map(|control| one(state, control, levels, dispatch)) }</ul>
                </>
            }) }
        </section>
    }
}

/// The controls that share a note together, so that it is said once; in the order in which each note comes first.
fn by_note<'c>(controls: &[&'c ControlReport]) -> Vec<(Option<&'c str>, Vec<&'c ControlReport>)> {
    let mut groups: Vec<(Option<&str>, Vec<&ControlReport>)> = Vec::new();
    for control in controls {
        let note = control.note.as_deref();
        match groups.iter_mut().find(|(known, _)| *known == note) {
            Some((_, group)) => group.push(control),
            None => groups.push((note, vec![control])),
        }
    }
    groups
}

fn one(state: &State, control: &ControlReport, levels: bool, dispatch: &Dispatch) -> Html {
    let level = control.level.filter(|_| levels).map(|level| format!(", level {level}")).unwrap_or_default();
    // A rule's title is that of its finding.
    let told = !control.findings.is_empty() && control.findings.iter().all(|found| found.title == control.title);
    html! {
        <li class="control" data-control={control.id.clone()} data-status={control.status.name()}>
            <code class="control-id">{ &control.id }</code>
            <p>
                if !told {
                    { words::prose(&control.title) }{ " " }
                }
                <span class="quiet-text">{ format!("{}{level}", control.component) }</span>
            </p>
            if !control.findings.is_empty() {
                { evidence(state, &control.findings, dispatch) }
            }
            if let Some(by_hand) = &control.by_hand {
                <p class="by-hand"><b>{ "By hand: " }</b>{ words::prose(by_hand) }{ "." }</p>
            }
            if let Some(audit) = &control.audit {
                <p class={classes!("audit", (audit.verdict != control.status).then_some("differs"))}>
                    <b>{ format!("The benchmark's audit: {}. ", audit.verdict.name()) }</b>
                    { "Plimsoll advises: " }{ words::prose(&audit.advice) }
                </p>
            }
        </li>
    }
}

/// Findings in short, each with links to its explanation and to its place.
fn evidence(state: &State, found: &[Evidence], dispatch: &Dispatch) -> Html {
    html! { <ul class="evidence">{ for found.iter().map(|evidence| {
        let reveal = Action::RevealPlace(evidence.document, evidence.start, evidence.end);
        let label = state.checked.as_ref().map(|checked| place(&checked.report, evidence.document, evidence.line));
        html! {
            <li>
                { severity_badge(evidence.severity) }
                <span class="what">
                    { title(state, evidence, dispatch) }
                    if let Some(reason) = &evidence.suppressed {
                        <span class="quiet-text">{ format!(" suppressed: {reason}") }</span>
                    }
                </span>
                <button type="button" class="link place" onclick={click(dispatch, reveal)}>{ label }</button>
            </li>
        }
    }) }</ul> }
}

/// The title, as a link to the explanation where the profile has the finding.
fn title(state: &State, evidence: &Evidence, dispatch: &Dispatch) -> Html {
    let report = state.checked.as_ref().map(|checked| &checked.report);
    let index = report.and_then(|report| {
        report.findings.iter().position(|found| {
            (&found.rule, found.document, found.start) == (&evidence.rule, evidence.document, evidence.start)
        })
    });
    let Some(index) = index else { return words::prose(&evidence.title) };
    let send = dispatch.clone();
    let onclick = Callback::from(move |_: MouseEvent| {
        send.emit(Action::Select(index));
        // The list with the focus makes room for the findings.
        Timeout::new(0, || dom::focus("explanation-title")).forget();
    });
    html! { <button type="button" class="link" {onclick}>{ words::prose(&evidence.title) }</button> }
}
