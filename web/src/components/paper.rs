//! What is printed: the findings as a list, and nothing of the page around them.

use gloo_timers::callback::Timeout;
use plimsoll_export::Masking;
use plimsoll_rules::EDITION;
use plimsoll_rules::report::Finding;
use yew::prelude::*;

use super::findings::place;
use super::words;
use crate::dom;
use crate::hooks::Dispatch;
use crate::state::filter::Filter;
use crate::state::leaving::{LeaveAction, Paper};
use crate::state::view::{listed, summary};
use crate::state::{Action, State};

/// Draws it while it is wanted, and has the browser print it.
pub(crate) fn paper(state: &State, dispatch: &Dispatch) -> Html {
    match &state.leaving.paper {
        Some(paper) => html! { <Printed paper={paper.clone()} dispatch={dispatch.clone()} /> },
        None => Html::default(),
    }
}

#[derive(Properties, PartialEq)]
struct PrintedProperties {
    paper: Paper,
    dispatch: Dispatch,
}

#[component]
fn Printed(properties: &PrintedProperties) -> Html {
    let PrintedProperties { paper, dispatch } = properties;
    let send = dispatch.clone();
    use_effect_with((), move |()| {
        // The dialog that it was asked from is still being taken away.
        let timer = Timeout::new(0, move || {
            dom::print();
            send.emit(Action::Leave(LeaveAction::Printed));
        });
        move || drop(timer)
    });
    let report = &paper.report;
    let versions = format!(
        "Plimsoll {}, rules of {EDITION}, Kubernetes {}, profile {}",
        env!("CARGO_PKG_VERSION"),
        report.kubernetes,
        report.profile
    );
    let entry = |index: usize| report.findings.get(index).map(|finding| entry(paper, index, finding));
    html! {
        <section class="paper" aria-label="Report for print">
            <h1>{ "Plimsoll report" }</h1>
            <p>{ versions }</p>
            <p>{ summary(report) }</p>
            <ol>{ for listed(report, &Filter::default()).into_iter().filter_map(entry) }</ol>
        </section>
    }
}

fn entry(paper: &Paper, index: usize, finding: &Finding) -> Html {
    let plain = || (finding.title.clone(), finding.message.clone());
    let (title, message) = match paper.masking {
        Masking::Plain => plain(),
        Masking::Masked => paper.masked.findings.get(index).cloned().unwrap_or_default(),
    };
    let document = finding.document as usize;
    let name = paper.masked.files.get(document).map(|(name, _)| name.clone());
    let place = match (paper.masking, name) {
        (Masking::Masked, Some(name)) => format!("{name}:{}", finding.line),
        _ => place(&paper.report, finding.document, finding.line),
    };
    html! {
        <li>
            <h2>{ words::prose(&title) }</h2>
            <p>{ format!("{}, {place}, {}", finding.severity.name(), finding.rule) }</p>
            <p>{ words::prose(&message) }</p>
        </li>
    }
}
