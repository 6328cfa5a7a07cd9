//! The explanation of one finding: what was found, how to mend it, why, how to verify.

use plimsoll_rules::report::{Finding, Fix, Reference, Report, Safety};
use plimsoll_rules::{RulePage, Spelling};
use yew::prelude::*;

use super::accept::accept;
use super::actions::click;
use super::diff::diff_view;
use super::examples::examples;
use super::findings::{place, undo};
use super::shape::severity_badge;
use super::words;
use crate::diff::FileDiff;
use crate::hooks::Dispatch;
use crate::state::{Action, Sheet, State};

/// Draws the explanation of the selected finding.
pub(crate) fn explanation(state: &State, dispatch: &Dispatch) -> Html {
    let open = (state.sheet == Sheet::Open).then_some("open");
    let Some((checked, finding)) = state.checked.as_ref().zip(state.selected_finding()) else {
        return Html::default();
    };
    let page = state.pages.iter().find(|page| page.id == finding.rule);
    let send = dispatch.clone();
    let onkeydown = Callback::from(move |event: KeyboardEvent| {
        if event.key() == "Escape" {
            send.emit(Action::CloseSheet);
        }
    });
    html! {
        <article class={classes!("explanation", open)} aria-labelledby="explanation-title" {onkeydown}>
            <div class="sheet-head">
                <button type="button" class="sheet-close" onclick={click(dispatch, Action::CloseSheet)}>
                    { "Back to the findings" }
                </button>
                { undo(state, dispatch) }
            </div>
            <h2 id="explanation-title" tabindex="-1">{ words::prose(&finding.title) }</h2>
            { facts(&checked.report, finding, dispatch) }
            <p class="message">{ words::prose(&finding.message) }</p>
            { related(&checked.report, finding, dispatch) }
            if finding.suppressed.is_none() {
                { fixes(state, finding, dispatch) }
            }
            { accept(state, finding, dispatch) }
            { for page.map(|page| rule_page(page, &finding.component)) }
            { examples(state, &finding.rule, dispatch) }
            { for page.map(versions) }
            <h3>{ "References" }</h3>
            <ul class="references">
                { for finding.references.iter().map(reference) }
                <li>{ "Rule " }<code>{ &finding.rule }</code></li>
            </ul>
            { full_page(state, &finding.rule, dispatch) }
        </article>
    }
}

fn facts(report: &Report, finding: &Finding, dispatch: &Dispatch) -> Html {
    let reveal = Action::RevealPlace(finding.document, finding.start, finding.end);
    html! {
        <ul class="facts">
            <li>{ severity_badge(finding.severity) }</li>
            <li>{ words::category(finding.category) }</li>
            <li>{ words::confidence(finding.confidence) }</li>
            if !finding.setting.is_empty() {
                <li><code>{ &finding.setting }</code></li>
            }
            <li>
                <button type="button" class="link" onclick={click(dispatch, reveal)}>
                    { place(report, finding.document, finding.line) }
                </button>
            </li>
        </ul>
    }
}

fn related(report: &Report, finding: &Finding, dispatch: &Dispatch) -> Html {
    let row = |related: &plimsoll_rules::report::Related| {
        let reveal = Action::RevealPlace(related.document, related.start, related.end);
        let name = report.documents.get(related.document as usize).map(|entry| entry.name.clone());
        html! {
            <li>
                { words::prose(&related.label) }{ " " }
                <button type="button" class="link" onclick={click(dispatch, reveal)}>
                    { format!("Show in {}", name.unwrap_or_default()) }
                </button>
            </li>
        }
    };
    if finding.related.is_empty() {
        return Html::default();
    }
    html! { <ul class="related">{ for finding.related.iter().map(row) }</ul> }
}

