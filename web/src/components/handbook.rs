//! The handbook inside the page: the list of all rules and the page of each, the same as in the folder `rules` beside
//! the hosted page, but without a request.

use plimsoll_handbook::words as phrases;
use plimsoll_rules::{Judged, RulePage};
use yew::prelude::*;

use super::actions::click;
use super::examples::group;
use super::explanation::{part, reference, what_to_write};
use super::shape::severity_badge;
use super::words;
use crate::dom;
use crate::hooks::Dispatch;
use crate::state::dialog::Dialog;
use crate::state::{Action, State};

/// Draws the page that is read, else the list.
pub(crate) fn handbook(state: &State, dispatch: &Dispatch) -> Html {
    match state.reading.zip(state.page_read()) {
        Some((at, page)) => rule(state, at, page, dispatch),
        None => list(state, dispatch),
    }
}

fn list(state: &State, dispatch: &Dispatch) -> Html {
    let pages: Vec<(usize, &RulePage)> = state.pages.iter().enumerate().collect();
    let groups = pages.chunk_by(|(_, one), (_, other)| one.component == other.component);
    html! {
        <>
            <p>{ format!("{} rules, for {}.", pages.len(), phrases::releases()) }</p>
            { for groups.map(|group| component(group, dispatch)) }
        </>
    }
}

fn component(group: &[(usize, &RulePage)], dispatch: &Dispatch) -> Html {
    let name = group.first().map(|(_, page)| page.component.replace(", ", " and ")).unwrap_or_default();
    let entry = |(at, page): &(usize, &RulePage)| {
        html! {
            <li>{ severity_badge(page.severity) }{ turn(words::prose(&page.title), *at, dispatch) }</li>
        }
    };
    html! { <><h3>{ name }</h3><ul class="rules">{ for group.iter().map(entry) }</ul></> }
}

/// A button that turns to a page.
fn turn(label: Html, at: usize, dispatch: &Dispatch) -> Html {
    html! { <button type="button" class="link" onclick={click(dispatch, Action::Read(at))}>{ label }</button> }
}

fn rule(state: &State, at: usize, page: &RulePage, dispatch: &Dispatch) -> Html {
    let examples = state.examples_of(&page.id);
    html! {
        <article class="rule-page" aria-labelledby="handbook-title">
            <h3 id="handbook-title" tabindex="-1">{ words::prose(&page.title) }</h3>
            <ul class="facts">
                <li>{ severity_badge(page.severity) }</li>
                <li>{ &page.component }</li>
                <li><code>{ &page.id }</code></li>
            </ul>
            { part("What", &page.what) }
            { part("Why it matters", &page.why) }
            { what_to_write(&page.spellings.iter().collect::<Vec<_>>()) }
            if let Some(examples) = examples {
                <section class="examples">
                    <h3>{ "Examples" }</h3>
                    { for examples.groups.iter().map(group) }
                </section>
            }
            { part("How to verify", &page.verify) }
            { part("Side effects", &page.side_effects) }
            // Not by `for`: one child more would make the browser forget the focus.
            { examples.map_or_else(Html::default, |examples| part("Fix", phrases::fix(examples.safety))) }
            if !page.settings.is_empty() {
                <h3>{ "Versions" }</h3>
                { for page.settings.iter().map(versions) }
            }
            if !page.references.is_empty() {
                <h3>{ "References" }</h3>
                <ul class="references">{ for page.references.iter().map(reference) }</ul>
            }
            { around(state, at, dispatch) }
            if dom::is_hosted() {
                <p class="full-page"><a href={format!("rules/{}.html", page.id)} target="_blank" rel="noopener">
                    { "This page by itself" }</a>{ " (in a new tab)" }</p>
            }
        </article>
    }
}

fn versions(setting: &Judged) -> Html {
    let row = |name: &plimsoll_rules::Name| {
        html! { <tr><th scope="row">{ words::breakable(&name.name) }</th><td>{ &name.releases }</td></tr> }
    };
    html! {
        <>
            <p>{ words::prose(&phrases::setting(setting)) }</p>
            <table class="versions">
                <thead><tr><th scope="col">{ "Name" }</th><th scope="col">{ "Releases" }</th></tr></thead>
                <tbody>{ for setting.names.iter().map(row) }</tbody>
            </table>
        </>
    }
}

/// The ways to the rules before and after, and to the list.
fn around(state: &State, at: usize, dispatch: &Dispatch) -> Html {
    let way = |word: &str, at: Option<usize>| {
        let page = at.and_then(|at| Some((at, state.pages.get(at)?)));
        page.map(|(at, page)| turn(html! { { format!("{word}: {}", page.id) } }, at, dispatch))
    };
    html! {
        <nav class="around" aria-label="Neighbouring rules">
            { for way("Before", at.checked_sub(1)) }
            { for way("Next", Some(at + 1)) }
            <button type="button" class="link" onclick={click(dispatch, Action::OpenDialog(Dialog::Handbook))}>
                { "All rules" }
            </button>
        </nav>
    }
}
