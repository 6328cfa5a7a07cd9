//! What the page says when there is nothing to list, and about text that could not be read.

use plimsoll_rules::report::{Basis, Report, Verdict};
use plimsoll_rules::{Kind, is_likely_profile};
use yew::prelude::*;

use super::actions::click;
use super::open_files::open_button;
use super::words;
use crate::hooks::Dispatch;
use crate::state::profile::ProfileAction;
use crate::state::view::{judged, plural};
use crate::state::{Action, Engine, State};

/// What is understood, for the invitation.
const UNDERSTOOD: [(&str, &str); 7] = [
    ("kubelet.service", "units and drop-ins, or the output of systemctl cat kubelet"),
    ("KubeletConfiguration", "YAML or JSON"),
    ("kube-apiserver.yaml", "the static pod manifest"),
    ("kube-apiserver.service", "where the API server is a unit"),
    ("kubeadm-flags.env", "and other environment files"),
    ("Command lines", "flags alone, or lines of ps"),
    ("Objects beside them", "encryption, audit policy, admission, kubeconfig, RBAC, Namespaces"),
];

/// Most unknown settings that the all-clear names.
const NAMED: usize = 12;

/// Most places of one file that could not be read and are named.
const PLACES: usize = 50;

/// The page without any text.
pub(crate) fn invitation(state: &State, dispatch: &Dispatch) -> Html {
    if state.is_read_only() {
        return html! { <p class="calm pad">{ "There is no text here." }</p> };
    }
    html! {
        <div class="invitation">
            <h2>{ "Paste a configuration, or drop files anywhere" }</h2>
            <p>
                { "It is checked as you type, inside this page. " }
                { "Several files are judged together, as one node or one API server." }
            </p>
            { open_button(dispatch) }
            <h3>{ "What is understood" }</h3>
            <dl>
                { for UNDERSTOOD.iter().map(|(name, about)| html! {
                    <div><dt>{ *name }</dt><dd>{ *about }</dd></div>
                }) }
            </dl>
        </div>
    }
}

/// The page before the first report.
pub(crate) fn waiting(state: &State) -> Html {
    let sentence = match state.engine {
        Engine::Starting | Engine::Running => "Checking…",
        Engine::Stopped | Engine::Missing => "Not checked.",
    };
    html! { <p class="calm pad">{ sentence }</p> }
}

/// Files that configure neither component: why a view of settings is empty.
pub(crate) fn nothing_configured(report: &Report) -> Html {
    let sentence = if has_objects(report) {
        "Kubernetes objects have no settings of a component: what is found in them stands under the findings."
    } else {
        "No kubelet and no kube-apiserver is configured by these files, so there is nothing to show."
    };
    html! { <p class="calm pad">{ sentence }</p> }
}

/// Whether a file holds objects that rules judge.
fn has_objects(report: &Report) -> bool {
    report.documents.iter().any(|entry| entry.kind == Kind::KubernetesObjects.name())
}

/// No findings: exactly what was judged and what could not be known.
pub(crate) fn all_clear(report: &Report) -> Html {
    let judged = judged(report);
    let unknown: Vec<_> = report.settings.iter().filter(|row| row.verdict == Verdict::Unknown).collect();
    if judged.known + judged.unknown == 0 && has_objects(report) {
        return html! {
            <div class="clear">
                <h2>{ "No findings" }</h2>
                <p>{ format!("The objects in these files were judged for Kubernetes {}.", release(report)) }</p>
            </div>
        };
    }
    if judged.known + judged.unknown == 0 {
        return html! {
            <div class="clear">
                <h2>{ "Nothing here is judged" }</h2>
                <p>
                    { "These files configure no kubelet and no kube-apiserver that Plimsoll can see. " }
                    { "That is no verdict on them." }
                </p>
            </div>
        };
    }
    html! {
        <div class="clear">
            <h2>{ "No findings" }</h2>
            <p>{ format!("Judged for Kubernetes {}: {}.", release(report), plural(judged.known, "setting")) }</p>
            if unknown.is_empty() {
                <p>{ "Every setting that a rule judges could be known from these files." }</p>
            } else {
                <p>{ format!("Not known from these files, so not judged: {}.", plural(judged.unknown, "setting")) }</p>
                <ul>{ for unknown.iter().take(NAMED).map(|row| html! { <li><code>{ &row.setting }</code></li> }) }</ul>
            }
        </div>
    }
}

/// The release, with a word when nobody chose it.
fn release(report: &Report) -> String {
    let guess = if report.release.basis == Basis::Guessed { ", which is a guess" } else { "" };
    format!("{}{guess}", report.kubernetes)
}

/// Files that are not recognised or could not be read in places.
pub(crate) fn problems(state: &State, report: &Report, dispatch: &Dispatch) -> Html {
    let mut rows = Vec::new();
    for (document, (entry, file)) in (0..).zip(report.documents.iter().zip(&state.files)) {
        let name = &entry.name;
        if let Some(refusal) = &file.refusal {
            rows.push(html! { <li><b>{ name }</b>{ ": " }{ refusal.clone() }</li> });
        } else if file.text.trim().is_empty() {
            rows.push(html! { <li><b>{ name }</b>{ ": this file is empty. Paste its text or close it." }</li> });
        } else if entry.kind == Kind::Unknown.name() && is_likely_profile(&file.text) {
            let take = Action::Profile(ProfileAction::Take(file.id));
            rows.push(html! {
                <li>
                    <b>{ name }</b>{ ": this is a profile, not a configuration. " }
                    <button type="button" class="link" onclick={click(dispatch, take)}>{ "Use it as the profile" }</button>
                </li>
            });
        } else if entry.kind == Kind::Unknown.name() && entry.problems.is_empty() {
            rows.push(html! {
                <li>
                    <b>{ name }</b>
                    { ": not recognised as a kubelet or kube-apiserver configuration, so nothing in it is judged. " }
                    { "If it is one, choose its kind above the editor." }
                </li>
            });
        }
        for problem in entry.problems.iter().take(PLACES) {
            let reveal = Action::RevealPlace(document, problem.start, problem.end);
            rows.push(html! {
                <li>
                    <button type="button" class="link" onclick={click(dispatch, reveal)}>
                        { format!("{name}, line {}", problem.line) }
                    </button>
                    { ": " }{ words::prose(&problem.message) }
                </li>
            });
        }
    }
    let unsaid: usize = report.documents.iter().map(|entry| entry.problems.len().saturating_sub(PLACES)).sum();
    if unsaid > 0 {
        rows.push(html! { <li>{ format!("And {} more.", plural(unsaid, "place")) }</li> });
    }
    if rows.is_empty() {
        return Html::default();
    }
    html! {
        <section class="problems" aria-label="Not read">
            <ul>{ for rows }</ul>
        </section>
    }
}