fn fixes(state: &State, finding: &Finding, dispatch: &Dispatch) -> Html {
    let none: &[FileDiff] = &[];
    let diffs = |at: usize| state.preview.as_ref().and_then(|all| all.get(at)).map_or(none, Vec::as_slice);
    let one = |(at, fix): (usize, &Fix)| fix_block(state, fix, at, diffs(at), dispatch);
    html! {
        <div class="fixes">
            { for finding.fixes.iter().enumerate().map(one) }
            if finding.fixes.is_empty() {
                <p class="calm">{ "There is no fix that fits every case; see below what to write." }</p>
            }
        </div>
    }
}

fn fix_block(state: &State, fix: &Fix, at: usize, diffs: &[FileDiff], dispatch: &Dispatch) -> Html {
    let apply = Action::ApplyFix(state.selected.unwrap_or_default(), at);
    let label = if fix.safety == Safety::Manual { "Insert placeholder" } else { "Fix this" };
    html! {
        <section class="fix" aria-label={fix.title.replace('`', "")}>
            <div class="fix-head">
                <p><strong>{ words::prose(&fix.title) }</strong>{ " " }
                    <span class={classes!("safety", fix.safety.name())}>{ words::safety(fix.safety) }</span></p>
                <div class="fix-buttons">
                    if !state.is_read_only() {
                        <button type="button" class={if at == 0 { "primary fix-this" } else { "fix-this" }}
                            disabled={!state.is_fresh()} onclick={click(dispatch, apply)}>{ label }</button>
                    }
                </div>
            </div>
            { for diffs.iter().map(|diff| {
                let name = state.files.get(diff.document as usize).filter(|_| state.files.len() > 1);
                diff_view(diff, name.map(|file| file.name.as_str()))
            }) }
        </section>
    }
}

/// A heading and a paragraph, or nothing.
pub(crate) fn part(title: &str, text: &str) -> Html {
    if text.is_empty() {
        return Html::default();
    }
    html! { <><h3>{ title.to_owned() }</h3><p>{ words::prose(text) }</p></> }
}

fn rule_page(page: &RulePage, component: &str) -> Html {
    let fits = |place: &str| !place.contains("apiserver") || component != "kubelet";
    let spellings: Vec<_> = page.spellings.iter().filter(|spelling| fits(&spelling.place)).collect();
    html! {
        <>
            { part("Why it matters", &page.why) }
            { what_to_write(&spellings) }
            { part("How to verify", &page.verify) }
            { part("Side effects", &page.side_effects) }
        </>
    }
}

/// The good state in each spelling.
pub(crate) fn what_to_write(spellings: &[&Spelling]) -> Html {
    if spellings.is_empty() {
        return Html::default();
    }
    html! {
        <>
            <h3>{ "What to write" }</h3>
            <dl class="spellings">
                { for spellings.iter().map(|spelling| html! {
                    <div><dt>{ &spelling.place }</dt><dd><pre tabindex="0">{ &spelling.text }</pre></dd></div>
                }) }
            </dl>
        </>
    }
}

/// The releases that know the settings of the rule.
fn versions(page: &RulePage) -> Html {
    if page.settings.is_empty() {
        return Html::default();
    }
    let names = page.settings.iter().flat_map(|setting| &setting.names);
    html! {
        <>
            <h3>{ "Versions" }</h3>
            <dl class="versions">
                { for names.map(|name| html! {
                    <div><dt>{ words::breakable(&name.name) }</dt><dd>{ &name.releases }</dd></div>
                }) }
            </dl>
        </>
    }
}

/// A control of a benchmark.
pub(crate) fn reference(reference: &Reference) -> Html {
    html! { <li>{ plimsoll_handbook::words::reference(reference) }</li> }
}

/// The way to the page of a rule in the handbook, which needs no request.
fn full_page(state: &State, rule: &str, dispatch: &Dispatch) -> Html {
    let Some(at) = state.pages.iter().position(|page| page.id == rule) else { return Html::default() };
    html! {
        <p class="full-page">
            <button type="button" class="link" onclick={click(dispatch, Action::Read(at))}>
                { "Full page of this rule" }
            </button>
        </p>
    }
}
