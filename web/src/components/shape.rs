//! The sign of each severity: its own shape, so that colour is never needed to tell them apart.

use plimsoll_rules::report::Severity;
use yew::prelude::*;

/// The shape alone, the same as in the editor's margin (`web/editor/src/shapes.ts`). It is hidden from assistive
/// technology: put the word beside it.
pub(crate) fn shape(severity: Severity) -> Html {
    let outline = match severity {
        Severity::Critical => "M5 1h6l4 4v6l-4 4h-6l-4-4v-6z",
        Severity::High => "M8 1.5l7 12.5h-14z",
        Severity::Medium => "M2.5 2.5h11v11h-11z",
        Severity::Low | Severity::Info => "M8 3a5 5 0 1 0 .01 0z",
    };
    html! {
        <svg class={classes!("shape", severity.name())} viewBox="0 0 16 16" aria-hidden="true">
            <path d={outline} />
        </svg>
    }
}

/// The shape and the word.
pub(crate) fn severity_badge(severity: Severity) -> Html {
    html! {
        <span class={classes!("severity", severity.name())}>{ shape(severity) }{ severity.name() }</span>
    }
}

/// The mark of the product: a circle crossed by a horizontal bar.
pub(crate) fn mark() -> Html {
    html! {
        <svg class="mark" viewBox="0 0 32 32" aria-hidden="true">
            <circle cx="16" cy="16" r="10" />
            <path d="M2 16h28" />
        </svg>
    }
}
